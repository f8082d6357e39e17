import * as path from 'node:path';
import { convertFrom } from '../../src/convert/convert-from';
import type { Program } from '../../src/program/model';
import { dashboardCode } from '../../src/to-code/dashboard-code';
import { readDashboard } from '../../src/to-code/read-dashboard';
import { CORPUS } from '../convert/corpus';

/** A program with all that the tools write: a converted configuration, and a dashboard as code. */
export function everything(): Promise<Program> {
  return written ??= write();
}

let written: Promise<Program> | undefined;

async function write(): Promise<Program> {
  const { program } = await convertFrom(path.join(CORPUS, 'cloud'));
  const file = path.join(__dirname, '..', 'to-code', 'dashboards', 'everything.json');
  // The configuration has a provider of its own.
  const [, ...dashboard] = dashboardCode(readDashboard(file), 'everything.json').program.statements;
  return { ...program, statements: [...program.statements, ...dashboard] };
}

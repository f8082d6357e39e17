import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { App, TerraformStack } from 'cdktf';
import { LogfireProject, type ILogfireProject } from 'cdktf-logfire';
import type { Construct } from 'constructs';
import type { Place } from './finding';

/** What the library says of a construct. */
export interface Remark {
  readonly severity: 'error' | 'warning';
  readonly rule?: string;
  /** Without the path of the construct. */
  readonly message: string;
  /** The place in the query or the document that the message names. */
  readonly place?: Place;
}

const POSITION = / at line (\d+), column (\d+)/;

/** Creates a construct in an app that is thrown away, and returns what the library says of it: at most one error, and all warnings. */
export function remarksAbout(create: (stack: TerraformStack, project: ILogfireProject) => Construct): Remark[] {
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'cdktf-logfire-lint-'));
  try {
    const stack = new TerraformStack(new App({ outdir }), 'lint');
    const project = LogfireProject.fromProjectId(stack, 'Project', '00000000-0000-4000-8000-000000000000');
    const created = create(stack, project);
    return created.node.metadata
      .filter(({ type }) => type === '@cdktf/warn')
      .map(({ data }) => remark('warning', String(data)));
  } catch (error) {
    // The library's errors cannot be imported; they are known by their name.
    if (!(error instanceof Error && error.name === 'LogfireError')) {
      throw error;
    }
    return [remark('error', error.message.replace(/^lint\/\S+: /, ''))];
  } finally {
    fs.rmSync(outdir, { recursive: true, force: true });
  }
}

function remark(severity: Remark['severity'], text: string): Remark {
  const [, message = text, rule] = /^(.*) \[logfire:([\w-]+)\]$/s.exec(text) ?? [];
  const [, line, column] = POSITION.exec(message) ?? [];
  const place = line === undefined ? undefined : { line: Number(line), column: Number(column) };
  return { severity, rule, message: message.replace(POSITION, '').replace(/add ([A-Z]\d+) to ignoredLintRules/, 'pass --ignore $1').replaceAll('ignoredLintRules', '--ignore'), place };
}

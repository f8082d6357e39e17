import * as fs from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';
import { everything } from './everything';
import { runTypeScript } from './transpiled';
import { emitterOf } from '../../src/program/languages';
import { runProgram } from '../../src/program/run';

jest.setTimeout(120_000);

/** Below `node_modules`, where the library is found by its name. */
const FOLDER = path.join(__dirname, '..', '..', '..', 'node_modules', '.cache', 'logfire-programs');

test('a program in TypeScript compiles strictly', async () => {
  fs.mkdirSync(FOLDER, { recursive: true });
  const file = path.join(FOLDER, 'main.ts');
  fs.writeFileSync(file, emitterOf('typescript', 'cdktf').emit(await everything()));
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    noUnusedLocals: true,
    types: ['node'],
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    target: ts.ScriptTarget.ES2022,
  });
  expect(ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
});

test('the text of a program gives the same stack as what it was written from', async () => {
  const program = await everything();
  const [given, wanted] = [runTypeScript(program), runProgram(program).stack!];
  expect(given.resource).toEqual(wanted.resource);
  expect(Object.keys(given.resource)).toHaveLength(13);
});

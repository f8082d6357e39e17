import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import * as ts from 'typescript';
import { emitterOf } from '../../src/program/languages';
import type { Program } from '../../src/program/model';

/** Runs the text of a program in TypeScript in this process, and returns what its stack synthesizes. */
export function runTypeScript(program: Program): { readonly [block: string]: any } {
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-transpiled-'));
  const { outputText } = ts.transpileModule(emitterOf('typescript', 'cdktf').emit(program), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  process.env.CDKTF_OUTDIR = outdir;
  try {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    new Function('require', 'exports', outputText)(require, {});
    return JSON.parse(fs.readFileSync(path.join(outdir, 'stacks', program.stack, 'cdk.tf.json'), 'utf8'));
  } finally {
    delete process.env.CDKTF_OUTDIR;
    fs.rmSync(outdir, { recursive: true });
  }
}

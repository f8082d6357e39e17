/** `npm run docs:api`: writes the API reference of each language, after a compilation. */
import * as path from 'node:path';
import { REFERENCES, writeReference } from './api-docs/references';
import { compileLibrary } from './compile/compile';
import { mustRun, ROOT } from './run';

async function main(): Promise<void> {
  await compileLibrary(ROOT);
  await mustRun('jsii-rosetta', ['extract', '--strict', '--compile']);
  for (const reference of REFERENCES) {
    await writeReference(reference, path.join(ROOT, reference.file));
    console.log(reference.file);
  }
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

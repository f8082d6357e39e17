/** `npm run docs:api`: writes the API reference of each language, after a compilation. */
import * as path from 'node:path';
import { REFERENCES, writeReference } from './api-docs/references';
import { mustRun, ROOT } from './run';

async function main(): Promise<void> {
  await mustRun('jsii', ['--silence-warnings=reserved-word']);
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

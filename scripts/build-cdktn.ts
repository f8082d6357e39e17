/** `npm run build:cdktn`: writes and compiles the library for CDK Terrain in `build/cdktn`. */
import * as path from 'node:path';
import { buildCdktn } from './flavour/tree';
import { ROOT } from './run';

buildCdktn().then(
  (root) => console.log(`the library for CDK Terrain is in ${path.relative(ROOT, root)}`),
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);

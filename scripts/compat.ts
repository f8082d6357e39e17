/** `npm run compat`: compares the compiled library with its last release on npm. Both flavours have one API, so one is compared. */
import * as path from 'node:path';
import { compare } from './compat/compare';
import { CDKTF } from './flavour/flavours';
import { ROOT } from './run';

compare({ original: `npm:${CDKTF.packageName}`, updated: ROOT, ignoreFile: path.join(ROOT, '.compatignore') }).then(
  (result) => console.log(result),
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);

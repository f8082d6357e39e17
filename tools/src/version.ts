import * as fs from 'node:fs';
import * as path from 'node:path';

/** That of the package, which is one directory up in the sources and when it is packed. */
export const VERSION = (JSON.parse(fs.readFileSync(path.join(__dirname, '..', 'package.json'), 'utf8')) as { version: string }).version;

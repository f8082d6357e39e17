import * as fs from 'node:fs';
import * as path from 'node:path';

const SELF = path.resolve(__dirname, '..', 'node_modules', 'cdktf-logfire');
const LIBRARY = '../../lib/index';

/**
 * Lets examples import the built package by its name, as users do.
 *
 * It is no link to the repository: tools that look for assemblies would walk in circles, and take ten times as long.
 */
export function linkSelf(): void {
  if (fs.lstatSync(SELF, { throwIfNoEntry: false })?.isSymbolicLink()) {
    fs.rmSync(SELF);
  }
  fs.mkdirSync(SELF, { recursive: true });
  fs.writeFileSync(path.join(SELF, 'package.json'), JSON.stringify({ name: 'cdktf-logfire', main: `${LIBRARY}.js`, types: `${LIBRARY}.d.ts` }));
}

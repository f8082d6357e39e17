import * as fs from 'node:fs';
import * as path from 'node:path';

const LINK = path.resolve(__dirname, '..', 'node_modules', 'cdktf-logfire');

/** Lets examples import the built package by its name, as users do: a link in `node_modules` to the repository itself. */
export function linkSelf(): void {
  if (fs.lstatSync(LINK, { throwIfNoEntry: false }) === undefined) {
    fs.symlinkSync(path.join('..'), LINK, 'junction');
  }
}

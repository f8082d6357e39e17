import * as fs from 'node:fs';
import * as path from 'node:path';
import { ROOT } from '../run';

/** Puts the locks of the tools that publish beside the packages: the jobs that publish have no sources. */
export function collectTools(dist: string = path.join(ROOT, 'dist')): void {
  const target = path.join(dist, 'publishing');
  fs.mkdirSync(target, { recursive: true });
  ['package.json', 'package-lock.json', 'python.txt', 'pom.xml'].forEach((file) => (
    fs.copyFileSync(path.join(ROOT, 'scripts', 'publishing', file), path.join(target, file))
  ));
}

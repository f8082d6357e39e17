import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { mustRun } from '../scripts/run';

/** Installs what a folder's lock says, unless that is there already, and returns the folder with the packages. */
export async function installLocked(folder: string): Promise<string> {
  const modules = path.join(folder, 'node_modules');
  const marker = path.join(modules, '.installed');
  const lock = createHash('sha256').update(fs.readFileSync(path.join(folder, 'package-lock.json'))).digest('hex');
  if (!fs.existsSync(marker) || fs.readFileSync(marker, 'utf8') !== lock) {
    await mustRun('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'], { cwd: folder });
    fs.writeFileSync(marker, lock);
  }
  return modules;
}

import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { Flavour } from '../../scripts/flavour/flavours';
import { distOf } from '../../scripts/package/packages';
import { mustRun, ROOT } from '../../scripts/run';

/** An interpreter that has the packed wheel of a flavour, and what it requires: one for all programs, and a new one for another wheel. */
export async function pythonWithLibrary(flavour: Flavour): Promise<string> {
  const folder = path.join(ROOT, 'build', 'python', flavour.framework);
  const packed = path.join(distOf(flavour), 'python');
  const wheel = path.join(packed, fs.readdirSync(packed).find((file) => file.endsWith('.whl'))!);
  const hash = createHash('sha256').update(fs.readFileSync(wheel)).digest('hex');
  const installed = path.join(folder, 'installed.txt');
  const python = path.join(folder, process.platform === 'win32' ? 'Scripts' : 'bin', 'python');
  if (!fs.existsSync(installed) || fs.readFileSync(installed, 'utf8') !== hash) {
    await mustRun('python3', ['-m', 'venv', '--clear', folder]);
    await mustRun(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', wheel]);
    fs.writeFileSync(installed, hash);
  }
  return python;
}

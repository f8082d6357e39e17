import * as fs from 'node:fs';
import * as path from 'node:path';
import { Flavour } from '../scripts/flavour/flavours';
import { compile, distOf, packageTarget, Target } from '../scripts/package/packages';
import { ROOT } from '../scripts/run';

/** One compilation of each flavour is enough for all its targets. */
const compiled = new Map<Flavour, Promise<void>>();

/** The folder with the packages of a flavour for one target; they are built when there are none, or older ones than the sources. */
export async function packaged(flavour: Flavour, target: Target): Promise<string> {
  const folder = path.join(distOf(flavour), target);
  if (!fs.existsSync(folder) || fs.statSync(folder).mtimeMs < changeOfSources()) {
    if (!compiled.has(flavour)) {
      compiled.set(flavour, compile(flavour));
    }
    await compiled.get(flavour);
    await packageTarget(flavour, target);
  }
  return folder;
}

function changeOfSources(): number {
  const sources = path.join(ROOT, 'src');
  const files = fs.readdirSync(sources, { recursive: true, encoding: 'utf8' });
  return Math.max(...files.map((file) => fs.statSync(path.join(sources, file)).mtimeMs));
}

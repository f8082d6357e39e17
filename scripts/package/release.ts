import * as fs from 'node:fs';
import * as path from 'node:path';
import { distOf, nugetOf, Target } from './packages';
import { CDKTF, CDKTN, Flavour, MAVEN_GROUP } from '../flavour/flavours';
import { ROOT } from '../run';

/** What goes to a registry, and the folder in which publib looks for it; what is packaged along of a framework is not ours to publish. */
interface Upload {
  readonly from: string;
  readonly to: string;
}

/** Puts the packages of a target and of both flavours where the release workflow takes them. */
export function collectForRelease(target: Target, dist: string = path.join(ROOT, 'dist')): void {
  const uploads = [CDKTF, CDKTN].flatMap((flavour) => uploadsOf(flavour, target));
  [...new Set(uploads.map(({ to }) => to.split('/')[0]))].forEach((folder) => fs.rmSync(path.join(dist, folder), { recursive: true, force: true }));
  uploads.forEach(({ from, to }) => fs.cpSync(from, path.join(dist, to), { recursive: true }));
}

function uploadsOf(flavour: Flavour, target: Target): Upload[] {
  const packed = path.join(distOf(flavour), target);
  switch (target) {
    case 'js':
    case 'python':
      return [{ from: packed, to: target }];
    case 'java': {
      const group = MAVEN_GROUP.replaceAll('.', '/');
      return [{ from: path.join(packed, group), to: `java/${group}` }];
    }
    // publib wants all modules of a folder to be of one repository.
    case 'go':
      return [{ from: path.join(packed, flavour.goPackage), to: `${flavour === CDKTF ? 'go' : `go-${flavour.framework}`}/${flavour.goPackage}` }];
    case 'dotnet':
      return fs.readdirSync(nugetOf(flavour))
        .filter((file) => file.startsWith(`${flavour.dotnetNamespace}.`))
        .map((file) => ({ from: path.join(nugetOf(flavour), file), to: `dotnet/${file}` }));
  }
}

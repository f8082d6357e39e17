import * as fs from 'node:fs';
import * as path from 'node:path';
import { Target, TOOL_FOLDER } from './packages';
import { uploadDirectoryOf, uploadProblems } from './wanted';
import { CDKTF, CDKTN, Flavour, MAVEN_GROUP } from '../flavour/flavours';
import { ROOT } from '../run';

/** What goes to a registry, below the directory with the packages of a flavour and below the one in which publib looks for it. */
interface Upload {
  readonly from: string;
  readonly to: string;
}

const FLAVOURS = [CDKTF, CDKTN];

/**
 * Puts the packages of a target and of both flavours, which are in `dist`, where the release workflow takes them, and fails when a
 * registry would miss one of them or get something else.
 */
export function collectForRelease(target: Target, dist: string = path.join(ROOT, 'dist')): void {
  const { version } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  for (const name of new Set(FLAVOURS.map((flavour) => uploadDirectoryOf(target, flavour)))) {
    const directory = path.join(dist, name);
    fs.rmSync(directory, { recursive: true, force: true });
    const flavours = FLAVOURS.filter((flavour) => uploadDirectoryOf(target, flavour) === name);
    for (const flavour of flavours) {
      const packed = path.join(dist, flavour.framework);
      uploadsOf(flavour, target, packed)
        .filter(({ from }) => fs.existsSync(path.join(packed, from)))
        .forEach(({ from, to }) => fs.cpSync(path.join(packed, from), path.join(directory, to), { recursive: true }));
    }
    const problems = uploadProblems(directory, target, flavours, version);
    if (problems.length > 0) {
      throw new Error(`nothing can be released from ${name}: ${problems.join('; ')}`);
    }
  }
}

/** What is packaged along of a framework is not ours to publish. */
function uploadsOf(flavour: Flavour, target: Target, packed: string): Upload[] {
  switch (target) {
    case 'js':
      return [{ from: 'js', to: '.' }, { from: TOOL_FOLDER, to: '.' }];
    case 'python':
      return [{ from: 'python', to: '.' }];
    case 'java': {
      const group = MAVEN_GROUP.replaceAll('.', '/');
      return [{ from: `java/${group}`, to: group }];
    }
    case 'go':
      return [{ from: `go/${flavour.goPackage}`, to: flavour.goPackage }];
    case 'dotnet': {
      const folder = path.join(packed, 'nuget');
      const files = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
      return files.filter((file) => file.startsWith(`${flavour.dotnetNamespace}.`)).map((file) => ({ from: `nuget/${file}`, to: file }));
    }
  }
}

import * as fs from 'node:fs';
import * as path from 'node:path';
import { packaged } from './packages';
import { print, target } from './report';
import { CDKTF, CDKTN, Flavour, MAVEN_GROUP } from '../scripts/flavour/flavours';
import { Target } from '../scripts/package/packages';

interface Artefact {
  readonly name: string;
  readonly packagedAs: Target;
  /** The file or the folder, in that of the packages. */
  readonly find: (packages: string, flavour: Flavour) => string;
  /** In kB. */
  readonly atMost?: number;
}

const ARTEFACTS: readonly Artefact[] = [
  { name: 'npm tarball', packagedAs: 'js', find: (packages) => fileIn(packages, '.tgz'), atMost: 500 },
  { name: 'wheel', packagedAs: 'python', find: (packages) => fileIn(packages, '.whl') },
  { name: 'sdist', packagedAs: 'python', find: (packages) => fileIn(packages, '.tar.gz') },
  { name: 'jar', packagedAs: 'java', find: jarIn },
  { name: 'Go module, folder', packagedAs: 'go', find: (_, flavour) => flavour.goPackage },
  { name: 'C# project, folder', packagedAs: 'dotnet', find: (_, flavour) => flavour.dotnetNamespace },
];

/** The size of what is published, in both flavours. */
export async function measureArtefacts(): Promise<void> {
  for (const { name, packagedAs, find, atMost } of ARTEFACTS) {
    const sizes: string[] = [];
    for (const flavour of [CDKTF, CDKTN]) {
      const packages = await packaged(flavour, packagedAs);
      const kilobytes = bytesOf(path.join(packages, find(packages, flavour))) / 1e3;
      sizes.push(`${flavour.packageName} ${kilobytes.toFixed(0)} kB${atMost === undefined ? '' : ` ${target(kilobytes, atMost, 'kB')}`}`);
    }
    print(`size, ${name}`, sizes.join(', '));
  }
}

function fileIn(packages: string, ending: string): string {
  return fs.readdirSync(packages).find((file) => file.endsWith(ending))!;
}

function jarIn(packages: string, { packageName }: Flavour): string {
  const folder = path.join(...MAVEN_GROUP.split('.'), packageName);
  const [version] = fs.readdirSync(path.join(packages, folder), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return path.join(folder, version.name, `${packageName}-${version.name}.jar`);
}

function bytesOf(fileOrFolder: string): number {
  const { size } = fs.statSync(fileOrFolder);
  if (fs.statSync(fileOrFolder).isFile()) {
    return size;
  }
  return fs.readdirSync(fileOrFolder).reduce((sum, entry) => sum + bytesOf(path.join(fileOrFolder, entry)), 0);
}

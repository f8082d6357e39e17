import * as fs from 'node:fs';
import * as path from 'node:path';
import { Target } from './packages';
import { TOOL } from './tool';
import { CDKTF, Flavour, MAVEN_GROUP } from '../flavour/flavours';

/** The directory in which publib looks for the packages of a target; it wants all Go modules of a directory to be of one repository. */
export function uploadDirectoryOf(target: Target, flavour: Flavour): string {
  return target === 'go' && flavour !== CDKTF ? `go-${flavour.framework}` : target;
}

/** The files of a flavour that a registry needs, below that directory. */
function wantedOf(target: Target, flavour: Flavour, version: string): string[] {
  const { packageName, pythonModule, goPackage, dotnetNamespace } = flavour;
  switch (target) {
    case 'js':
      return [`${packageName}@${version}.jsii.tgz`, ...flavour === CDKTF ? [`${TOOL}-${version}.tgz`] : []];
    case 'python':
      return [`${pythonModule}-${version}-py3-none-any.whl`, `${pythonModule}-${version}.tar.gz`];
    case 'java': {
      const artefact = `${MAVEN_GROUP.replaceAll('.', '/')}/${packageName}`;
      const released = ['.jar', '.pom', '-sources.jar', '-javadoc.jar'].map((ending) => `${artefact}/${version}/${packageName}-${version}${ending}`);
      return [`${artefact}/maven-metadata.xml`, ...released];
    }
    case 'go':
      return ['LICENSE', 'README.md', 'go.mod', 'main.go', 'version', 'jsii/jsii.go', `jsii/${packageName}-${version}.tgz`].map((file) => `${goPackage}/${file}`);
    case 'dotnet':
      return [`${dotnetNamespace}.${version}.nupkg`, `${dotnetNamespace}.${version}.snupkg`];
  }
}

/** Whether a file may be there that no list names: a checksum of one that is listed, or source of a Go module. */
function comesAlong(file: string, wanted: readonly string[], target: Target, flavours: readonly Flavour[]): boolean {
  switch (target) {
    case 'java': return wanted.includes(file.replace(/\.(md5|sha1|sha256|sha512)$/, ''));
    case 'go': return file.endsWith('.go') && flavours.some(({ goPackage }) => file.startsWith(`${goPackage}/`));
    default: return false;
  }
}

/**
 * What a registry would miss or should not get, of the packages of flavours that are collected in one directory. A registry never
 * takes a version twice, so a release that lacks something cannot be mended.
 */
export function uploadProblems(directory: string, target: Target, flavours: readonly Flavour[], version: string): string[] {
  const wanted = flavours.flatMap((flavour) => wantedOf(target, flavour, version));
  const files = fs.existsSync(directory)
    ? fs.readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    : [];
  return [
    ...wanted.filter((file) => !files.includes(file)).map((file) => `${file} is missing`),
    ...wanted.filter((file) => files.includes(file) && fs.statSync(path.join(directory, file)).size === 0).map((file) => `${file} is empty`),
    ...files.filter((file) => !wanted.includes(file) && !comesAlong(file, wanted, target, flavours)).sort().map((file) => `${file} is not part of the release`),
  ];
}

import * as fs from 'node:fs';
import * as path from 'node:path';
import { installLocked } from '../../scripts/locked-tools';

const FOLDER = path.join(__dirname, 'tools');
const MODULES = path.join(FOLDER, 'node_modules');
const { dependencies, optionalDependencies } = JSON.parse(fs.readFileSync(path.join(FOLDER, 'package.json'), 'utf8'));

/** The versions of TypeScript, such as `4.7`. */
export const TYPESCRIPT_VERSIONS: readonly string[] = Object.keys(dependencies).flatMap((name) => /^typescript-(.+)$/.exec(name)?.[1] ?? []);

/** The majors of Node, such as `22`. */
export const NODE_VERSIONS: readonly string[] = [...new Set(Object.keys(optionalDependencies).map((name) => /^node-(\d+)-/.exec(name)![1]))].sort();

/** Whether npm has all these versions of Node for this machine. */
export const HAS_NODES = NODE_VERSIONS.every((version) => aliasOf(version) in optionalDependencies);

/** Installs the compilers, bundlers and versions of Node, apart from the library's own dependencies. */
export async function installTools(): Promise<void> {
  await installLocked(FOLDER);
}

/** A file in the package of a tool. */
export function fileOf(tool: string, ...names: string[]): string {
  return path.join(MODULES, tool, ...names);
}

/** The executable of a version of Node. */
export function nodeOf(version: string): string {
  return fileOf(aliasOf(version), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

function aliasOf(version: string): string {
  return `node-${version}-${process.platform}-${process.arch}`;
}

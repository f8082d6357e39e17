import * as fs from 'node:fs';
import * as path from 'node:path';
import { mustRun, ROOT } from '../run';
import { linkSelf } from '../self-link';

/** The package on npm. One serves both flavours, because it runs outside the program. */
export const TOOL = 'cdktf-logfire-tools';

const SOURCES = path.join(ROOT, 'tools');
const BUILT = path.join(ROOT, 'build', 'tools');

/** What the stand-in serves and enforces. */
const SCHEMAS = ['logfire-provider.json', 'behaviour.json'];

/** Compiles the tool, puts beside it what it reads, and packs it at the version of the library; returns the archive. */
export async function packTool(destination: string): Promise<string> {
  fs.rmSync(BUILT, { recursive: true, force: true });
  // It imports the library by its name.
  linkSelf();
  await mustRun('tsc', ['-p', path.join('tools', 'tsconfig.json')]);
  copy(path.join(SOURCES, 'src', 'stand-in', 'tfplugin6.proto'), path.join('lib', 'stand-in', 'tfplugin6.proto'));
  SCHEMAS.forEach((file) => copy(path.join(ROOT, 'schema', file), path.join('schema', file)));
  copy(path.join(SOURCES, 'templates'), 'templates');
  copy(path.join(SOURCES, 'README.md'), 'README.md');
  copy(path.join(ROOT, 'LICENSE'), 'LICENSE');

  const { version } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const { '//': comment, ...manifest } = JSON.parse(fs.readFileSync(path.join(SOURCES, 'package.json'), 'utf8'));
  const dependencies = { ...manifest.dependencies, 'cdktf-logfire': version };
  fs.writeFileSync(path.join(BUILT, 'package.json'), `${JSON.stringify({ ...manifest, version, dependencies }, undefined, 2)}\n`);

  fs.mkdirSync(destination, { recursive: true });
  const output = await mustRun('npm', ['pack', '--json', '--loglevel=error', '--pack-destination', destination], { cwd: BUILT });
  return path.join(destination, (JSON.parse(output.slice(output.indexOf('['))) as { filename: string }[])[0].filename);
}

function copy(from: string, to: string): void {
  const target = path.join(BUILT, to);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.cpSync(from, target, { recursive: true });
}

import * as fs from 'node:fs';
import * as path from 'node:path';
import { spawn } from 'cross-spawn';
import { brokenLinks } from './check-links';
import { SITE, writeContent } from './content';
import { compileLibrary } from '../compile/compile';
import { TRANSLATIONS, translateExamples } from '../package/translations';
import { mustRun, ROOT } from '../run';

export const DIST = path.join(SITE, 'dist');
/** Fails whatever asks for another machine. */
export const NO_NETWORK = path.join(SITE, 'no-network.cjs');
const ENVIRONMENT = { ASTRO_TELEMETRY_DISABLED: '1', NODE_OPTIONS: `--max-old-space-size=4096 --require ${JSON.stringify(NO_NETWORK)}` };

/** Builds the site from the sources, and throws what is broken in it. */
export async function buildSite(report: (line: string) => void = () => {}): Promise<void> {
  await prepare(report);
  await mustRun('node', [path.join(SITE, 'node_modules', 'astro', 'astro.js'), 'build'], { cwd: SITE, env: ENVIRONMENT });
  const broken = brokenLinks(DIST);
  if (broken.length > 0) {
    throw new Error(`${broken.length} broken links:\n${broken.join('\n')}`);
  }
  report('site/dist has no broken link');
}

/** Serves the site, and shows changes of what is generated after the next start. */
export async function serveSite(): Promise<void> {
  await prepare(console.log);
  const child = spawn('node', [path.join(SITE, 'node_modules', 'astro', 'astro.js'), 'dev'], { cwd: SITE, env: { ...process.env, ...ENVIRONMENT }, stdio: 'inherit' });
  await new Promise((resolve) => child.on('close', resolve));
}

/** What is newer than its sources is not made again: `npm test` has just done so. */
async function prepare(report: (line: string) => void): Promise<void> {
  await install();
  if (!isNewer('.jsii', ['src', 'README.md', 'package.json'])) {
    await compileLibrary(ROOT);
  }
  if (!isNewer(TRANSLATIONS, ['.jsii', 'rosetta'])) {
    const { exitCode, output } = await translateExamples(ROOT);
    if (exitCode !== 0) {
      throw new Error(output);
    }
  }
  const pages = await writeContent();
  report(`${pages.length} pages`);
}

function isNewer(file: string, sources: readonly string[]): boolean {
  const made = fs.statSync(path.join(ROOT, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const files = sources.flatMap((source) => [source, ...fs.statSync(path.join(ROOT, source)).isDirectory()
    ? fs.readdirSync(path.join(ROOT, source), { recursive: true, encoding: 'utf8' }).map((name) => path.join(source, name)) : []]);
  return files.every((name) => fs.statSync(path.join(ROOT, name)).mtimeMs <= made);
}

/** What is locked, unless it is installed: npm keeps a list of that. */
async function install(): Promise<void> {
  const locked = packagesIn('package-lock.json');
  const installed = packagesIn(path.join('node_modules', '.package-lock.json'));
  if (Object.entries(locked).some(([name, { version, optional }]) => name !== '' && !optional && installed[name]?.version !== version)) {
    await mustRun('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: SITE });
  }
}

function packagesIn(lock: string): { readonly [name: string]: { readonly version?: string; readonly optional?: boolean } } {
  const file = path.join(SITE, lock);
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')).packages : {};
}

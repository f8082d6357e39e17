import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { exampleProblems } from './examples';
import { pagesOf } from './pages';
import { hubProblems } from './rules';
import { CDKTF, CDKTN } from '../flavour/flavours';
import { mustRun, ROOT } from '../run';

/** Every reason for which Construct Hub would leave out a package that `npm pack` has made, or show a bad page for it. */
export async function archiveProblems(archive: string): Promise<string[]> {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-hub-'));
  try {
    await mustRun('tar', ['-xzf', path.resolve(archive), '-C', directory]);
    const unpacked = path.join(directory, 'package');
    const manifest = JSON.parse(fs.readFileSync(path.join(unpacked, 'package.json'), 'utf8'));
    const flavour = [CDKTF, CDKTN].find(({ packageName }) => packageName === manifest.name);
    if (flavour === undefined) {
      throw new Error(`${archive} is the package ${manifest.name}, which is none of this repository`);
    }
    const installed = path.join(directory, 'node_modules', flavour.packageName);
    fs.mkdirSync(path.dirname(installed));
    fs.renameSync(unpacked, installed);
    const problems = hubProblems({
      manifest,
      files: fs.readdirSync(installed, { recursive: true, encoding: 'utf8' }),
      readme: fs.readFileSync(path.join(installed, 'README.md'), 'utf8'),
      repository: manifest.repository.url.replace(/\.git$/, ''),
      exists: (file) => fs.existsSync(path.join(ROOT, file)),
    });
    const pages = await pagesOf(directory, flavour);
    return [...problems, ...pages.flatMap((page) => exampleProblems(page).map((problem) => `${page.submodule ?? 'README'} in ${page.language}: ${problem}`))];
  } finally {
    fs.rmSync(directory, { recursive: true, force: true });
  }
}

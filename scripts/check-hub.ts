import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import { hubProblems } from './hub/rules';
import { mustRun } from './run';

const root = join(__dirname, '..');

/** Checks the package that `npm pack` would make by the rules of Construct Hub. Needs the compiled library. */
async function main(): Promise<void> {
  const output = await mustRun('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel=error']);
  const [{ files }] = JSON.parse(output.slice(output.indexOf('[')));
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const problems = hubProblems({
    manifest,
    files: files.map((file: { path: string }) => file.path),
    readme: readFileSync(join(root, 'README.md'), 'utf8'),
    repository: manifest.repository.url.replace(/\.git$/, ''),
    exists: (path) => existsSync(join(root, path)),
  });
  problems.forEach((problem) => console.error(problem));
  if (problems.length > 0) process.exitCode = 1;
  else console.log('ready for Construct Hub');
}

void main();

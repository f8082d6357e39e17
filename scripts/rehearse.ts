/**
 * `npm run rehearse`: performs releases on this machine, with the commands of the release workflow, to registries that run here, and
 * installs from them what users install. All of it happens in a new clone of HEAD.
 */
import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { mustRun } from './run';

async function main(): Promise<number> {
  const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'logfire-rehearsal-'));
  // The exit code of a shell that is interrupted; the rehearsal stops its servers by itself.
  ['SIGINT', 'SIGTERM'].forEach((signal) => process.once(signal, () => {
    fs.rmSync(folder, { recursive: true, force: true });
    process.exit(130);
  }));
  try {
    const clone = await cloneOf(folder);
    return await runIn(clone, folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** A clone of HEAD with its dependencies, whose origin has no tags: the first release is still to be made. */
async function cloneOf(folder: string): Promise<string> {
  const uncommitted = (await mustRun('git', ['status', '--porcelain'])).split('\n').filter((line) => line !== '').length;
  if (uncommitted > 0) {
    console.warn(`NOT REHEARSED: uncommitted changes (in ${uncommitted} ${uncommitted === 1 ? 'file' : 'files'}); HEAD is`);
  }
  const origin = path.join(folder, 'origin.git');
  const clone = path.join(folder, 'clone');
  await mustRun('git', ['init', '--quiet', '--bare', '--initial-branch', 'main', origin]);
  // The checkout of a workflow may be shallow.
  await mustRun('git', ['--git-dir', origin, 'config', 'receive.shallowUpdate', 'true']);
  await mustRun('git', ['push', '--quiet', origin, 'HEAD:refs/heads/main']);
  await mustRun('git', ['clone', '--quiet', origin, clone]);
  await mustRun('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: clone });
  return clone;
}

function runIn(clone: string, folder: string): Promise<number> {
  const tsNode = path.join(clone, 'node_modules', '.bin', 'ts-node');
  const args = ['--transpile-only', '--project', 'tsconfig.dev.json', 'scripts/rehearse/rehearsal.ts', folder];
  // `npm run` puts the programs of the checkout first.
  const PATH = process.env.PATH!.split(path.delimiter).filter((entry) => !entry.includes('node_modules')).join(path.delimiter);
  const child = spawn(tsNode, args, { cwd: clone, stdio: 'inherit', env: { ...process.env, PATH } });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    console.log('0 passed, 1 failed');
    process.exitCode = 1;
  },
);

import * as fs from 'node:fs';
import * as path from 'node:path';
import { contentOf, LocalRegistry } from './registry';
import { freePort, Server } from './server';
import { mustRun } from '../run';

/** pypiserver: it has what is published to it, and sends pip elsewhere for all else. */
export async function pypiRegistry(folder: string, upstream: string): Promise<LocalRegistry> {
  const packages = path.join(folder, 'packages');
  fs.mkdirSync(packages, { recursive: true });
  await mustRun('python3', ['-m', 'venv', path.join(folder, 'venv')]);
  await mustRun(path.join(folder, 'venv', 'bin', 'pip'), ['install', '--quiet', '--require-hashes', '-r', path.join(__dirname, 'tools', 'python.txt')]);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const args = ['run', '--interface', '127.0.0.1', '--port', `${port}`, '--authenticate', '.', '--passwords', '.', '--fallback-url', upstream, packages];
  const server = new Server(path.join(folder, 'venv', 'bin', 'pypi-server'), args, `${url}/health`, path.join(folder, 'log'));
  await server.start();
  return {
    name: 'PyPI',
    job: 'release_pypi',
    publishing: { PYPI_TRUSTED_PUBLISHER: undefined, TWINE_USERNAME: 'rehearsal', TWINE_PASSWORD: 'rehearsal', TWINE_REPOSITORY_URL: `${url}/` },
    using: { PIP_INDEX_URL: `${url}/simple/`, PIP_EXTRA_INDEX_URL: undefined, PIP_FIND_LINKS: undefined },
    start: () => server.start(),
    stop: () => server.stop(),
    content: () => contentOf(packages),
  };
}

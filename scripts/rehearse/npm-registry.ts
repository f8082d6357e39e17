import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { stringify } from 'yaml';
import { contentOf, LocalRegistry } from './registry';
import { freePort, Server } from './server';
import { CDKTF, CDKTN } from '../flavour/flavours';
import { TOOL } from '../package/tool';
import { mustRun } from '../run';

const OURS = [...[CDKTF, CDKTN].map(({ packageName }) => packageName), TOOL];

/** Verdaccio: it has what is published to it of this library, and all else from the registry that npm uses here. */
export async function npmRegistry(folder: string, upstream: string): Promise<LocalRegistry> {
  fs.cpSync(path.join(__dirname, 'tools'), folder, { recursive: true });
  await mustRun('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder });
  const host = `127.0.0.1:${await freePort()}`;
  const config = path.join(folder, 'verdaccio.yaml');
  fs.writeFileSync(config, stringify({
    storage: './storage',
    listen: host,
    auth: { htpasswd: { file: './htpasswd' } },
    uplinks: { upstream: { url: upstream, timeout: '60s', max_fails: 100 } },
    packages: {
      ...Object.fromEntries(OURS.map((name) => [name, { access: '$all', publish: '$authenticated' }])),
      '**': { access: '$all', proxy: 'upstream' },
    },
    web: { enable: false },
    log: { type: 'stdout', level: 'warn' },
  }));
  const verdaccio = path.join(folder, 'node_modules', 'verdaccio', 'bin', 'verdaccio');
  const server = new Server(process.execPath, [verdaccio, '--config', config], `http://${host}/-/ping`, path.join(folder, 'log'));
  await server.start();
  return {
    name: 'npm',
    job: 'release_npm',
    publishing: {
      // A token in place of the identity of the workflow, which also records the provenance.
      NPM_TRUSTED_PUBLISHER: undefined,
      NPM_CONFIG_PROVENANCE: undefined,
      NPM_TOKEN: await tokenFrom(host),
      NPM_REGISTRY: host,
      DISABLE_HTTPS: 'true',
    },
    using: { NPM_CONFIG_REGISTRY: `http://${host}/` },
    start: () => server.start(),
    stop: () => server.stop(),
    content: () => contentOf(path.join(folder, 'storage'), (file) => OURS.includes(file.split(path.sep)[0])),
  };
}

async function tokenFrom(host: string): Promise<string> {
  const response = await fetch(`http://${host}/-/user/org.couchdb.user:rehearsal`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'rehearsal', password: randomBytes(16).toString('hex') }),
  });
  const answer = await response.json() as { token?: string };
  if (!answer.token) {
    throw new Error(`the registry makes no user: ${JSON.stringify(answer)}`);
  }
  return answer.token;
}

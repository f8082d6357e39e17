import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { LocalRegistry } from './registry';
import { CDKTF, CDKTN } from '../flavour/flavours';
import { mustRun } from '../run';

/** Empty git repositories, as they are made on GitHub; `gitConfig` sends git and so Go there. */
export async function goRegistry(folder: string, gitConfig: string): Promise<LocalRegistry> {
  const repositories = [CDKTF, CDKTN].map(({ goModule }) => path.join(folder, `${path.basename(goModule)}.git`));
  for (const repository of repositories) {
    await mustRun('git', ['init', '--quiet', '--bare', '--initial-branch', 'main', repository]);
  }
  const owner = path.dirname(CDKTF.goModule);
  const addresses = [`https://${owner}/`, `https://${TOKEN}@${owner}/`];
  fs.appendFileSync(gitConfig, `[url "file://${folder}/"]\n${addresses.map((address) => `\tinsteadOf = ${address}\n`).join('')}`);
  return {
    name: 'Go',
    job: 'release_golang',
    publishing: { GITHUB_TOKEN: TOKEN },
    using: { GOPRIVATE: `${owner}/*` },
    start: async () => {},
    stop: async () => {},
    content: () => Object.fromEntries(repositories.flatMap((repository) => {
      const refs = execFileSync('git', ['--git-dir', repository, 'for-each-ref', '--format=%(refname) %(objectname)'], { encoding: 'utf8' });
      return refs.split('\n').filter((line) => line !== '').map((line) => line.split(' ')).map(([ref, commit]) => [`${path.basename(repository)} ${ref}`, commit]);
    })),
  };
}

/** publib puts it into the address. */
const TOKEN = 'rehearsal';

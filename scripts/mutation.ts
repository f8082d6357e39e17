/**
 * `npm run mutation -- tokens`: breaks the code of a room in every small way that Stryker knows, runs the room's tests on each, and
 * lists the mutants that no test notices. Files after the room are the only ones to break. Without a room it takes all of them.
 */
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { installLocked } from './locked-tools';
import { runRoom } from './mutation/stryker';
import { ROOT } from './run';
import { ASSEMBLY } from './signatures';

/** The bindings are generated, and their generator has its own tests. */
const NOT_BROKEN = ['l1'];

async function main([room, ...files]: readonly string[]): Promise<void> {
  const rooms = fs.readdirSync(path.join(ROOT, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !NOT_BROKEN.includes(entry.name))
    .map(({ name }) => name);
  if (room !== undefined && !rooms.includes(room)) {
    throw new Error(`There is no room ${room}; pass one of ${rooms.join(', ')}`);
  }
  if (!fs.existsSync(ASSEMBLY)) {
    throw new Error('The tests of the calls need the assembly; run npm run compile first');
  }
  const modules = await installLocked(path.join(ROOT, 'scripts', 'mutation'));
  const table: string[] = [];
  let enough = true;
  for (const each of room === undefined ? rooms : [room]) {
    const { killed, survived, score, isEnough } = await runRoom(each, { modules, files, workers: os.cpus().length });
    table.push(`| \`${each}\` | ${killed + survived} | ${survived} | ${score.toFixed(1)} % |`);
    enough = enough && isEnough;
  }
  console.log(['| Room | Mutants | Survivors | Score |', '|---|---|---|---|', ...table].join('\n'));
  process.exitCode = enough ? 0 : 1;
}

main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});

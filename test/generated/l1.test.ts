import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { mustRun, ROOT } from '../../scripts/run';

jest.setTimeout(60_000);

const COMMITTED = path.join(ROOT, 'src', 'l1');

function filesOf(folder: string): { [name: string]: string } {
  return Object.fromEntries(fs.readdirSync(folder).sort().map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')]));
}

test('the committed bindings are what `npm run l1` generates from the committed schema, byte for byte', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-l1-'));
  try {
    const committed = filesOf(COMMITTED);
    for (let round = 0; round < 2; round += 1) {
      await mustRun('ts-node', ['--transpile-only', '--project', 'tsconfig.dev.json', 'scripts/l1.ts', folder]);
      const generated = filesOf(folder);
      expect(Object.keys(generated)).toEqual(Object.keys(committed));
      expect(Object.keys(generated).filter((name) => generated[name] !== committed[name])).toEqual([]);
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
});

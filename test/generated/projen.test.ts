import * as fs from 'node:fs';
import * as path from 'node:path';
import { mustRun, ROOT } from '../../scripts/run';

jest.setTimeout(60_000);

test('the committed project files are what `npx projen` writes', async () => {
  const names: string[] = JSON.parse(fs.readFileSync(path.join(ROOT, '.projen', 'files.json'), 'utf8')).files;
  const read = () => names.map((name) => fs.readFileSync(path.join(ROOT, name)));
  const before = read();
  await mustRun('ts-node', ['--project', 'projenrc/tsconfig.json', '.projenrc.ts'], { env: { PROJEN_DISABLE_POST: '1' } });
  const changed = names.filter((_, index) => !read()[index].equals(before[index]));
  names.forEach((name, index) => {
    if (changed.includes(name)) {
      fs.chmodSync(path.join(ROOT, name), 0o644);
      fs.writeFileSync(path.join(ROOT, name), before[index]);
    }
  });
  expect(changed).toEqual([]);
});

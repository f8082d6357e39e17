import * as fs from 'node:fs';
import * as path from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../../scripts/run';

const { jobs: { mutation } } = parse(fs.readFileSync(path.join(ROOT, '.github', 'workflows', 'mutation.yml'), 'utf8'));

test('all rooms but the generated bindings are broken', () => {
  const rooms = fs.readdirSync(path.join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect([...mutation.strategy.matrix.room, 'l1'].sort()).toEqual(rooms.sort());
  expect(mutation.steps.at(-1).run).toBe('npm run mutation -- ${{ matrix.room }}');
});

test('what breaks them is locked to exact versions', () => {
  const { dependencies } = JSON.parse(fs.readFileSync(path.join(ROOT, 'scripts', 'mutation', 'package.json'), 'utf8'));
  expect(Object.values<string>(dependencies).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

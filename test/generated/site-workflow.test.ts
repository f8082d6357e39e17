import * as fs from 'node:fs';
import * as path from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../../scripts/run';

const { on, jobs: { build, deploy } } = parse(fs.readFileSync(path.join(ROOT, '.github', 'workflows', 'site.yml'), 'utf8'));

test('each push to main builds and deploys the site, with the rights for that alone', () => {
  expect(on.push.branches).toEqual(['main']);
  expect(build.steps.map(({ run }: { run?: string }) => run).filter(Boolean)).toEqual(['npm ci', 'npm run site']);
  expect([build.permissions, deploy.permissions]).toEqual([{ contents: 'read' }, { 'pages': 'write', 'id-token': 'write' }]);
  expect(deploy.needs).toBe('build');
});

test('its actions are pinned to a commit', () => {
  const uses: string[] = [build, deploy].flatMap(({ steps }) => steps.map(({ uses: action }: { uses?: string }) => action ?? [])).flat();
  expect(uses).toHaveLength(4);
  expect(uses.filter((action) => !/@[0-9a-f]{40}$/.test(action))).toEqual([]);
});

test('the generator and all that it needs are locked to exact versions', () => {
  const { dependencies } = JSON.parse(fs.readFileSync(path.join(ROOT, 'site', 'package.json'), 'utf8'));
  expect(Object.values<string>(dependencies).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  const { packages } = JSON.parse(fs.readFileSync(path.join(ROOT, 'site', 'package-lock.json'), 'utf8'));
  const locked = Object.entries<{ readonly integrity?: string }>(packages).filter(([name]) => name !== '');
  expect(locked.length).toBeGreaterThan(100);
  expect(locked.filter(([, { integrity }]) => !integrity).map(([name]) => name)).toEqual([]);
});

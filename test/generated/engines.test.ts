import * as fs from 'node:fs';
import * as path from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../../scripts/run';

const { jobs: { engines, build } } = parse(fs.readFileSync(path.join(ROOT, '.github', 'workflows', 'build.yml'), 'utf8'));

test('the oldest and the newest Terraform and the newest OpenTofu plan and apply, on both supported lines of Node', () => {
  const { include } = engines.strategy.matrix;
  expect(include.map(({ terraform, tofu }: { terraform?: string; tofu?: string }) => terraform ?? `tofu ${tofu}`)).toEqual(['1.8.5', 'latest', 'tofu latest']);
  expect([...new Set(include.map(({ node }: { node: string }) => node))].sort()).toEqual(['22', '24']);
});

test('README and the page of versions name the oldest Terraform that is run', () => {
  expect(fs.readFileSync(path.join(ROOT, 'README.md'), 'utf8')).toMatch(/Terraform 1\.8/);
  expect(fs.readFileSync(path.join(ROOT, 'docs', 'versions.md'), 'utf8')).toMatch(/^\| Terraform \| 1\.8 /m);
});

test('dependencies are those of the lock', () => {
  const installs = [build, engines].flatMap(({ steps }) => steps.map(({ run }: { run?: string }) => run ?? '')).filter((run: string) => /npm (ci|install)/.test(run));
  expect(installs).toEqual(['npm ci', 'npm ci']);
});

test('the page of versions names the OpenTofu that the tests run on', () => {
  const [, version] = /opentofu\/opentofu v([\d.]+)/.exec(fs.readFileSync(path.join(ROOT, 'scripts', 'tofu', 'go.mod'), 'utf8'))!;
  expect(fs.readFileSync(path.join(ROOT, 'docs', 'versions.md'), 'utf8')).toMatch(new RegExp(`^\\| OpenTofu .* on ${version.replace(/\./g, '\\.')};`, 'm'));
});

import * as fs from 'node:fs';
import * as path from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../../scripts/run';

const { jobs: { platforms } } = parse(fs.readFileSync(path.join(ROOT, '.github', 'workflows', 'build.yml'), 'utf8'));
const runs: string[] = platforms.steps.map(({ run }: { run?: string }) => run).filter(Boolean);

test('the packages, the demo and the programs in C# run on all systems, on each supported Node', () => {
  expect(platforms.strategy.matrix).toEqual({ os: ['ubuntu-latest', 'macos-latest', 'windows-latest'], node: ['20', '22', '24'] });
  expect(runs).toEqual(['npm ci', 'npm test -- consumers', 'npm run demo', 'npm test -- csharp']);
  expect(platforms.env).toEqual({ CI: 'true' });
});

test('a step of theirs installs .NET 10', () => {
  expect(platforms.steps).toContainEqual(expect.objectContaining({ uses: expect.stringContaining('setup-dotnet'), with: expect.objectContaining({ 'dotnet-version': '10.x' }) }));
});

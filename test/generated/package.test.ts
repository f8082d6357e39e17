import { mustRun } from '../../scripts/run';

jest.setTimeout(60_000);

const ROOMS = /^lib\/(alerting|core|dashboards(\/(lint|panels))?|defaults|frontend|gateway|l1|monitoring|patterns|policies|projects|provider|queries|review(\/(model|page))?|sinks|slo|sql(\/rules)?|tokens|workloads)\/[a-z0-9-]+\.(js|d\.ts)$/;

/** Needs the JavaScript that the compile stage leaves, and the translations of the docs stage. */
test('the package holds the compiled library, the assembly, the translated examples and what npm wants, and nothing else', async () => {
  const output = await mustRun('npm', ['pack', '--dry-run', '--json', '--loglevel=error']);
  const [{ files, size }] = JSON.parse(output.slice(output.indexOf('[')));
  const names: string[] = files.map((file: { path: string }) => file.path);
  const stray = names.filter((name) => !ROOMS.test(name));
  expect(stray.sort()).toEqual(['.jsii', '.jsii.tabl.json.gz', 'LICENSE', 'README.md', 'lib/index.d.ts', 'lib/index.js', 'package.json']);
  expect(names.filter((name) => name.startsWith('lib/l1/'))).toHaveLength(2 * 17);
  expect(size).toBeLessThan(700_000);
});

import { mustRun } from '../../scripts/run';

jest.setTimeout(60_000);

/** Needs the assembly that the compile stage leaves. */
test('the package is ready for Construct Hub', async () => {
  const output = await mustRun('ts-node', ['--transpile-only', '--project', 'tsconfig.dev.json', 'scripts/check-hub.ts']);
  expect(output.trim().split('\n').pop()).toBe('ready for Construct Hub');
});

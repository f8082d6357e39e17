import { runCli } from '../src/run-cli';

/** What a run prints and ends with. */
async function run(...args: string[]) {
  let output = '';
  const spies = [process.stdout, process.stderr].map((stream) => jest.spyOn(stream, 'write').mockImplementation((chunk) => {
    output += String(chunk);
    return true;
  }));
  try {
    return { exitCode: await runCli(args), output };
  } finally {
    spies.forEach((spy) => spy.mockRestore());
    process.exitCode = undefined;
  }
}

test('--help says what the exit codes mean, and succeeds', async () => {
  const { exitCode, output } = await run('--help');
  expect(exitCode).toBe(0);
  expect(output).toMatch(/Exit codes:\n {2}0 {2}all is well\n {2}1 {2}there are findings/);
});

test('--version is that of the package', async () => {
  expect(await run('--version')).toEqual({ exitCode: 0, output: '0.0.0\n' });
});

test('an option that is not there is wrong usage', async () => {
  const { exitCode, output } = await run('--colour');
  expect(exitCode).toBe(2);
  expect(output).toContain("error: unknown option '--colour'");
});

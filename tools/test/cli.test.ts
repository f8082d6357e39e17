import { inProcess } from './tool';

test('--help says what the exit codes mean, and succeeds', async () => {
  const { exitCode, stdout } = await inProcess('--help');
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/Exit codes:\n {2}0 {2}all is well\n {2}1 {2}there are findings/);
});

test('--version is that of the package', async () => {
  expect(await inProcess('--version')).toEqual({ exitCode: 0, stdout: '0.0.0\n', stderr: '' });
});

test('an option that is not there is wrong usage', async () => {
  const { exitCode, stderr } = await inProcess('--colour');
  expect(exitCode).toBe(2);
  expect(stderr).toContain("error: unknown option '--colour'");
});

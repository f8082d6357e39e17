import { run } from '../../scripts/run';
import { NO_NETWORK } from '../../scripts/site/build';

test.each([
  ['fetch', "fetch('https://registry.example')"],
  ['https', "require('node:https').get('https://registry.example')"],
  ['net', "require('node:net').connect(80, 'registry.example')"],
])('a build that asks for another machine with %s fails', async (_, program) => {
  const { exitCode, output } = await run('node', ['--require', NO_NETWORK, '-e', program]);
  expect(exitCode).toBe(1);
  expect(output).toContain('the site is built without a network, and something asked for registry.example');
});

test('this machine is there', async () => {
  const program = `
    const server = require('node:http').createServer((_, response) => response.end('here'));
    server.listen(0, 'localhost', async () => {
      process.stdout.write(await (await fetch('http://localhost:' + server.address().port)).text());
      server.close();
      server.closeAllConnections();
    });
  `;
  expect(await run('node', ['--require', NO_NETWORK, '-e', program])).toEqual({ exitCode: 0, output: 'here' });
});

import * as fs from 'node:fs';
import * as path from 'node:path';
import { mustRun, ROOT } from '../../scripts/run';

jest.setTimeout(60_000);

/** Runs a program that finds the compiled library, which the compile stage leaves, as users find it: outside of jest, which loads modules in its own way. */
async function inNode(program: string): Promise<any> {
  const helpers = `
    const ours = () => Object.keys(require.cache).map((file) => require('path').relative(${JSON.stringify(path.join(ROOT, 'lib'))}, file)).filter((file) => !file.startsWith('..'));
    const { App, TerraformStack, Testing } = require('cdktf');
    const messagesOf = (stack) => { try { Testing.synth(stack, true); return []; } catch (error) { return error.message.split('\\n').filter((line) => line.includes('app/')); } };
  `;
  return JSON.parse(await mustRun('node', ['-e', `${helpers}${program}`]));
}

/** The values in the assembly that are not bindings, and the namespace of the bindings. */
function valuesOfAssembly(): string[] {
  const { types } = JSON.parse(fs.readFileSync(path.join(ROOT, '.jsii'), 'utf8')) as { types: { [fqn: string]: { kind: string; name: string; namespace?: string } } };
  return ['l1', ...Object.values(types).filter(({ kind, namespace }) => kind !== 'interface' && namespace === undefined).map(({ name }) => name)];
}

test('to load the library loads the rules for all apps with what they need, and to use a name loads its module', async () => {
  const [atFirst, afterUse] = await inNode(`
    const library = require('cdktf-logfire');
    const atFirst = ours();
    library.Duration;
    console.log(JSON.stringify([atFirst, ours()]));
  `);
  expect(atFirst.filter((file: string) => !file.startsWith('core/')).sort()).toEqual([
    'index.js', 'l1/index.js', 'projects/organization.js', 'provider/provider-rules.js', 'sinks/store-secret.js', 'tokens/credential-types.js',
  ]);
  expect(afterUse.filter((file: string) => !atFirst.includes(file))).toEqual(['core/duration.js']);
});

test('one binding is loaded without the others', async () => {
  const [bindings] = await inNode("require('cdktf-logfire').l1.Project; console.log(JSON.stringify([ours().filter((file) => file.startsWith('l1')).sort()]));");
  expect(bindings).toEqual(['l1/index.js', 'l1/project.js']);
});

test('every name of the assembly has its value, the same one at each use, and nobody can change it', async () => {
  const names: [string, string, boolean][] = await inNode(`
    const library = require('cdktf-logfire');
    console.log(JSON.stringify(Object.keys(library).map((name) => [name, typeof library[name], library[name] === library[name] && !Object.getOwnPropertyDescriptor(library, name).writable])));
  `);
  expect(names.map(([name]) => name).sort()).toEqual(valuesOfAssembly().sort());
  expect(names.filter(([, type, same]) => !['function', 'object'].includes(type) || !same)).toEqual([]);
});

test('rules run for resources of the bindings although nothing else has loaded their modules', async () => {
  const messages: { [type: string]: string[] } = await inNode(`
    const { LogfireProvider, l1 } = require('cdktf-logfire');
    const twice = {
      logfire_project: (stack, id) => new l1.Project(stack, id, { name: 'shop' }),
      logfire_organization: (stack, id) => new l1.Organization(stack, id, { name: 'shop' }),
      logfire_alert: (stack, id) => new l1.Alert(stack, id, { name: 'shop', projectId: 'p' }),
      logfire_dashboard: (stack, id) => new l1.Dashboard(stack, id, { slug: 'shop', projectId: 'p' }),
      logfire_slo: (stack, id) => new l1.Slo(stack, id, { name: 'shop', projectId: 'p' }),
      logfire_gateway_provider: (stack, id) => new l1.GatewayProvider(stack, id, { slug: 'shop' }),
    };
    const found = Object.entries(twice).map(([type, create]) => {
      const stack = new TerraformStack(new App(), 'app');
      new LogfireProvider(stack, 'Logfire', { baseUrl: 'https://logfire.example.com' });
      create(stack, 'A');
      create(stack, 'B');
      return [type, messagesOf(stack)];
    });
    console.log(JSON.stringify(Object.fromEntries(found)));
  `);
  for (const [type, lines] of Object.entries(messages)) {
    expect([type, lines]).toEqual([type, [expect.stringContaining('is taken by app/A')]]);
  }
});

test('the rules for all types are the rules of all modules', async () => {
  const [onDemand, all] = await inNode(`
    const fs = require('fs');
    const library = require('cdktf-logfire');
    const { declaredRules } = require(${JSON.stringify(path.join(ROOT, 'lib', 'core', 'findings'))});
    const schema = JSON.parse(fs.readFileSync('schema/logfire-provider.json', 'utf8'));
    const [provider] = Object.values(schema.provider_schemas);
    const types = new Set(Object.keys(provider.resource_schemas));
    const onDemand = declaredRules(types).length;
    fs.readdirSync('lib', { recursive: true }).filter((file) => file.endsWith('.js')).forEach((file) => require(fs.realpathSync('lib/' + file)));
    console.log(JSON.stringify([onDemand, declaredRules(types).length]));
  `);
  expect(onDemand).toBe(all);
  expect(all).toBeGreaterThan(0);
});

test('rules about one type leave the modules of other types alone', async () => {
  const loaded: string[] = await inNode(`
    const { LogfireProvider, LogfireProject } = require('cdktf-logfire');
    const stack = new TerraformStack(new App(), 'app');
    new LogfireProvider(stack, 'Logfire');
    new LogfireProject(stack, 'Shop');
    Testing.synth(stack, true);
    console.log(JSON.stringify(ours()));
  `);
  expect(loaded).toContain('projects/project.js');
  expect(loaded.filter((file) => /^(dashboards|slo|alerting|gateway)\//.test(file))).toEqual([]);
});

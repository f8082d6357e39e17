import * as fs from 'node:fs';
import * as path from 'node:path';
import { mustRun, ROOT } from '../../scripts/run';
import { cached } from '../../scripts/tool-cache';

jest.setTimeout(300_000);

/** Bindings that npm has for the providers of secret stores, and where they have the resources that sinks write. */
const BINDINGS = [
  { name: 'vault', version: '15.6.1', resource: 'vault_kv_secret_v2', folder: 'kv-secret-v2', config: 'KvSecretV2Config' },
  { name: 'kubernetes', version: '12.1.1', resource: 'kubernetes_secret_v1', folder: 'secret-v1', config: 'SecretV1Config' },
  { name: 'github', version: '15.3.1', resource: 'github_actions_secret', folder: 'actions-secret', config: 'ActionsSecretConfig' },
] as const;

interface Argument { readonly optional: boolean; readonly type: string }

/** The props of an interface in a declaration file, by the names of Terraform. */
function argumentsIn(declarations: string, name: string): Map<string, Argument> {
  const body = new RegExp(`^export interface ${name}\\b[^{]*\\{$([^]*?)^\\}`, 'm').exec(declarations)![1];
  return new Map([...body.matchAll(/^ {4}readonly (\w+)(\??): (\{[^}]*\}|[^;]+);/gm)].map(([, prop, mark, type]) => (
    [prop.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), { optional: mark === '?', type: type.replace(/\s+/g, ' ') }]
  )));
}

function typeOf(type: unknown): string {
  return type === 'bool' ? 'boolean | cdktf.IResolvable' : JSON.stringify(type) === '["map","string"]' ? '{ [key: string]: string; }' : String(type);
}

test.each(BINDINGS)('the schema of $resource has what the bindings of its provider have', async ({ name, version, resource, folder, config }) => {
  const directory = await cached(`provider-${name}-${version}`, async (empty) => {
    await mustRun('npm', ['pack', `@cdktf/provider-${name}@${version}`, '--pack-destination', empty, '--silent']);
    const [archive] = fs.readdirSync(empty);
    await mustRun('tar', ['-xzf', archive, 'package/package.json', `package/lib/${folder}/index.d.ts`], { cwd: empty });
    fs.rmSync(path.join(empty, archive));
  });
  const read = (file: string) => fs.readFileSync(path.join(directory, 'package', file), 'utf8');
  const schema = JSON.parse(fs.readFileSync(path.join(ROOT, 'schema', 'sinks', `${name}.json`), 'utf8'));
  const { provider } = JSON.parse(read('package.json')).cdktf;
  expect({ provider: schema.provider, version: schema.version }).toEqual({ provider: provider.name, version: provider.version });

  const declarations = read(`lib/${folder}/index.d.ts`);
  const known = argumentsIn(declarations, config);
  const { attributes, block_types: blocks = {} } = schema.resource_schemas[resource].block;
  const compare = (committed: Record<string, { type: unknown; required?: boolean; optional?: boolean }>, bindings: Map<string, Argument>) => {
    const settable = Object.entries(committed).filter(([, { required, optional }]) => required || optional);
    expect(Object.fromEntries(settable.map(([attribute, { required, type }]) => [attribute, { optional: !required, type: typeOf(type) }])))
      .toEqual(Object.fromEntries(settable.map(([attribute]) => [attribute, bindings.get(attribute)])));
  };
  compare(attributes, known);
  for (const [block, { min_items: min, block: { attributes: inner } }] of Object.entries<any>(blocks)) {
    const { optional, type } = known.get(block)!;
    expect(optional).toBe(min === 0);
    compare(inner, argumentsIn(declarations, type));
  }
  const shapes = Object.keys(attributes).filter((attribute) => attributes[attribute].required || attributes[attribute].optional);
  expect([...known].filter(([argument, { optional }]) => !optional && ![...shapes, ...Object.keys(blocks)].includes(argument))).toEqual([]);
});

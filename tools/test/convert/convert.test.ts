import './corpus';
import { configurationOf, JsonObject } from '../../src/convert/configuration';
import { Conversion, convert } from '../../src/convert/convert';
import { emitterOf } from '../../src/program/languages';
import { runProgram } from '../../src/program/run';

const SHOP = { name: 'shop' };
const ID = '${logfire_project.shop.id}';

/** Converts a shop and other resources. */
function converted(resources: { readonly [type: string]: JsonObject }, more: JsonObject = {}): Conversion {
  return convert(configurationOf([{ resource: { ...resources, logfire_project: { shop: SHOP, ...resources.logfire_project } }, ...more }]), 'stack', 'main.tf.json');
}

function textOf(conversion: Conversion): string {
  return emitterOf('typescript', 'cdktf').emit(conversion.program);
}

const ALERT = {
  project_id: ID, name: 'Errors', query: 'SELECT 1', time_window: '5m', frequency: '5m', notify_when: 'has_matches', channel_assignments: [],
};

test.each<[string, { readonly [type: string]: JsonObject }, string]>([
  ['a timestamp in another spelling', { logfire_write_token: { a: { project_id: ID, expires_at: '2031-01-01T00:00:00+02:00' } } },
    'logfire_write_token.a uses its L1 binding: with a construct, expires_at would be "2030-12-31T22:00:00Z"'],
  ['an empty description of an alert', { logfire_alert: { a: { ...ALERT, description: '' } } },
    'logfire_alert.a uses its L1 binding: with a construct, description would be left out'],
  ['a query that the library rejects', { logfire_alert: { a: { ...ALERT, query: 'SELECT (1' } } },
    'logfire_alert.a uses its L1 binding: stack/A: query must have balanced brackets'],
  ['a boolean that is an expression', { logfire_alert: { a: { ...ALERT, active: '${var.active}' } } },
    'logfire_alert.a uses its L1 binding: a boolean is an expression'],
  ['a name with whitespace', { logfire_schedule: { a: { label: ' Hours ', timezone: 'UTC', windows: [{ days: [1], start_time: '09:00', end_time: '17:00' }] } } },
    'logfire_schedule.a uses its L1 binding: '],
  ['a region that the construct would add', { logfire_channel: { a: { name: 'A', config: { type: 'pagerduty', routing_key: 'key' } } } },
    'logfire_channel.a uses its L1 binding: with a construct, config.region would be "us"'],
  ['an attribute that the library does not know', { logfire_project: { b: { name: 'bb', color: 'red' } } },
    'logfire_project.b uses its L1 binding: with a construct, color would be left out'],
  ['a provisioner', { logfire_project: { b: { name: 'bb', provisioner: [{ 'local-exec': [{ command: 'true' }] }] } } },
    'logfire_project.b uses its L1 binding: with a construct, provisioner would be left out'],
])('%s takes a resource back to its binding, which says the same', (_, resources, note) => {
  const conversion = converted(resources);
  expect(conversion.notes.join('\n')).toContain(note);
  expect(textOf(conversion)).toContain('new l1.');
  const [[type, [name, body]]] = Object.entries(resources).map(([key, value]) => [key, Object.entries(value)[0]] as const);
  const { '//': _metadata, ...given } = runProgram(conversion.program).stack!.resource[type][name];
  expect(given).toEqual(body);
});

test('what is said never has a secret in it', () => {
  const key = 'not-a-real-key';
  const conversion = converted({ logfire_gateway_provider: { a: { slug: 'a', vendor: 'openai', api_key: `\${trimspace(upper("${key}"))}` }, b: { slug: '', vendor: 'groq', api_key: key } } });
  expect(conversion.notes.join()).toContain('logfire_gateway_provider.b uses its L1 binding: ');
  expect(conversion.notes.join()).not.toContain(key);
});

test('a lifecycle is kept, and what the construct adds for its protection stays', () => {
  const conversion = converted({
    logfire_project: { b: { name: 'bb', lifecycle: { prevent_destroy: true, ignore_changes: ['${description}'] } } },
    logfire_read_token: { t: { project_id: ID, lifecycle: [{ ignore_changes: 'all' }] } },
  });
  const { resource } = runProgram(conversion.program).stack!;
  expect(resource.logfire_project.b.lifecycle).toEqual({ prevent_destroy: true, ignore_changes: ['description'] });
  expect(resource.logfire_read_token.t.lifecycle).toEqual({ create_before_destroy: true, ignore_changes: 'all' });
  expect(textOf(conversion)).not.toContain('l1.');
});

test('a child of a project with another provider keeps its own', () => {
  const conversion = converted({ logfire_project: { b: { name: 'bb', provider: 'logfire.eu' } }, logfire_write_token: { t: { project_id: '${logfire_project.b.id}' } } }, {
    provider: { logfire: [{}, { alias: 'eu', base_url: 'https://logfire-eu.pydantic.dev' }] },
  });
  const { resource } = runProgram(conversion.program).stack!;
  expect([resource.logfire_project.b.provider, resource.logfire_write_token.t.provider]).toEqual(['logfire.eu', 'logfire']);
});

test('all other blocks are kept', () => {
  const more = {
    terraform: { required_version: '>= 1.8', backend: { s3: { bucket: 'states', key: 'shop', region: 'eu-west-1' } }, required_providers: { aws: { source: 'hashicorp/aws' } } },
    provider: { aws: { region: 'eu-west-1' } },
    module: { vpc: { source: './vpc' } },
    moved: [{ from: 'logfire_project.old', to: 'logfire_project.shop' }],
    data: { aws_region: { here: {} } },
    variable: { stage: { type: 'string', default: 'trial', validation: { condition: '${var.stage != ""}', error_message: 'Say where.' } } },
    locals: { name: '${upper(var.stage)}' },
    output: { region: { value: '${data.aws_region.here.name}', description: 'Where' } },
  };
  const { terraform, resource: _, '//': _metadata, ...rest } = runProgram(converted({}, more).program).stack!;
  expect(converted({}, more).notes).toContainEqual(expect.stringContaining('A module source such as ./vpc is relative'));
  const { terraform: { backend, ...wanted }, ...blocks } = more;
  expect(terraform).toMatchObject({ ...wanted, backend });
  expect(Object.keys(terraform.backend)).toEqual(['s3']);
  expect(rest).toEqual({
    ...blocks,
    provider: { aws: [{ region: 'eu-west-1' }], logfire: [{}] },
    module: [{ vpc: { source: './vpc' } }],
    variable: { stage: { ...more.variable.stage, validation: [more.variable.stage.validation] } },
  });
});

test('a name that a language has for itself, or that is there twice, becomes another one', () => {
  const conversion = converted({
    logfire_project: { class: { name: 'cc' }, stage: { name: 'ss' } },
  }, { variable: { stage: { type: 'string' }, class: {} }, output: { stage: { value: '${logfire_project.stage.id}' }, class: { value: '${logfire_project.class.id}' } } });
  const { resource, variable, output } = runProgram(conversion.program).stack!;
  expect(Object.keys(resource.logfire_project).sort()).toEqual(['class', 'shop', 'stage']);
  expect(Object.keys(variable).sort()).toEqual(['class', 'stage']);
  expect(output).toMatchObject({ stage: { value: '${logfire_project.stage.id}' }, class: { value: '${logfire_project.class.id}' } });
});

test.each<[string, JsonObject, string, JsonObject]>([
  ['a cloud block', { cloud: { organization: 'acme', workspaces: [{ name: 'shop' }] } }, 'new NamedCloudWorkspace(', { cloud: { organization: 'acme', workspaces: { name: 'shop' } } }],
  ['a cloud block with tags', { cloud: { organization: 'acme', workspaces: { tags: ['a'] } } }, 'new TaggedCloudWorkspaces(',
    { cloud: { organization: 'acme', workspaces: { tags: ['a'] } } }],
  ['a remote backend', { backend: { remote: { organization: 'acme', workspaces: [{ prefix: 'shop-' }] } } }, 'new PrefixedRemoteWorkspaces(',
    { backend: { remote: { organization: 'acme', workspaces: { prefix: 'shop-' } } } }],
  ['a local backend', { backend: { local: { path: 'shop.tfstate' } } }, 'new LocalBackend(', { backend: { local: { path: 'shop.tfstate' } } }],
])('%s keeps the state where it is', (_, terraform, code, wanted) => {
  const conversion = converted({}, { terraform });
  expect(textOf(conversion)).toContain(code);
  const { required_providers: _required, ...given } = runProgram(conversion.program).stack!.terraform;
  expect(given).toEqual(wanted);
  expect(conversion.notes).toEqual([]);
});

test('a backend without a class in CDKTF is named', () => {
  expect(converted({}, { terraform: { backend: { kubernetes: { secret_suffix: 'state' } } } }).notes).toEqual([
    'The backend kubernetes is not converted, because CDKTF has no class for it',
  ]);
});

import * as fs from 'node:fs';
import * as path from 'node:path';
import { App, TerraformStack } from 'cdktf';
import {
  ApiScope, Duration, ISecretSink, l1, LogfireApiKey, LogfireInventory, LogfirePolicies, LogfireProject, LogfireRotatingWriteToken, TokenExpiry,
  TokenRotation,
} from '../../src';
import { cleanUp, newApp, newStack, synth, writtenFiles } from '../synth';

const UUID = '00000000-0000-4000-8000-000000000001';
/** Any sink will do. */
const vault: ISecretSink = { kind: 'vault', store: () => undefined };
const FILE = 'stacks/app/logfire-inventory.json';

afterEach(cleanUp);

function inventoryOf(stack: TerraformStack): { tokens: { [name: string]: any }[] } {
  synth(stack);
  return JSON.parse(fs.readFileSync(path.join((stack.node.root as App).outdir, FILE), 'utf8'));
}

function build(app = newApp()): TerraformStack {
  const stack = newStack(app);
  const project = LogfireProject.fromProjectId(stack, 'Shop', UUID);
  const token = project.addWriteToken('Never', { expiry: TokenExpiry.never('devices'), rotation: TokenRotation.manual(2) });
  token.storeIn(vault);
  LogfirePolicies.suppress(token, 'RequireTokenExpiry', 'agreed');
  new LogfireApiKey(stack, 'Key', { project, scopes: ApiScope.query(), expiry: TokenExpiry.at('2030-01-01T01:00:00+01:00') });
  const turns = new LogfireRotatingWriteToken(stack, 'Turns', { project, rotation: TokenRotation.every(Duration.days(30)), expiry: TokenExpiry.after(Duration.days(90)) });
  turns.storeIn(vault);
  new l1.ReadToken(stack, 'Raw', { projectId: UUID });
  LogfireInventory.writeFor(app);
  return stack;
}

test('lists every token and key', () => {
  const { tokens } = inventoryOf(build());
  expect(tokens.map((token) => token.path)).toEqual(['app/Key', 'app/Raw', 'app/Shop/Never', 'app/Turns/SlotA', 'app/Turns/SlotB']);
  expect(tokens[0]).toMatchObject({ kind: 'api-key', scopes: ['project:read_otlp'], expiry: { kind: 'at', instant: '2030-01-01T00:00:00Z' }, sinks: [], suppressions: [] });
  expect(tokens[0].address).toMatch(/^logfire_api_key\.Key_/);
  expect(tokens[1]).toMatchObject({ kind: 'read-token', expiry: { kind: 'never' } });
  expect(tokens[2]).toMatchObject({
    kind: 'write-token',
    expiry: { kind: 'never', reason: 'devices' },
    rotation: { kind: 'manual', generation: 2 },
    sinks: [{ sink: 'vault', path: 'app/Shop/Never/StoredInVault' }],
    suppressions: [{ path: 'app/Shop/Never', rule: 'RequireTokenExpiry', reason: 'agreed' }],
  });
  for (const slot of tokens.slice(3)) {
    expect(slot).toMatchObject({
      expiry: { kind: 'after', lifetime: '90d' },
      rotation: { kind: 'every', period: '30d' },
      sinks: [{ sink: 'vault', path: 'app/Turns/StoredInVault' }],
    });
  }
});

test('is the same at each synth, and asked for twice is written once', () => {
  const [one, two] = [build(), build()];
  LogfireInventory.writeFor(two);
  expect(inventoryOf(one)).toEqual(inventoryOf(two));
});

test('has what is written in the end, and nothing that an override removes', () => {
  const stack = newStack();
  const project = LogfireProject.fromProjectId(stack, 'Shop', UUID);
  project.addWriteToken('Kept').resource.addOverride('expires_at', '2031-01-01T00:00:00Z');
  stack.addOverride(`resource.logfire_write_token.${new l1.WriteToken(stack, 'Gone', { projectId: UUID }).friendlyUniqueId}`, undefined);
  LogfireInventory.writeFor(stack);
  expect(inventoryOf(stack).tokens.map(({ path: of, expiry }) => [of, expiry])).toEqual([['app/Shop/Kept', { kind: 'at', instant: '2031-01-01T00:00:00Z' }]]);
});

test('has the expiration of an override', () => {
  const stack = newStack();
  LogfireProject.fromProjectId(stack, 'Shop', UUID).addWriteToken('Token').resource.addOverride('expires_at', '2031-01-01T00:00:00Z');
  LogfireInventory.writeFor(stack);
  expect(inventoryOf(stack).tokens).toMatchObject([{ expiry: { kind: 'at', instant: '2031-01-01T00:00:00Z' } }]);
});

test('is not written unless asked for', () => {
  const stack = newStack();
  LogfireProject.fromProjectId(stack, 'Shop', UUID).addWriteToken('Token');
  synth(stack);
  expect(writtenFiles(stack.node.root as App)).not.toContain(FILE);
});

test('is not written when there is a finding in any stack', () => {
  const app = newApp();
  build(app);
  new l1.WriteToken(new TerraformStack(app, 'broken'), 'Raw', { projectId: UUID });
  expect(() => app.synth()).toThrow('no Logfire provider');
  expect(writtenFiles(app)).toEqual([]);
});

test('is refused for an app without stacks, and for what is no stack', () => {
  const text = 'scope must be a stack, or an app that has stacks, got neither; pass TerraformStack.of(construct), or call LogfireInventory.writeFor after the last stack';
  expect(() => LogfireInventory.writeFor(newApp())).toThrow(text);
  const project = LogfireProject.fromProjectId(newStack(), 'Shop', UUID);
  expect(() => LogfireInventory.writeFor(project)).toThrow(`app/Shop: ${text}`);
});

test.each(['', '.a.json', 'a.txt', 'ajson', 'a b.json', 'a.json.', 'cdk.tf.json', 'CDK.TF.JSON', '../a.json'])('is refused as the file %j', (fileName) => {
  expect(() => LogfireInventory.writeFor(newStack(), { fileName })).toThrow(
    `app: fileName must be letters, digits, ., _ and -, end in .json, and differ from cdk.tf.json, got ${JSON.stringify(fileName)}; omit it for logfire-inventory.json`);
});

test('is written as lines of JSON, to the file that is asked for', () => {
  const stack = newStack();
  expect(LogfireInventory.writeFor(stack, { fileName: '0-Tokens_of.shop.json' }).fileName).toBe('0-Tokens_of.shop.json');
  synth(stack);
  const { outdir } = App.of(stack);
  expect(fs.readFileSync(path.join(outdir, 'stacks/app/0-Tokens_of.shop.json'), 'utf8')).toBe('{\n  "stack": "app",\n  "tokens": []\n}\n');
});

test('is refused under two names', () => {
  const stack = newStack();
  LogfireInventory.writeFor(stack);
  expect(() => LogfireInventory.writeFor(stack, { fileName: 'other.json' })).toThrow(
    'app: fileName must be the same for one stack, got "other.json" after "logfire-inventory.json"; call LogfireInventory.writeFor once');
});

test('is refused for an app that gets another stack, and not beside the stack that it is for', () => {
  const app = newApp();
  const [one, two] = [newStack(app), newStack(newApp())];
  LogfireInventory.writeFor(app);
  LogfireInventory.writeFor(two);
  newStack(app, 'late');
  newStack(App.of(two), 'late');
  expect(() => synth(one)).toThrow('late: the stack was added after LogfireInventory.writeFor was called for the app; call it at the end of the program, after the last stack [logfire:late-stack]');
  expect(() => synth(two)).not.toThrow();
});

test('has no secret in the reasons', () => {
  const stack = newStack();
  const token = LogfireProject.fromProjectId(stack, 'Shop', UUID).addWriteToken('Token', { expiry: TokenExpiry.never('instead of pylf_v1_us_notarealtoken0') });
  LogfirePolicies.suppress(token, 'RequireTokenExpiry', 'as pylf_v1_us_notarealtoken0');
  LogfireInventory.writeFor(stack);
  expect(inventoryOf(stack).tokens).toMatchObject([{
    expiry: { kind: 'never', reason: 'instead of (a Logfire token)' }, suppressions: [{ reason: 'as (a Logfire token)' }],
  }]);
});

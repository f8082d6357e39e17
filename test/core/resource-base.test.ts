import { LogfireDefaults, LogfireProject, LogfireProvider, LogfireReadToken, LogfireWriteToken } from '../../src';
import { resolved } from '../../src/core/resolving';
import { cleanUp, newStack, only, synth } from '../synth';

afterEach(cleanUp);

const UUID = '00000000-0000-4000-8000-000000000001';

test('other constructs wait for it by its address', () => {
  const stack = newStack();
  const first = new LogfireProject(stack, 'First');
  const second = new LogfireProject(stack, 'Second', { dependsOn: [first] });
  expect(first.fqn).toBe(first.resource.fqn);
  expect(synth(stack).resource.logfire_project[second.resource.friendlyUniqueId].depends_on).toEqual([`logfire_project.${first.resource.friendlyUniqueId}`]);
});

test('an existing object has no address to wait for', () => {
  const stack = newStack();
  const existing = LogfireProject.fromProjectId(stack, 'Existing', UUID) as LogfireProject;
  expect(() => existing.fqn).toThrow('app/Existing: dependsOn must not contain an existing object, which this app does not create; remove it from dependsOn');
});

test('strings of its arguments are literal, and what Terraform itself has for a resource stays', () => {
  const stack = newStack();
  const other = new LogfireProvider(stack, 'Other', { alias: 'other' });
  const { resource } = new LogfireProject(stack, 'Shop', { projectName: 'shop', description: '100 ${percent}', provider: other });
  expect(only(synth(stack), 'logfire_project')).toMatchObject({ description: '100 $${percent}', provider: 'logfire.other', lifecycle: { prevent_destroy: true } });
  expect(resource.provider).toBe(other);
});

test('the resource tells which defaults it uses, and where they were set', () => {
  const stack = newStack();
  LogfireDefaults.of(stack).set({ owner: 'shop-team', deletionProtection: false });
  new LogfireProject(stack, 'Shop');
  expect(only(synth(stack), 'logfire_project')['//'].logfire.defaults).toEqual({ deletionProtection: 'app' });
});

test('without defaults it tells nothing', () => {
  const stack = newStack();
  new LogfireProject(stack, 'Shop');
  expect(only(synth(stack), 'logfire_project')['//']?.logfire?.defaults).toBeUndefined();
});

test('each attribute has one reference, however often it is read', () => {
  const stack = newStack();
  const project = new LogfireProject(stack, 'Shop');
  const [write, read] = [new LogfireWriteToken(stack, 'Write', { project }), new LogfireReadToken(stack, 'Read', { project })];
  expect(project.projectId).toBe(project.projectId);
  expect(write.tokenValue).toBe(write.tokenValue);
  expect(new Set([project.projectId, write.tokenValue, read.tokenValue]).size).toBe(3);
  expect(resolved(stack, write.tokenValue)).toBe(`\${sensitive(logfire_write_token.${write.resource.friendlyUniqueId}.token)}`);
});

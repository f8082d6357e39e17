import { Construct } from 'constructs';
import { defaultOf, hasDefault, setDefault, sourceText, usedDefaults } from '../../src/core/scope-defaults';
import { cleanUp, newStack } from '../synth';

afterEach(cleanUp);

test('the default of a construct is that of the nearest scope around it', () => {
  const stack = newStack();
  const team = new Construct(stack, 'Team');
  setDefault(stack.node.root, 'owner', 'everybody');
  setDefault(stack, 'runbookBaseUrl', 'https://${x}');
  setDefault(team, 'owner', 'team');
  const [inner, outer] = [new Construct(team, 'X'), new Construct(stack, 'X')];
  expect([inner, outer].map((construct) => defaultOf(construct, 'owner'))).toEqual(['team', 'everybody']);
  expect(defaultOf(inner, 'runbookBaseUrl')).toBe('https://${x}');
  expect(defaultOf(inner, 'expiry')).toBeUndefined();
  expect([inner, outer].map(usedDefaults)).toEqual([{ owner: 'app/Team', runbookBaseUrl: 'app' }, { owner: 'the app' }]);
  expect([inner, outer].map((construct) => sourceText(construct, 'owner'))).toEqual([' (the default of app/Team)', ' (the default of the app)']);
  expect(sourceText(inner, 'expiry')).toBe('');
});

test('a construct that uses no default has none to tell of', () => {
  const stack = newStack();
  setDefault(stack, 'owner', 'shop');
  const [none, other] = [new Construct(stack, 'None'), new Construct(stack, 'Other')];
  expect([hasDefault(none, 'owner'), hasDefault(none, 'expiry'), hasDefault(stack.node.root, 'owner')]).toEqual([true, false, false]);
  defaultOf(other, 'expiry');
  expect([none, other, stack].map(usedDefaults)).toEqual([undefined, undefined, undefined]);
  expect([none, other].map((construct) => sourceText(construct, 'owner'))).toEqual(['', '']);
  expect(defaultOf(stack.node.root, 'owner')).toBeUndefined();
});

test('where a default was set is told without what looks like a secret, and is literal', () => {
  const token = `pylf_v1_eu_${'x1Y2'.repeat(10)}`;
  const scope = new Construct(newStack(), token);
  setDefault(scope, 'owner', 'shop');
  const construct = new Construct(scope, 'X');
  defaultOf(construct, 'owner');
  expect(usedDefaults(construct)).toEqual({ owner: 'app/(a Logfire token)' });
});

test('a default may not come after a construct that asked for it', () => {
  const stack = newStack();
  const construct = new Construct(stack, 'X');
  hasDefault(construct, 'owner');
  const text = 'owner must be set before the constructs that use it, got a default after app/X was created; '
    + 'set the defaults of a scope before you create constructs in it [logfire:late-default]';
  expect(() => setDefault(stack, 'owner', 'shop')).toThrow(`app: ${text}`);
  expect(() => setDefault(stack.node.root, 'owner', 'shop')).toThrow(`the app: ${text}`);
  setDefault(construct, 'owner', 'shop');
  setDefault(stack, 'expiry', 'other');
  expect(defaultOf(new Construct(construct, 'Y'), 'owner')).toBe('shop');
});

test('a construct is told as the first that asked, and defaults are hidden in the tree', () => {
  const stack = newStack();
  ['A', 'B'].forEach((id) => hasDefault(new Construct(stack, id), 'owner'));
  expect(() => setDefault(stack, 'owner', 'shop')).toThrow('after app/A was created');
  const construct = new Construct(stack, 'X');
  const shown = () => Reflect.ownKeys({ ...construct });
  const before = shown();
  setDefault(construct, 'owner', 'shop');
  expect(shown()).toEqual(before);
});

import { Construct } from 'constructs';
import { fail, failAt, failWithoutPath, mark, problemOf, told, warn, withoutMark } from '../../src/core/errors';
import { cleanUp, newStack, warnings } from '../synth';

const { JSII_AGENT } = process.env;

afterEach(() => {
  cleanUp();
  process.env.JSII_AGENT = JSII_AGENT ?? '';
});

describe('the id of the rule', () => {
  test.each(['', 'Python/3.12', 'DotNet/8', 'go1.22'])('ends each text, and is the same in the language of %j', (agent) => {
    process.env.JSII_AGENT = agent;
    const scope = new Construct(newStack(), 'Shop');
    const end = /; \S+ \[logfire:token-lifetime\]$/;
    expect(() => fail(scope, 'token-lifetime', 'warnBefore must be shorter, got 7d; shorten')).toThrow(end);
    expect(() => failAt('Sli.ratio', 'token-lifetime', 'warnBefore must be shorter, got 7d; shorten')).toThrow(end);
    expect(() => failWithoutPath('token-lifetime', 'warnBefore must be shorter, got 7d; shorten')).toThrow(end);
    warn(scope, 'token-lifetime', 'warnBefore must be shorter, got 7d; shorten');
    warn(scope, 'token-lifetime', 'warnBefore must be shorter, got 7d; shorten');
    expect(warnings(scope)).toEqual([expect.stringMatching(end)]);
  });

  test('stays with a problem that is reported later', () => {
    const scope = new Construct(newStack(), 'Shop');
    expect(problemOf(scope, () => fail(scope, 'max-length', 'name must be short; shorten it'))).toEqual({ id: 'max-length', message: 'name must be short; shorten it' });
    expect(problemOf(scope, () => failAt('section "A"', 'panel-id', 'panelId must be short'))).toEqual({ id: 'panel-id', message: 'section "A": panelId must be short' });
    expect(problemOf(scope, () => {})).toBeUndefined();
    expect(() => problemOf(scope, () => { throw new TypeError('of somebody else'); })).toThrow(TypeError);
  });

  test('is told apart from the text', () => {
    expect(withoutMark('name must be short; shorten it [logfire:max-length]')).toEqual({ text: 'name must be short; shorten it', rule: 'max-length' });
    expect(withoutMark('no description; add one [policy:My rule]')).toEqual({ text: 'no description; add one', rule: 'My rule' });
    expect(withoutMark('of somebody else [with brackets]')).toEqual({ text: 'of somebody else [with brackets]', rule: '' });
  });

  test('of a policy of the program has another mark, without a secret in its name', () => {
    expect(mark({ policy: 'My rule' })).toBe(' [policy:My rule]');
    const token = `pylf_v1_eu_${'x'.repeat(40)}`;
    expect(mark({ policy: token })).not.toContain(token);
  });
});

describe('a text', () => {
  const token = `pylf_v1_eu_${'x1Y2'.repeat(10)}`;

  test('begins with the path of its construct, and has no secret in it', () => {
    const stack = newStack();
    expect(() => fail(new Construct(stack, token), 'max-length', `name must be short, got ${token}; shorten it`)).toThrow(
      'app/(a Logfire token): name must be short, got (a Logfire token); shorten it [logfire:max-length]');
    expect(() => fail(stack.node.root, 'max-length', 'name must be short; shorten it')).toThrow('the app: name must be short; shorten it [logfire:max-length]');
    expect(() => failWithoutPath('max-length', `${token} must be short`)).toThrow('(a Logfire token) must be short [logfire:max-length]');
    expect(told(`app/${token}`, { policy: 'My rule' }, token, (text) => `<${text}>`)).toBe('app/(a Logfire token): <(a Logfire token)> [policy:My rule]');
  });

  test('of a problem has no path, also where that has a secret in it', () => {
    const scope = new Construct(newStack(), token);
    expect(problemOf(scope, () => fail(scope, 'max-length', 'name must be short'))?.message).toBe('name must be short');
  });

  test('of a warning is told once, and another one beside it', () => {
    const scope = new Construct(newStack(), 'Shop');
    scope.node.addMetadata('note', 'name is long [logfire:max-length]');
    ['name is long', 'name is long', `name ${token} is long`].forEach((text) => warn(scope, 'max-length', text));
    expect(warnings(scope)).toEqual(['name is long [logfire:max-length]', 'name (a Logfire token) is long [logfire:max-length]']);
  });

  test('may be of somebody else, whose error is not taken for one of the library', () => {
    const scope = newStack();
    expect(() => problemOf(scope, () => { throw 'no error'; })).toThrow('no error');
    expect(() => fail(scope, 'max-length', 'x')).toThrow(expect.objectContaining({ name: 'LogfireError' }));
    expect(withoutMark('two\nlines [logfire:max-length]')).toEqual({ text: 'two\nlines', rule: 'max-length' });
    expect(withoutMark('a [logfire:max-length] b')).toEqual({ text: 'a [logfire:max-length] b', rule: '' });
  });
});

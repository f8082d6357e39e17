import { Construct } from 'constructs';
import { fail, failAt, failWithoutPath, mark, problemOf, warn, withoutMark } from '../../src/core/errors';
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

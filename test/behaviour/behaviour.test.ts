import { cleanUp, newStack, synth } from '../synth';
import { Checks } from './check';
import { PROJECT } from './checks/project';
import { PROVIDER } from './checks/provider';
import { READ_TOKEN, WRITE_TOKEN } from './checks/tokens';
import { rulesOf } from './rules';

const CHECKS: { readonly [type: string]: Checks } = {
  logfire_project: PROJECT,
  logfire_read_token: READ_TOKEN,
  logfire_write_token: WRITE_TOKEN,
  provider: PROVIDER,
};

afterEach(cleanUp);

describe.each(Object.keys(CHECKS))('%s', (type) => {
  const checks = CHECKS[type];

  test('has a check, or a reason why not, for every rule of behaviour.json, and for no other', () => {
    expect(Object.keys(checks).sort()).toEqual(rulesOf(type));
  });

  test.each(Object.keys(checks))('%s', (rule) => {
    const check = checks[rule];
    if (typeof check === 'string') {
      expect(check.length).toBeGreaterThan(10);
      return;
    }
    expect(() => {
      const stack = newStack();
      check.breaks(stack);
      synth(stack);
    }).toThrow(check.error);
    const stack = newStack();
    check.keeps(stack);
    expect(Object.keys(synth(stack)).length).toBeGreaterThan(0);
  });
});

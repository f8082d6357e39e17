import { cleanUp, newStack, synth } from '../synth';
import { Checks } from './check';
import { ALERT, CHANNEL, PAGERDUTY_SERVICE, SCHEDULE } from './checks/alerting';
import { DASHBOARD } from './checks/dashboard';
import { FRONTEND_APPLICATION, FRONTEND_TOKEN } from './checks/frontend';
import { API_KEY, GATEWAY_API_KEY, GATEWAY_PROVIDER } from './checks/keys';
import { ORGANIZATION } from './checks/organization';
import { PROJECT } from './checks/project';
import { PROVIDER } from './checks/provider';
import { SLO } from './checks/slo';
import { READ_TOKEN, WRITE_TOKEN } from './checks/tokens';
import { rulesOf, TYPES } from './rules';

const CHECKS: { readonly [type: string]: Checks } = {
  'data.logfire_pagerduty_service': PAGERDUTY_SERVICE,
  'logfire_alert': ALERT,
  'logfire_api_key': API_KEY,
  'logfire_channel': CHANNEL,
  'logfire_dashboard': DASHBOARD,
  'logfire_frontend_application': FRONTEND_APPLICATION,
  'logfire_frontend_application_token': FRONTEND_TOKEN,
  'logfire_gateway_api_key': GATEWAY_API_KEY,
  'logfire_gateway_provider': GATEWAY_PROVIDER,
  'logfire_organization': ORGANIZATION,
  'logfire_project': PROJECT,
  'logfire_read_token': READ_TOKEN,
  'logfire_schedule': SCHEDULE,
  'logfire_slo': SLO,
  'logfire_write_token': WRITE_TOKEN,
  'provider': PROVIDER,
};

afterEach(cleanUp);

test('every type of behaviour.json has its checks', () => {
  expect(Object.keys(CHECKS).sort()).toEqual([...TYPES].sort());
});

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

import { TerraformStack, TerraformVariable } from 'cdktf';
import { ApiScope, GatewayLimits, LogfireApiKey, LogfireGatewayApiKey, LogfireProject } from '../../src';
import { cleanUp, newStack, synth, TerraformJson, warnings } from '../synth';

const UUID = '00000000-0000-4000-8000-000000000001';
const LIMITS = ['dailyLimitUsd', 'weeklyLimitUsd', 'monthlyLimitUsd', 'totalLimitUsd'] as const;

afterEach(cleanUp);

type CapsOf = (stack: TerraformStack) => GatewayLimits;

/** The same rules hold where the caps are nested and where they are flat. */
describe.each<[string, string, (stack: TerraformStack, caps: GatewayLimits) => unknown, (json: TerraformJson) => TerraformJson]>([
  ['an API key', 'gateway.', (stack, gateway) => new LogfireApiKey(stack, 'Key', {
    project: LogfireProject.fromProjectId(stack, 'Shop', UUID), scopes: [ApiScope.PROJECT_GATEWAY_PROXY], gateway,
  }), (json) => Object.values<TerraformJson>(json.resource.logfire_api_key)[0].gateway],
  ['a gateway key', '', (stack, caps) => new LogfireGatewayApiKey(stack, 'Key', {
    project: LogfireProject.fromProjectId(stack, 'Shop', UUID), ...caps,
  }), (json) => Object.values<TerraformJson>(json.resource.logfire_gateway_api_key)[0]],
])('the caps of %s', (_, prefix, make, capsOf) => {
  function newKey(caps: GatewayLimits | CapsOf): TerraformStack {
    const stack = newStack();
    make(stack, typeof caps === 'function' ? caps(stack) : caps);
    return stack;
  }

  describe.each(LIMITS)('%s', (limit) => {
    const attribute = `spending_limit_${limit.replace('LimitUsd', '')}`;

    test.each([0, 1, 500_000_000])('may be %d', (value) => {
      expect(capsOf(synth(newKey({ [limit]: value })))[attribute]).toBe(value);
    });

    test.each([-1, 0.5, 500_000_001, NaN, Infinity])('fails for %d', (value) => {
      expect(() => newKey({ [limit]: value })).toThrow(
        `app/Key: ${prefix}${limit} must be whole US dollars from 0 to 500000000, got ${value}; leave it out to set no limit`);
    });

    test('takes a variable', () => {
      const caps = capsOf(synth(newKey((stack) => ({ [limit]: new TerraformVariable(stack, 'limit', { type: 'number' }).numberValue }))));
      expect(caps[attribute]).toBe('${var.limit}');
    });
  });

  test.each<[GatewayLimits, string[]]>([
    [{ dailyLimitUsd: 1, weeklyLimitUsd: 1, monthlyLimitUsd: 2, totalLimitUsd: 3 }, []],
    [{ dailyLimitUsd: 2, weeklyLimitUsd: 1 },
      ['dailyLimitUsd must not be more than weeklyLimitUsd, got 2 and 1: weeklyLimitUsd is reached first; lower dailyLimitUsd or raise weeklyLimitUsd']],
    [{ dailyLimitUsd: 2, monthlyLimitUsd: 1 }, ['dailyLimitUsd must not be more than monthlyLimitUsd, got 2 and 1: monthlyLimitUsd is']],
    [{ weeklyLimitUsd: 5, totalLimitUsd: 4 }, ['weeklyLimitUsd must not be more than totalLimitUsd, got 5 and 4: totalLimitUsd is']],
    [{ dailyLimitUsd: 3, weeklyLimitUsd: 2, monthlyLimitUsd: 1 }, ['dailyLimitUsd must not be more than weeklyLimitUsd, got 3 and 2', 'weeklyLimitUsd must not be more than monthlyLimitUsd, got 2 and 1']],
    [{ dailyLimitUsd: 0, totalLimitUsd: 0 }, []],
    [{ totalLimitUsd: 1 }, []],
  ])('%j have the warnings %j', (caps, expected) => {
    expect(warnings(newKey(caps))).toEqual(expected.map((text) => expect.stringMatching(`^${prefix}${text}`)));
  });

  test('the order of what Terraform alone knows is not judged', () => {
    expect(warnings(newKey((stack) => ({ dailyLimitUsd: 9, weeklyLimitUsd: new TerraformVariable(stack, 'limit', { type: 'number' }).numberValue })))).toEqual([]);
  });
});

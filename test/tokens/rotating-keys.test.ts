import { TerraformOutput, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import {
  ApiScope, Duration, ILogfireProject, LogfireProject, LogfireRotatingApiKey, LogfireRotatingGatewayApiKey,
  LogfireRotatingReadToken, TokenExpiry, TokenExpiryOptions, TokenRotation,
} from '../../src';
import { cleanUp, newStack, synth, TerraformJson } from '../synth';

afterEach(cleanUp);

interface Options extends TokenExpiryOptions {
  readonly rotation: TokenRotation;
  readonly keyName?: string;
}

interface Current {
  readonly value: string;
  readonly end: string | undefined;
}

type Make = (scope: Construct, project: ILogfireProject, options: Options) => Current;

function ofKey(current: LogfireRotatingApiKey | LogfireRotatingGatewayApiKey): Current {
  return { value: current.tokenValue, end: current.tokenExpiresAt };
}

describe.each<[string, string, string, Make]>([
  ['LogfireRotatingReadToken', 'tokens', 'logfire_read_token', (scope, project, options) => {
    const current = new LogfireRotatingReadToken(scope, 'Turns', { project, ...options });
    return { value: current.tokenValue, end: current.tokenExpiresAt };
  }],
  ['LogfireRotatingApiKey', 'keys', 'logfire_api_key', (scope, project, options) => (
    ofKey(new LogfireRotatingApiKey(scope, 'Turns', { project, scopes: ApiScope.query(), ...options }))
  )],
  ['LogfireRotatingGatewayApiKey', 'keys', 'logfire_gateway_api_key', (scope, project, options) => (
    ofKey(new LogfireRotatingGatewayApiKey(scope, 'Turns', { project, dailyLimitUsd: 5, ...options }))
  )],
])('%s', (_, noun, type, make) => {
  function rotating(options: Options): TerraformJson {
    const stack: TerraformStack = newStack();
    const { value, end } = make(stack, LogfireProject.fromProjectId(stack, 'Shop', '00000000-0000-4000-8000-000000000001'), options);
    new TerraformOutput(stack, 'value', { value, sensitive: true });
    if (end !== undefined) {
      new TerraformOutput(stack, 'end', { value: end });
    }
    return synth(stack);
  }

  const both = (json: TerraformJson) => Object.values<TerraformJson>(json.resource[type]);

  test('makes two, each replaced in every second period', () => {
    const json = rotating({ rotation: TokenRotation.manual(3) });
    expect(both(json)).toHaveLength(2);
    expect(Object.values<TerraformJson>(json.resource.terraform_data).map((anchor) => anchor.triggers_replace)).toEqual([['8760h', 1], ['8760h', 2]]);
  });

  test('the current one is A in even periods, else B, and its value is sensitive', () => {
    const json = rotating({ rotation: TokenRotation.every(Duration.days(30)) });
    const [a, b] = Object.keys(json.resource[type]);
    const locals = Object.entries<string>(json.locals).filter(([name]) => name.startsWith('Turns_'));
    expect(locals).toEqual([
      [expect.stringContaining('_ExpiresAt_'), `\${floor(local.logfire_day / 30) % 2 == 0 ? ${type}.${a}.expires_at : ${type}.${b}.expires_at}`],
      [expect.stringContaining('_Value_'), `\${floor(local.logfire_day / 30) % 2 == 0 ? sensitive(${type}.${a}.token) : sensitive(${type}.${b}.token)}`],
    ]);
    expect(json.output.value.value).toBe(`\${sensitive(local.${locals[1][0]})}`);
    expect(json.output.end.value).toBe(`\${local.${locals[0][0]}}`);
  });

  test('fails for one instant, and for a lifetime that does not cover two periods', () => {
    const rotation = TokenRotation.every(Duration.days(30));
    expect(() => rotating({ rotation, expiry: TokenExpiry.at('2027-03-31T00:00:00Z') })).toThrow(
      `app/Turns: expiry must be TokenExpiry.after for rotating ${noun}, got TokenExpiry.at: both would expire at the same instant`);
    expect(() => rotating({ rotation, expiry: TokenExpiry.after(Duration.days(60)) })).toThrow('app/Turns/SlotA: expiry must cover two rotation periods of 30d and a day');
    expect(both(rotating({ rotation, expiry: TokenExpiry.after(Duration.days(61)) }))).toHaveLength(2);
  });

  test('may never end', () => {
    const json = rotating({ rotation: TokenRotation.manual(1), expiry: TokenExpiry.never('burned into devices') });
    expect(json.check).toBeUndefined();
    expect(json.output.end).toBeUndefined();
  });

  if (noun === 'keys') {
    test('the names tell the two apart', () => {
      const names = (keyName?: string) => both(rotating({ rotation: TokenRotation.manual(1), keyName })).map(({ name }) => name);
      expect(names()).toEqual(['app-turns-a', 'app-turns-b']);
      expect(names('Chat')).toEqual(['Chat-a', 'Chat-b']);
      expect(() => names(' ')).toThrow('app/Turns: keyName must be a string that is not blank, got " "');
    });
  }
});

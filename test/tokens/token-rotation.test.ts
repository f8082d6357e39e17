import { TerraformStack, TerraformVariable } from 'cdktf';
import {
  Duration, ILogfireProject, LogfireDefaults, LogfireProject, LogfireRotatingWriteToken, TokenExpiry, TokenOptions, TokenRotation,
} from '../../src';
import { cleanUp, newApp, newStack, only, synth, TerraformJson } from '../synth';

const UUID = '00000000-0000-4000-8000-000000000001';

afterEach(cleanUp);

function tokenStack(options: TokenOptions): TerraformJson {
  const stack = newStack();
  LogfireProject.fromProjectId(stack, 'Shop', UUID).addWriteToken('Token', options);
  return synth(stack);
}

describe('one token', () => {
  test('is replaced when the generation or the lifetime changes', () => {
    expect(only(tokenStack({ rotation: TokenRotation.manual(3) }), 'terraform_data').triggers_replace).toEqual(['8760h', 3]);
    expect(tokenStack({ rotation: TokenRotation.manual(3) }).locals).toBeUndefined();
  });

  test('is replaced in each period of days', () => {
    const json = tokenStack({ rotation: TokenRotation.every(Duration.days(90)) });
    expect(only(json, 'terraform_data').triggers_replace).toEqual(['8760h', '${floor(local.logfire_day / 90)}']);
    expect(json.locals.logfire_day).toContain('plantimestamp()');
  });

  test('with a fixed expiration or none, it is replaced when the rotation is no longer the first one', () => {
    for (const expiry of [TokenExpiry.at('2027-03-31T00:00:00Z'), TokenExpiry.never('burned into devices')]) {
      const json = tokenStack({ expiry, rotation: TokenRotation.manual(1) });
      const [anchor, trigger] = Object.keys(json.resource.terraform_data);
      expect(Object.values(json.resource.terraform_data)).toEqual([
        expect.objectContaining({ input: 1, lifecycle: { ignore_changes: ['input'] } }),
        expect.objectContaining({ input: `\${terraform_data.${anchor}.input == 1 ? null : { rotation = 1 }}` }),
      ]);
      expect([anchor, trigger]).toEqual([expect.stringMatching(/^Shop_Token_Anchor_/), expect.stringMatching(/^Shop_Token_Trigger_/)]);
      expect(only(json, 'logfire_write_token').lifecycle.replace_triggered_by).toEqual([`terraform_data.${trigger}.input.rotation`]);
    }
  });

  test('without an expiration, the period of days takes the place of the number', () => {
    const json = tokenStack({ expiry: TokenExpiry.never('burned into devices'), rotation: TokenRotation.every(Duration.days(30)) });
    const [anchor] = Object.keys(json.resource.terraform_data);
    const period = 'floor(local.logfire_day / 30)';
    expect(Object.values<TerraformJson>(json.resource.terraform_data).map(({ input }) => input))
      .toEqual([`\${${period}}`, `\${terraform_data.${anchor}.input == ${period} ? null : { rotation = ${period} }}`]);
  });

  test('with a fixed expiration, must not come in periods: the tokens of later periods would be created dead', () => {
    const fixed = { expiry: TokenExpiry.at('2027-03-31T00:00:00Z') };
    expect(() => tokenStack({ ...fixed, rotation: TokenRotation.every(Duration.days(30)) })).toThrow(
      'app/Shop/Token: expiry must be a lifetime or never with TokenRotation.every, got TokenExpiry.at: all tokens would expire at that instant, '
      + 'also those that a rotation creates later; pass TokenExpiry.after, or TokenRotation.manual');
    expect(() => tokenStack({ ...fixed, rotation: TokenRotation.manual(1) })).not.toThrow();
  });

  test('says where an expiration comes from that does not fit', () => {
    const rotation = TokenRotation.every(Duration.days(30));
    const withDefault = (expiry: TokenExpiry, make: (stack: TerraformStack, project: ILogfireProject) => unknown) => () => {
      const stack = newStack();
      LogfireDefaults.of(stack).set({ expiry });
      make(stack, LogfireProject.fromProjectId(stack, 'Shop', UUID));
    };
    const at = TokenExpiry.at('2027-03-31T00:00:00Z');
    expect(withDefault(at, (_, shop) => shop.addWriteToken('T', { rotation }))).toThrow('got TokenExpiry.at (the default of app): all tokens');
    expect(withDefault(TokenExpiry.after(Duration.days(1)), (_, shop) => shop.addWriteToken('T', { rotation }))).toThrow('got 1d (the default of app): the token');
    expect(withDefault(at, (stack, project) => new LogfireRotatingWriteToken(stack, 'T', { project, rotation }))).toThrow('got TokenExpiry.at (the default of app): both');
  });

  test('warns whatever its rotation', () => {
    const conditionFor = (options: TokenOptions) => Object.values<TerraformJson>(tokenStack(options).check)[0].assert[0].condition;
    expect(conditionFor({ rotation: TokenRotation.manual(1) })).toBe(conditionFor({}));
  });

  test('the warning says what to do', () => {
    const textFor = (options: TokenOptions) => Object.values<TerraformJson>(tokenStack(options).check)[0].assert[0].error_message;
    expect(textFor({ rotation: TokenRotation.manual(1) })).toContain('raise the number of its TokenRotation.manual to replace it. [');
    expect(textFor({ rotation: TokenRotation.every(Duration.days(30)) })).toContain('apply at least once in each rotation period');
    expect(textFor({ rotation: TokenRotation.manual(1), expiry: TokenExpiry.at('2027-03-31T00:00:00Z') })).toContain('move its TokenExpiry.at to a later instant');
  });

  test('takes variables', () => {
    const stack = newStack();
    const number = new TerraformVariable(stack, 'number', { type: 'number' });
    const shop = LogfireProject.fromProjectId(stack, 'Shop', UUID);
    shop.addWriteToken('A', { rotation: TokenRotation.manual(number.numberValue) });
    shop.addWriteToken('B', { rotation: TokenRotation.every(Duration.days(number.numberValue)) });
    expect(Object.values<TerraformJson>(synth(stack).resource.terraform_data).map((anchor) => anchor.triggers_replace)).toEqual([
      ['8760h', '${(var.number)}'],
      ['8760h', '${floor(local.logfire_day * 86400 / (var.number * 86400))}'],
    ]);
  });

  test.each([-1, 1.5, NaN])('fails for generation %d', (generation) => {
    expect(() => tokenStack({ rotation: TokenRotation.manual(generation) })).toThrow(
      `app/Shop/Token: rotation must have a whole number of 0 or more with TokenRotation.manual, got ${generation}; begin with 1 and raise it by one to replace the token`);
  });

  test.each([[Duration.hours(36), '36h'], [Duration.days(0), '0s'], [Duration.days(-1), '-1d'], [Duration.seconds(1), '1s']])('fails for a period of %s', (period, text) => {
    expect(() => tokenStack({ rotation: TokenRotation.every(period) })).toThrow(
      `app/Shop/Token: rotation must have a period of whole days with TokenRotation.every, at least one, got ${text}; pass a period such as Duration.days(30)`);
  });

  test('takes a period of hours that are whole days', () => {
    expect(only(tokenStack({ rotation: TokenRotation.every(Duration.hours(48)) }), 'terraform_data').triggers_replace[1]).toBe('${floor(local.logfire_day / 2)}');
  });

  test('is not compared with a lifetime where one of them is known only at apply', () => {
    const stack = newStack();
    const days = Duration.days(new TerraformVariable(stack, 'days', { type: 'number' }).numberValue);
    const shop = LogfireProject.fromProjectId(stack, 'Shop', UUID);
    shop.addWriteToken('A', { expiry: TokenExpiry.after(days), rotation: TokenRotation.every(Duration.days(30)) });
    shop.addWriteToken('B', { expiry: TokenExpiry.after(Duration.days(1)), rotation: TokenRotation.every(days) });
    expect(Object.keys(synth(stack).resource.logfire_write_token)).toHaveLength(2);
  });

  test('fails when the lifetime does not cover a period and a day', () => {
    const rotation = TokenRotation.every(Duration.days(30));
    expect(() => tokenStack({ rotation, expiry: TokenExpiry.after(Duration.days(30)) })).toThrow(
      'app/Shop/Token: expiry must cover the rotation period of 30d and a day, so at least 31d, got 30d: the token would expire while it is in use; lengthen the lifetime or shorten the period');
    expect(only(tokenStack({ rotation, expiry: TokenExpiry.after(Duration.days(31)) }), 'terraform_data').triggers_replace[0]).toBe('744h');
  });
});

describe('two tokens that take turns', () => {
  function rotating(options: { expiry?: TokenExpiry; rotation: TokenRotation; warnBefore?: Duration }): TerraformJson {
    const stack = newStack();
    const project = LogfireProject.fromProjectId(stack, 'Shop', UUID);
    new LogfireRotatingWriteToken(stack, 'Token', { project, ...options });
    return synth(stack);
  }

  function triggers(json: TerraformJson): unknown[] {
    return Object.values<TerraformJson>(json.resource.terraform_data).map((anchor) => anchor.triggers_replace[1]);
  }

  test('each is replaced in every second period', () => {
    expect([0, 1, 2, 3, 4].map((generation) => triggers(rotating({ rotation: TokenRotation.manual(generation) }))))
      .toEqual([[0, 0], [0, 1], [1, 1], [1, 2], [2, 2]]);
    expect(triggers(rotating({ rotation: TokenRotation.every(Duration.days(30)) })))
      .toEqual(['${floor((floor(local.logfire_day / 30) + 0) / 2)}', '${floor((floor(local.logfire_day / 30) + 1) / 2)}']);
  });

  test('the current one is A in even periods, else B', () => {
    const json = rotating({ rotation: TokenRotation.every(Duration.days(30)) });
    const [a, b] = Object.keys(json.resource.logfire_write_token);
    const { logfire_day: _day, ...locals } = json.locals;
    expect(Object.entries(locals).filter(([name]) => name.startsWith('Token_'))).toEqual([
      [expect.stringContaining('_ExpiresAt_'), `\${floor(local.logfire_day / 30) % 2 == 0 ? logfire_write_token.${a}.expires_at : logfire_write_token.${b}.expires_at}`],
      [expect.stringContaining('_Value_'), `\${floor(local.logfire_day / 30) % 2 == 0 ? sensitive(logfire_write_token.${a}.token) : sensitive(logfire_write_token.${b}.token)}`],
    ]);
  });

  test('only the current one warns', () => {
    const json = rotating({ rotation: TokenRotation.manual(1) });
    const [a, b] = Object.keys(json.resource.logfire_write_token);
    expect(Object.values<TerraformJson>(json.check).map((check) => check.assert[0].condition)).toEqual([
      `\${!(1 % 2 == 0) || timecmp(timeadd(plantimestamp(), "720h"), logfire_write_token.${a}.expires_at) < 0}`,
      `\${!(1 % 2 == 1) || timecmp(timeadd(plantimestamp(), "720h"), logfire_write_token.${b}.expires_at) < 0}`,
    ]);
  });

  test('fails when the lifetime does not cover two periods and a day', () => {
    const rotation = TokenRotation.every(Duration.days(30));
    expect(() => rotating({ rotation, expiry: TokenExpiry.after(Duration.days(60)) })).toThrow(
      'app/Token/SlotA: expiry must cover two rotation periods of 30d and a day, so at least 61d, got 60d: the token would expire while it is in use; lengthen');
    expect(triggers(rotating({ rotation, expiry: TokenExpiry.after(Duration.days(61)) }))).toHaveLength(2);
  });

  test('fails when both would expire at one instant', () => {
    expect(() => rotating({ rotation: TokenRotation.manual(1), expiry: TokenExpiry.at('2027-03-31T00:00:00Z') })).toThrow(
      'app/Token: expiry must be TokenExpiry.after for rotating tokens, got TokenExpiry.at: both would expire at the same instant; pass a lifetime of at least two rotation periods and a day');
  });

  test('take turns by a variable', () => {
    const stack = newStack();
    const number = new TerraformVariable(stack, 'number', { type: 'number' }).numberValue;
    new LogfireRotatingWriteToken(stack, 'Token', { project: LogfireProject.fromProjectId(stack, 'Shop', UUID), rotation: TokenRotation.manual(number) });
    expect(triggers(synth(stack))).toEqual(['${floor(((var.number) + 0) / 2)}', '${floor(((var.number) + 1) / 2)}']);
  });

  test('may never end', () => {
    const json = rotating({ rotation: TokenRotation.manual(1), expiry: TokenExpiry.never('burned into devices') });
    expect(Object.keys(json.locals)).toEqual([expect.stringContaining('Token_Value_')]);
    expect(json.check).toBeUndefined();
  });

  test('another stack refers to the current one by a name that stays the same', () => {
    const app = newApp();
    const outputs = [1, 2].map((generation) => {
      const one = newStack(app, `one${generation}`);
      const token = new LogfireRotatingWriteToken(one, 'Token', { project: LogfireProject.fromProjectId(one, 'Shop', UUID), rotation: TokenRotation.manual(generation) });
      const two = newStack(app, `two${generation}`);
      LogfireProject.fromProjectId(two, 'Shop', UUID).addWriteToken('T', { expiry: TokenExpiry.at(token.tokenExpiresAt!) });
      return synth(two).resource.logfire_write_token;
    });
    expect(JSON.stringify(outputs[1]).replace(/(one|two)2/g, '$11')).toBe(JSON.stringify(outputs[0]));
  });
});

import { TerraformVariable } from 'cdktf';
import * as fc from 'fast-check';
import {
  Duration, LogfireProject, LogfireWriteToken, TokenExpiry, TokenExpiryKind, TokenOptions, TokenRotation, TokenRotationKind,
} from '../../src';
import { cleanUp, newStack, only, synth, TerraformJson } from '../synth';

const UUID = '00000000-0000-4000-8000-000000000001';

afterEach(cleanUp);

function tokenStack(options?: TokenOptions): TerraformJson {
  const stack = newStack();
  LogfireProject.fromProjectId(stack, 'Shop', UUID).addWriteToken('Token', options);
  return synth(stack);
}

function checkOf(json: TerraformJson): TerraformJson {
  const checks = Object.values<TerraformJson>(json.check);
  expect(checks).toHaveLength(1);
  expect(checks[0].assert).toHaveLength(1);
  return checks[0].assert[0];
}

const failure = (options: TokenOptions) => () => tokenStack(options);

describe('after', () => {
  test('is the default, with a year and a warning 30 days before', () => {
    const json = tokenStack();
    expect(only(json, 'terraform_data')).toMatchObject({
      input: '${timeadd(plantimestamp(), "8760h")}',
      lifecycle: { ignore_changes: ['input'] },
      triggers_replace: ['8760h'],
    });
    const [anchor] = Object.keys(json.resource.terraform_data);
    expect(only(json, 'logfire_write_token')).toMatchObject({
      expires_at: `\${terraform_data.${anchor}.input}`,
      lifecycle: { create_before_destroy: true, replace_triggered_by: [`terraform_data.${anchor}`] },
    });
    const [token] = Object.keys(json.resource.logfire_write_token);
    expect(checkOf(json)).toEqual({
      condition: `\${timecmp(timeadd(plantimestamp(), "720h"), logfire_write_token.${token}.expires_at) < 0}`,
      error_message: `The token app/Shop/Token expires at \${logfire_write_token.${token}.expires_at}, less than 30d from now; add a rotation, TokenRotation.manual(1), to replace it. [logfire:token-expires-soon]`,
    });
    expect(json).toEqual(expect.objectContaining({ check: tokenStack({ expiry: TokenExpiry.after(Duration.days(365)) }).check }));
  });

  test('warns a quarter of a short lifetime before its end, and never earlier than 30 days', () => {
    expect(checkOf(tokenStack({ expiry: TokenExpiry.after(Duration.days(120)) })).condition).toContain('timeadd(plantimestamp(), "720h")');
    expect(checkOf(tokenStack({ expiry: TokenExpiry.after(Duration.days(100)) })).condition).toContain('timeadd(plantimestamp(), "600h")');
    expect(checkOf(tokenStack({ expiry: TokenExpiry.after(Duration.days(8)) })).condition).toContain('timeadd(plantimestamp(), "48h")');
  });

  test('takes a variable', () => {
    const stack = newStack();
    const hours = new TerraformVariable(stack, 'hours', { type: 'number' });
    LogfireProject.fromProjectId(stack, 'Shop', UUID).addWriteToken('Token', { expiry: TokenExpiry.after(Duration.hours(hours.numberValue)) });
    const json = synth(stack);
    expect(only(json, 'terraform_data').input).toBe('${timeadd(plantimestamp(), format("%ds", var.hours * 3600))}');
    expect(checkOf(json).condition).toContain('timeadd(plantimestamp(), format("%ds", floor(min(2592000, (var.hours * 3600) / 4)) * 1))');
  });

  test.each([0, -1])('fails for a lifetime of %d days', (days) => {
    expect(failure({ expiry: TokenExpiry.after(Duration.days(days)) })).toThrow(
      /^app\/Shop\/Token: expiry must be longer than zero, got (0s|-1d); pass a duration such as Duration\.days\(30\) \[logfire:positive-duration\]$/);
  });
});

describe('at', () => {
  test.each([
    ['2027-03-31T00:00:00Z', '2027-03-31T00:00:00Z'],
    ['2027-03-31T02:00:00+02:00', '2027-03-31T00:00:00Z'],
    ['2027-03-30T18:30:00.999-05:30', '2027-03-31T00:00:00Z'],
    ['2028-02-29T23:59:59,5Z', '2028-02-29T23:59:59Z'],
  ])('%s is written %s', (instant, written) => {
    const json = tokenStack({ expiry: TokenExpiry.at(instant) });
    expect(only(json, 'logfire_write_token').expires_at).toBe(written);
    expect(json.resource.terraform_data).toBeUndefined();
    const [token] = Object.keys(json.resource.logfire_write_token);
    expect(checkOf(json)).toEqual({
      condition: `\${timecmp(timeadd(plantimestamp(), "720h"), logfire_write_token.${token}.expires_at) < 0}`,
      error_message: `The token app/Shop/Token expires at \${logfire_write_token.${token}.expires_at}, less than 30d from now; move its TokenExpiry.at to a later instant. [logfire:token-expires-soon]`,
    });
  });

  test('every instant is written in UTC with whole seconds', () => {
    const instants = fc.date({ min: new Date('0001-01-02T00:00:00Z'), max: new Date('9999-12-30T00:00:00Z'), noInvalidDate: true });
    fc.assert(fc.property(instants, fc.integer({ min: -1439, max: 1439 }), (date, offset) => {
      const pad = (value: number) => String(Math.floor(value)).padStart(2, '0');
      const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, -1);
      const zone = `${offset < 0 ? '-' : '+'}${pad(Math.abs(offset) / 60)}:${pad(Math.abs(offset) % 60)}`;
      const expiry = TokenExpiry.at(local + zone);
      expect(expiry._canonicalInstant(newStackOnce())).toBe(`${date.toISOString().slice(0, 19)}Z`);
    }));
  });

  test.each([
    '', '2027-03-31', '2027-03-31T00:00', '2027-03-31T00:00:00', '2027-03-31 00:00:00Z', '31.03.2027', 'tomorrow', '2027-3-31T00:00:00Z',
    '2027-02-29T00:00:00Z', '2027-13-01T00:00:00Z', '2027-00-01T00:00:00Z', '2027-03-31T24:00:00Z', '2027-03-31T00:60:00Z', '2027-03-31T00:00:60Z',
    '2027-03-31T00:00:00+24:00', '2027-03-31T00:00:00+02', '9999-12-31T23:00:00-02:00', ' 2027-03-31T00:00:00Z',
  ])('fails for %j', (instant) => {
    expect(failure({ expiry: TokenExpiry.at(instant) })).toThrow(
      `app/Shop/Token: expiry must be an RFC 3339 timestamp such as 2027-03-31T00:00:00Z, got ${JSON.stringify(instant)}; include the date, the time with seconds, and Z or an offset`);
  });

  test('takes a variable', () => {
    const stack = newStack();
    const end = new TerraformVariable(stack, 'end', { type: 'string' });
    LogfireProject.fromProjectId(stack, 'Shop', UUID).addWriteToken('Token', { expiry: TokenExpiry.at(end.stringValue) });
    const json = synth(stack);
    expect(only(json, 'logfire_write_token').expires_at).toBe('${var.end}');
  });
});

test.each([
  ['expiry', { expiry: new (TokenExpiry as any)(TokenExpiryKind.AFTER) }, 'expiry must come from a factory of TokenExpiry, got one that is not complete; pass TokenExpiry.after(…)'],
  ['rotation', { rotation: new (TokenRotation as any)(TokenRotationKind.EVERY) },
    'rotation must come from a factory of TokenRotation, got one that is not complete; pass TokenRotation.every(…)'],
])('fails for an incomplete %s, which only JavaScript can create', (_, options, message) => {
  expect(failure(options)).toThrow(`app/Shop/Token: ${message}`);
});

describe('what a token needs is kept, or synth fails', () => {
  const never = { expiry: TokenExpiry.never('burned into devices'), rotation: TokenRotation.manual(1) };

  test.each<[string, TokenOptions, (token: LogfireWriteToken) => void, string]>([
    ['its lifecycle', {}, ({ resource }) => { resource.lifecycle = { createBeforeDestroy: true }; },
      'its lifecycle has lost replace_triggered_by, which this construct sets, so neither its rotation nor a change of its lifetime would replace it; '
      + 'add to the lifecycle that the resource has instead of replacing it'],
    ['its anchor', {}, ({ node }) => { node.tryRemoveChild('Anchor'); }, 'its child app/Shop/Token/Anchor was removed, which its expiration and rotation need; keep it'],
    ['the anchor of a rotation alone', never, ({ node }) => { node.tryRemoveChild('Anchor'); }, 'its child app/Shop/Token/Anchor was removed'],
    ['the trigger of a rotation alone', never, ({ node }) => { node.tryRemoveChild('Trigger'); }, 'its child app/Shop/Token/Trigger was removed'],
    ['its check', {}, ({ node }) => { node.tryRemoveChild('ExpiryCheck'); },
      'its check block app/Shop/Token/ExpiryCheck was removed or overridden, so no plan would warn before it expires; keep it'],
  ])('%s', (_, options, lose, lost) => {
    const stack = newStack();
    lose(LogfireProject.fromProjectId(stack, 'Shop', UUID).addWriteToken('Token', options));
    expect(() => synth(stack)).toThrow(lost);
    expect(() => synth(stack)).toThrow('or change expiry, rotation or warnBefore of the construct');
  });
});

describe('never', () => {
  test('writes no expiry, no check, and the reason into the metadata', () => {
    const json = tokenStack({ expiry: TokenExpiry.never('burned into devices') });
    const token = only(json, 'logfire_write_token');
    expect(token.expires_at).toBeUndefined();
    expect(token['//'].logfire).toEqual({ expiry: 'never', reason: 'burned into devices' });
    expect(json.check).toBeUndefined();
    expect(json.resource.terraform_data).toBeUndefined();
  });

  test.each(['', '  '])('fails for the reason %j', (reason) => {
    expect(failure({ expiry: TokenExpiry.never(reason) })).toThrow(`app/Shop/Token: expiry must have a reason with TokenExpiry.never, got ${JSON.stringify(reason)}; say why the token may never expire, or use TokenExpiry.after`);
  });
});

describe('warnBefore', () => {
  test('says from when on a plan warns', () => {
    expect(checkOf(tokenStack({ warnBefore: Duration.hours(36) })).condition).toContain('timeadd(plantimestamp(), "36h")');
  });

  test('may be as long as Terraform can add, and no longer', () => {
    const expiry = TokenExpiry.at('2027-03-31T00:00:00Z');
    expect(checkOf(tokenStack({ expiry, warnBefore: Duration.seconds(9_223_372_036) })).condition).toContain('timeadd(plantimestamp(), "');
    expect(failure({ expiry, warnBefore: Duration.seconds(9_223_372_037) })).toThrow('app/Shop/Token: warnBefore must be at most 292 years');
  });

  test('is not compared with a lifetime where one of them is known only at apply', () => {
    const stack = newStack();
    const days = Duration.days(new TerraformVariable(stack, 'days', { type: 'number' }).numberValue);
    const shop = LogfireProject.fromProjectId(stack, 'Shop', UUID);
    shop.addWriteToken('A', { expiry: TokenExpiry.after(days), warnBefore: Duration.days(9_999) });
    shop.addWriteToken('B', { expiry: TokenExpiry.after(Duration.days(1)), warnBefore: days });
    expect(Object.keys(synth(stack).check)).toHaveLength(2);
  });

  test.each([0, -5])('fails for %d days', (days) => {
    expect(failure({ warnBefore: Duration.days(days) })).toThrow('app/Shop/Token: warnBefore must be longer than zero, got');
  });

  test('fails when it is not shorter than the lifetime', () => {
    const expiry = TokenExpiry.after(Duration.days(10));
    expect(failure({ expiry, warnBefore: Duration.days(10) })).toThrow('app/Shop/Token: warnBefore must be shorter than the lifetime of 10d, got 10d: every plan would warn; shorten it');
    expect(checkOf(tokenStack({ expiry, warnBefore: Duration.days(9) })).condition).toContain('"216h"');
  });
});

let once: ReturnType<typeof newStack> | undefined;
function newStackOnce(): ReturnType<typeof newStack> {
  once ??= newStack();
  return once;
}

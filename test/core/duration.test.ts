import { TerraformVariable, Token } from 'cdktf';
import * as fc from 'fast-check';
import { Duration, TokenExpiry } from '../../src';
import { resolved } from '../../src/core/resolving';
import { LogfireProject } from '../../src/projects/project';
import { cleanUp, newStack, only, synth } from '../synth';

afterEach(cleanUp);

describe('Duration', () => {
  test.each([
    [Duration.seconds(45), '45s', '45s'],
    [Duration.seconds(90), '1m30s', '1m30s'],
    [Duration.minutes(90), '1h30m', '1h30m'],
    [Duration.hours(24), '1d', '24h'],
    [Duration.days(7), '7d', '168h'],
    [Duration.hours(36), '36h', '36h'],
    [Duration.days(365), '365d', '8760h'],
    [Duration.seconds(0), '0s', '0s'],
    [Duration.seconds(3601), '1h1s', '1h1s'],
    [Duration.seconds(-90), '-1m30s', '-1m30s'],
    [Duration.days(-2), '-2d', '-48h'],
  ])('%s is written %s, and %s for timeadd', (duration, text, timeadd) => {
    expect(duration.toString()).toBe(text);
    expect(duration._toTimeaddText()).toBe(timeadd);
  });

  test('any whole number of seconds is written in a text that means the same', () => {
    const unit = { d: 86_400, h: 3600, m: 60, s: 1 } as const;
    fc.assert(fc.property(fc.integer({ min: 1, max: 10 ** 9 }), (seconds) => {
      for (const text of [Duration.seconds(seconds).toString(), Duration.seconds(seconds)._toTimeaddText()]) {
        expect(text).toMatch(/^(\d+d|(\d+h)?(\d+m)?(\d+s)?)$/);
        const parts = [...text.matchAll(/(\d+)([dhms])/g)];
        expect(parts.reduce((sum, [, amount, letter]) => sum + Number(amount) * unit[letter as keyof typeof unit], 0)).toBe(seconds);
      }
    }));
  });

  test.each([1.5, NaN, Infinity, 2 ** 60])('fails when the amount is %d', (amount) => {
    for (const unit of ['seconds', 'minutes', 'hours', 'days'] as const) {
      expect(() => Duration[unit](amount)).toThrow(`Duration.${unit} must be given a whole number, got ${amount}; use a smaller unit instead of a fraction [logfire:whole-duration]`);
    }
  });

  test('fails when the seconds would be no whole number any more', () => {
    expect(Duration.seconds(Number.MAX_SAFE_INTEGER).toSeconds()).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => Duration.days(Number.MAX_SAFE_INTEGER)).toThrow('Duration.days must be given a whole number');
  });

  test('is converted to units of which it is a whole number', () => {
    const duration = Duration.days(2);
    expect([duration.toSeconds(), duration.toMinutes(), duration.toHours(), duration.toDays()]).toEqual([172_800, 2880, 48, 2]);
    const text = (unit: string, got: string) => `the duration must be a whole number of ${unit}, got ${got}; convert it to a smaller unit [logfire:whole-duration]`;
    expect(() => Duration.seconds(61).toMinutes()).toThrow(text('minutes', '1m1s'));
    expect(() => Duration.minutes(90).toHours()).toThrow(text('hours', '1h30m'));
    expect(() => Duration.hours(36).toDays()).toThrow(text('days', '36h'));
  });

  test('has a sum', () => {
    expect(Duration.days(1).plus(Duration.hours(12)).toString()).toBe('36h');
  });

  test('of a variable is converted and added by Terraform', () => {
    const stack = newStack();
    const hours = Duration.hours(new TerraformVariable(stack, 'hours', { type: 'number' }).numberValue);
    const written = (value: unknown) => resolved(stack, value);
    expect([hours.toSeconds(), hours.toMinutes(), hours.toHours(), hours.toDays()].map(written)).toEqual([
      '${var.hours * 3600}', '${(var.hours * 3600) / 60}', '${(var.hours * 3600) / 3600}', '${(var.hours * 3600) / 86400}',
    ]);
    expect(written(hours.plus(Duration.seconds(5)).toSeconds())).toBe('${(var.hours * 3600) + (5) * 1}');
    expect(written(Duration.seconds(5).plus(hours).toSeconds())).toBe('${(5) + (var.hours * 3600) * 1}');
    expect(written(hours.toString())).toBe('${format("%ds", var.hours * 3600)}');
    expect([hours.isUnresolved(), Duration.hours(1).isUnresolved()]).toEqual([true, false]);
  });

  test('takes a variable, and leaves the arithmetic to Terraform', () => {
    const stack = newStack();
    const days = new TerraformVariable(stack, 'days', { type: 'number' });
    const lifetime = Duration.days(days.numberValue);
    expect(Token.isUnresolved(lifetime.toSeconds())).toBe(true);
    new LogfireProject(stack, 'Shop').addWriteToken('Token', { expiry: TokenExpiry.after(lifetime) });
    expect(only(synth(stack), 'terraform_data')).toMatchObject({
      input: '${timeadd(plantimestamp(), format("%ds", var.days * 86400))}',
      triggers_replace: ['${format("%ds", var.days * 86400)}'],
    });
  });
});

import { TerraformVariable, Token } from 'cdktf';
import * as fc from 'fast-check';
import { Duration, TokenExpiry } from '../../src';
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
    expect(() => Duration.days(amount)).toThrow(`Duration.days must be given a whole number, got ${amount}; use a smaller unit`);
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

import { expression, stringOf } from './expression';
import { isUnresolved } from './unresolved';

/** Digits that survive arithmetic on doubles. The digits after them are noise, as in 99.90000000000001. */
const DIGITS = 12;

/** A number without the noise of binary arithmetic. A number that is known only at apply stays as it is. */
export function withoutNoise(value: number): number {
  return isUnresolved(value) ? value : Number(value.toPrecision(DIGITS));
}

/** A number as a decimal string without exponent, the only form that the provider reads (provider: `threshold`, `target_percent`). */
export function decimalText(value: number): string {
  if (isUnresolved(value)) {
    return stringOf(expression`${value}`);
  }
  const [, sign, whole, fraction = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(withoutNoise(value)))!;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) {
    return `${sign}0.${'0'.repeat(-point)}${digits}`;
  }
  const padded = digits.padEnd(point, '0');
  return sign + padded.slice(0, point) + (padded.length > point ? `.${padded.slice(point)}` : '');
}

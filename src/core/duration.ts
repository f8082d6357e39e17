import { Token } from 'cdktf';
import { failWithoutPath } from './errors';
import { expression, stringOf } from './expression';
import { isUnresolved } from './unresolved';

const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 };
type Unit = keyof typeof SECONDS;

/**
 * A length of time in whole seconds.
 *
 * What takes a duration says which range it allows, and refuses others with the construct's path.
 */
export class Duration {
  /** So many seconds: a whole number, or a Terraform number such as a variable's. */
  public static seconds(amount: number): Duration {
    return new Duration(amount, 's');
  }

  /** So many minutes: a whole number, or a Terraform number such as a variable's. */
  public static minutes(amount: number): Duration {
    return new Duration(amount, 'm');
  }

  /** So many hours: a whole number, or a Terraform number such as a variable's. */
  public static hours(amount: number): Duration {
    return new Duration(amount, 'h');
  }

  /** So many days of 24 hours: a whole number, or a Terraform number such as a variable's. */
  public static days(amount: number): Duration {
    return new Duration(amount, 'd');
  }

  private constructor(private readonly amount: number, private readonly unit: Unit) {
    if (!isUnresolved(amount) && !(Number.isSafeInteger(amount) && Number.isSafeInteger(amount * SECONDS[unit]))) {
      failWithoutPath(`a duration is a whole number of ${UNIT_NAMES[unit]}, got ${amount}; use a smaller unit instead of a fraction`);
    }
  }

  /** The length in seconds; a Terraform number where the amount is one. */
  public toSeconds(): number {
    return isUnresolved(this.amount)
      ? Token.asNumber(expression`${this.amount} * ${SECONDS[this.unit]}`)
      : this.amount * SECONDS[this.unit];
  }

  /** The shortest usual text, such as `7d`, `1h30m` or `45s`. */
  public toString(): string {
    const seconds = this.toSeconds();
    if (this._isUnresolved || seconds === 0 || seconds % SECONDS.d !== 0) {
      return this._toTimeaddText();
    }
    return `${seconds / SECONDS.d}d`;
  }

  /** @internal */
  public get _isUnresolved(): boolean {
    return isUnresolved(this.amount);
  }

  /**
   * The form that Terraform's `timeadd` takes, such as `8760h`: it knows no days.
   *
   * @internal
   */
  public _toTimeaddText(): string {
    return this._isUnresolved
      ? stringOf(expression`format("%ds", ${this.toSeconds()})`)
      : hoursMinutesSeconds(this.toSeconds());
  }
}

const UNIT_NAMES: Record<Unit, string> = { s: 'seconds', m: 'minutes', h: 'hours', d: 'days' };

function hoursMinutesSeconds(total: number): string {
  const sign = total < 0 ? '-' : '';
  const seconds = Math.abs(total);
  const parts = [
    [Math.floor(seconds / SECONDS.h), 'h'],
    [Math.floor((seconds % SECONDS.h) / SECONDS.m), 'm'],
    [seconds % SECONDS.m, 's'],
  ] as const;
  const text = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount}${unit}`).join('');
  return sign + (text || '0s');
}

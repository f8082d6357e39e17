import { Token } from 'cdktf';
import { checkCall } from './calls';
import { failWithoutPath } from './errors';
import { expression, stringOf } from './expression';
import { isUnresolved } from './unresolved';

const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 };
type Unit = keyof typeof SECONDS;

/**
 * A length of time in whole seconds.
 *
 * Every prop that takes a duration documents its range; a construct fails with its path for any other duration.
 *
 * @example
 * const project = new LogfireProject(this, 'Shop');
 * project.addWriteToken('Token', { expiry: TokenExpiry.after(Duration.days(90)), warnBefore: Duration.hours(36) });
 */
export class Duration {
  /**
   * A duration in seconds.
   *
   * @param amount a whole number, or a Terraform number such as that of a variable; fails with a fraction
   */
  public static seconds(amount: number): Duration {
    checkCall('Duration.seconds', arguments);
    return new Duration(amount, 's');
  }

  /**
   * A duration in minutes.
   *
   * @param amount a whole number, or a Terraform number such as that of a variable; fails with a fraction
   */
  public static minutes(amount: number): Duration {
    checkCall('Duration.minutes', arguments);
    return new Duration(amount, 'm');
  }

  /**
   * A duration in hours.
   *
   * @param amount a whole number, or a Terraform number such as that of a variable; fails with a fraction
   */
  public static hours(amount: number): Duration {
    checkCall('Duration.hours', arguments);
    return new Duration(amount, 'h');
  }

  /**
   * A duration in days of 24 hours.
   *
   * @param amount a whole number, or a Terraform number such as that of a variable; fails with a fraction
   */
  public static days(amount: number): Duration {
    checkCall('Duration.days', arguments);
    return new Duration(amount, 'd');
  }

  private constructor(private readonly amount: number, private readonly unit: Unit) {
    if (!isUnresolved(amount) && !(Number.isSafeInteger(amount) && Number.isSafeInteger(amount * SECONDS[unit]))) {
      failWithoutPath('whole-duration', `Duration.${UNIT_NAMES[unit]} must be given a whole number, got ${amount}; use a smaller unit instead of a fraction`);
    }
  }

  /** The length in seconds. A Terraform number if the amount is one. */
  public toSeconds(): number {
    return isUnresolved(this.amount)
      ? Token.asNumber(expression`${this.amount} * ${SECONDS[this.unit]}`)
      : this.amount * SECONDS[this.unit];
  }

  /**
   * The length in minutes. Fails if it is not a whole number of minutes: use `toSeconds` instead.
   */
  public toMinutes(): number {
    return this.inUnits('m');
  }

  /**
   * The length in hours. Fails if it is not a whole number of hours: use `toMinutes` or `toSeconds` instead.
   */
  public toHours(): number {
    return this.inUnits('h');
  }

  /**
   * The length in days of 24 hours. Fails if it is not a whole number of days: use `toHours` instead.
   */
  public toDays(): number {
    return this.inUnits('d');
  }

  /** The sum of two durations. */
  public plus(other: Duration): Duration {
    checkCall('Duration#plus', arguments, this);
    return this.isUnresolved() || other.isUnresolved()
      ? Duration.seconds(Token.asNumber(expression`(${this.toSeconds()}) + (${other.toSeconds()})`))
      : Duration.seconds(this.toSeconds() + other.toSeconds());
  }

  /** Whether the length is known only at apply, because it comes from a Terraform expression. */
  public isUnresolved(): boolean {
    return isUnresolved(this.amount);
  }

  /** The shortest usual string, such as `7d`, `1h30m` or `45s`. */
  public toString(): string {
    const seconds = this.toSeconds();
    if (this.isUnresolved() || seconds === 0 || seconds % SECONDS.d !== 0) {
      return this._toTimeaddText();
    }
    return `${seconds / SECONDS.d}d`;
  }

  private inUnits(unit: Unit): number {
    if (this.isUnresolved()) {
      return Token.asNumber(expression`(${this.toSeconds()}) / ${SECONDS[unit]}`);
    }
    const amount = this.toSeconds() / SECONDS[unit];
    if (!Number.isInteger(amount)) {
      failWithoutPath('whole-duration', `the duration must be a whole number of ${UNIT_NAMES[unit]}, got ${this.toString()}; convert it to a smaller unit`);
    }
    return amount;
  }

  /**
   * The form that Terraform's `timeadd` takes, such as `8760h`: it knows no days.
   *
   * @internal
   */
  public _toTimeaddText(): string {
    return this.isUnresolved()
      ? stringOf(expression`format("%ds", ${this.toSeconds()})`)
      : hoursMinutesSeconds(this.toSeconds());
  }
}

const UNIT_NAMES: Record<Unit, string> = { s: 'seconds', m: 'minutes', h: 'hours', d: 'days' };

function hoursMinutesSeconds(total: number): string {
  const sign = total < 0 ? '-' : '';
  const seconds = Math.abs(total);
  const part = (amount: number, unit: Unit) => amount > 0 ? `${amount}${unit}` : '';
  const text = part(Math.floor(seconds / SECONDS.h), 'h') + part(Math.floor((seconds % SECONDS.h) / SECONDS.m), 'm') + part(seconds % SECONDS.m, 's');
  return sign + (text || '0s');
}

import { IResolvable } from 'cdktf';
import { IConstruct } from 'constructs';
import { dayNumber } from './calendar';
import { Duration } from '../core/duration';
import { fail } from '../core/errors';
import { expression } from '../core/expression';
import { isUnresolved } from '../core/unresolved';

const DAY = 86_400;

/** When a new token is made. The old one is revoked in the same apply, after the new one exists. */
export class TokenRotation {
  /**
   * When the number is raised (or changed at all), and the change applied.
   *
   * @param generation a whole number of 0 or more, or a Terraform number such as a variable's
   */
  public static manual(generation: number): TokenRotation {
    return new TokenRotation('manual', generation);
  }

  /**
   * At the first apply in each period. Periods are counted in days of UTC from a fixed day, not from the token's creation; without an
   * apply there is no rotation.
   *
   * @param period whole days, at least one
   */
  public static every(period: Duration): TokenRotation {
    return new TokenRotation('every', undefined, period);
  }

  /** Which of two tokens that take turns this is for: the one of even periods (0) or of odd ones (1); undefined for one alone. */
  private slot: 0 | 1 | undefined;

  private constructor(
    /** `manual` or `every`. */
    public readonly kind: string,
    /** The number of `manual`. */
    public readonly generation?: number,
    /** The period of `every`. */
    public readonly period?: Duration,
  ) {}

  /** @internal */
  public _check(scope: IConstruct): void {
    const { generation, period } = this;
    if (generation !== undefined && !isUnresolved(generation) && !(Number.isSafeInteger(generation) && generation >= 0)) {
      fail(scope, `rotation TokenRotation.manual must be a whole number of 0 or more, got ${generation}; begin with 1 and raise it by one for a new token`);
    }
    if (period !== undefined && !period._isUnresolved && !(period.toSeconds() > 0 && period.toSeconds() % DAY === 0)) {
      fail(scope, `rotation TokenRotation.every must be whole days, at least one, got ${period.toString()}; pass for example Duration.days(30)`);
    }
  }

  /**
   * The same rotation for one of two tokens that take turns: each is replaced in every second period, and current from then on
   * for one period.
   *
   * @internal
   */
  public _forSlot(slot: 0 | 1): TokenRotation {
    const rotation = new TokenRotation(this.kind, this.generation, this.period);
    rotation.slot = slot;
    return rotation;
  }

  /**
   * For how many periods the token is in use.
   *
   * @internal
   */
  public get _periodsInUse(): number {
    return this.slot === undefined ? 1 : 2;
  }

  /**
   * Another value makes a new token.
   *
   * @internal
   */
  public _trigger(scope: IConstruct): number | IResolvable {
    const period = this.currentPeriod(scope);
    if (this.slot === undefined) {
      return period;
    }
    return typeof period === 'number' ? Math.floor((period + this.slot) / 2) : expression`floor((${period} + ${this.slot}) / 2)`;
  }

  /**
   * Whether the token is the one to use now; undefined when it is the only one.
   *
   * @internal
   */
  public _isCurrent(scope: IConstruct): IResolvable | undefined {
    return this.slot === undefined ? undefined : expression`${this.currentPeriod(scope)} % 2 == ${this.slot}`;
  }

  private currentPeriod(scope: IConstruct): number | IResolvable {
    if (this.period !== undefined) {
      const seconds = this.period.toSeconds();
      return this.period._isUnresolved
        ? expression`floor(${dayNumber(scope)} * ${DAY} / (${seconds}))`
        : expression`floor(${dayNumber(scope)} / ${seconds / DAY})`;
    }
    const generation = this.generation ?? 0;
    return isUnresolved(generation) ? expression`(${generation})` : generation;
  }
}

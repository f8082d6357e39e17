import { IResolvable } from 'cdktf';
import { IConstruct } from 'constructs';
import { dayNumber } from './calendar';
import { TokenExpiryOptions } from './token-expiry';
import { checkCall } from '../core/calls';
import { Duration } from '../core/duration';
import { fail } from '../core/errors';
import { expression } from '../core/expression';
import { isUnresolved } from '../core/unresolved';

const DAY = 86_400;

/** What triggers a rotation. */
export enum TokenRotationKind {
  /** A number that you raise in the program. */
  MANUAL = 'manual',
  /** A period of days. */
  EVERY = 'every',
}

/**
 * The rotation of a token or key. An apply creates the new one and then revokes the old one.
 *
 * @example
 * const project = new LogfireProject(this, 'Shop');
 * project.addWriteToken('Token', { rotation: TokenRotation.every(Duration.days(30)) });
 * project.addReadToken('Reports', { rotation: TokenRotation.manual(1) });
 */
export class TokenRotation {
  /**
   * Rotates when you raise the number, or change it in any other way, and apply.
   *
   * @param generation a whole number of 0 or more, or a Terraform number such as that of a variable; fails with any other
   */
  public static manual(generation: number): TokenRotation {
    checkCall('TokenRotation.manual', arguments);
    return new TokenRotation(TokenRotationKind.MANUAL, generation);
  }

  /**
   * Rotates at the first apply in each period. Periods are counted in UTC days from a fixed day, not from the creation of the token. Without
   * an apply there is no rotation.
   *
   * @param period whole days, at least one; fails with any other
   */
  public static every(period: Duration): TokenRotation {
    checkCall('TokenRotation.every', arguments);
    return new TokenRotation(TokenRotationKind.EVERY, undefined, period);
  }

  /** The slot of a rotating credential: even periods (0) or odd periods (1). Undefined for a single token. */
  private slot: 0 | 1 | undefined;

  private constructor(
    /** What triggers the rotation. */
    public readonly kind: TokenRotationKind,
    /** The number of `manual`. */
    public readonly generation?: number,
    /** The period of `every`. */
    public readonly period?: Duration,
  ) {}

  /** @internal */
  public _check(scope: IConstruct): void {
    const { generation, period } = this;
    if ({ manual: generation, every: period }[this.kind] === undefined) {
      fail(scope, 'value-type', 'rotation must come from a factory of TokenRotation, got one that is not complete; pass TokenRotation.every(…)');
    }
    if (generation !== undefined && !isUnresolved(generation) && !(Number.isSafeInteger(generation) && generation >= 0)) {
      fail(scope, 'rotation-value', `rotation must have a whole number of 0 or more with TokenRotation.manual, got ${generation}; begin with 1 and raise it by one to replace the token`);
    }
    if (period !== undefined && !period.isUnresolved() && !(period.toSeconds() > 0 && period.toSeconds() % DAY === 0)) {
      fail(scope, 'rotation-value', `rotation must have a period of whole days with TokenRotation.every, at least one, got ${period.toString()}; pass a period such as Duration.days(30)`);
    }
  }

  /**
   * The same rotation for one of two tokens that take turns. Each is replaced in every second period, and is then the current one for one
   * period.
   *
   * @internal
   */
  public _forSlot(slot: 0 | 1): TokenRotation {
    const rotation = new TokenRotation(this.kind, this.generation, this.period);
    rotation.slot = slot;
    return rotation;
  }

  /**
   * How many periods the token is in use.
   *
   * @internal
   */
  public get _periodsInUse(): number {
    return this.slot === undefined ? 1 : 2;
  }

  /**
   * A change of this value replaces the token.
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
   * Whether the token is the current one. Undefined for a single token.
   *
   * @internal
   */
  public _isCurrent(scope: IConstruct): IResolvable | undefined {
    return this.slot === undefined ? undefined : expression`${this.currentPeriod(scope)} % 2 == ${this.slot}`;
  }

  private currentPeriod(scope: IConstruct): number | IResolvable {
    if (this.period !== undefined) {
      const seconds = this.period.toSeconds();
      return this.period.isUnresolved()
        ? expression`floor(${dayNumber(scope)} * ${DAY} / (${seconds}))`
        : expression`floor(${dayNumber(scope)} / ${seconds / DAY})`;
    }
    const generation = this.generation ?? 0;
    return isUnresolved(generation) ? expression`(${generation})` : generation;
  }
}

/** Expiration and rotation of a token, and the warning before it expires. */
export interface TokenOptions extends TokenExpiryOptions {
  /**
   * When the token is replaced by a new one. There is no overlap: for programs that read their token only at start, use two tokens that take
   * turns, such as `LogfireRotatingWriteToken`. `TokenRotation.every` fails together with
   * `TokenExpiry.at`. A change of the rotation replaces the token. Adding or removing the rotation replaces it with
   * `TokenExpiry.after`, but not with `TokenExpiry.at` or `TokenExpiry.never`.
   *
   * @default - the token is replaced only when a change requires it
   */
  readonly rotation?: TokenRotation;
}

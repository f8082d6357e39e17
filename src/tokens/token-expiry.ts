import { ITerraformDependable, TerraformProvider } from 'cdktf';
import { IConstruct } from 'constructs';
import { checkCall } from '../core/calls';
import { checkAddable } from '../core/checks';
import { Duration } from '../core/duration';
import { fail } from '../core/errors';
import { canonicalInstant } from '../core/instant';
import { isUnresolved } from '../core/unresolved';

/** How the expiration of a credential is specified. */
export enum TokenExpiryKind {
  /** By a lifetime that begins at the creation. */
  AFTER = 'after',
  /** By a fixed instant. */
  AT = 'at',
  /** It never expires. */
  NEVER = 'never',
}

/**
 * The expiration of a token or key.
 *
 * @example
 * const project = new LogfireProject(this, 'Shop');
 * project.addWriteToken('Checkout', { expiry: TokenExpiry.after(Duration.days(90)) });
 * project.addReadToken('Audit', { expiry: TokenExpiry.at('2027-03-31T00:00:00Z') });
 */
export class TokenExpiry {
  /**
   * Expires after a lifetime. The instant is fixed when the token is created and does not move at later plans. This is the usual choice.
   *
   * @param lifetime longer than zero and at most 292 years; with a rotation, at least the rotation period and a day (two periods and a day for a rotating credential)
   */
  public static after(lifetime: Duration): TokenExpiry {
    checkCall('TokenExpiry.after', arguments);
    return new TokenExpiry(TokenExpiryKind.AFTER, lifetime);
  }

  /**
   * Expires at a fixed instant. Synthesis knows no clock and accepts an instant in the past, but every plan warns about it.
   *
   * @param instant RFC 3339 timestamp with seconds, such as `2027-03-31T00:00:00Z` or `2027-03-31T02:00:00+02:00`; written in UTC, without
   * fractions of a second. A Terraform expression must return the form `YYYY-MM-DDTHH:MM:SSZ` itself, because Logfire compares it as a string
   */
  public static at(instant: string): TokenExpiry {
    checkCall('TokenExpiry.at', arguments);
    return new TokenExpiry(TokenExpiryKind.AT, undefined, instant);
  }

  /**
   * Never expires.
   *
   * @param reason why the token may never expire, not blank; kept in the metadata of the synthesized resource
   */
  public static never(reason: string): TokenExpiry {
    checkCall('TokenExpiry.never', arguments);
    return new TokenExpiry(TokenExpiryKind.NEVER, undefined, undefined, reason);
  }

  private constructor(
    /** How the expiration is specified. */
    public readonly kind: TokenExpiryKind,
    /** The lifetime of `after`. */
    public readonly lifetime?: Duration,
    /** The instant of `at`, as you passed it. */
    public readonly instant?: string,
    /** The reason of `never`. */
    public readonly reason?: string,
  ) {}

  /** @internal */
  public _check(scope: IConstruct): void {
    if ({ after: this.lifetime, at: this.instant, never: this.reason }[this.kind] === undefined) {
      fail(scope, 'value-type', 'expiry must come from a factory of TokenExpiry, got one that is not complete; pass TokenExpiry.after(…)');
    }
    if (this.lifetime !== undefined) {
      checkAddable(scope, 'expiry', this.lifetime);
    }
    if (this.reason !== undefined && this.reason.trim() === '') {
      fail(scope, 'expiry-reason', `expiry must have a reason with TokenExpiry.never, got ${JSON.stringify(this.reason)}; say why the token may never expire, or use TokenExpiry.after`);
    }
  }

  /**
   * The instant of `at` as Logfire writes it: Logfire compares strings, so any other form would replace the token at every plan.
   *
   * @internal
   */
  public _canonicalInstant(scope: IConstruct): string {
    const instant = this.instant ?? '';
    if (isUnresolved(instant)) {
      return instant;
    }
    const canonical = canonicalInstant(instant);
    if (canonical === undefined) {
      fail(scope, 'instant', `expiry must be an RFC 3339 timestamp such as 2027-03-31T00:00:00Z, got ${JSON.stringify(instant)}; `
        + 'include the date, the time with seconds, and Z or an offset');
    }
    return canonical;
  }
}

/** Expiration of a token, and the warning before it. */
export interface TokenExpiryOptions {
  /**
   * Expiration of the token. A change replaces the token.
   *
   * @default - the expiry of `LogfireDefaults`, otherwise `TokenExpiry.after(Duration.days(365))`
   */
  readonly expiry?: TokenExpiry;

  /**
   * How long before the expiration every plan starts to warn. Longer than zero, at most 292 years, and shorter than the
   * lifetime.
   *
   * @default - 30 days, or a quarter of the lifetime if that is shorter
   */
  readonly warnBefore?: Duration;

  /**
   * Terraform provider that creates the token.
   *
   * @default - the provider of the project if both are in the same stack, otherwise that of `LogfireDefaults`, otherwise the stack's
   * default provider
   */
  readonly provider?: TerraformProvider;

  /**
   * Resources that must exist before the token is created.
   *
   * @default - only the resources that the token refers to
   */
  readonly dependsOn?: ITerraformDependable[];
}

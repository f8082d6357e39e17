import { IConstruct } from 'constructs';
import { checkPositive } from '../core/checks';
import { Duration } from '../core/duration';
import { fail } from '../core/errors';
import { isUnresolved } from '../core/unresolved';

const RFC_3339 = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:[.,]\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** When a token or key stops being accepted. A change replaces the token. */
export class TokenExpiry {
  /**
   * So long after the token is made; fixed then, it does not move at later plans. The usual choice.
   *
   * @param lifetime longer than zero; with a rotation it must cover the rotation's period and a day (two periods and a day for two slots)
   */
  public static after(lifetime: Duration): TokenExpiry {
    return new TokenExpiry('after', lifetime);
  }

  /**
   * At a fixed instant. One in the past is not refused at synth, which knows no clock, but warned about in each plan.
   *
   * @param instant RFC 3339 with seconds, such as `2027-03-31T00:00:00Z` or `2027-03-31T02:00:00+02:00`; written in UTC, without fractions of a second.
   * A Terraform expression must give the form `YYYY-MM-DDTHH:MM:SSZ` itself: Logfire compares it as text
   */
  public static at(instant: string): TokenExpiry {
    return new TokenExpiry('at', undefined, instant);
  }

  /**
   * Never.
   *
   * @param reason why this token may live for ever; kept in the metadata of the synthesized resource, and not blank
   */
  public static never(reason: string): TokenExpiry {
    return new TokenExpiry('never', undefined, undefined, reason);
  }

  private constructor(
    /** `after`, `at` or `never`. */
    public readonly kind: string,
    /** The lifetime of `after`. */
    public readonly lifetime?: Duration,
    /** The instant of `at`, as it was given. */
    public readonly instant?: string,
    /** The reason of `never`. */
    public readonly reason?: string,
  ) {}

  /** @internal */
  public _check(scope: IConstruct): void {
    if (this.lifetime !== undefined) {
      checkPositive(scope, 'expiry', this.lifetime);
    }
    if (this.reason !== undefined && this.reason.trim() === '') {
      fail(scope, 'expiry TokenExpiry.never must have a reason that is not blank; say why this token may live for ever, or use TokenExpiry.after');
    }
  }

  /**
   * The instant of `at` as Logfire writes it: it compares the text, and another spelling would replace the token at each plan.
   *
   * @internal
   */
  public _canonicalInstant(scope: IConstruct): string {
    const instant = this.instant ?? '';
    if (isUnresolved(instant)) {
      return instant;
    }
    const canonical = utc(instant);
    if (canonical === undefined) {
      fail(scope, `expiry must be an instant in RFC 3339 such as 2027-03-31T00:00:00Z, got ${JSON.stringify(instant)}; `
        + 'give date, time with seconds, and Z or an offset');
    }
    return canonical;
  }
}

function utc(instant: string): string | undefined {
  const match = RFC_3339.exec(instant);
  if (match === null) {
    return undefined;
  }
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
  const local = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  local.setUTCFullYear(year, month - 1, day);
  const written = [local.getUTCMonth() + 1, local.getUTCDate(), local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds()];
  const offset = offsetMinutes(match[7]);
  if (offset === undefined || [month, day, hour, minute, second].some((part, index) => part !== written[index])) {
    return undefined;
  }
  const text = new Date(local.getTime() - offset * 60_000).toISOString();
  return /^\d{4}-/.test(text) ? `${text.slice(0, 19)}Z` : undefined;
}

function offsetMinutes(offset: string): number | undefined {
  if (offset === 'Z') {
    return 0;
  }
  const [hours, minutes] = offset.slice(1).split(':').map(Number);
  return hours > 23 || minutes > 59 ? undefined : (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

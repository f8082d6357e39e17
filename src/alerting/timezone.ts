import { IConstruct } from 'constructs';
import { TIMEZONE_NAMES } from './timezones';
import { checkCall } from '../core/calls';
import { checkNotBlank } from '../core/checks';
import { fail } from '../core/errors';
import { isUnresolved } from '../core/unresolved';

/**
 * A time zone of the IANA database.
 *
 * @example
 * const berlin = Timezone.of('Europe/Berlin');
 */
export class Timezone {
  /** Coordinated Universal Time, without daylight saving time. */
  public static readonly UTC = new Timezone('UTC', true);

  /**
   * Looks up a time zone by name.
   *
   * @param name the name, such as `Europe/Berlin`; case-sensitive. A name that this library does not know fails at synth, because
   * Logfire would reject it at apply. A Terraform expression is not checked
   */
  public static of(name: string): Timezone {
    checkCall('Timezone.of', arguments);
    return new Timezone(name, true);
  }

  /**
   * A time zone that is newer than this library. Its name is checked only at apply.
   *
   * @param name the name in the IANA database; a blank name fails at synth
   */
  public static unlisted(name: string): Timezone {
    checkCall('Timezone.unlisted', arguments);
    return new Timezone(name, false);
  }

  private constructor(
    /** Name of the time zone, such as `Europe/Berlin`. */
    public readonly name: string,
    private readonly listed: boolean,
  ) {}

  /** @internal */
  public _render(scope: IConstruct, prop: string): string {
    checkNotBlank(scope, prop, this.name, 'pass for example Timezone.of("Europe/Berlin")');
    if (this.listed && !isUnresolved(this.name) && !TIMEZONE_NAMES.has(this.name)) {
      fail(scope, 'timezone', `${prop} must be a name of the IANA time zone database, such as Europe/Berlin, got ${JSON.stringify(this.name)}; ${adviceFor(this.name)}`);
    }
    return this.name.trim();
  }
}

/** Suggests the names that the user probably means, or the way around the list. */
function adviceFor(name: string): string {
  const wanted = name.trim().toLowerCase().replace(/\s+/g, '_');
  const meant = [...TIMEZONE_NAMES].filter((known) => known.toLowerCase() === wanted || known.toLowerCase().endsWith(`/${wanted}`));
  return meant.length > 0 ? `use ${meant.join(' or ')}` : 'correct it, or use Timezone.unlisted for a time zone that is newer than this library';
}

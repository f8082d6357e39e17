import { IConstruct } from 'constructs';
import { TIMEZONE_NAMES } from './timezones';
import { checkNotBlank } from '../core/checks';
import { fail } from '../core/errors';
import { isUnresolved } from '../core/unresolved';

/** A time zone, by its name in the IANA database. */
export class Timezone {
  /** Coordinated Universal Time: no summer time. */
  public static readonly UTC = new Timezone('UTC', true);

  /**
   * A zone by its name.
   *
   * @param name such as `Europe/Berlin`, letters in the same case. A name that this library does not know is refused, since
   * Logfire would refuse it at apply; a Terraform expression is not looked up
   */
  public static of(name: string): Timezone {
    return new Timezone(name, true);
  }

  /**
   * A zone that is newer than this library; not looked up before the apply.
   *
   * @param name as the IANA database has it; a blank one is refused
   */
  public static unlisted(name: string): Timezone {
    return new Timezone(name, false);
  }

  private constructor(
    /** The name, such as `Europe/Berlin`. */
    public readonly name: string,
    private readonly listed: boolean,
  ) {}

  /** @internal */
  public _render(scope: IConstruct, prop: string): string {
    checkNotBlank(scope, prop, this.name, 'pass for example Timezone.of("Europe/Berlin")');
    if (this.listed && !isUnresolved(this.name) && !TIMEZONE_NAMES.has(this.name)) {
      fail(scope, `${prop} must be a name of the IANA time zone database, such as Europe/Berlin, got ${JSON.stringify(this.name)}; ${adviceFor(this.name)}`);
    }
    return this.name.trim();
  }
}

/** The one name that is probably meant, or the way around the list. */
function adviceFor(name: string): string {
  const wanted = name.trim().toLowerCase().replace(/\s+/g, '_');
  const meant = [...TIMEZONE_NAMES].filter((known) => known.toLowerCase() === wanted || known.toLowerCase().endsWith(`/${wanted}`));
  return meant.length > 0 ? `use ${meant.join(' or ')}` : 'correct it, or pass Timezone.unlisted for a zone that is newer than this library';
}

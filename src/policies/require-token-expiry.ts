import { TerraformLocal, TerraformResource, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { LogfirePolicy } from './policy';
import { PolicySubject } from './policy-subject';
import { Duration } from '../core/duration';
import { failWithoutPath } from '../core/errors';
import { expression, quoted } from '../core/expression';
import { askedLifetimeOf } from '../tokens/token-lifetime';

/** How long tokens and keys may live. */
export interface RequireTokenExpiryOptions {
  /**
   * The longest that a token may live, counted from each plan: longer than zero. A lifetime is checked at synth, a fixed instant
   * by a precondition when Terraform plans, which knows the time.
   *
   * @default Duration.days(365)
   */
  readonly maxLifetime?: Duration;

  /**
   * An end after this instant counts as none: RFC 3339 such as `2030-01-01T00:00:00Z`, else refused. Synth knows no clock, so this
   * is a fixed bound.
   *
   * @default 2040-01-01T00:00:00Z
   */
  readonly latest?: string;
}

/** Resources that take an end. Tokens of frontend applications have none. */
const ENDING: ReadonlySet<string> = new Set(['logfire_write_token', 'logfire_read_token', 'logfire_api_key', 'logfire_gateway_api_key']);
const DEFAULT_MAX_LIFETIME = Duration.days(365);
const DEFAULT_LATEST = '2040-01-01T00:00:00Z';
const LATEST_END = 'LogfireLatestEnd';
const REMEDY = 'pass TokenExpiry.after, or suppress the rule with a reason';

/**
 * Every token and key ends, and not too late: also those made through the bindings.
 *
 * Tokens of frontend applications are left out: Logfire gives them no end.
 */
export class RequireTokenExpiry extends LogfirePolicy {
  private readonly maxLifetime: Duration;
  private readonly latest: string;
  private readonly prepared = new WeakSet<IConstruct>();
  private readonly latestEnds = new WeakMap<TerraformStack, TerraformLocal>();

  constructor(options: RequireTokenExpiryOptions = {}) {
    super('RequireTokenExpiry');
    this.maxLifetime = options.maxLifetime ?? DEFAULT_MAX_LIFETIME;
    this.latest = options.latest ?? DEFAULT_LATEST;
    if (!this.maxLifetime._isUnresolved && this.maxLifetime.toSeconds() <= 0) {
      failWithoutPath(`maxLifetime must be longer than zero, got ${this.maxLifetime.toString()}; pass for example Duration.days(90)`);
    }
    if (instantOf(this.latest) === undefined) {
      failWithoutPath(`latest must be an instant in RFC 3339 such as ${DEFAULT_LATEST}, got ${JSON.stringify(this.latest)}; give date, time with seconds, and Z or an offset`);
    }
  }

  /** Reports a token or key that never ends, ends after `latest`, or lives longer than `maxLifetime`. */
  public check(subject: PolicySubject): void {
    if (subject.kind !== 'resource' || !ENDING.has(subject.resourceType)) {
      return;
    }
    const end = subject.attributes.expires_at;
    if (end === undefined || end === null) {
      subject.report('it never ends', REMEDY);
      return;
    }
    const lifetime = askedLifetimeOf(subject._element)?.expiry.lifetime;
    if (lifetime !== undefined && !lifetime._isUnresolved && !this.maxLifetime._isUnresolved && lifetime.toSeconds() > this.maxLifetime.toSeconds()) {
      subject.report(`it lives for ${lifetime.toString()}, and at most ${this.maxLifetime.toString()} are allowed`, 'shorten its TokenExpiry.after');
    }
    if (typeof end === 'string' && !end.includes('${')) {
      const instant = instantOf(end);
      if (instant === undefined) {
        subject.report('its end is no instant in RFC 3339', 'pass TokenExpiry.at with one such as 2027-03-31T00:00:00Z');
      } else if (instant > instantOf(this.latest)!) {
        subject.report(`it ends at ${end}, after ${this.latest}, which counts as never`, REMEDY);
      }
    }
  }

  /** @internal */
  public _concernsPlan(construct: IConstruct): boolean {
    return endInputOf(construct) !== undefined;
  }

  /** @internal */
  public _preparePlan(construct: TerraformResource): void {
    const end = endInputOf(construct);
    if (end === undefined || this.prepared.has(construct)) {
      return;
    }
    this.prepared.add(construct);
    const { precondition = [], ...lifecycle } = construct.lifecycle ?? {};
    construct.lifecycle = {
      ...lifecycle,
      precondition: [...precondition, {
        // Terraform's own clock decides: synth has none.
        condition: expression`timecmp(${quoted(end)}, ${this.latestEnd(construct.cdktfStack)}) <= 0` as any,
        errorMessage: `${this.rule}: it ends later than ${this.maxLifetime.toString()} from now; bring its end nearer, or suppress the rule with a reason.`,
      }],
    };
  }

  /** A local: Terraform refuses a condition that refers to nothing, as with a fixed instant it would. */
  private latestEnd(stack: TerraformStack): string {
    let local = this.latestEnds.get(stack);
    if (local === undefined) {
      let number = 1;
      while (stack.node.tryFindChild(`${LATEST_END}${number}`) !== undefined) {
        number += 1;
      }
      local = new TerraformLocal(stack, `${LATEST_END}${number}`, expression`timeadd(plantimestamp(), ${quoted(this.maxLifetime._toTimeaddText())})`);
      this.latestEnds.set(stack, local);
    }
    return local.asString;
  }
}

/** The end that a resource was given. */
function endInputOf(construct: IConstruct): string | undefined {
  return TerraformResource.isTerraformResource(construct) && ENDING.has(construct.terraformResourceType)
    ? (construct as { expiresAtInput?: string }).expiresAtInput : undefined;
}

function instantOf(text: string): number | undefined {
  const instant = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(instant) ? undefined : instant;
}

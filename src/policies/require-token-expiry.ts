import { TerraformLocal, TerraformResource, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { LogfirePolicy } from './policy';
import { policyId } from './policy-id';
import { PolicySubject } from './policy-subject';
import { checkCall } from '../core/calls';
import { Duration } from '../core/duration';
import { failWithoutPath, mark } from '../core/errors';
import { expression, quoted } from '../core/expression';
import { inHostLanguage } from '../core/host-language';
import { canonicalInstant } from '../core/instant';
import { CREDENTIAL_TYPES } from '../tokens/credential-types';
import { askedLifetimeOf } from '../tokens/token-lifetime';

/** Options of `RequireTokenExpiry`. */
export interface RequireTokenExpiryOptions {
  /**
   * Maximum lifetime of a credential, counted from each plan. It must be longer than zero.
   *
   * A lifetime is checked at synth. A fixed instant is checked by a precondition during the plan, because only Terraform knows the
   * time.
   *
   * @default Duration.days(365)
   */
  readonly maxLifetime?: Duration;

  /**
   * Latest instant that counts as an expiration, in RFC 3339 such as `2030-01-01T00:00:00Z`. Any other string fails.
   *
   * A credential that expires later counts as one that never expires. It is a fixed instant, because synth does not use a clock.
   *
   * @default 2040-01-01T00:00:00Z
   */
  readonly latest?: string;
}

const DEFAULT_MAX_LIFETIME = Duration.days(365);
const DEFAULT_LATEST = '2040-01-01T00:00:00Z';
const LATEST_END = 'LogfireLatestEnd';
const REMEDY = 'pass TokenExpiry.after, or suppress the rule with a reason';

/**
 * Policy: every credential must expire, and within the maximum lifetime. This includes credentials created through the bindings.
 *
 * Tokens of frontend applications are exempt, because they have no expiration in Logfire.
 *
 * @example
 * new RequireTokenExpiry({ maxLifetime: Duration.days(90) }).applyTo(this);
 */
export class RequireTokenExpiry extends LogfirePolicy {
  private readonly maxLifetime: Duration;
  private readonly latest: string;
  private readonly prepared = new WeakSet<IConstruct>();
  private readonly latestEnds = new WeakMap<TerraformStack, TerraformLocal>();

  constructor(options: RequireTokenExpiryOptions = {}) {
    super('RequireTokenExpiry');
    checkCall('new RequireTokenExpiry', arguments, this);
    this.maxLifetime = options.maxLifetime ?? DEFAULT_MAX_LIFETIME;
    const latest = options.latest ?? DEFAULT_LATEST;
    if (!this.maxLifetime.isUnresolved() && this.maxLifetime.toSeconds() <= 0) {
      failWithoutPath('positive-duration', `maxLifetime must be longer than zero, got ${this.maxLifetime.toString()}; pass for example Duration.days(90)`);
    }
    this.latest = canonicalInstant(latest)
      ?? failWithoutPath('instant', `latest must be an instant in RFC 3339 such as ${DEFAULT_LATEST}, got ${JSON.stringify(latest)}; pass a date, a time with seconds, and Z or an offset`);
  }

  /** Reports a credential that never expires, expires after `latest`, or has a lifetime longer than `maxLifetime`. */
  public check(subject: PolicySubject): void {
    checkCall('RequireTokenExpiry#check', arguments, this);
    if (subject.kind !== 'resource' || !expires(subject.resourceType)) {
      return;
    }
    const end = subject.attributes.expires_at;
    if (end === undefined || end === null) {
      subject.report('it never expires', inHostLanguage(REMEDY));
      return;
    }
    const lifetime = askedLifetimeOf(subject._element)?.expiry.lifetime;
    if (lifetime !== undefined && !lifetime.isUnresolved() && !this.maxLifetime.isUnresolved()
      && lifetime.toSeconds() > this.maxLifetime.toSeconds()) {
      subject.report(`its lifetime of ${lifetime.toString()} is longer than the maximum of ${this.maxLifetime.toString()}`, inHostLanguage('pass a shorter TokenExpiry.after'));
    }
    if (typeof end === 'string' && !end.includes('${')) {
      const instant = canonicalInstant(end);
      if (instant === undefined) {
        subject.report('its expiration is not an instant in RFC 3339', inHostLanguage('pass TokenExpiry.at with an instant such as 2027-03-31T00:00:00Z'));
      } else if (instant > this.latest) {
        subject.report(`it expires at ${end}, later than ${this.latest}, which counts as never`, inHostLanguage(REMEDY));
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
        // Terraform's clock decides, because synth does not use one.
        condition: expression`timecmp(${quoted(end)}, ${this.latestEnd(construct.cdktfStack)}) <= 0` as any,
        errorMessage: `It expires later than ${this.maxLifetime.toString()} from now; choose an earlier expiration, or suppress the rule with a reason.${mark(policyId(this.rule))}`,
      }],
    };
  }

  /** A local, because Terraform rejects a condition without a reference, as it would be for a fixed instant. */
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

/** The expiration that a resource was given. */
function endInputOf(construct: IConstruct): string | undefined {
  return TerraformResource.isTerraformResource(construct) && expires(construct.terraformResourceType)
    ? (construct as { expiresAtInput?: string }).expiresAtInput : undefined;
}

/** Tokens of frontend applications never expire. */
function expires(resourceType: string): boolean {
  return CREDENTIAL_TYPES.get(resourceType)?.expires === true;
}

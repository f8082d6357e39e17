import { TerraformResource, TerraformResourceLifecycle, Token } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { TokenExpiry, TokenExpiryKind } from './token-expiry';
import { TokenOptions, TokenRotation, TokenRotationKind } from './token-rotation';
import { constructState } from '../core/app-state';
import { attributeReference } from '../core/attribute-reference';
import { checkPositive } from '../core/checks';
import { Duration } from '../core/duration';
import { fail } from '../core/errors';
import { expression, literal, quoted, stringOf } from '../core/expression';
import { protect } from '../core/protection';
import { redacted } from '../core/redaction';
import { CheckBlock, TerraformData } from '../core/terraform-blocks';

const DEFAULT_LIFETIME = Duration.days(365);
const LONGEST_DEFAULT_WARNING = 30 * 86_400;
/** A rotation happens at the first apply of a period, so the token must outlive its period a little. */
const ROTATION_MARGIN = Duration.days(1);

/** The expiration and rotation that a token or key was given. */
export interface AskedLifetime {
  readonly expiry: TokenExpiry;
  readonly rotation?: TokenRotation;
}

/** The lifetime that the program asked for, for the policies and the inventory. Undefined for a binding without an L2. */
export function askedLifetimeOf(resource: IConstruct): AskedLifetime | undefined {
  return lifetimesOf(resource).get(resource);
}

/** By the resource of the credential. */
function lifetimesOf(resource: IConstruct): WeakMap<IConstruct, AskedLifetime> {
  return constructState(resource, 'lifetimes');
}

/**
 * The Terraform behind expiry and rotation of one credential: a child `Anchor` that fixes the instant, and a child `ExpiryCheck`.
 *
 * A credential passes `expiresAt` and `lifecycle` to its resource, and has the resource watched.
 */
export class TokenLifetime {
  /** Expiration of the credential. Undefined for never. Known during the plan, including the first one. */
  public readonly expiresAt: string | undefined;
  /** The lifecycle of the credential's resource. */
  public readonly lifecycle: TerraformResourceLifecycle;

  private readonly expiry: TokenExpiry;
  private readonly anchor: TerraformData | undefined;

  constructor(private readonly scope: Construct, private readonly options: TokenOptions) {
    const expiry = options.expiry ?? TokenExpiry.after(DEFAULT_LIFETIME);
    const { lifetime } = expiry;
    expiry._check(scope);
    options.rotation?._check(scope);
    checkWarnBefore(scope, options.warnBefore, lifetime);
    checkCoversRotation(scope, options, lifetime);

    const trigger = options.rotation?._trigger(scope);
    const triggersReplace = [lifetime?._toTimeaddText(), trigger].filter((value) => value !== undefined);
    const input = lifetime && stringOf(expression`timeadd(plantimestamp(), ${quoted(lifetime._toTimeaddText())})`);
    const anchor = triggersReplace.length > 0 ? new TerraformData(scope, 'Anchor', { input, triggersReplace }) : undefined;

    this.expiry = expiry;
    this.anchor = anchor;
    this.lifecycle = { createBeforeDestroy: true, ...(anchor && { replaceTriggeredBy: [anchor.address] }) };
    this.expiresAt = anchor !== undefined && lifetime !== undefined ? anchor.input
      : expiry.kind === TokenExpiryKind.AT ? expiry._canonicalInstant(scope) : undefined;
  }

  /**
   * Adds the warning before the expiration, or the reason why the credential never expires.
   *
   * @param noun name of the credential's type, for the warning
   */
  public watch(resource: TerraformResource, noun: string): void {
    const { reason, lifetime } = this.expiry;
    lifetimesOf(resource).set(resource, { expiry: this.expiry, rotation: this.options.rotation });
    if (reason !== undefined) {
      resource.addOverride('//.logfire', { expiry: 'never', reason: literal(redacted(reason)) });
      this.protect(resource);
      return;
    }
    const expiresAt = attributeReference(resource, 'expires_at');
    const { rotation } = this.options;
    const warnBefore = this.options.warnBefore ?? defaultWarning(lifetime);
    const current = rotation?._isCurrent(this.scope);
    const lives = expression`timecmp(timeadd(plantimestamp(), ${quoted(warnBefore._toTimeaddText())}), ${expiresAt}) < 0`;
    this.protect(resource, new CheckBlock(this.scope, 'ExpiryCheck', {
      // Of two tokens that take turns only the current one matters: the other is about to be replaced.
      condition: current === undefined ? lives : expression`!(${current}) || ${lives}`,
      errorMessage: `The ${noun} ${redacted(this.scope.node.path)} expires at ${expiresAt}, `
        + `less than ${warnBefore.toString()} from now; ${remedy(this.expiry, rotation)}.`,
    }));
  }

  private protect(resource: TerraformResource, check?: CheckBlock): void {
    protect(resource, { alternative: 'change expiry, rotation or warnBefore of the construct', anchor: this.anchor, check });
  }
}

function checkWarnBefore(scope: Construct, warnBefore: Duration | undefined, lifetime: Duration | undefined): void {
  if (warnBefore === undefined) {
    return;
  }
  checkPositive(scope, 'warnBefore', warnBefore);
  if (lifetime !== undefined && !lifetime.isUnresolved() && !warnBefore.isUnresolved() && warnBefore.toSeconds() >= lifetime.toSeconds()) {
    fail(scope, `warnBefore must be shorter than the lifetime of ${lifetime.toString()}, got ${warnBefore.toString()}: every plan would warn; shorten it`);
  }
}

function checkCoversRotation(scope: Construct, options: TokenOptions, lifetime: Duration | undefined): void {
  const { rotation } = options;
  const period = rotation?.period;
  if (rotation === undefined || period === undefined || lifetime === undefined || period.isUnresolved() || lifetime.isUnresolved()) {
    return;
  }
  const periods = rotation._periodsInUse;
  const needed = Duration.seconds(periods * period.toSeconds() + ROTATION_MARGIN.toSeconds());
  if (lifetime.toSeconds() < needed.toSeconds()) {
    const covers = periods === 1 ? 'the rotation period' : 'two rotation periods';
    fail(scope, `expiry must cover ${covers} of ${period.toString()} and a day, so at least ${needed.toString()}, got ${lifetime.toString()}: `
      + 'the token would expire while it is in use; lengthen the lifetime or shorten the period');
  }
}

function defaultWarning(lifetime: Duration | undefined): Duration {
  if (lifetime === undefined) {
    return Duration.seconds(LONGEST_DEFAULT_WARNING);
  }
  if (lifetime.isUnresolved()) {
    return Duration.seconds(Token.asNumber(expression`floor(min(${LONGEST_DEFAULT_WARNING}, (${lifetime.toSeconds()}) / 4))`));
  }
  return Duration.seconds(Math.min(LONGEST_DEFAULT_WARNING, Math.floor(lifetime.toSeconds() / 4)));
}

function remedy(expiry: TokenExpiry, rotation: TokenRotation | undefined): string {
  switch (rotation?.kind) {
    case TokenRotationKind.MANUAL: return 'raise the number of its TokenRotation.manual to replace it';
    case TokenRotationKind.EVERY: return 'apply at least once in each rotation period';
    default: return expiry.kind === TokenExpiryKind.AT ? 'move its TokenExpiry.at to a later instant' : 'add a rotation, TokenRotation.manual(1), to replace it';
  }
}

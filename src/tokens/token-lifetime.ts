import { TerraformResource, TerraformResourceLifecycle, Token } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { TokenExpiry } from './token-expiry';
import { TokenOptions } from './token-options';
import { TokenRotation } from './token-rotation';
import { attributeReference } from '../core/attribute-reference';
import { CheckBlock } from '../core/check-block';
import { checkPositive } from '../core/checks';
import { Duration } from '../core/duration';
import { fail } from '../core/errors';
import { expression, quoted, stringOf } from '../core/expression';
import { TerraformData } from '../core/terraform-data';

const DEFAULT_LIFETIME = Duration.days(365);
const LONGEST_DEFAULT_WARNING = 30 * 86_400;
/** A rotation happens at the first apply of a period, so the token has to outlive its period a little. */
const ROTATION_MARGIN = Duration.days(1);

/** How a token or key was asked to end and to be replaced. */
export interface AskedLifetime {
  readonly expiry: TokenExpiry;
  readonly rotation?: TokenRotation;
}

/** By the resource of the token or key. */
const asked = new WeakMap<IConstruct, AskedLifetime>();

/** How a token or key was asked to end, for the policies and the inventory; undefined for a binding that stands alone. */
export function askedLifetimeOf(resource: IConstruct): AskedLifetime | undefined {
  return asked.get(resource);
}

/** The Terraform behind expiry and rotation of one token or key: a child `Anchor` that fixes the instant, and a child `ExpiryCheck`. */
export class TokenLifetime {
  /** When the token ends; undefined for never. Known while planning, also in the first plan. */
  public readonly expiresAt: string | undefined;
  /** The lifecycle of the token's resource. */
  public readonly lifecycle: TerraformResourceLifecycle;

  /** A reference to the end in the token's resource, once it is attached; undefined for never. */
  public endsAt: string | undefined;

  private readonly expiry: TokenExpiry;

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
    this.lifecycle = { createBeforeDestroy: true, ...(anchor && { replaceTriggeredBy: [anchor.address] }) };
    this.expiresAt = anchor !== undefined && lifetime !== undefined ? anchor.input
      : expiry.kind === 'at' ? expiry._canonicalInstant(scope) : undefined;
  }

  /** Adds to the token's resource what its attributes do not say: the warning before its end, or why it never ends. */
  public attachTo(resource: TerraformResource, noun: string): void {
    const { reason, lifetime } = this.expiry;
    asked.set(resource, { expiry: this.expiry, rotation: this.options.rotation });
    if (reason !== undefined) {
      resource.addOverride('//.logfire', { expiry: 'never', reason });
      return;
    }
    const endsAt = attributeReference(resource, 'expires_at');
    this.endsAt = endsAt;
    const { rotation } = this.options;
    const warnBefore = this.options.warnBefore ?? defaultWarning(lifetime);
    const current = rotation?._isCurrent(this.scope);
    const lives = expression`timecmp(timeadd(plantimestamp(), ${quoted(warnBefore._toTimeaddText())}), ${endsAt}) < 0`;
    new CheckBlock(this.scope, 'ExpiryCheck', {
      // Of two tokens that take turns only the current one matters: the other is about to be replaced.
      condition: current === undefined ? lives : expression`!(${current}) || ${lives}`,
      errorMessage: `The ${noun} ${withoutInterpolation(this.scope.node.path)} ends at ${endsAt}, `
        + `less than ${warnBefore.toString()} from now; ${remedy(this.expiry, rotation)}.`,
    });
  }
}

function checkWarnBefore(scope: Construct, warnBefore: Duration | undefined, lifetime: Duration | undefined): void {
  if (warnBefore === undefined) {
    return;
  }
  checkPositive(scope, 'warnBefore', warnBefore);
  if (lifetime !== undefined && !lifetime._isUnresolved && !warnBefore._isUnresolved && warnBefore.toSeconds() >= lifetime.toSeconds()) {
    fail(scope, `warnBefore must be shorter than the lifetime of ${lifetime.toString()}, got ${warnBefore.toString()}: each plan would warn; shorten it`);
  }
}

function checkCoversRotation(scope: Construct, options: TokenOptions, lifetime: Duration | undefined): void {
  const { rotation } = options;
  const period = rotation?.period;
  if (rotation === undefined || period === undefined || lifetime === undefined || period._isUnresolved || lifetime._isUnresolved) {
    return;
  }
  const periods = rotation._periodsInUse;
  const needed = Duration.seconds(periods * period.toSeconds() + ROTATION_MARGIN.toSeconds());
  if (lifetime.toSeconds() < needed.toSeconds()) {
    const covers = periods === 1 ? 'the rotation period' : 'two rotation periods';
    fail(scope, `expiry must cover ${covers} of ${period.toString()} and a day, so at least ${needed.toString()}, got ${lifetime.toString()}: `
      + 'the token would end while it is in use; lengthen the lifetime or shorten the period');
  }
}

function defaultWarning(lifetime: Duration | undefined): Duration {
  if (lifetime === undefined) {
    return Duration.seconds(LONGEST_DEFAULT_WARNING);
  }
  if (lifetime._isUnresolved) {
    return Duration.seconds(Token.asNumber(expression`floor(min(${LONGEST_DEFAULT_WARNING}, (${lifetime.toSeconds()}) / 4))`));
  }
  return Duration.seconds(Math.min(LONGEST_DEFAULT_WARNING, Math.floor(lifetime.toSeconds() / 4)));
}

function withoutInterpolation(text: string): string {
  return text.replace(/[$%](?=\{)/g, '$&$&');
}

function remedy(expiry: TokenExpiry, rotation: TokenRotation | undefined): string {
  switch (rotation?.kind) {
    case 'manual': return 'raise its TokenRotation.manual number for a new one';
    case 'every': return 'apply at least once in each rotation period';
    default: return expiry.kind === 'at' ? 'move its TokenExpiry.at to a later instant' : 'give it a rotation, TokenRotation.manual(1), for a new one';
  }
}

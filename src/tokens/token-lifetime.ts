import { IResolvable, TerraformResource, TerraformResourceLifecycle, Token } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { expiryFor } from './default-expiry';
import { TokenExpiry, TokenExpiryKind } from './token-expiry';
import { TokenOptions, TokenRotation, TokenRotationKind } from './token-rotation';
import { constructState } from '../core/app-state';
import { attributeOf } from '../core/attribute-reference';
import { checkAddable } from '../core/checks';
import { Duration } from '../core/duration';
import { fail } from '../core/errors';
import { expression, literal, quoted } from '../core/expression';
import { protect } from '../core/protection';
import { redacted } from '../core/redaction';
import { sourceText } from '../core/scope-defaults';
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

/** A credential with its resource. */
interface Watched {
  readonly resource: TerraformResource;
  readonly tokenExpiresAt: string | undefined;
}

/** What replaces a credential: the elements behind it, and the part of one of them for `replace_triggered_by`. */
interface Replacement {
  readonly anchors: readonly TerraformData[];
  readonly trigger?: string;
  /** Expiration that is fixed when the credential is created. */
  readonly expiresAt?: string;
}

/**
 * The Terraform behind expiry and rotation of one credential: a child `Anchor` that fixes a value when it is created, a child `Trigger`
 * where the expiration does not show a rotation, and a child `ExpiryCheck`.
 *
 * A credential passes `expiresAt` and `lifecycle` to its resource, and has the resource watched.
 */
export class TokenLifetime {
  /** Expiration of the credential. Undefined for never. Known during the plan, including the first one. */
  public readonly expiresAt: string | undefined;
  /** The lifecycle of the credential's resource. */
  public readonly lifecycle: TerraformResourceLifecycle;

  private readonly expiry: TokenExpiry;
  private readonly anchors: readonly TerraformData[];

  constructor(private readonly scope: Construct, private readonly options: TokenOptions) {
    const expiry = expiryFor(scope, options.expiry) ?? TokenExpiry.after(DEFAULT_LIFETIME);
    const { lifetime } = expiry;
    expiry._check(scope);
    options.rotation?._check(scope);
    checkWarnBefore(scope, options.warnBefore, lifetime);
    checkOutlivesPeriods(scope, expiry, options.rotation);
    checkCoversRotation(scope, options, lifetime);

    const { anchors, trigger, expiresAt } = replacementOf(scope, lifetime, options.rotation?._trigger(scope));
    this.expiry = expiry;
    this.anchors = anchors;
    this.lifecycle = { createBeforeDestroy: true, ...(trigger !== undefined && { replaceTriggeredBy: [trigger] }) };
    this.expiresAt = expiry.kind === TokenExpiryKind.AT ? expiry._canonicalInstant(scope) : expiresAt;
  }

  /**
   * Adds the warning before the expiration, or the reason why the credential never expires.
   *
   * @param noun name of the credential's type, for the warning
   */
  public watch({ resource, tokenExpiresAt }: Watched, noun: string): void {
    const { reason, lifetime } = this.expiry;
    lifetimesOf(resource).set(resource, { expiry: this.expiry, rotation: this.options.rotation });
    if (reason !== undefined) {
      resource.addOverride('//.logfire.expiry', 'never');
      resource.addOverride('//.logfire.reason', literal(redacted(reason)));
      this.protect(resource);
      return;
    }
    const { rotation } = this.options;
    const warnBefore = this.options.warnBefore ?? defaultWarning(lifetime);
    const current = rotation?._isCurrent(this.scope);
    const lives = expression`timecmp(timeadd(plantimestamp(), ${quoted(warnBefore._toTimeaddText())}), ${attributeOf(resource, 'expires_at')}) < 0`;
    this.protect(resource, new CheckBlock(this.scope, 'ExpiryCheck', {
      // Of two tokens that take turns only the current one matters: the other is about to be replaced.
      condition: current === undefined ? lives : expression`!(${current}) || ${lives}`,
      errorMessage: `The ${noun} ${redacted(this.scope.node.path)} expires at ${tokenExpiresAt}, `
        + `less than ${warnBefore.toString()} from now; ${remedy(this.expiry, rotation)}.`,
      id: 'token-expires-soon',
    }));
  }

  private protect(resource: TerraformResource, check?: CheckBlock): void {
    protect(resource, { alternative: 'change expiry, rotation or warnBefore of the construct', anchors: this.anchors, check });
  }
}

function replacementOf(scope: Construct, lifetime: Duration | undefined, rotation: number | IResolvable | undefined): Replacement {
  if (lifetime !== undefined) {
    const length = lifetime._toTimeaddText();
    const anchor = new TerraformData(scope, 'Anchor', {
      input: expression`timeadd(plantimestamp(), ${quoted(length)})`,
      keepsInput: true,
      triggersReplace: rotation === undefined ? [length] : [length, rotation],
    });
    return { anchors: [anchor], trigger: anchor.address(), expiresAt: anchor.input };
  }
  return rotation === undefined ? { anchors: [] } : rotationAlone(scope, rotation);
}

/**
 * Replaces a credential when its rotation differs from the first one, and not when a rotation is added.
 *
 * OpenTofu also replaces it for an anchor that is created. Here the part that `replace_triggered_by` names is missing then, before and after.
 */
function rotationAlone(scope: Construct, rotation: number | IResolvable): Replacement {
  const anchor = new TerraformData(scope, 'Anchor', { input: rotation, keepsInput: true });
  const trigger = new TerraformData(scope, 'Trigger', {
    input: expression`${anchor.input} == ${rotation} ? null : { rotation = ${rotation} }`,
  });
  return { anchors: [anchor, trigger], trigger: trigger.address('.input.rotation') };
}

function checkWarnBefore(scope: Construct, warnBefore: Duration | undefined, lifetime: Duration | undefined): void {
  if (warnBefore === undefined) {
    return;
  }
  checkAddable(scope, 'warnBefore', warnBefore);
  if (lifetime !== undefined && !lifetime.isUnresolved() && !warnBefore.isUnresolved() && warnBefore.toSeconds() >= lifetime.toSeconds()) {
    fail(scope, 'warn-before', `warnBefore must be shorter than the lifetime of ${lifetime.toString()}, got ${warnBefore.toString()}: every plan would warn; shorten it`);
  }
}

/** A rotation never ends, so in the end it would create tokens that have already expired. */
function checkOutlivesPeriods(scope: Construct, expiry: TokenExpiry, rotation: TokenRotation | undefined): void {
  if (expiry.kind === TokenExpiryKind.AT && rotation?.kind === TokenRotationKind.EVERY) {
    fail(scope, 'rotation-expiry', `expiry must be a lifetime or never with TokenRotation.every, got TokenExpiry.at${sourceText(scope, 'expiry')}: all tokens would expire at that instant, also those `
      + 'that a rotation creates later; pass TokenExpiry.after, or TokenRotation.manual');
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
    fail(scope, 'token-lifetime', `expiry must cover ${covers} of ${period.toString()} and a day, so at least ${needed.toString()}, got ${lifetime.toString()}${sourceText(scope, 'expiry')}: `
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
  if (expiry.kind === TokenExpiryKind.AT) {
    return 'move its TokenExpiry.at to a later instant';
  }
  switch (rotation?.kind) {
    case TokenRotationKind.MANUAL: return 'raise the number of its TokenRotation.manual to replace it';
    case TokenRotationKind.EVERY: return 'apply at least once in each rotation period';
    default: return 'add a rotation, TokenRotation.manual(1), to replace it';
  }
}

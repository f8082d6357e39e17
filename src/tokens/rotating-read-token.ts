import { Construct } from 'constructs';
import { ILogfireQueryCredential } from './credential';
import { LogfireReadToken } from './read-token';
import { RotatingCredential } from './rotating-credential';
import { TokenExpiryOptions } from './token-expiry';
import { TokenRotation } from './token-rotation';
import { checkCall, propsOf } from '../core/calls';
import { ILogfireProjectRef } from '../core/references';

/** Properties of a rotating read token. */
export interface LogfireRotatingReadTokenProps extends TokenExpiryOptions {
  /** Project that both tokens belong to. A change replaces both tokens. */
  readonly project: ILogfireProjectRef;

  /** When the next token becomes the current one. */
  readonly rotation: TokenRotation;
}

/**
 * Two read tokens that take turns, for programs that read their token only at start. Together they are one credential, the current token:
 * pass it wherever you pass a credential.
 *
 * In each period the older token is replaced and becomes the current one. The previous token stays valid for one more period, in which
 * you restart the programs. If you skip two rotation periods, both tokens are replaced in the same apply and there is no overlap.
 *
 * @example
 * const project = new LogfireProject(this, 'Shop');
 * const token = new LogfireRotatingReadToken(this, 'Token', { project, rotation: TokenRotation.every(Duration.days(30)) });
 */
export class LogfireRotatingReadToken extends RotatingCredential implements ILogfireQueryCredential {
  /** The token of even periods. */
  public readonly slotA: LogfireReadToken;

  /** The token of odd periods. */
  public readonly slotB: LogfireReadToken;

  /** Always true. Distinguishes this credential from those for other purposes. */
  public readonly canQueryTelemetry: boolean = true;

  constructor(scope: Construct, id: string, props: LogfireRotatingReadTokenProps) {
    super(scope, id);
    checkCall('new LogfireRotatingReadToken', arguments, this);
    const { a, b } = this._takeTurns('tokens', props, (slot, rotation) => new LogfireReadToken(this, slot, { ...propsOf('LogfireRotatingReadTokenProps', props), rotation }));
    this.slotA = a;
    this.slotB = b;
  }
}

import { Construct } from 'constructs';
import { ILogfireIngestCredential } from './ingest-credential';
import { RotatingCredential } from './rotating-credential';
import { TokenExpiryOptions } from './token-expiry';
import { TokenRotation } from './token-rotation';
import { LogfireWriteToken } from './write-token';
import { checkCall, propsOf } from '../core/calls';
import { ILogfireProjectRef } from '../core/references';

/** Properties of a rotating write token. */
export interface LogfireRotatingWriteTokenProps extends TokenExpiryOptions {
  /** Project that both tokens belong to. A change replaces both tokens. */
  readonly project: ILogfireProjectRef;

  /** When the next token becomes the current one. */
  readonly rotation: TokenRotation;
}

/**
 * Two write tokens that take turns, for programs that read their token only at start. Together they are one credential, the current token:
 * pass it wherever you pass a credential.
 *
 * In each period the older token is replaced and becomes the current one. The previous token stays valid for one more period, in which
 * you restart the programs. If you skip two rotation periods, both tokens are replaced in the same apply and there is no overlap.
 *
 * @example
 * const project = new LogfireProject(this, 'Shop');
 * const token = new LogfireRotatingWriteToken(this, 'Token', { project, rotation: TokenRotation.every(Duration.days(30)) });
 */
export class LogfireRotatingWriteToken extends RotatingCredential implements ILogfireIngestCredential {
  /** The token of even periods. */
  public readonly slotA: LogfireWriteToken;

  /** The token of odd periods. */
  public readonly slotB: LogfireWriteToken;

  /** Always true. Distinguishes this credential from those for other purposes. */
  public readonly canSendTelemetry: boolean = true;

  /** Always false: `tokenValue` is a single token. */
  public readonly isTokenList: boolean = false;

  constructor(scope: Construct, id: string, props: LogfireRotatingWriteTokenProps) {
    super(scope, id);
    checkCall('new LogfireRotatingWriteToken', arguments, this);
    const { a, b } = this._takeTurns('tokens', props, (slot, rotation) => new LogfireWriteToken(this, slot, { ...propsOf('LogfireRotatingWriteTokenProps', props), rotation }));
    this.slotA = a;
    this.slotB = b;
  }

  /**
   * Scheme and host of the Logfire instance that receives the telemetry. Comes from the provider, otherwise from the region in the token,
   * which is known only at apply.
   */
  public get ingestEndpoint(): string {
    return this.slotA.ingestEndpoint;
  }
}

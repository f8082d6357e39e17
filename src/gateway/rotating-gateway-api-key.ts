import { Construct } from 'constructs';
import { LogfireGatewayApiKey } from './gateway-api-key';
import { checkCall, propsOf } from '../core/calls';
import { ILogfireProjectRef } from '../core/references';
import { ILogfireGatewayCredential } from '../tokens/credential';
import { GatewayLimits } from '../tokens/gateway-limits';
import { KeyNaming, keyNameOf } from '../tokens/key-options';
import { RotatingCredential } from '../tokens/rotating-credential';
import { TokenExpiryOptions } from '../tokens/token-expiry';
import { TokenRotation } from '../tokens/token-rotation';

/** Properties of a rotating gateway key. The two keys have the same limits; their names end in `-a` and `-b`. */
export interface LogfireRotatingGatewayApiKeyProps extends TokenExpiryOptions, KeyNaming, GatewayLimits {
  /** Project that the usage of the keys counts for. A change replaces both keys. */
  readonly project: ILogfireProjectRef;

  /** When the next key becomes the current one. */
  readonly rotation: TokenRotation;
}

/**
 * Two gateway keys that take turns, for programs that read their key only at start. Together they are one credential, the current key: pass it
 * wherever you pass a credential.
 *
 * In each period the older key is replaced and becomes the current one. The previous key stays valid for one more period, in which you
 * restart the programs. If you skip two rotation periods, both keys are replaced in the same apply and there is no overlap. Spending limits
 * apply to each of the two keys separately, and every new key starts counting from zero.
 *
 * @example
 * const project = new LogfireProject(this, 'Shop');
 * const rotation = TokenRotation.every(Duration.days(30));
 * const key = new LogfireRotatingGatewayApiKey(this, 'Agents', { project, dailyLimitUsd: 5, rotation });
 */
export class LogfireRotatingGatewayApiKey extends RotatingCredential implements ILogfireGatewayCredential {
  /** The key of even periods. */
  public readonly slotA: LogfireGatewayApiKey;

  /** The key of odd periods. */
  public readonly slotB: LogfireGatewayApiKey;

  /** Always true. Distinguishes this credential from those for other purposes. */
  public readonly canCallGateway: boolean = true;

  constructor(scope: Construct, id: string, props: LogfireRotatingGatewayApiKeyProps) {
    super(scope, id);
    checkCall('new LogfireRotatingGatewayApiKey', arguments, this);
    const name = keyNameOf(this, props.keyName);
    const { a, b } = this._takeTurns('keys', props, (slot, rotation, suffix) => (
      new LogfireGatewayApiKey(this, slot, { ...propsOf('LogfireRotatingGatewayApiKeyProps', props), rotation, keyName: name + suffix })
    ));
    this.slotA = a;
    this.slotB = b;
  }
}

import { Construct } from 'constructs';
import { ApiKeyGrants, LogfireApiKey } from './api-key';
import { ILogfireApiCredential } from './credential';
import { KeyNaming, keyNameOf } from './key-options';
import { RotatingCredential } from './rotating-credential';
import { TokenExpiryOptions } from './token-expiry';
import { TokenRotation } from './token-rotation';
import { checkCall, propsOf } from '../core/calls';

/** Properties of a rotating API key. The two keys have the same permissions; their names end in `-a` and `-b`. */
export interface LogfireRotatingApiKeyProps extends TokenExpiryOptions, KeyNaming, ApiKeyGrants {
  /** When the next key becomes the current one. */
  readonly rotation: TokenRotation;
}

/**
 * Two API keys that take turns, for programs that read their key only at start. Together they are one credential, the current key: pass it
 * wherever you pass a credential.
 *
 * In each period the older key is replaced and becomes the current one. The previous key stays valid for one more period, in which you
 * restart the programs. If you skip two rotation periods, both keys are replaced in the same apply and there is no overlap. Spending limits
 * apply to each of the two keys separately.
 *
 * @example
 * const project = new LogfireProject(this, 'Shop');
 * const key = new LogfireRotatingApiKey(this, 'Query', { project, scopes: ApiScope.query(), rotation: TokenRotation.every(Duration.days(30)) });
 */
export class LogfireRotatingApiKey extends RotatingCredential implements ILogfireApiCredential {
  /** The key of even periods. */
  public readonly slotA: LogfireApiKey;

  /** The key of odd periods. */
  public readonly slotB: LogfireApiKey;

  /** Always true. Distinguishes this credential from those for other purposes. */
  public readonly canCallApi: boolean = true;

  constructor(scope: Construct, id: string, props: LogfireRotatingApiKeyProps) {
    super(scope, id);
    checkCall('new LogfireRotatingApiKey', arguments, this);
    const name = keyNameOf(this, props.keyName);
    const { a, b } = this._takeTurns('keys', props, (slot, rotation, suffix) => (
      new LogfireApiKey(this, slot, { ...propsOf('LogfireRotatingApiKeyProps', props), rotation, keyName: name + suffix })
    ));
    this.slotA = a;
    this.slotB = b;
  }
}

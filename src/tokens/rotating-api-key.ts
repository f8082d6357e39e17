import { Construct } from 'constructs';
import { ILogfireApiKey, LogfireApiKey } from './api-key';
import { ApiKeyGrants } from './api-key-grants';
import { CurrentKey } from './current-key';
import { keyNameOf } from './key-name';
import { KeyNaming } from './key-options';
import { RotatingBase } from './rotating-base';
import { TokenExpiryOptions } from './token-options';
import { TokenRotation } from './token-rotation';

/** What a rotating API key is made from. The two keys have the same grants, and names that end in `-a` and `-b`. */
export interface LogfireRotatingApiKeyProps extends TokenExpiryOptions, KeyNaming, ApiKeyGrants {
  /** When the next key becomes the current one. */
  readonly rotation: TokenRotation;
}

/**
 * Two API keys that take turns, for programs that read their key only at start.
 *
 * In each period the older one is replaced and becomes the current one; the one before stays valid for a whole period more, in
 * which the programs are restarted. Who does not apply for two periods loses the overlap: both are replaced at once. Spending
 * limits hold for each of the two keys.
 */
export class LogfireRotatingApiKey extends RotatingBase {
  /** The key to use now: hand this one to programs, sinks and environments. */
  public readonly current: ILogfireApiKey;
  /** The key of even periods. */
  public readonly slotA: LogfireApiKey;
  /** The key of odd periods. */
  public readonly slotB: LogfireApiKey;

  constructor(scope: Construct, id: string, props: LogfireRotatingApiKeyProps) {
    super(scope, id);
    const name = keyNameOf(this, props.keyName);
    const { slotA, slotB } = this._makeSlots('keys', props, (slot, rotation, suffix) => (
      new LogfireApiKey(this, slot, { ...props, rotation, keyName: name + suffix })
    ));
    this.slotA = slotA;
    this.slotB = slotB;
    this.current = new CurrentKey(this, 'Current', props.rotation, slotA, slotB);
  }
}

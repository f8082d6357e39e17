import { Construct } from 'constructs';
import { LogfireGatewayApiKey } from './gateway-api-key';
import { GatewayCaps } from './gateway-caps';
import type { ILogfireProject } from '../projects/project';
import type { ILogfireApiKey } from '../tokens/api-key';
import { CurrentKey } from '../tokens/current-key';
import { keyNameOf } from '../tokens/key-name';
import { KeyNaming } from '../tokens/key-options';
import { RotatingBase } from '../tokens/rotating-base';
import { TokenExpiryOptions } from '../tokens/token-options';
import { TokenRotation } from '../tokens/token-rotation';

/** What a rotating key for the gateway is made from. The two keys have the same limits, and names that end in `-a` and `-b`. */
export interface LogfireRotatingGatewayApiKeyProps extends TokenExpiryOptions, KeyNaming, GatewayCaps {
  /** The project that the use of the keys is counted for. A change replaces both. */
  readonly project: ILogfireProject;

  /** When the next key becomes the current one. */
  readonly rotation: TokenRotation;
}

/**
 * Two keys for the gateway that take turns, for programs that read their key only at start.
 *
 * In each period the older one is replaced and becomes the current one; the one before stays valid for a whole period more, in
 * which the programs are restarted. Who does not apply for two periods loses the overlap: both are replaced at once. The spending
 * limits hold for each of the two keys, and count from anew for each new one.
 */
export class LogfireRotatingGatewayApiKey extends RotatingBase {
  /** The key to use now: hand this one to programs, sinks and environments. */
  public readonly current: ILogfireApiKey;
  /** The key of even periods. */
  public readonly slotA: LogfireGatewayApiKey;
  /** The key of odd periods. */
  public readonly slotB: LogfireGatewayApiKey;

  constructor(scope: Construct, id: string, props: LogfireRotatingGatewayApiKeyProps) {
    super(scope, id);
    const name = keyNameOf(this, props.keyName);
    const { slotA, slotB } = this._makeSlots('keys', props, (slot, rotation, suffix) => (
      new LogfireGatewayApiKey(this, slot, { ...props, rotation, keyName: name + suffix })
    ));
    this.slotA = slotA;
    this.slotB = slotB;
    this.current = new CurrentKey(this, 'Current', props.rotation, slotA, slotB);
  }
}

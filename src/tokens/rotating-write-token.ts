import { Construct } from 'constructs';
import { CurrentToken } from './current-token';
import { RotatingBase } from './rotating-base';
import { TokenExpiryOptions } from './token-options';
import { TokenRotation } from './token-rotation';
import { ILogfireWriteToken, LogfireWriteToken } from './write-token';
import type { ILogfireProject } from '../projects/project';

/** What a rotating write token is made from. */
export interface LogfireRotatingWriteTokenProps extends TokenExpiryOptions {
  /** The project that the tokens belong to. A change replaces both. */
  readonly project: ILogfireProject;

  /** When the next token becomes the current one. */
  readonly rotation: TokenRotation;
}

/**
 * Two write tokens that take turns, for programs that read their token only at start.
 *
 * In each period the older one is replaced and becomes the current one; the one before stays valid for a whole period more, in
 * which the programs are restarted. Who does not apply for two periods loses the overlap: both are replaced at once.
 */
export class LogfireRotatingWriteToken extends RotatingBase {
  /** The token to use now: hand this one to programs, sinks and environments. */
  public readonly current: ILogfireWriteToken;
  /** The token of even periods. */
  public readonly slotA: LogfireWriteToken;
  /** The token of odd periods. */
  public readonly slotB: LogfireWriteToken;

  constructor(scope: Construct, id: string, props: LogfireRotatingWriteTokenProps) {
    super(scope, id);
    const { slotA, slotB } = this._makeSlots('tokens', props, (slot, rotation) => new LogfireWriteToken(this, slot, { ...props, rotation }));
    this.slotA = slotA;
    this.slotB = slotB;
    this.current = new CurrentToken(this, 'Current', props.rotation, slotA, slotB);
  }
}

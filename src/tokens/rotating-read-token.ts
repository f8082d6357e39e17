import { Construct } from 'constructs';
import { CurrentToken } from './current-token';
import { ILogfireReadToken, LogfireReadToken } from './read-token';
import { RotatingBase } from './rotating-base';
import { TokenExpiryOptions } from './token-options';
import { TokenRotation } from './token-rotation';
import type { ILogfireProject } from '../projects/project';

/** What a rotating read token is made from. */
export interface LogfireRotatingReadTokenProps extends TokenExpiryOptions {
  /** The project that the tokens belong to. A change replaces both. */
  readonly project: ILogfireProject;

  /** When the next token becomes the current one. */
  readonly rotation: TokenRotation;
}

/**
 * Two read tokens that take turns, for programs that read their token only at start.
 *
 * In each period the older one is replaced and becomes the current one; the one before stays valid for a whole period more, in
 * which the programs are restarted. Who does not apply for two periods loses the overlap: both are replaced at once.
 */
export class LogfireRotatingReadToken extends RotatingBase {
  /** The token to use now: hand this one to programs, sinks and environments. */
  public readonly current: ILogfireReadToken;
  /** The token of even periods. */
  public readonly slotA: LogfireReadToken;
  /** The token of odd periods. */
  public readonly slotB: LogfireReadToken;

  constructor(scope: Construct, id: string, props: LogfireRotatingReadTokenProps) {
    super(scope, id);
    const { slotA, slotB } = this._makeSlots('tokens', props, (slot, rotation) => new LogfireReadToken(this, slot, { ...props, rotation }));
    this.slotA = slotA;
    this.slotB = slotB;
    this.current = new CurrentToken(this, 'Current', props.rotation, slotA, slotB);
  }
}

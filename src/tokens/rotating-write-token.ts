import { TerraformLocal } from 'cdktf';
import { Construct } from 'constructs';
import { sensitive } from './token-base';
import { TokenExpiryOptions } from './token-options';
import { TokenRotation } from './token-rotation';
import { ILogfireWriteToken, LogfireWriteToken } from './write-token';
import { fail } from '../core/errors';
import { expression, Operand } from '../core/expression';
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
export class LogfireRotatingWriteToken extends Construct {
  /** The token to use now: hand this one to programs, sinks and environments. */
  public readonly current: ILogfireWriteToken;
  /** The token of even periods. */
  public readonly slotA: LogfireWriteToken;
  /** The token of odd periods. */
  public readonly slotB: LogfireWriteToken;

  constructor(scope: Construct, id: string, props: LogfireRotatingWriteTokenProps) {
    super(scope, id);
    if (props.expiry?.kind === 'at') {
      fail(this, 'expiry must be TokenExpiry.after for tokens that take turns, got TokenExpiry.at: both would end at the same instant; pass a lifetime of two periods and a day or more');
    }
    this.slotA = new LogfireWriteToken(this, 'SlotA', { ...props, rotation: props.rotation._forSlot(0) });
    this.slotB = new LogfireWriteToken(this, 'SlotB', { ...props, rotation: props.rotation._forSlot(1) });
    this.current = new CurrentToken(this, 'Current', props.rotation._forSlot(0), this.slotA, this.slotB);
  }
}

/** The one of two tokens whose turn it is. Locals, so that other stacks refer to one thing that stays the same. */
class CurrentToken extends Construct implements ILogfireWriteToken {
  private readonly value: TerraformLocal;
  private readonly expiresAt: TerraformLocal | undefined;

  constructor(scope: Construct, id: string, rotation: TokenRotation, a: LogfireWriteToken, b: LogfireWriteToken) {
    super(scope, id);
    const choose = (ofA: Operand, ofB: Operand) => expression`${rotation._isCurrent(this)!} ? ${ofA} : ${ofB}`;
    this.value = new TerraformLocal(this, 'Value', choose(a.tokenValue, b.tokenValue));
    if (a.tokenExpiresAt !== undefined && b.tokenExpiresAt !== undefined) {
      this.expiresAt = new TerraformLocal(this, 'ExpiresAt', choose(a.tokenExpiresAt, b.tokenExpiresAt));
    }
  }

  public get tokenValue(): string {
    return sensitive(this.value.asString);
  }

  public get tokenExpiresAt(): string | undefined {
    return this.expiresAt?.asString;
  }
}

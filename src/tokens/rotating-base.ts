import { IResolvable, TerraformLocal } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { TokenExpiryOptions } from './token-options';
import { TokenRotation } from './token-rotation';
import { fail } from '../core/errors';
import { expression, Operand } from '../core/expression';
import { sensitive } from '../core/sensitive';
import type { ISecretSink } from '../sinks/secret-sink';
import { storeSecret } from '../sinks/store-secret';

interface RotatingOptions extends TokenExpiryOptions {
  readonly rotation: TokenRotation;
}

interface Slots<S> {
  readonly slotA: S;
  readonly slotB: S;
}

/**
 * What two tokens or keys that take turns have in common.
 *
 * @internal
 */
export abstract class RotatingBase extends Construct {
  /**
   * @param noun what takes turns, in the plural
   * @param make makes one of the two, with the rotation of its slot; the suffix tells their names apart
   * @internal
   */
  protected _makeSlots<S>(noun: string, options: RotatingOptions, make: (id: string, rotation: TokenRotation, suffix: string) => S): Slots<S> {
    if (options.expiry?.kind === 'at') {
      fail(this, `expiry must be TokenExpiry.after for ${noun} that take turns, got TokenExpiry.at: both would end at the same instant; `
        + 'pass a lifetime of two periods and a day or more');
    }
    return { slotA: make('SlotA', options.rotation._forSlot(0), '-a'), slotB: make('SlotB', options.rotation._forSlot(1), '-b') };
  }
}

/** What there is to know of one of two tokens or keys. */
interface Expiring {
  readonly id: string;
  readonly value: string;
  readonly expiresAt?: string;
}

/**
 * The one of two whose turn it is. Locals, so that other stacks refer to one thing that stays the same.
 *
 * @internal
 */
export abstract class CurrentBase extends Construct {
  private readonly value: TerraformLocal;
  private readonly expiresAt: TerraformLocal | undefined;
  private readonly currentId: IResolvable;

  constructor(scope: Construct, id: string, rotation: TokenRotation, a: Expiring, b: Expiring) {
    super(scope, id);
    const isA = rotation._forSlot(0)._isCurrent(this)!;
    const choose = (ofA: Operand, ofB: Operand) => expression`${isA} ? ${ofA} : ${ofB}`;
    this.value = new TerraformLocal(this, 'Value', choose(a.value, b.value));
    this.currentId = choose(a.id, b.id);
    if (a.expiresAt !== undefined && b.expiresAt !== undefined) {
      this.expiresAt = new TerraformLocal(this, 'ExpiresAt', choose(a.expiresAt, b.expiresAt));
    }
  }

  /** @internal */
  protected get _value(): string {
    return sensitive(this.value.asString);
  }

  /** @internal */
  protected get _expiresAt(): string | undefined {
    return this.expiresAt?.asString;
  }

  /** @internal */
  protected _storeIn(sink: ISecretSink, id?: string): IConstruct {
    return storeSecret(this, sink, { value: this._value, changesWith: this.currentId }, id);
  }
}

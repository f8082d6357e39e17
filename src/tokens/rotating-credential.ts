import { IResolvable, ITerraformDependable, TerraformLocal } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { ILogfireCredential } from './credential';
import { CredentialBase } from './credential-base';
import { expiryFor } from './default-expiry';
import { TokenExpiryKind, TokenExpiryOptions } from './token-expiry';
import { TokenRotation } from './token-rotation';
import { checkCall, checkedScope } from '../core/calls';
import { fail } from '../core/errors';
import { expression, Operand, sensitive } from '../core/expression';
import { sourceText } from '../core/scope-defaults';
import type { ISecretSink } from '../sinks/secret-sink';
import { storeSecret } from '../sinks/store-secret';

/** What two credentials that take turns are created from. */
interface RotatingProps extends TokenExpiryOptions {
  readonly rotation: TokenRotation;
}

/** The two credentials, by the slot that each is in. */
interface Slots<C> {
  readonly a: C;
  readonly b: C;
}

/**
 * The base of two credentials that take turns. Together they are one credential: the current one of the two.
 *
 * @internal
 */
export abstract class RotatingCredential extends Construct implements ILogfireCredential, ITerraformDependable {
  // Locals, so that other stacks refer to one thing that stays the same.
  private value!: TerraformLocal;
  private expiresAt: TerraformLocal | undefined;
  private currentId!: IResolvable;

  constructor(scope: Construct, id: string) {
    super(checkedScope(scope, id, new.target), id);
  }

  /** Value of the current credential, marked as sensitive. Known only at apply. Terraform's state holds it in plain text. */
  public get tokenValue(): string {
    return sensitive(this.value.asString);
  }

  /** Expiration of the current credential in UTC, as `YYYY-MM-DDTHH:MM:SSZ`. Not sensitive, and undefined if it never expires. */
  public get tokenExpiresAt(): string | undefined {
    return this.expiresAt?.asString;
  }

  /** Terraform address that represents both credentials when another construct names this one in `dependsOn`. */
  public get fqn(): string {
    return this.value.fqn;
  }

  /**
   * Writes the current credential to a secret store, and writes the next one when it becomes the current one.
   *
   * @param sink the secret store, such as an `AwsSecretsManagerSink`; the stack must have its provider
   * @param id construct id of the writer, needed to store one credential in several stores of one kind; by default `StoredIn` and the kind
   * @returns the construct that writes it
   */
  public storeIn(sink: ISecretSink, id?: string): IConstruct {
    checkCall('ILogfireCredential#storeIn', arguments, this);
    return storeSecret(this, sink, { value: this.tokenValue, changesWith: this.currentId }, id);
  }

  /**
   * Creates the two credentials and the expressions that select the current one.
   *
   * @param noun what takes turns, in the plural
   * @param create creates one of the two, with the rotation of its slot; the suffix tells their names apart
   * @internal
   */
  protected _takeTurns<C extends CredentialBase>(
    noun: string, props: RotatingProps, create: (id: string, rotation: TokenRotation, suffix: string) => C,
  ): Slots<C> {
    if (expiryFor(this, props.expiry)?.kind === TokenExpiryKind.AT) {
      fail(this, 'rotation-expiry', `expiry must be TokenExpiry.after for rotating ${noun}, got TokenExpiry.at${sourceText(this, 'expiry')}: both would expire at the same instant; `
        + 'pass a lifetime of at least two rotation periods and a day');
    }
    const [ofA, ofB] = [props.rotation._forSlot(0), props.rotation._forSlot(1)];
    const a = create('SlotA', ofA, '-a');
    const b = create('SlotB', ofB, '-b');
    const isA = ofA._isCurrent(this)!;
    const current = (inA: Operand, inB: Operand) => expression`${isA} ? ${inA} : ${inB}`;
    this.value = new TerraformLocal(this, 'Value', current(a.tokenValue, b.tokenValue));
    this.currentId = current(a.tokenId, b.tokenId);
    if (a.tokenExpiresAt !== undefined && b.tokenExpiresAt !== undefined) {
      this.expiresAt = new TerraformLocal(this, 'ExpiresAt', current(a.tokenExpiresAt, b.tokenExpiresAt));
    }
    return { a, b };
  }
}

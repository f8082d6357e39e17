import { TerraformResource } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { ILogfireCredential } from './credential';
import { checkCall } from '../core/calls';
import { ResourceBase } from '../core/resource-base';
import { SecretValue } from '../core/secret-value';
import type { ISecretSink } from '../sinks/secret-sink';
import { storeSecret } from '../sinks/store-secret';

/**
 * The base of all credentials that this app creates.
 *
 * @internal
 */
export abstract class CredentialBase extends ResourceBase implements ILogfireCredential {
  public abstract readonly resource: TerraformResource;

  /** Value of the credential, marked as sensitive. Known only at apply, and null for an imported key. Terraform's state holds it in plain text. */
  public get tokenValue(): string {
    return this._secretAttribute('token');
  }

  /** UUID of the credential. Known only at apply. */
  public get tokenId(): string {
    return this._attribute('id');
  }

  /** Expiration of the credential in UTC, as `YYYY-MM-DDTHH:MM:SSZ`. Not sensitive, and undefined if it never expires. */
  public get tokenExpiresAt(): string | undefined {
    const { expiresAtInput } = this.resource as { readonly expiresAtInput?: string };
    return expiresAtInput === undefined ? undefined : this._attribute('expires_at');
  }

  /**
   * Writes the credential to a secret store, and writes it again whenever it is replaced.
   *
   * @param sink the secret store, such as an `AwsSecretsManagerSink`; the stack must have its provider
   * @param id construct id of the writer, needed to store one credential in several stores of one kind; by default `StoredIn` and the kind
   * @returns the construct that writes it
   */
  public storeIn(sink: ISecretSink, id?: string): IConstruct {
    checkCall('ILogfireCredential#storeIn', arguments, this);
    return storeSecret(this, sink, { value: this.tokenValue, changesWith: this.tokenId }, id);
  }
}

/** An existing credential, of which only the value is known. */
export class ExistingCredential extends Construct implements ILogfireCredential {
  public readonly tokenValue: string;

  /**
   * @param prop name of the parameter that passes the value in, for errors
   */
  constructor(scope: Construct, id: string, prop: string, value: SecretValue) {
    super(scope, id);
    this.tokenValue = value._render(this, prop);
  }

  public get tokenExpiresAt(): string | undefined {
    return undefined;
  }

  public storeIn(sink: ISecretSink, id?: string): IConstruct {
    return storeSecret(this, sink, { value: this.tokenValue, changesWith: this.tokenValue }, id);
  }
}

import { Construct, IConstruct } from 'constructs';
import { SecretValue } from '../core/secret-value';
import type { ISecretSink } from '../sinks/secret-sink';
import { storeSecret } from '../sinks/store-secret';

/** A key that is kept elsewhere. */
export class StoredKey extends Construct {
  /** The key itself, marked as sensitive. */
  public readonly keyValue: string;

  constructor(scope: Construct, id: string, key: SecretValue) {
    super(scope, id);
    this.keyValue = key._render(this, 'key');
  }

  /** Not known for a key that is kept elsewhere. */
  public get keyExpiresAt(): string | undefined {
    return undefined;
  }

  public storeIn(sink: ISecretSink, id?: string): IConstruct {
    return storeSecret(this, sink, { value: this.keyValue, changesWith: this.keyValue }, id);
  }
}

import { Construct } from 'constructs';
import { SecretValue } from '../core/secret-value';

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
}

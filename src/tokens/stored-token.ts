import { Construct } from 'constructs';
import { SecretValue } from '../core/secret-value';

/** A token that is kept elsewhere. */
export class StoredToken extends Construct {
  /** The token itself, marked as sensitive. */
  public readonly tokenValue: string;

  constructor(scope: Construct, id: string, token: SecretValue) {
    super(scope, id);
    this.tokenValue = token._render(this, 'token');
  }

  /** Not known for a token that is kept elsewhere. */
  public get tokenExpiresAt(): string | undefined {
    return undefined;
  }
}

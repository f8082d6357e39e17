import { Construct, IConstruct } from 'constructs';
import { SecretValue } from '../core/secret-value';
import type { ISecretSink } from '../sinks/secret-sink';
import { storeSecret } from '../sinks/store-secret';

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

  public storeIn(sink: ISecretSink, id?: string): IConstruct {
    return storeSecret(this, sink, { value: this.tokenValue, changesWith: this.tokenValue }, id);
  }
}

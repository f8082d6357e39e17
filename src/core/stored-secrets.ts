import { IConstruct } from 'constructs';

/** Where a token or key was stored. */
export interface StoredSecret {
  /** What kind of place it is, for example `aws-secrets-manager`. */
  readonly sink: string;
  /** The construct that writes it there. */
  readonly construct: IConstruct;
}

/** By the construct of the token or key. */
const stored = new WeakMap<IConstruct, StoredSecret[]>();

/** Remembers, for the inventory and the policies, that a token or key is written somewhere. */
export function recordStoredSecret(owner: IConstruct, secret: StoredSecret): void {
  stored.set(owner, [...storedSecretsOf(owner), secret]);
}

/** Where a token or key was stored so far. */
export function storedSecretsOf(owner: IConstruct): readonly StoredSecret[] {
  return stored.get(owner) ?? [];
}

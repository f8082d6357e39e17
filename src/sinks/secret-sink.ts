import { Construct } from 'constructs';

/** A token or key on its way into a secret store. */
export interface SecretToStore {
  /** The secret, marked as sensitive; known at apply. */
  readonly value: string;

  /**
   * A whole number of 1 or more that changes when the secret does, for attributes such as `secret_string_wo_version`: Terraform does
   * not see that a write-only value has changed. Made from the token's id; for a secret that is kept elsewhere from the secret itself,
   * and then sensitive too.
   */
  readonly version: number;
}

/**
 * A place where programs find their token or key: a secret store, a cluster, a CI system.
 *
 * Several are ready, such as `AwsSecretsManagerSink`; write your own for any other. A sink describes one place, so use one for each token.
 */
export interface ISecretSink {
  /** What kind of place it is, as the inventory shows it: lower-case words with dashes, such as `aws-secrets-manager`. */
  readonly kind: string;

  /**
   * Creates the resources that write the secret.
   *
   * @param scope an empty construct below the token or key, for the resources
   * @param secret what to write; never into an attribute that is not sensitive
   */
  store(scope: Construct, secret: SecretToStore): void;
}

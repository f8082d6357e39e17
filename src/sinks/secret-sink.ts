import { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

/** A credential to write to a secret store. */
export interface SecretToStore {
  /** Value of the credential, marked as sensitive. Known only at apply. */
  readonly value: string;

  /**
   * A whole number of 1 or more that changes with the credential, for attributes such as `secret_string_wo_version`: Terraform does not
   * detect changes of write-only values. It is derived from the ID of the credential. For an existing credential it is derived from the
   * value, and is sensitive too.
   */
  readonly version: number;
}

/**
 * A secret store that programs read their credential from, such as a secrets manager, a cluster or a CI system.
 *
 * The library has several, such as `AwsSecretsManagerSink`; implement your own for any other. A sink describes one secret, so create a sink
 * for each credential.
 */
export interface ISecretSink {
  /** Kind of the secret store, as the inventory shows it: lower-case words with dashes, such as `aws-secrets-manager`. */
  readonly kind: string;

  /**
   * Creates the resources that write the credential.
   *
   * @param scope an empty construct below the credential, for the resources
   * @param secret the credential to write; write it to sensitive attributes only
   */
  store(scope: Construct, secret: SecretToStore): void;
}

/** Options of all sinks. */
export interface SinkOptions {
  /**
   * Terraform provider that writes the credential, in the same stack as the credential.
   *
   * @default - the stack's default provider of that kind; synthesis fails if the stack has none
   */
  readonly provider?: TerraformProvider;
}

/** Options of sinks whose provider has write-only arguments. */
export interface WriteOnlySinkOptions extends SinkOptions {
  /**
   * Whether to pass the credential in a write-only argument, which keeps it out of the plan and the state of this resource. The resource of
   * the credential itself has it in the state in any case. Requires Terraform 1.11 or newer.
   *
   * @default false
   */
  readonly writeOnly?: boolean;
}

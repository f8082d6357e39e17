import { Construct } from 'constructs';
import { checkName } from './check-name';
import { jsonSecret } from './json-secret';
import { ISecretSink, SecretToStore } from './secret-sink';
import { WriteOnlySinkOptions } from './sink-options';
import { SinkResource } from './sink-resource';
import { attributeReference } from '../core/attribute-reference';
import { checkNotBlank } from '../core/checks';
import { fail } from '../core/errors';
import { isUnresolved } from '../core/unresolved';

/** How a secret is written to AWS Secrets Manager. */
export interface AwsSecretsManagerOptions extends WriteOnlySinkOptions {
  /**
   * Name of the member, to store a JSON object such as `{"LOGFIRE_TOKEN": "…"}`, of which programs read one member; not blank.
   *
   * @default - the secret itself is stored, as text
   */
  readonly jsonKey?: string;
}

/** How a new secret of AWS Secrets Manager is made. */
export interface AwsNewSecretOptions extends AwsSecretsManagerOptions {
  /**
   * Id, ARN or alias of the KMS key that encrypts the secret.
   *
   * @default - the account's key `aws/secretsmanager`
   */
  readonly kmsKeyId?: string;

  /**
   * For how many days the secret can be restored after it is destroyed: 0 for not at all, or 7 to 30.
   *
   * @default - 30, by the provider
   */
  readonly recoveryWindowInDays?: number;
}

/**
 * A secret in AWS Secrets Manager (`aws_secretsmanager_secret`, `aws_secretsmanager_secret_version`), by the provider `hashicorp/aws`;
 * with `writeOnly` of a version that has `secret_string_wo`, such as 5.100.0.
 */
export class AwsSecretsManagerSink implements ISecretSink {
  /**
   * A secret that is made along with the token.
   *
   * @param secretName 1 to 512 ASCII letters, digits and `/_+=.@-`; a change replaces the secret
   */
  public static newSecret(secretName: string, options: AwsNewSecretOptions = {}): AwsSecretsManagerSink {
    return new AwsSecretsManagerSink(options, undefined, secretName);
  }

  /**
   * A secret that exists: each token becomes its newest version.
   *
   * @param secretId ARN or name of the secret; not blank
   */
  public static existingSecret(secretId: string, options: AwsSecretsManagerOptions = {}): AwsSecretsManagerSink {
    return new AwsSecretsManagerSink(options, secretId);
  }

  /** `aws-secrets-manager`. */
  public readonly kind = 'aws-secrets-manager';

  private constructor(
    private readonly options: AwsNewSecretOptions,
    private readonly secretId: string | undefined,
    private readonly secretName: string = '',
  ) {}

  public store(scope: Construct, secret: SecretToStore): void {
    const { value, version } = secret;
    const { provider, writeOnly, jsonKey } = this.options;
    this.check(scope);
    const secretId = this.secretId ?? this.makeSecret(scope);
    const text = jsonKey === undefined ? value : jsonSecret(jsonKey, value);
    new SinkResource(scope, 'Version', {
      type: 'aws_secretsmanager_secret_version',
      attributes: { secret_id: secretId, ...writeOnly ? { secret_string_wo: text, secret_string_wo_version: version } : { secret_string: text } },
      provider,
    });
  }

  private makeSecret(scope: Construct): string {
    const { kmsKeyId, recoveryWindowInDays, provider } = this.options;
    const attributes = { name: this.secretName, kms_key_id: kmsKeyId, recovery_window_in_days: recoveryWindowInDays };
    return attributeReference(new SinkResource(scope, 'Secret', { type: 'aws_secretsmanager_secret', attributes, provider }), 'id');
  }

  private check(scope: Construct): void {
    const { jsonKey, recoveryWindowInDays: days } = this.options;
    if (this.secretId !== undefined) {
      checkNotBlank(scope, 'secretId', this.secretId, 'pass the ARN or the name of the secret');
    } else {
      checkName(scope, 'secretName', this.secretName, /^[A-Za-z0-9/_+=.@-]{1,512}$/, '1 to 512 ASCII letters, digits and /_+=.@-');
    }
    if (jsonKey !== undefined) {
      checkNotBlank(scope, 'jsonKey', jsonKey, 'leave it out to store the secret as text');
    }
    if (days !== undefined && !isUnresolved(days) && days !== 0 && !(Number.isInteger(days) && days >= 7 && days <= 30)) {
      fail(scope, `recoveryWindowInDays must be 0 or a whole number from 7 to 30, got ${days}; leave it out for 30`);
    }
  }
}

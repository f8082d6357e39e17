import { Construct } from 'constructs';
import { checkExistingSecret, checkKmsKey } from './aws-rules';
import { ISecretSink, SecretToStore, WriteOnlySinkOptions } from './secret-sink';
import { jsonSecret, SinkResource } from './sink-resource';
import { checkStoreName } from './store-rules';
import { attributeReference } from '../core/attribute-reference';
import { checkCall } from '../core/calls';
import { checkNotBlank } from '../core/checks';
import { fail } from '../core/errors';
import { isUnresolved } from '../core/unresolved';

/** Properties of a sink in AWS Secrets Manager. */
export interface AwsSecretsManagerSinkProps extends WriteOnlySinkOptions {
  /**
   * Name of a new secret, which is created together with the credential: 1 to 512 ASCII letters, digits and `/_+=.@-`. A change replaces the
   * secret. Pass either this or `existingSecretId`.
   *
   * @default - no secret is created
   */
  readonly secretName?: string;

  /**
   * ARN or name of an existing secret. Fails with the ARN of anything else. Each new credential becomes its newest version. Pass either this or `secretName`.
   *
   * @default - a new secret is created
   */
  readonly existingSecretId?: string;

  /**
   * Key of the credential in a JSON object such as `{"LOGFIRE_TOKEN": "…"}`, which is stored instead of the string. Not blank.
   *
   * @default - the credential itself is stored, as a string
   */
  readonly jsonKey?: string;

  /**
   * ID, ARN or alias (`alias/…`) of the KMS key that encrypts a new secret. Fails with anything else, and with `existingSecretId`.
   *
   * @default - the account's key `aws/secretsmanager`
   */
  readonly kmsKeyId?: string;

  /**
   * How many days a new secret can be restored after it is destroyed: 0 for not at all, or 7 to 30. Fails with `existingSecretId`.
   *
   * @default - 30, by the provider
   */
  readonly recoveryWindowInDays?: number;
}

/**
 * A secret in AWS Secrets Manager (`aws_secretsmanager_secret`, `aws_secretsmanager_secret_version`).
 *
 * Requires the provider `hashicorp/aws`, with `writeOnly` a version that has `secret_string_wo`, such as 5.100.0.
 *
 * @example
 * const project = new LogfireProject(this, 'Shop');
 * project.addWriteToken('Token').storeIn(new AwsSecretsManagerSink({ secretName: 'shop/logfire', writeOnly: true }));
 */
export class AwsSecretsManagerSink implements ISecretSink {
  /** `aws-secrets-manager`. */
  public readonly kind = 'aws-secrets-manager';

  constructor(private readonly props: AwsSecretsManagerSinkProps) {
    checkCall('new AwsSecretsManagerSink', arguments, this);
  }

  public store(scope: Construct, secret: SecretToStore): void {
    checkCall('AwsSecretsManagerSink#store', arguments, this);
    const { value, version } = secret;
    const { existingSecretId, provider, writeOnly, jsonKey } = this.props;
    this.check(scope);
    const secretId = existingSecretId ?? this.createSecret(scope);
    const text = jsonKey === undefined ? value : jsonSecret(jsonKey, value);
    new SinkResource(scope, 'Version', {
      type: 'aws_secretsmanager_secret_version',
      attributes: { secret_id: secretId, ...writeOnly ? { secret_string_wo: text, secret_string_wo_version: version } : { secret_string: text } },
      provider,
      destination: { prop: existingSecretId === undefined ? 'secretName' : 'existingSecretId', parts: [existingSecretId ?? this.props.secretName!] },
    });
  }

  private createSecret(scope: Construct): string {
    const { secretName, kmsKeyId, recoveryWindowInDays, provider } = this.props;
    const attributes = { name: secretName, kms_key_id: kmsKeyId, recovery_window_in_days: recoveryWindowInDays };
    return attributeReference(new SinkResource(scope, 'Secret', { type: 'aws_secretsmanager_secret', attributes, provider }), 'id');
  }

  private check(scope: Construct): void {
    const { secretName, existingSecretId, jsonKey, kmsKeyId, recoveryWindowInDays: days } = this.props;
    if ((secretName === undefined) === (existingSecretId === undefined)) {
      fail(scope, 'new-or-existing-secret', `secretName or existingSecretId must be given, but not both, got ${secretName === undefined ? 'none' : 'both'}; `
        + 'pass secretName for a new secret, or existingSecretId for an existing one');
    }
    if (existingSecretId !== undefined) {
      checkExistingSecret(scope, 'existingSecretId', existingSecretId);
      const ofNew = Object.entries({ kmsKeyId, recoveryWindowInDays: days }).find(([, value]) => value !== undefined);
      if (ofNew !== undefined) {
        fail(scope, 'new-or-existing-secret', `${ofNew[0]} must be left out with existingSecretId, got ${JSON.stringify(ofNew[1])}: it applies to new secrets only; remove it, or pass secretName`);
      }
    } else {
      checkStoreName(scope, 'secretName', secretName!, /^[A-Za-z0-9/_+=.@-]{1,512}$/, '1 to 512 ASCII letters, digits and /_+=.@-');
    }
    checkKmsKey(scope, 'kmsKeyId', kmsKeyId);
    if (jsonKey !== undefined) {
      checkNotBlank(scope, 'jsonKey', jsonKey, 'leave it out to store the credential as a string');
    }
    if (days !== undefined && !isUnresolved(days) && days !== 0 && !(Number.isInteger(days) && days >= 7 && days <= 30)) {
      fail(scope, 'recovery-window', `recoveryWindowInDays must be 0 or a whole number from 7 to 30, got ${days}; leave it out to use 30`);
    }
  }
}

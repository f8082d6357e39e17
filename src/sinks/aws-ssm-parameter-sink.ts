import { Construct } from 'constructs';
import { ISecretSink, SecretToStore, WriteOnlySinkOptions } from './secret-sink';
import { checkStoreName, SinkResource } from './sink-resource';
import { checkCall } from '../core/calls';
import { checkNotBlank } from '../core/checks';

/** Properties of a sink in AWS Systems Manager. */
export interface AwsSsmParameterSinkProps extends WriteOnlySinkOptions {
  /**
   * Name of the parameter: up to 1011 ASCII letters, digits and `._/-`. It has a leading `/` if it has levels, and does not begin with
   * `aws` or `ssm`. A change replaces the parameter.
   */
  readonly parameterName: string;

  /**
   * ID, ARN or alias of the KMS key that encrypts the parameter.
   *
   * @default - the account's key `alias/aws/ssm`
   */
  readonly kmsKeyId?: string;
}

/**
 * An encrypted parameter (`SecureString`) in AWS Systems Manager (`aws_ssm_parameter`).
 *
 * Requires the provider `hashicorp/aws`, with `writeOnly` a version that has `value_wo`, such as 5.100.0.
 *
 * @example
 * const project = new LogfireProject(this, 'Shop');
 * project.addWriteToken('Token').storeIn(new AwsSsmParameterSink({ parameterName: '/shop/logfire-token' }));
 */
export class AwsSsmParameterSink implements ISecretSink {
  /** `aws-ssm-parameter`. */
  public readonly kind = 'aws-ssm-parameter';

  constructor(private readonly props: AwsSsmParameterSinkProps) {
    checkCall('new AwsSsmParameterSink', arguments, this);
  }

  public store(scope: Construct, secret: SecretToStore): void {
    checkCall('AwsSsmParameterSink#store', arguments, this);
    const { value, version } = secret;
    const { parameterName, kmsKeyId, writeOnly, provider } = this.props;
    if (kmsKeyId !== undefined) {
      checkNotBlank(scope, 'kmsKeyId', kmsKeyId, 'leave it out to use the key of the account');
    }
    checkStoreName(scope, 'parameterName', parameterName, /^(?!\/?(?:aws|ssm))(?:\/[A-Za-z0-9._/-]{1,1010}|[A-Za-z0-9._-]{1,1011})$/i,
      'up to 1011 ASCII letters, digits and ._/-, with a leading / when it has levels, and not beginning with aws or ssm');
    new SinkResource(scope, 'Resource', {
      type: 'aws_ssm_parameter',
      attributes: { name: parameterName, type: 'SecureString', key_id: kmsKeyId, ...writeOnly ? { value_wo: value, value_wo_version: version } : { value } },
      provider,
    });
  }
}

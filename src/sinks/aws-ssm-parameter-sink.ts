import { Construct } from 'constructs';
import { checkKmsKey, checkParameterName } from './aws-rules';
import { ISecretSink, SecretToStore, WriteOnlySinkOptions } from './secret-sink';
import { SinkResource } from './sink-resource';
import { checkCall } from '../core/calls';

/** Properties of a sink in AWS Systems Manager. */
export interface AwsSsmParameterSinkProps extends WriteOnlySinkOptions {
  /**
   * Name of the parameter: up to 1011 ASCII letters, digits and `._/-`. It has a leading `/` if it has levels, at most 15 levels, no `//`, no
   * trailing `/`, and does not begin with `aws` or `ssm` (AWS Systems Manager: constraints on parameter names). Fails with any other. A change
   * replaces the parameter.
   */
  readonly parameterName: string;

  /**
   * ID, ARN or alias (`alias/…`) of the KMS key that encrypts the parameter. Fails with anything else.
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
    checkKmsKey(scope, 'kmsKeyId', kmsKeyId);
    checkParameterName(scope, 'parameterName', parameterName);
    new SinkResource(scope, 'Resource', {
      type: 'aws_ssm_parameter',
      attributes: { name: parameterName, type: 'SecureString', key_id: kmsKeyId, ...writeOnly ? { value_wo: value, value_wo_version: version } : { value } },
      provider,
      destination: { prop: 'parameterName', parts: [parameterName] },
    });
  }
}

import { Construct } from 'constructs';
import { checkName } from './check-name';
import { ISecretSink, SecretToStore } from './secret-sink';
import { WriteOnlySinkOptions } from './sink-options';
import { SinkResource } from './sink-resource';

/** How a parameter of AWS Systems Manager is made. */
export interface AwsSsmParameterSinkProps extends WriteOnlySinkOptions {
  /**
   * Name of the parameter: up to 1011 ASCII letters, digits and `._/-`, with a leading `/` when it has levels, and not beginning with
   * `aws` or `ssm`. A change replaces the parameter.
   */
  readonly parameterName: string;

  /**
   * Id, ARN or alias of the KMS key that encrypts the parameter.
   *
   * @default - the account's key `alias/aws/ssm`
   */
  readonly kmsKeyId?: string;
}

/** An encrypted parameter (`SecureString`) of AWS Systems Manager (`aws_ssm_parameter`), by the provider `hashicorp/aws`; with `writeOnly` of a version that has `value_wo`, such as 5.100.0. */
export class AwsSsmParameterSink implements ISecretSink {
  /** `aws-ssm-parameter`. */
  public readonly kind = 'aws-ssm-parameter';

  constructor(private readonly props: AwsSsmParameterSinkProps) {}

  public store(scope: Construct, secret: SecretToStore): void {
    const { value, version } = secret;
    const { parameterName, kmsKeyId, writeOnly, provider } = this.props;
    checkName(scope, 'parameterName', parameterName, /^(?!\/?(?:aws|ssm))(?:\/[A-Za-z0-9._/-]{1,1010}|[A-Za-z0-9._-]{1,1011})$/i,
      'up to 1011 ASCII letters, digits and ._/-, with a leading / when it has levels, and not beginning with aws or ssm');
    new SinkResource(scope, 'Resource', {
      type: 'aws_ssm_parameter',
      attributes: { name: parameterName, type: 'SecureString', key_id: kmsKeyId, ...writeOnly ? { value_wo: value, value_wo_version: version } : { value } },
      provider,
    });
  }
}

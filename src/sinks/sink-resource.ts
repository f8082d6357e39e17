import { TerraformProvider, TerraformResource } from 'cdktf';
import { Construct } from 'constructs';

export interface SinkResourceConfig {
  /** Such as `aws_ssm_parameter`. */
  readonly type: string;
  /** Arguments as Terraform spells them. */
  readonly attributes: { readonly [name: string]: unknown };
  readonly provider?: TerraformProvider;
}

/**
 * A resource of another provider, without its bindings, which weigh a hundred times this library.
 *
 * The name of the provider is in its metadata, so that CDKTF refuses a stack without that provider.
 */
export class SinkResource extends TerraformResource {
  private readonly attributes: { readonly [name: string]: unknown };

  constructor(scope: Construct, id: string, { type, attributes, provider }: SinkResourceConfig) {
    super(scope, id, {
      terraformResourceType: type,
      terraformGeneratorMetadata: { providerName: type.slice(0, type.indexOf('_')) },
      provider,
    });
    this.attributes = attributes;
  }

  protected synthesizeAttributes(): { [name: string]: any } {
    return { ...this.attributes };
  }
}

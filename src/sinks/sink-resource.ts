import { TerraformProvider, TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { Destination, rememberDestination } from './store-secret';
import { expression, literals, quoted, stringOf } from '../core/expression';

export interface SinkResourceConfig {
  /** Such as `aws_ssm_parameter`. */
  readonly type: string;
  /** Arguments as Terraform spells them. */
  readonly attributes: { readonly [name: string]: unknown };
  readonly provider?: TerraformProvider;
  /** What it overwrites. Undefined if another resource of the sink says so. */
  readonly destination?: Destination;
}

/**
 * A resource of another provider, without its bindings, which are a hundred times the size of this library.
 *
 * Its metadata names the provider, so that CDKTF rejects a stack without that provider.
 */
export class SinkResource extends TerraformResource {
  private readonly attributes: { readonly [name: string]: unknown };

  constructor(scope: Construct, id: string, { type, attributes, provider, destination }: SinkResourceConfig) {
    super(scope, id, {
      terraformResourceType: type,
      terraformGeneratorMetadata: { providerName: type.slice(0, type.indexOf('_')) },
      provider,
    });
    this.attributes = literals(attributes);
    if (destination !== undefined) {
      rememberDestination(this, destination);
    }
  }

  protected synthesizeAttributes(): { [name: string]: any } {
    return { ...this.attributes };
  }
}

/** A JSON object with the secret as its one member. */
export function jsonSecret(key: string, value: string): string {
  return stringOf(expression`jsonencode({(${quoted(key)}) = ${value}})`);
}

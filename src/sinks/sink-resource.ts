import { TerraformProvider, TerraformResource } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { fail } from '../core/errors';
import { expression, literals, quoted, stringOf } from '../core/expression';
import { isUnresolved } from '../core/unresolved';

export interface SinkResourceConfig {
  /** Such as `aws_ssm_parameter`. */
  readonly type: string;
  /** Arguments as Terraform spells them. */
  readonly attributes: { readonly [name: string]: unknown };
  readonly provider?: TerraformProvider;
}

/**
 * A resource of another provider, without its bindings, which are a hundred times the size of this library.
 *
 * Its metadata names the provider, so that CDKTF rejects a stack without that provider.
 */
export class SinkResource extends TerraformResource {
  private readonly attributes: { readonly [name: string]: unknown };

  constructor(scope: Construct, id: string, { type, attributes, provider }: SinkResourceConfig) {
    super(scope, id, {
      terraformResourceType: type,
      terraformGeneratorMetadata: { providerName: type.slice(0, type.indexOf('_')) },
      provider,
    });
    this.attributes = literals(attributes);
  }

  protected synthesizeAttributes(): { [name: string]: any } {
    return { ...this.attributes };
  }
}

/** Rejects a name that the store would reject at apply. */
export function checkStoreName(scope: IConstruct, prop: string, name: string, pattern: RegExp, rule: string): void {
  if (!isUnresolved(name) && !pattern.test(name)) {
    fail(scope, `${prop} must be ${rule}, got ${JSON.stringify(name)}; rename it`);
  }
}

/** A JSON object with the secret as its one member. */
export function jsonSecret(key: string, value: string): string {
  return stringOf(expression`jsonencode({(${quoted(key)}) = ${value}})`);
}

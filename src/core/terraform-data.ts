import { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { attributeReference } from './attribute-reference';
import { plainText } from './expression';

export interface TerraformDataConfig {
  /** Kept from the creation of the resource on: a later value is ignored until it is replaced. */
  readonly input?: string;
  /** A change of any of them replaces the resource. */
  readonly triggersReplace: any[];
}

/**
 * Terraform's built-in `terraform_data`, with an input that is fixed at creation.
 *
 * CDKTF's own `DataResource` runs `terraform version` at synth and fails where there is no binary.
 */
export class TerraformData extends TerraformResource {
  constructor(scope: Construct, id: string, private readonly data: TerraformDataConfig) {
    super(scope, id, {
      terraformResourceType: 'terraform_data',
      terraformGeneratorMetadata: { providerName: 'terraform' },
      lifecycle: data.input === undefined ? undefined : { ignoreChanges: ['input'] },
    });
  }

  /** The address for `replace_triggered_by`, which takes no `${…}`: CDKTF writes one when it is given the resource itself. */
  public get address(): string {
    return plainText(() => `${this.terraformResourceType}.${this.friendlyUniqueId}`);
  }

  /** A reference to the input; known while planning, unlike `output`. */
  public get input(): string {
    return attributeReference(this, 'input');
  }

  protected synthesizeAttributes(): { [name: string]: any } {
    return { input: this.data.input, triggers_replace: this.data.triggersReplace };
  }
}

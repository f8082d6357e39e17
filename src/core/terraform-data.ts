import { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { attributeReference } from './attribute-reference';
import { plainText } from './expression';

export interface TerraformDataConfig {
  /** Fixed when the resource is created: a later value is ignored until the resource is replaced. */
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

  /** The address for `replace_triggered_by`, which does not accept `${…}`: CDKTF writes one if you pass the resource itself. */
  public get address(): string {
    return plainText(() => `${this.terraformResourceType}.${this.friendlyUniqueId}`);
  }

  /** A reference to the input. Known while planning, unlike `output`. */
  public get input(): string {
    return attributeReference(this, 'input');
  }

  protected synthesizeAttributes(): { [name: string]: any } {
    return { input: this.data.input, triggers_replace: this.data.triggersReplace };
  }
}

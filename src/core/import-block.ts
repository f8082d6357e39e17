import { TerraformElement, TerraformResource } from 'cdktf';
import { Construct } from 'constructs';

/**
 * A Terraform `import` block.
 *
 * CDKTF's own `importFrom` runs `terraform version` at synth and fails where there is no binary.
 */
export class ImportBlock extends TerraformElement {
  constructor(scope: Construct, id: string, private readonly target: TerraformResource, private readonly importId: string) {
    super(scope, id);
  }

  public toTerraform(): any {
    return {
      import: [{
        to: `${this.target.terraformResourceType}.${this.target.friendlyUniqueId}`,
        id: this.importId,
        provider: this.target.provider?.fqn,
      }],
    };
  }
}

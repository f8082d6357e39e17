import { IResolvable, TerraformElement } from 'cdktf';
import { Construct } from 'constructs';

export interface CheckBlockConfig {
  /** Warns when it is false. Must be known during the plan, or every plan reports that it is not. */
  readonly condition: IResolvable;
  /** What is wrong and what to do. Shown as a warning, never as an error. */
  readonly errorMessage: string;
}

/** A Terraform `check` block with one assertion, which CDKTF lacks. */
export class CheckBlock extends TerraformElement {
  constructor(scope: Construct, id: string, private readonly config: CheckBlockConfig) {
    super(scope, id);
  }

  public toTerraform(): any {
    return {
      check: {
        [this.friendlyUniqueId]: {
          assert: [{ condition: this.config.condition, error_message: this.config.errorMessage }],
        },
      },
    };
  }
}

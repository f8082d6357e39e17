import { TerraformElement, TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { l1 } from 'cdktf-logfire';

/** What fixes a token's end, written by hand. */
export class Anchor extends TerraformResource {
  constructor(scope: Construct, id: string) {
    super(scope, id, { terraformResourceType: 'terraform_data', lifecycle: { ignoreChanges: ['input'] } });
  }

  protected synthesizeAttributes(): { [name: string]: any } {
    return { input: '${timeadd(plantimestamp(), "8760h")}', triggers_replace: ['8760h'] };
  }
}

/** The warning before a token's end, written by hand. */
export class ExpiryCheck extends TerraformElement {
  constructor(scope: Construct, id: string, private readonly path: string, private readonly token: l1.WriteToken) {
    super(scope, id);
  }

  public toTerraform(): any {
    const end = `logfire_write_token.${this.token.friendlyUniqueId}.expires_at`;
    return {
      check: {
        [this.friendlyUniqueId]: {
          assert: [{
            condition: `\${timecmp(timeadd(plantimestamp(), "720h"), ${end}) < 0}`,
            error_message: `The token ${this.path} expires at \${${end}}, less than 30d from now; `
              + 'add a rotation, TokenRotation.manual(1), to replace it. [logfire:token-expires-soon]',
          }],
        },
      },
    };
  }
}

import { App, TerraformElement, TerraformOutput, TerraformResource, TerraformStack } from 'cdktf';
import { l1, LogfireProjectWithToken, LogfireProvider, TokenExpiry } from 'cdktf-logfire';
import { Construct } from 'constructs';

/** A way to describe `count` times a project, a token and an output. */
export type Tree = (app: App, count: number) => void;

/** As a user of the library writes it. */
const constructs: Tree = (app, count) => {
  const stack = new TerraformStack(app, 'app');
  new LogfireProvider(stack, 'Logfire');
  for (let index = 0; index < count; index += 1) {
    new LogfireProjectWithToken(stack, `Shop${index}`);
  }
};

/** The same without expiry: a bare token and no output for its end. */
const withoutExpiry: Tree = (app, count) => {
  const stack = new TerraformStack(app, 'app');
  new LogfireProvider(stack, 'Logfire');
  const expiry = TokenExpiry.never('measured without it');
  for (let index = 0; index < count; index += 1) {
    new LogfireProjectWithToken(stack, `Shop${index}`, { expiry });
  }
};

/** The same JSON, byte for byte, by the bindings and by hand. */
const bindings: Tree = (app, count) => {
  const stack = new TerraformStack(app, 'app');
  new l1.LogfireProvider(stack, 'Logfire');
  for (let index = 0; index < count; index += 1) {
    const scope = new Construct(stack, `Shop${index}`);
    const project = new l1.Project(new Construct(scope, 'Project'), 'Resource', {
      name: `app-shop${index}`,
      visibility: 'public',
      lifecycle: { preventDestroy: true },
    });
    const tokenScope = new Construct(scope, 'Token');
    const anchor = new Anchor(tokenScope, 'Anchor');
    const token = new l1.WriteToken(tokenScope, 'Resource', {
      projectId: project.id,
      expiresAt: anchor.getStringAttribute('input'),
      lifecycle: { createBeforeDestroy: true, replaceTriggeredBy: [`terraform_data.${anchor.friendlyUniqueId}`] },
    });
    new Check(tokenScope, 'ExpiryCheck', `app/Shop${index}/Token`, `logfire_write_token.${token.friendlyUniqueId}.expires_at`);
    const output = new TerraformOutput(scope, 'TokenOutput', {
      value: `\${sensitive(logfire_write_token.${token.friendlyUniqueId}.token)}`,
      description: `Write token of app/Shop${index}`,
      sensitive: true,
    });
    output.overrideLogicalId(`shop${index}_token`);
    const ends = new TerraformOutput(scope, 'TokenExpiryOutput', {
      value: token.expiresAt,
      description: `When the write token of app/Shop${index} ends`,
    });
    ends.overrideLogicalId(`shop${index}_token_expires_at`);
  }
};

export const TREES: { readonly [name: string]: Tree } = { constructs, bindings, withoutExpiry };

class Anchor extends TerraformResource {
  constructor(scope: Construct, id: string) {
    super(scope, id, { terraformResourceType: 'terraform_data', lifecycle: { ignoreChanges: ['input'] } });
  }

  protected synthesizeAttributes(): { [name: string]: any } {
    return { input: '${timeadd(plantimestamp(), "8760h")}', triggers_replace: ['8760h'] };
  }
}

class Check extends TerraformElement {
  constructor(scope: Construct, id: string, private readonly path: string, private readonly end: string) {
    super(scope, id);
  }

  public toTerraform(): any {
    return {
      check: {
        [this.friendlyUniqueId]: {
          assert: [{
            condition: `\${timecmp(timeadd(plantimestamp(), "720h"), ${this.end}) < 0}`,
            error_message: `The token ${this.path} ends at \${${this.end}}, less than 30d from now; give it a rotation, TokenRotation.manual(1), for a new one.`,
          }],
        },
      },
    };
  }
}

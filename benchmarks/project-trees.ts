import { TerraformOutput, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { Anchor, ExpiryCheck } from './by-hand';
import type { Tree } from './trees';
import { l1, LogfireProjectWithToken, LogfireProvider, TokenExpiry } from 'cdktf-logfire';

// Each tree describes `count` times a project, a token and its outputs.

/** As a user of the library writes it. */
export const projectsByConstructs: Tree = (app, count) => {
  const stack = new TerraformStack(app, 'app');
  new LogfireProvider(stack, 'Logfire');
  for (let index = 0; index < count; index += 1) {
    new LogfireProjectWithToken(stack, `Shop${index}`);
  }
};

/** The same without expiry: a bare token and no output for its end. */
export const projectsWithoutExpiry: Tree = (app, count) => {
  const stack = new TerraformStack(app, 'app');
  new LogfireProvider(stack, 'Logfire');
  const expiry = TokenExpiry.never('measured without it');
  for (let index = 0; index < count; index += 1) {
    new LogfireProjectWithToken(stack, `Shop${index}`, { expiry });
  }
};

/** The same JSON, byte for byte, by the bindings and by hand. */
export const projectsByBindings: Tree = (app, count) => {
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
    new ExpiryCheck(tokenScope, 'ExpiryCheck', `app/Shop${index}/Token`, token);
    const output = new TerraformOutput(scope, 'TokenOutput', {
      value: `\${sensitive(logfire_write_token.${token.friendlyUniqueId}.token)}`,
      description: `Write token of app/Shop${index}`,
      sensitive: true,
    });
    output.overrideLogicalId(`shop${index}_token`);
    const ends = new TerraformOutput(scope, 'TokenExpiryOutput', {
      value: token.expiresAt,
      description: `Expiration of the write token of app/Shop${index}`,
    });
    ends.overrideLogicalId(`shop${index}_token_expires_at`);
  }
};

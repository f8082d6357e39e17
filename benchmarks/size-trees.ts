import { TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import type { Tree } from './trees';
import {
  Duration, l1, LogfireEnvironment, LogfireInventory, LogfirePolicies, LogfireProject, LogfireProjectWithToken, LogfireProvider, LogfireWriteToken,
  SecretValue, TokenRotation,
} from 'cdktf-logfire';

// Shapes of programs that are not lists of the same few constructs. Each has a size, and must not cost more per unit when it grows.

/** A program as `cdktf convert` writes it: bindings that refer to one another, beside a few constructs. */
export const convertedProgram: Tree = (app, count) => {
  const stack = new TerraformStack(app, 'app');
  new LogfireProvider(stack, 'Logfire');
  new LogfireProjectWithToken(stack, 'Shop');
  const channel = new l1.Channel(stack, 'channel', { name: 'ops', config: { type: 'webhook', format: 'auto', url: '${var.url}' } });
  for (let index = 0; index < count; index += 1) {
    const project = new l1.Project(stack, `project_${index}`, { name: `project-${index}` });
    const token = new l1.WriteToken(stack, `token_${index}`, { projectId: project.id });
    new TerraformOutput(stack, `token_${index}_value`, { value: token.token, sensitive: true });
    for (let alert = 0; alert < 3; alert += 1) {
      new l1.Alert(stack, `alert_${index}_${alert}`, {
        projectId: project.id,
        name: `alert ${alert} of ${project.name}`,
        query: `SELECT count(*) FROM records WHERE service_name = '${project.name}'`,
        timeWindow: '5m',
        frequency: '5m',
        notifyWhen: 'has_matches',
        channelAssignments: [{ channelId: channel.id }],
      });
    }
  }
};

/** Stacks that use a project of the first one, under policies, with an inventory each. */
export const manyStacks: Tree = (app, count) => {
  const shared = new TerraformStack(app, 'shared');
  new LogfireProvider(shared, 'Logfire');
  const project = new LogfireProject(shared, 'Shop');
  for (let index = 0; index < count; index += 1) {
    const stack = new TerraformStack(app, `stack${index}`);
    new LogfireProvider(stack, 'Logfire');
    const token = new LogfireWriteToken(stack, 'Token', { project });
    variablesOf(stack, 'Service', token);
    new LogfireProjectWithToken(stack, 'Own', { projectName: `own-${index}` });
  }
  LogfireInventory.writeFor(app);
  LogfirePolicies.recommended().applyTo(app);
};

/** Tokens of one project in one stack, each with a rotation and an environment. */
export const manyTokens: Tree = (app, count) => {
  const stack = new TerraformStack(app, 'app');
  new LogfireProvider(stack, 'Logfire');
  const project = new LogfireProject(stack, 'Shop');
  const rotation = TokenRotation.every(Duration.days(30));
  for (let index = 0; index < count; index += 1) {
    variablesOf(stack, `Service${index}`, project.addWriteToken(`Token${index}`, { rotation }));
  }
};

/** Existing tokens in a stack without a provider. */
export const existingTokens: Tree = (app, count) => {
  const stack = new TerraformStack(app, 'app');
  for (let index = 0; index < count; index += 1) {
    const secret = new TerraformVariable(stack, `secret${index}`, { type: 'string', sensitive: true });
    variablesOf(stack, `Service${index}`, LogfireWriteToken.fromSecret(stack, `Token${index}`, SecretValue.fromVariable(secret)));
  }
};

/** Constructs in constructs, with a token at each level. */
export const deepTree: Tree = (app, count) => {
  const stack = new TerraformStack(app, 'app');
  new LogfireProvider(stack, 'Logfire');
  const project = new LogfireProject(stack, 'Shop');
  let scope: Construct = stack;
  for (let index = 0; index < count; index += 1) {
    scope = new Construct(scope, 'L');
    new LogfireWriteToken(scope, 'Token', { project });
  }
};

function variablesOf(scope: Construct, id: string, token: LogfireWriteToken | ReturnType<typeof LogfireWriteToken.fromSecret>): void {
  for (const [name, value] of Object.entries(LogfireEnvironment.forToken(token).toVariables())) {
    new TerraformOutput(scope, `${id}${name}`, { value, sensitive: true });
  }
}

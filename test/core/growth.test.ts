import { App, TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import { Construct, Node } from 'constructs';
import {
  LogfireEnvironment, LogfireInventory, LogfirePolicies, LogfireProject, LogfireProjectWithToken, LogfireProvider, LogfireReview, LogfireWriteToken,
  SecretValue,
} from '../../src';
import { cleanUp, newApp, newStack, synth } from '../synth';

afterEach(cleanUp);

/** How often the children of a construct are read in a synth, summed over all constructs. */
function visitsOf(app: App): number {
  const children = jest.spyOn(Node.prototype, 'children', 'get');
  try {
    app.synth();
    return children.mock.calls.length;
  } finally {
    children.mockRestore();
  }
}

function existingTokens(count: number): App {
  const app = newApp();
  const stack = new TerraformStack(app, 'app');
  for (let index = 0; index < count; index += 1) {
    const secret = new TerraformVariable(stack, `secret${index}`, { type: 'string', sensitive: true });
    const token = LogfireWriteToken.fromSecret(stack, `Token${index}`, SecretValue.fromVariable(secret));
    new TerraformOutput(stack, `address${index}`, { value: LogfireEnvironment.forToken(token).plainVariables.LOGFIRE_BASE_URL });
  }
  return app;
}

function tokens(count: number): App {
  const stack = newStack();
  const project = new LogfireProject(stack, 'Shop');
  for (let index = 0; index < count; index += 1) {
    const token = project.addWriteToken(`Token${index}`);
    new TerraformOutput(stack, `address${index}`, { value: LogfireEnvironment.forToken(token).plainVariables.LOGFIRE_BASE_URL });
  }
  return stack.node.root as App;
}

function stacks(count: number): App {
  const app = newApp();
  const project = new LogfireProject(newStack(app, 'shared'), 'Shop');
  for (let index = 0; index < count; index += 1) {
    const stack = newStack(app, `stack${index}`);
    new LogfireWriteToken(stack, 'Token', { project });
    new LogfireProjectWithToken(stack, 'Own');
  }
  LogfireInventory.writeFor(app);
  LogfireReview.writeFor(app);
  LogfirePolicies.recommended().applyTo(app);
  return app;
}

function nested(count: number): App {
  const stack = newStack();
  const project = new LogfireProject(stack, 'Shop');
  let scope: Construct = stack;
  for (let index = 0; index < count; index += 1) {
    scope = new Construct(scope, 'Level');
    new LogfireWriteToken(scope, 'Token', { project });
  }
  return stack.node.root as App;
}

test.each([
  ['existing tokens without a provider', existingTokens], ['tokens', tokens], ['levels of constructs', nested], ['stacks under policies', stacks],
])('%s: the visits of constructs grow with their number', (_, create) => {
  const [ten, twenty, forty] = [10, 20, 40].map((count) => visitsOf(create(count)));
  expect(forty - twenty).toBe(2 * (twenty - ten));
});

test('a provider that is added after a synth gives its address in the next one', () => {
  const app = existingTokens(1);
  const stack = app.node.findChild('app') as TerraformStack;
  expect(synth(stack).output.address0.value).toContain('nonsensitive(length(regexall(');
  new LogfireProvider(new Construct(stack, 'Nested'), 'Logfire', { baseUrl: 'https://logfire.example.com' });
  expect(synth(stack).output.address0.value).toBe('https://logfire.example.com');
});

test('the provider of a stack inside a stack is not the default of the outer one', () => {
  const app = existingTokens(1);
  const stack = app.node.findChild('app') as TerraformStack;
  new LogfireProvider(new TerraformStack(stack, 'inner'), 'Logfire', { baseUrl: 'https://logfire.example.com' });
  expect(synth(stack).output.address0.value).toContain('nonsensitive(length(regexall(');
});

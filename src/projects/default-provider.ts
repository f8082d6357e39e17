import { TerraformProvider, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';

const found = new WeakMap<TerraformStack, TerraformProvider>();

/** The Logfire provider that a construct of the stack uses when it names none; looked up once per stack. */
export function defaultProvider(scope: IConstruct): TerraformProvider | undefined {
  const stack = TerraformStack.of(scope);
  let provider = found.get(stack);
  if (provider === undefined) {
    provider = stack.node.findAll().find(isDefaultProvider) as TerraformProvider | undefined;
    if (provider !== undefined) {
      found.set(stack, provider);
    }
  }
  return provider;
}

function isDefaultProvider(construct: IConstruct): boolean {
  return TerraformProvider.isTerraformProvider(construct) && construct.terraformResourceType === 'logfire' && construct.alias === undefined;
}

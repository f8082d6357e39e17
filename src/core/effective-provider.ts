import { TerraformProvider, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { constructState } from './app-state';

/** The provider's name in Terraform. */
export const PROVIDER_NAME = 'logfire';

/** A construct, or an object without a resource of its own: an existing one belongs to the stack's default provider. */
interface MayHaveResource {
  readonly resource?: { readonly provider?: TerraformProvider };
}

/** The provider of a construct: its own, otherwise the stack's default one. Call it at synth: the provider may be created last. */
export function effectiveProvider(construct: IConstruct): TerraformProvider | undefined {
  const { resource } = construct as MayHaveResource;
  return resource?.provider ?? defaultProvider(construct);
}

/** The provider of a parent, for its children in the same stack: another provider may belong to another organization. */
export function inheritedProvider(child: IConstruct, parent: IConstruct): TerraformProvider | undefined {
  const { resource } = parent as MayHaveResource;
  // Most have none, and the stacks of two constructs are not free to look up.
  return resource?.provider !== undefined && TerraformStack.of(parent) === TerraformStack.of(child) ? resource.provider : undefined;
}

/** The address of the Logfire instance behind a provider, if the program configures it. */
export function baseUrlOf(provider: TerraformProvider | undefined): string | undefined {
  return (provider as { readonly baseUrl?: string } | undefined)?.baseUrl;
}

/** The Logfire provider of a stack that is used by default. */
export function defaultAmong(providers: readonly TerraformProvider[]): TerraformProvider | undefined {
  return providers.find(({ alias }) => alias === undefined);
}

/** The default provider of a construct's stack. Looked up once for each stack. */
function defaultProvider(scope: IConstruct): TerraformProvider | undefined {
  const stack = TerraformStack.of(scope);
  const found = constructState<TerraformProvider>(stack, 'default-provider');
  let provider = found.get(stack);
  if (provider === undefined) {
    provider = defaultAmong(stack.node.findAll().filter(isLogfireProvider));
    if (provider !== undefined) {
      found.set(stack, provider);
    }
  }
  return provider;
}

function isLogfireProvider(construct: IConstruct): construct is TerraformProvider {
  return TerraformProvider.isTerraformProvider(construct) && construct.terraformResourceType === PROVIDER_NAME;
}

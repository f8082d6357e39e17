import { TerraformProvider, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { constructState } from './app-state';
import { fail } from './errors';
import { finalAlias } from './final-state';
import { constructsOf } from './findings';
import { defaultOf, hasDefault } from './scope-defaults';

/** The provider's name in Terraform. */
export const PROVIDER_NAME = 'logfire';

const ALIAS = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/** Rejects an alias that Terraform does not accept. */
export function checkProviderAlias(provider: TerraformProvider, alias: string | undefined, noun: string): void {
  if (alias !== undefined && !ALIAS.test(alias)) {
    fail(provider, 'provider-alias', `alias must be letters, digits, _ and -, beginning with a letter or _, got ${JSON.stringify(alias)}; `
      + `leave it out if the stack has only one ${noun} provider`);
  }
}

/** A construct, or an object without a resource of its own: an existing one belongs to the stack's default provider. */
interface MayHaveResource {
  readonly resource?: { readonly provider?: TerraformProvider };
}

/**
 * The provider of a construct: its own, otherwise the stack's default one. Call it at synth: the provider may be created last.
 *
 * @param preparing whether CDKTF prepares the stacks or writes them
 */
export function effectiveProvider(construct: IConstruct, preparing: boolean): TerraformProvider | undefined {
  const { resource } = construct as MayHaveResource;
  return resource?.provider ?? defaultProvider(construct, preparing);
}

/**
 * The provider that a new construct is created with: its own, otherwise that of what it belongs to, otherwise the default of its scope.
 *
 * @param parents what it belongs to, nearest first. One with a resource in the same stack decides alone: another provider may belong to
 * another organization
 */
export function providerFor(
  child: IConstruct, own: TerraformProvider | undefined, ...parents: readonly (IConstruct | undefined)[]
): TerraformProvider | undefined {
  const owners = parents as readonly ((IConstruct & MayHaveResource) | undefined)[];
  // Most have none, and the stacks of two constructs are not free to look up.
  if (own !== undefined || (!hasDefault(child, 'provider') && owners.every((owner) => owner?.resource?.provider === undefined))) {
    return own;
  }
  const stack = TerraformStack.of(child);
  const decisive = owners.find((owner) => owner?.resource !== undefined && TerraformStack.of(owner) === stack);
  if (decisive !== undefined) {
    return decisive.resource!.provider;
  }
  const provider = defaultOf<TerraformProvider>(child, 'provider');
  // A stack may contain others, which cannot use its providers.
  return provider !== undefined && TerraformStack.of(provider) === stack ? provider : undefined;
}

/** The address of the Logfire instance behind a provider, if the program configures it. */
export function baseUrlOf(provider: TerraformProvider | undefined): string | undefined {
  return (provider as { readonly baseUrl?: string } | undefined)?.baseUrl;
}

/** The Logfire provider of a stack that is used by default. */
export function defaultAmong(providers: readonly TerraformProvider[]): TerraformProvider | undefined {
  return providers.find((provider) => finalAlias(provider) === undefined);
}

interface Search {
  readonly provider: TerraformProvider | undefined;
  readonly preparing: boolean;
}

/**
 * The default provider of a construct's stack. The stack is searched once, and where it has none once in each phase of a synth: a provider
 * may be added before the next phase.
 */
function defaultProvider(scope: IConstruct, preparing: boolean): TerraformProvider | undefined {
  const stack = TerraformStack.of(scope);
  const searches = constructState<Search>(stack, 'default-provider');
  let search = searches.get(stack);
  if (search === undefined || (search.provider === undefined && search.preparing !== preparing)) {
    search = { provider: defaultAmong(constructsOf(stack).filter(isLogfireProvider)), preparing };
    searches.set(stack, search);
  }
  return search.provider;
}

function isLogfireProvider(construct: IConstruct): construct is TerraformProvider {
  return TerraformProvider.isTerraformProvider(construct) && construct.terraformResourceType === PROVIDER_NAME;
}

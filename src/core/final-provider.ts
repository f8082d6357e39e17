import { TerraformDataSource, TerraformProvider, TerraformResource, TerraformStack } from 'cdktf';
import { PROVIDER_NAME } from './effective-provider';
import { finalAlias } from './final-state';
import { ownerOf, RuleFinding, StackContents } from './findings';

/** What uses a provider. */
export type ProviderUser = TerraformResource | TerraformDataSource;

/** The Logfire provider that a resource uses in the end. Undefined if it uses none of the stack: `wrongProviders` reports that. */
export function finalProvider(contents: StackContents, user: ProviderUser): TerraformProvider | undefined {
  const named = namedProvider(contents, user) ?? PROVIDER_NAME;
  return typeof named === 'string' ? contents.providers.find((provider) => nameOf(provider) === named) : named;
}

/** Finds the provider of a kind, such as `aws`, that a resource of a stack uses in the end. Undefined if the program has none for it. */
export function providerFinder(contents: StackContents, kind: string): (user: ProviderUser) => TerraformProvider | undefined {
  const byName = new Map(contents.byKind.providers.filter((provider) => isOfKind(provider, kind)).map((provider) => [nameOf(provider), provider]));
  return (user) => {
    const named = namedProvider(contents, user) ?? kind;
    return typeof named === 'string' ? byName.get(named) : named;
  };
}

/** What a resource names as its provider: an object, or a name in an override. Undefined for the default provider. */
function namedProvider({ final }: StackContents, user: ProviderUser): TerraformProvider | string | undefined {
  if (!final.isOverridden(user, 'provider')) {
    return user.provider;
  }
  const name: unknown = final.attributesOf(user)?.provider;
  return name === undefined || name === null ? undefined : String(name).replace(/^\$\{(.*)\}$/s, '$1');
}

/** The name of a provider in Terraform, such as `logfire.other`. */
function nameOf(provider: TerraformProvider): string {
  const alias = finalAlias(provider);
  return alias === undefined ? provider.terraformResourceType : `${provider.terraformResourceType}.${alias}`;
}

/**
 * Resources with a provider that is not the one they need: one of another stack or kind, or none where the stack has no default one.
 *
 * @param users the resources of one kind
 * @param kind the kind as Terraform calls it, such as `aws`
 */
export function wrongProviders(contents: StackContents, users: readonly ProviderUser[], kind: string): RuleFinding[] {
  const candidates = contents.byKind.providers.filter((provider) => isOfKind(provider, kind));
  const advice = candidates.length === 0 ? `add a provider ${kind} to ${contents.stack.node.path}` : `pass ${candidates.map(({ node }) => node.path).join(' or ')}`;
  const added = contents.final.addedConfigurations(kind).map(({ alias }) => alias as string | undefined);
  const names = new Set([...candidates.map(nameOf), ...added.map((alias) => alias === undefined ? kind : `${kind}.${alias}`)]);
  const hasDefault = candidates.length === 0 || candidates.some((provider) => finalAlias(provider) === undefined) || added.includes(undefined);
  const findings: RuleFinding[] = [];
  const withoutDefault: ProviderUser[] = [];
  for (const user of users) {
    const named = namedProvider(contents, user);
    const wrong = named && wrongness(contents, named, kind, names);
    if (wrong !== undefined) {
      findings.push({ scope: ownerOf(user), id: 'wrong-provider', message: `provider must be ${wrong}; ${advice}` });
    } else if (named === undefined && !hasDefault) {
      withoutDefault.push(user);
    }
  }
  const [first, ...more] = withoutDefault;
  return first === undefined ? findings : [...findings, {
    scope: ownerOf(first),
    id: 'default-provider',
    message: `provider must be given, because every provider ${kind} of the stack has an alias: Terraform would use one that only the environment configures; `
      + `${advice}, or remove the alias of the one to use by default${more.length === 0 ? '' : ` (the same applies to ${more.length} more of the stack)`}`,
  }];
}

function wrongness({ stack }: StackContents, named: TerraformProvider | string, kind: string, names: ReadonlySet<string>): string | undefined {
  if (typeof named === 'string') {
    return names.has(named) ? undefined : `a provider ${kind} of its stack, got the override ${JSON.stringify(named)}`;
  }
  if (!isOfKind(named, kind)) {
    return `a provider ${kind}, got ${named.node.path}, which is a provider ${named.terraformResourceType}`;
  }
  const other = TerraformStack.of(named);
  return other === stack ? undefined : `one of its own stack ${stack.node.path}, got ${named.node.path} of the stack ${other.node.path}`;
}

/** Whether a provider can have resources of a kind. It may have another name in the stack, or be a variant such as `google-beta`. */
function isOfKind({ terraformResourceType, terraformProviderSource }: TerraformProvider, kind: string): boolean {
  return [terraformResourceType, terraformProviderSource?.split('/').at(-1)].some((name) => name === kind || name?.startsWith(`${kind}-`));
}

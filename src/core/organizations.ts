import { TerraformProvider, TerraformResource, TerraformStack } from 'cdktf';
import { computedOnce } from './computed-once';
import { finalProvider } from './final-provider';
import { finalAlias } from './final-state';
import { declareAppRule, ownerOf, RuleFinding, StackContents } from './findings';
import { followed, Origin, originOf } from './origin';
import { evaluatedIn, resolved } from './resolving';

/** What is known at synth about the organization that a provider manages. */
interface Configuration {
  /** The key as it is written. Undefined for the key of the environment. */
  readonly key: string | undefined;
  /** Address of the instance, if the program tells it. */
  readonly url: string | undefined;
  /** Equal for two providers that certainly manage one organization, in any stacks. */
  readonly certain: string;
  /** Equal for two providers that manage one organization if variables and the environment are the same for their stacks. */
  readonly likely: string;
}

/** How certain it is that two providers belong to different organizations. */
type Difference = 'certain' | 'likely' | 'none';

/** Which providers of an app manage one organization, as far as their configuration tells. */
export class Organizations {
  private readonly known = new Map<TerraformProvider, Configuration>();
  private readonly byStack: ReadonlyMap<TerraformStack, StackContents>;
  private together: ReadonlyMap<string, ReadonlySet<string>> | undefined;

  constructor(private readonly stacks: readonly StackContents[]) {
    this.byStack = new Map(stacks.map((contents) => [contents.stack, contents]));
  }

  public of(provider: TerraformProvider): Configuration {
    return computedOnce(this.known, provider, () => this.configured(provider));
  }

  /** Whether two providers belong to different organizations. In one stack they do, unless they have one key: why else would there be two? */
  public difference(one: TerraformProvider, other: TerraformProvider): Difference {
    const [a, b] = [this.of(one), this.of(other)];
    const urlsDiffer = a.url !== undefined && b.url !== undefined && a.url !== b.url;
    if (a.certain === b.certain || (a.key !== undefined && a.key === b.key && !urlsDiffer && TerraformStack.of(one) === TerraformStack.of(other))) {
      return 'none';
    }
    if (TerraformStack.of(one) === TerraformStack.of(other) || urlsDiffer) {
      return 'certain';
    }
    return a.likely !== b.likely && this.areTogether(a.likely, b.likely) ? 'likely' : 'none';
  }

  /** Whether there may be more than one organization at all. Most apps have one, and their references need not be followed. */
  public get mayDiffer(): boolean {
    const configurations = new Set<string>();
    return this.stacks.some(({ providers }) => providers.some((provider) => configurations.add(this.of(provider).likely).size > 1));
  }

  /** Whether a stack has both, which then are different on purpose. */
  private areTogether(one: string, other: string): boolean {
    if (this.together === undefined) {
      const together = new Map<string, Set<string>>();
      for (const { providers } of this.stacks.filter((contents) => contents.providers.length > 1)) {
        const likely = providers.map((provider) => this.of(provider).likely);
        for (const configuration of likely) {
          const neighbors = together.get(configuration) ?? new Set();
          likely.forEach((neighbor) => neighbors.add(neighbor));
          together.set(configuration, neighbors);
        }
      }
      this.together = together;
    }
    return this.together.get(one)?.has(other) ?? false;
  }

  private configured(provider: TerraformProvider): Configuration {
    const contents = this.byStack.get(TerraformStack.of(provider))!;
    const { api_key: key, base_url: address } = contents.final.configurationOf(provider);
    const url = typeof address === 'string' && !address.includes('${') ? address.replace(/\/+$/, '').toLowerCase() : undefined;
    if (typeof key !== 'string') {
      const only = finalAlias(provider) === undefined ? '' : provider.node.path;
      return { key: undefined, url, certain: JSON.stringify([contents.stack.node.path, only, address]), likely: JSON.stringify([only, address]) };
    }
    const { contents: { stack }, text } = followed(this.stacks, contents, key);
    const at = text.includes('${') && READS.test(evaluatedIn(text)) ? stack.node.path : '';
    return {
      key: text,
      url,
      certain: JSON.stringify([text, address, at]),
      likely: JSON.stringify([text, address, VARIABLE.test(text) ? '' : at]),
    };
  }
}

/** A reference to anything. An expression without one has the same value in every stack. */
const READS = /[A-Za-z_\]]\.[A-Za-z_]/;
const VARIABLE = /^\$\{var\.[\w-]+\}$/;

/** An attribute that refers to something of the same organization. */
interface OrganizationReference {
  /** Its path in Terraform, such as `channel_assignments.channel_id`. Lists on the way are searched. */
  readonly path: string;
  /** The prop to change, as the L2 names it. */
  readonly prop: string;
}

const references = new Map<string, readonly OrganizationReference[]>();

/** Declares what a resource refers to in its own organization, when the module of the resource is loaded. */
export function declareReferences(resourceType: string, ...declared: readonly OrganizationReference[]): void {
  references.set(resourceType, declared);
}

/** Resources that refer to something of another provider: the apply would fail, or find something else by its id. */
function foreignReferenceFindings(stacks: readonly StackContents[]): RuleFinding[] {
  const organizations = new Organizations(stacks);
  if (!organizations.mayDiffer) {
    return [];
  }
  return stacks.flatMap((contents) => {
    const known = new Map<unknown, Origin | undefined>();
    const origin = (value: unknown) => {
      if (!known.has(value)) {
        known.set(value, originOf(stacks, contents, resolved(contents.stack, value)));
      }
      return known.get(value);
    };
    return contents.resources.flatMap((resource) => foreignReferences(contents, resource, organizations, origin));
  });
}

function foreignReferences(
  contents: StackContents, resource: TerraformResource, organizations: Organizations, originFor: (value: unknown) => Origin | undefined,
): RuleFinding[] {
  const declared = references.get(resource.terraformResourceType) ?? [];
  const provider = declared.length === 0 ? undefined : finalProvider(contents, resource);
  if (provider === undefined) {
    return [];
  }
  const findings = new Map<string, RuleFinding>();
  for (const { path, prop } of declared) {
    for (const value of valuesAt(attributesOf(contents, resource, path), path.split('.'))) {
      const origin = originFor(value);
      const other = origin && finalProvider(origin.contents, origin.element);
      const difference = other === undefined ? 'none' : organizations.difference(provider, other);
      if (difference !== 'none') {
        const target = ownerOf(origin!.element).node.path;
        findings.set(`${prop} ${target}`, {
          scope: ownerOf(resource),
          id: 'same-organization',
          isWarning: difference === 'likely',
          message: `${prop} must be in the organization of this construct's provider ${provider.node.path}, got ${target}, which uses the provider ${other!.node.path}; `
            + 'pass the same provider to both, or the same apiKey to both providers',
        });
      }
    }
  }
  return [...findings.values()];
}

/** The attributes of a resource, rendered only if an override may have changed them. */
function attributesOf({ final }: StackContents, resource: TerraformResource, path: string): unknown {
  return final.isOverridden(resource, path.split('.')[0]) ? final.attributesOf(resource)
    : (resource as unknown as { synthesizeAttributes(): unknown }).synthesizeAttributes();
}

function valuesAt(value: unknown, path: readonly string[]): readonly unknown[] {
  if (Array.isArray(value)) {
    return value.flatMap((item) => valuesAt(item, path));
  }
  const [name, ...rest] = path;
  return name === undefined ? [value] : valuesAt((value as { readonly [name: string]: unknown } | null | undefined)?.[name], rest);
}

declareAppRule(foreignReferenceFindings);

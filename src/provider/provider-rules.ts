import { TerraformElement, TerraformResource } from 'cdktf';
import { PROVIDER_NAME } from '../core/effective-provider';
import { wrongProviders } from '../core/final-provider';
import { declareRule, ownerOf, RuleFinding, StackContents } from '../core/findings';
import { evaluatedIn, resolved } from '../core/resolving';

/** Rejects a stack that uses Logfire without a provider. */
declareRule(({ stack, resources, dataSources, providers }) => {
  const [user] = [...resources, ...dataSources];
  return providers.length > 0 ? [] : [{
    scope: stack,
    id: 'missing-provider',
    message: `the stack has Logfire resources, the first is ${ownerOf(user).node.path}, but no Logfire provider; `
      + "add new LogfireProvider(this, 'Logfire') to it",
  }];
});

/** Rejects resources that would silently be created in the organization of another key. */
declareRule((contents) => wrongProviders(contents, [...contents.resources, ...contents.dataSources], PROVIDER_NAME));

/** The arguments of the provider, by their names in Terraform. */
const PROPS: readonly (readonly [argument: string, prop: string])[] = [['api_key', 'apiKey'], ['base_url', 'baseUrl'], ['custom_headers', 'customHeaders']];

/** Rejects a provider that is configured by what it, or another Logfire provider of its stack, has yet to create. */
declareRule((contents) => contents.providers.flatMap((provider) => {
  const configuration = contents.final.configurationOf(provider);
  return PROPS.flatMap(([argument, prop]): RuleFinding[] => {
    const source = createdSource(contents, configuration[argument]);
    return source === undefined ? [] : [{
      scope: provider,
      id: 'provider-cycle',
      message: `${prop} must be known during the plan, but it comes from ${ownerOf(source).node.path} in the same stack, which does not exist before the first apply; `
        + 'create that in another stack and pass it across stacks, or pass a variable',
    }];
  });
}));

const REFERENCE = /(?<![\w.-])((?:data\.)?[A-Za-z_][\w-]*\.[A-Za-z_][\w-]*)(?:\[[^\]]*\])?(?:\.([A-Za-z_][\w-]*))?/g;

/** The Logfire resource that an expression waits for: directly, through locals, or through other resources. */
function createdSource(contents: StackContents, value: unknown, seen = new Set<string>()): TerraformElement | undefined {
  for (const [reference, address, attribute] of referencesIn(value)) {
    const element = contents.addresses.owners.get(address);
    if (element === undefined || seen.has(reference)) {
      continue;
    }
    seen.add(reference);
    const given = givenTo(contents, element, attribute);
    const source = given === undefined ? element : createdSource(contents, given, seen);
    if (source !== undefined) {
      return source;
    }
  }
  return undefined;
}

/** What determines a value that an expression reads from an element. Undefined if only the apply does. */
function givenTo({ final, stack }: StackContents, element: TerraformElement, attribute: string | undefined): unknown {
  if (!TerraformResource.isTerraformResource(element) || element.terraformGeneratorMetadata?.providerName !== PROVIDER_NAME) {
    return resolved(stack, element.toTerraform());
  }
  // An attribute that the program sets is known before the resource exists.
  return attribute === undefined ? undefined : final.attributesOf(element)?.[attribute];
}

function referencesIn(value: unknown): RegExpExecArray[] {
  if (typeof value === 'string') {
    return value.includes('${') ? [...evaluatedIn(value).matchAll(REFERENCE)] : [];
  }
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(referencesIn) : [];
}

import { DefaultTokenResolver, StringConcat, Tokenization } from 'cdktf';
import type { TerraformResource } from 'cdktf';
import type { Finding, StackContents } from './app-validation';
import { ownerOf } from './owner';
import { isUnresolved } from './unresolved';

/** An attribute that the server wants unique among resources of the type. */
interface UniqueName {
  /** The attribute's input, as the binding names it. */
  readonly input: string;
  /** What to change, as the L2 names it. */
  readonly prop: string;
  /** Among what it must be unique, in words. */
  readonly within: string;
  /** The input that refers to what it must be unique in, as the binding names it; a provider stands for its organization in any case. */
  readonly withinInput?: string;
}

const UNIQUE_NAMES: { readonly [type: string]: UniqueName } = {
  logfire_alert: { input: 'nameInput', prop: 'alertName', within: 'a project', withinInput: 'projectIdInput' },
  logfire_dashboard: { input: 'slugInput', prop: 'slug', within: 'a project', withinInput: 'projectIdInput' },
  logfire_gateway_provider: { input: 'slugInput', prop: 'slug', within: 'an organization' },
  logfire_organization: { input: 'nameInput', prop: 'organizationName', within: 'an instance' },
  logfire_project: { input: 'nameInput', prop: 'projectName', within: 'an organization' },
  logfire_slo: { input: 'nameInput', prop: 'sloName', within: 'a project', withinInput: 'projectIdInput' },
};

/** Two resources of one provider with one name: the server would refuse the second in the middle of the apply. */
export function uniqueNameFindings({ resources, providers }: StackContents): Finding[] {
  const defaultProvider = providers.find((provider) => provider.alias === undefined);
  const owners = new Map<string, TerraformResource>();
  const referenceOf = resolvedOnce();
  const findings: Finding[] = [];
  for (const resource of resources) {
    const unique = UNIQUE_NAMES[resource.terraformResourceType];
    const name = unique && inputOf(resource, unique.input);
    if (typeof name !== 'string' || isUnresolved(name)) {
      continue;
    }
    const provider = resource.provider ?? defaultProvider;
    const within = unique.withinInput && referenceOf(resource, unique.withinInput);
    const key = JSON.stringify([provider?.node.path, resource.terraformResourceType, name, within]);
    const first = owners.get(key);
    if (first === undefined) {
      owners.set(key, resource);
    } else {
      findings.push({
        scope: ownerOf(resource),
        message: `${unique.prop} ${JSON.stringify(name)} is taken by ${ownerOf(first).node.path}; `
          + `it must be unique in ${unique.within}: give one of them another ${unique.prop}`,
      });
    }
  }
  return findings;
}

function inputOf(resource: TerraformResource, input: string): unknown {
  return (resource as unknown as { [input: string]: unknown })[input];
}

/** References as Terraform reads them, so that two ways to write one are one; each is resolved when it is met for the first time. */
function resolvedOnce(): (resource: TerraformResource, input: string) => unknown {
  const resolver = new DefaultTokenResolver(new StringConcat());
  const known = new Map<unknown, unknown>();
  return (resource, input) => {
    const reference = inputOf(resource, input);
    if (!known.has(reference)) {
      known.set(reference, Tokenization.resolve(reference, { scope: resource, resolver, preparing: false }));
    }
    return known.get(reference);
  };
}

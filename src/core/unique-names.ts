import type { TerraformResource } from 'cdktf';
import { defaultAmong } from './effective-provider';
import { meantBy } from './expression';
import { declareRule, Finding, ownerOf, StackContents } from './findings';
import { resolved } from './resolving';
import { isUnresolved } from './unresolved';

/** An attribute that must be unique among the resources of a type. */
interface UniqueName {
  /** The attribute's input, as the binding names it. */
  readonly input: string;
  /** The prop to change, as the L2 names it. */
  readonly prop: string;
  /** What it must be unique in, in words. */
  readonly within: string;
  /** The input that refers to what it must be unique in, as the binding names it. A provider stands for its organization in any case. */
  readonly withinInput?: string;
}

const uniqueNames = new Map<string, UniqueName>();

/** Declares a name that must be unique, when the module of its resource is loaded. */
export function declareUniqueName(resourceType: string, uniqueName: UniqueName): void {
  uniqueNames.set(resourceType, uniqueName);
}

/** Two resources of one provider with one name: the server would reject the second in the middle of the apply. */
function uniqueNameFindings({ resources, providers }: StackContents): Finding[] {
  const byDefault = defaultAmong(providers);
  const owners = new Map<string, TerraformResource>();
  const referenceOf = resolvedOnce();
  const findings: Finding[] = [];
  for (const resource of resources) {
    const unique = uniqueNames.get(resource.terraformResourceType);
    const name = unique && knownName(resource, unique.input);
    if (unique === undefined || name === undefined) {
      continue;
    }
    const within = unique.withinInput && referenceOf(resource, unique.withinInput);
    const key = JSON.stringify([(resource.provider ?? byDefault)?.node.path, resource.terraformResourceType, name, within]);
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

/** The name, if it is known at synth. One with `${` is a token too, because it is escaped. */
function knownName(resource: TerraformResource, input: string): string | undefined {
  const name = inputOf(resource, input);
  const text = isUnresolved(name) ? resolved(resource, name) : name;
  return typeof text !== 'string' ? undefined : text === name ? text : meantBy(text);
}

function inputOf(resource: TerraformResource, input: string): unknown {
  return (resource as unknown as { [input: string]: unknown })[input];
}

/** Each reference is resolved when it is met for the first time: a project has many alerts. */
function resolvedOnce(): (resource: TerraformResource, input: string) => unknown {
  const known = new Map<unknown, unknown>();
  return (resource, input) => {
    const reference = inputOf(resource, input);
    if (!known.has(reference)) {
      known.set(reference, resolved(resource, reference));
    }
    return known.get(reference);
  };
}

declareRule(uniqueNameFindings);

import { TerraformProvider, TerraformResource } from 'cdktf';
import { computedOnce } from './computed-once';
import { meantBy } from './expression';
import { finalProvider } from './final-provider';
import { declareAppRule, ownerOf, RuleFinding, StackContents } from './findings';
import { Organizations } from './organizations';
import { followed, originOf } from './origin';
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

/** Functions and objects whose value differs from use to use, although their text does not. */
const DIFFERS = /\b(?:uuid|timestamp|bcrypt)\(|\b(?:each|count|self)\./;

/** Two resources of one organization with one name: the server would reject the second in the middle of the apply. */
function uniqueNameFindings(stacks: readonly StackContents[]): RuleFinding[] {
  const organizations = new Organizations(stacks);
  const owners = new Map<string, TerraformResource>();
  const likelyOwners = new Map<string, TerraformResource>();
  const findings: RuleFinding[] = [];
  for (const contents of stacks) {
    const within = scopes(stacks, contents, organizations);
    for (const resource of contents.resources) {
      const unique = uniqueNames.get(resource.terraformResourceType);
      const name = unique && nameOf(stacks, contents, resource, unique);
      if (unique === undefined || name === undefined) {
        continue;
      }
      const { certain, likely } = within(resource, unique);
      const rest = JSON.stringify([resource.terraformResourceType, name.at, name.text]);
      const first = computedOnce(owners, `${certain} ${rest}`, () => resource);
      if (first !== resource) {
        findings.push({ scope: ownerOf(resource), id: 'unique-name', message: takenText(unique, name.text, first) });
        continue;
      }
      const other = likely === undefined ? resource : computedOnce(likelyOwners, `${likely} ${rest}`, () => resource);
      if (other !== resource) {
        findings.push({ scope: ownerOf(resource), id: 'unique-name', isWarning: true, message: probablyTakenText(unique, name.text, other) });
      }
    }
  }
  return findings;
}

function takenText({ prop, within }: UniqueName, name: string, first: TerraformResource): string {
  return `${prop} ${JSON.stringify(name)} is taken by ${ownerOf(first).node.path}; it must be unique in ${within}: give one of them another ${prop}`;
}

function probablyTakenText({ prop, within }: UniqueName, name: string, first: TerraformResource): string {
  return `${prop} ${JSON.stringify(name)} is also the one of ${ownerOf(first).node.path}, and it must be unique in ${within}; `
    + `give one of them another ${prop}, or, if their stacks belong to different organizations, pass their providers an apiKey from variables with different names`;
}

/** A name as it is written, and the stack in which that is the name if it is an expression. Undefined if there may be several. */
function nameOf(
  stacks: readonly StackContents[], contents: StackContents, resource: TerraformResource, { input }: UniqueName,
): { readonly text: string; readonly at: string } | undefined {
  const name = finalInput(contents, resource, input);
  if (typeof name !== 'string' || hasInstances(contents, resource)) {
    return undefined;
  }
  const text: unknown = isUnresolved(name) ? resolved(contents.stack, name) : name;
  if (typeof text !== 'string') {
    return undefined;
  }
  const meant = meantBy(text);
  if (meant !== undefined) {
    // Terraform writes one character in one way.
    return { text: meant.normalize('NFC'), at: '' };
  }
  const place = followed(stacks, contents, text);
  const isExpression = place.text.includes('${');
  return isExpression && DIFFERS.test(place.text) ? undefined : { text: place.text, at: isExpression ? place.contents.stack.node.path : '' };
}

/** Whether there may be no resource, or several: two of which only one exists at a time may have one name. */
function hasInstances({ final }: StackContents, resource: TerraformResource): boolean {
  return resource.count !== undefined || resource.forEach !== undefined || final.isOverridden(resource, 'count') || final.isOverridden(resource, 'for_each');
}

/** The value of an input of the binding, or what an override writes instead. */
function finalInput({ final }: StackContents, resource: TerraformResource, input: string): unknown {
  const attribute = attributeOf(input);
  return final.isOverridden(resource, attribute) ? final.attributesOf(resource)?.[attribute]
    : (resource as unknown as { [input: string]: unknown })[input];
}

const attributes = new Map<string, string>();

/** The attribute in Terraform that an input of the binding stands for. */
function attributeOf(input: string): string {
  let attribute = attributes.get(input);
  if (attribute === undefined) {
    attribute = input.replace(/Input$/, '').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    attributes.set(input, attribute);
  }
  return attribute;
}

/** What a name is unique in: the same text for the same project or organization, in any stack. */
interface Scope {
  readonly certain: string;
  /** The same text where it is the same organization unless the stacks are deployed with different keys. */
  readonly likely?: string;
}

function scopes(
  stacks: readonly StackContents[], contents: StackContents, organizations: Organizations,
): (resource: TerraformResource, unique: UniqueName) => Scope {
  const known = new Map<unknown, Scope>();
  const own = contents.stack.node.path;
  const ofProject = (reference: unknown): Scope => {
    const text: unknown = resolved(contents.stack, reference);
    const origin = originOf(stacks, contents, text);
    return { certain: JSON.stringify(origin === undefined ? [typeof text === 'string' && !text.includes('${') ? '' : own, text] : [origin.element.node.path, origin.text]) };
  };
  return (resource, { withinInput }) => {
    // Each reference is followed when it is met for the first time: a project has many alerts.
    const subject = withinInput === undefined ? finalProvider(contents, resource) : finalInput(contents, resource, withinInput);
    return computedOnce(known, subject, () => (TerraformProvider.isTerraformProvider(subject) ? organizations.of(subject)
      : withinInput === undefined ? { certain: own } : ofProject(subject)));
  };
}

declareAppRule(uniqueNameFindings);

import { TerraformProvider, TerraformResource, TerraformStack, Token } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import type { ISecretSink } from './secret-sink';
import { appState, constructState } from '../core/app-state';
import { checkDone, checkedScope } from '../core/calls';
import { computedOnce } from '../core/computed-once';
import { fail } from '../core/errors';
import { expression, Operand } from '../core/expression';
import { providerFinder, wrongProviders } from '../core/final-provider';
import { declareAppRule, declareRule, RuleFinding, StackContents } from '../core/findings';
import { resolved } from '../core/resolving';
import { isUnresolved } from '../core/unresolved';

/** Where a credential was stored. */
export interface StoredSecret {
  /** Kind of the secret store, for example `aws-secrets-manager`. */
  readonly sink: string;
  /** The construct that writes it there. */
  readonly construct: IConstruct;
}

/** Where a credential was stored so far, for the inventory and the policies. */
export function storedSecretsOf(owner: IConstruct): readonly StoredSecret[] {
  return constructState<StoredSecret[]>(owner, 'stored-secrets').get(owner) ?? [];
}

/** The constructs below which sinks create their resources. */
const writersIn = (scope: IConstruct) => appState(scope, 'sink-writers', () => new WeakSet<IConstruct>());

const KIND = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** A secret, and what changes with it. */
interface Storable {
  readonly value: string;
  /** An id that changes with each new secret. */
  readonly changesWith: Operand;
}

/** Has a sink write a secret, and remembers where it is. */
export function storeSecret(owner: Construct, sink: ISecretSink, { value, changesWith }: Storable, id?: string): IConstruct {
  const { kind } = sink;
  if (!KIND.test(kind)) {
    fail(owner, 'sink-kind', `sink.kind must be lower-case words with dashes, such as aws-secrets-manager, got ${JSON.stringify(kind)}; rename it`);
  }
  const childId = id ?? `StoredIn${kind.split('-').map((word) => word[0].toUpperCase() + word.slice(1)).join('')}`;
  if (owner.node.tryFindChild(childId) !== undefined) {
    fail(owner, 'store-id', `id must be unique for each storeIn of a credential, got ${JSON.stringify(childId)} again; pass another id as the second argument`);
  }
  // One added: some providers do not write at the version 0.
  const version = Token.asNumber(expression`1 + parseint(substr(sha256(${changesWith}), 0, 8), 16)`);
  // A plain construct: other languages could not take the owner, whose class they do not know, for a scope.
  const construct = new Construct(checkedScope(owner, childId, Construct), childId);
  writersIn(owner).add(construct);
  const result: unknown = sink.store(construct, { value, version });
  checkDone(owner, 'sink.store', result);
  constructState<StoredSecret[]>(owner, 'stored-secrets').set(owner, [...storedSecretsOf(owner), { sink: kind, construct }]);
  return construct;
}

/** What a resource of a sink overwrites. */
export interface Destination {
  /** The prop to change, as the sink names it. */
  readonly prop: string;
  /** What tells it from others of its type: names and paths. */
  readonly parts: readonly string[];
  /** Whether the store does not distinguish upper and lower case. */
  readonly ignoresCase?: boolean;
}

const destinationsIn = (scope: IConstruct) => appState(scope, 'sink-destinations', () => new Map<TerraformResource, Destination>());

/** Remembers what a resource of a sink overwrites, for the search for two credentials in one place. */
export function rememberDestination(resource: TerraformResource, destination: Destination): void {
  destinationsIn(resource).set(resource, destination);
}

/** Two credentials in one place: each apply would overwrite one by the other, and one program would read the wrong one. */
declareAppRule((stacks) => {
  // There is none when only policies have the app validated.
  const [anyStack] = stacks;
  const destinations = anyStack && destinationsIn(anyStack.stack);
  if (destinations === undefined || destinations.size < 2) {
    return [];
  }
  const findings: RuleFinding[] = [];
  const writers = new Map<string, IConstruct>();
  const likelyWriters = new Map<string, IConstruct>();
  for (const contents of stacks) {
    const account = accounts(contents);
    for (const resource of contents.byKind.resources) {
      const destination = destinations.get(resource);
      if (destination === undefined) {
        continue;
      }
      const writer = resource.node.scope!;
      const place = placeOf(contents.stack, destination);
      const { certain, likely } = account(resource);
      const first = computedOnce(writers, JSON.stringify([certain, place]), () => writer);
      const other = place.isLiteral ? computedOnce(likelyWriters, JSON.stringify([likely, place]), () => writer) : writer;
      if (first !== writer) {
        findings.push({ scope: writer, id: 'shared-store', message: takenText(destination, first) });
      } else if (other !== writer) {
        findings.push({
          scope: writer,
          id: 'shared-store',
          message: `${takenText(destination, other)}, unless their stacks belong to different accounts`,
          isWarning: true,
        });
      }
    }
  }
  return findings;
});

function takenText({ prop }: Destination, first: IConstruct): string {
  return `${prop} must name a place of its own, got the one of ${first.node.path}, where one credential would overwrite the other; pass another ${prop}`;
}

/** The place in the end. Names that are known only at apply are equal if they are the same expression. */
function placeOf(stack: TerraformStack, { parts, ignoresCase }: Destination): { readonly names: readonly string[]; readonly isLiteral: boolean } {
  const isLiteral = !parts.some(isUnresolved);
  const names = isLiteral ? parts : parts.map((part) => String(resolved(stack, part)));
  return { names: ignoresCase && isLiteral ? names.map((name) => name.toLowerCase()) : names, isLiteral };
}

/** The account that a resource writes to: certainly the same with one provider, likely the same with providers of the same configuration. */
function accounts(contents: StackContents): (resource: TerraformResource) => { readonly certain: string; readonly likely: string } {
  const finders = new Map<string, ReturnType<typeof providerFinder>>();
  const configurations = new Map<TerraformProvider, string>();
  return (resource) => {
    const { terraformResourceType: type } = resource;
    const kind = type.slice(0, type.indexOf('_'));
    const provider = computedOnce(finders, kind, () => providerFinder(contents, kind))(resource);
    if (provider === undefined) {
      return { certain: `${contents.stack.node.path} ${type}`, likely: type };
    }
    const configuration = computedOnce(configurations, provider, () => JSON.stringify(contents.final.configurationOf(provider)));
    return { certain: `${provider.node.path} ${type}`, likely: `${configuration} ${type}` };
  };
}

/** Rejects sinks that would write to the account of another provider. */
declareRule((contents) => {
  const writers = writersIn(contents.stack);
  const isBelowWriter = ({ node: { scope } }: IConstruct): boolean => (
    scope !== undefined && scope !== contents.stack && (writers.has(scope) || isBelowWriter(scope))
  );
  const byKind = new Map<string, TerraformResource[]>();
  for (const element of contents.byKind.resources) {
    if (!BUILT_IN.test(element.terraformResourceType) && isBelowWriter(element)) {
      const kind = element.terraformResourceType.split('_', 1)[0];
      computedOnce(byKind, kind, (): TerraformResource[] => []).push(element);
    }
  }
  return [...byKind].flatMap(([kind, resources]) => wrongProviders(contents, resources, kind));
});

/** Resources that no sink needs a provider for, or that other rules look at. */
const BUILT_IN = /^(?:terraform_data$|logfire_)/;

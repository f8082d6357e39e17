import { TerraformResource, Token } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import type { ISecretSink } from './secret-sink';
import { appState, constructState } from '../core/app-state';
import { checkDone, checkedScope } from '../core/calls';
import { fail } from '../core/errors';
import { expression, Operand } from '../core/expression';
import { wrongProviders } from '../core/final-provider';
import { declareRule } from '../core/findings';

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
    fail(owner, `sink.kind must be lower-case words with dashes, such as aws-secrets-manager, got ${JSON.stringify(kind)}; rename it`);
  }
  const childId = id ?? `StoredIn${kind.split('-').map((word) => word[0].toUpperCase() + word.slice(1)).join('')}`;
  if (owner.node.tryFindChild(childId) !== undefined) {
    fail(owner, `id must be unique for each storeIn of a credential, got ${JSON.stringify(childId)} again; pass another id as the second argument`);
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

/** Rejects sinks that would write to the account of another provider. */
declareRule((contents) => {
  const writers = writersIn(contents.stack);
  const isBelowWriter = ({ node: { scope } }: IConstruct): boolean => (
    scope !== undefined && scope !== contents.stack && (writers.has(scope) || isBelowWriter(scope))
  );
  const byKind = new Map<string, TerraformResource[]>();
  for (const element of contents.elements) {
    if (TerraformResource.isTerraformResource(element) && !BUILT_IN.test(element.terraformResourceType) && isBelowWriter(element)) {
      const kind = element.terraformResourceType.split('_', 1)[0];
      byKind.set(kind, [...byKind.get(kind) ?? [], element]);
    }
  }
  return [...byKind].flatMap(([kind, resources]) => wrongProviders(contents, resources, kind));
});

/** Resources that no sink needs a provider for, or that other rules look at. */
const BUILT_IN = /^(?:terraform_data$|logfire_)/;

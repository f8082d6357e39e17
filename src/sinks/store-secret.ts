import { Token } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import type { ISecretSink } from './secret-sink';
import { fail } from '../core/errors';
import { expression, Operand } from '../core/expression';
import { recordStoredSecret } from '../core/stored-secrets';

const KIND = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** A secret, and what changes with it. */
interface Storable {
  readonly value: string;
  /** An id that is another for each new secret. */
  readonly changesWith: Operand;
}

/** Has a sink write a secret, and remembers where it is. */
export function storeSecret(owner: Construct, sink: ISecretSink, { value, changesWith }: Storable, id?: string): IConstruct {
  const { kind } = sink;
  if (!KIND.test(kind)) {
    fail(owner, `the kind of a sink must be lower-case words with dashes such as aws-secrets-manager, got ${JSON.stringify(kind)}; rename it`);
  }
  const childId = id ?? `StoredIn${kind.split('-').map((word) => word[0].toUpperCase() + word.slice(1)).join('')}`;
  if (owner.node.tryFindChild(childId) !== undefined) {
    fail(owner, `storeIn was called with the id ${childId} before; pass another id as second argument to store the secret in one more ${kind}`);
  }
  // One added: some providers do not write at the version 0.
  const version = Token.asNumber(expression`1 + parseint(substr(sha256(${changesWith}), 0, 8), 16)`);
  // A plain construct: other languages could not take the owner, whose class they do not know, for a scope.
  const construct = new Construct(owner, childId);
  sink.store(construct, { value, version });
  recordStoredSecret(owner, { sink: kind, construct });
  return construct;
}

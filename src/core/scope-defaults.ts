import { IConstruct } from 'constructs';
import { fail } from './errors';
import { literal } from './expression';
import { redacted } from './redaction';

/** By this, every copy of the package finds the defaults of a scope. */
const DEFAULTS = Symbol.for('cdktf-logfire/defaults');

/** The props that may have a default for a whole scope. */
export type DefaultProp = 'expiry' | 'provider' | 'environments' | 'routing' | 'runbookBaseUrl' | 'owner' | 'deletionProtection';

/** A default that was set, and where. */
interface ScopeDefault {
  readonly value: unknown;
  readonly scope: IConstruct;
}

/** What is known in a scope about one prop, since the first construct there asked for it. It cannot change any more. */
interface Settled {
  readonly found: ScopeDefault | undefined;
  readonly askedBy: IConstruct;
}

/** A map exists where it has an entry: most scopes have none of their own, and use none. */
interface State {
  own?: Map<DefaultProp, ScopeDefault>;
  settled?: Map<DefaultProp, Settled>;
  /** The defaults that the construct itself uses. */
  used?: Map<DefaultProp, ScopeDefault>;
}

function stateOf(construct: IConstruct): State {
  const known = (construct as { [DEFAULTS]?: State })[DEFAULTS];
  if (known !== undefined) {
    return known;
  }
  const state: State = {};
  Object.defineProperty(construct, DEFAULTS, { value: state, enumerable: false });
  return state;
}

/** Sets a default for all constructs in a scope that are created from now on. Rejects one that comes too late for a construct. */
export function setDefault(scope: IConstruct, prop: DefaultProp, value: unknown): void {
  const state = stateOf(scope);
  const asked = state.settled?.get(prop)?.askedBy.node.path;
  if (asked !== undefined) {
    fail(scope, 'late-default', `${prop} must be set before the constructs that use it, got a default after ${asked} was created; `
      + 'set the defaults of a scope before you create constructs in it');
  }
  (state.own ??= new Map()).set(prop, { value, scope });
}

/**
 * The default of a prop for a construct: that of the nearest scope around it. Undefined if there is none.
 *
 * Each scope is asked once for each prop, and remembers the answer: from then on, a default there would come too late.
 */
export function defaultOf<T>(construct: IConstruct, prop: DefaultProp): T | undefined {
  const { scope } = construct.node;
  const found = scope && settledIn(scope, prop, construct);
  if (found !== undefined) {
    const state = stateOf(construct);
    (state.used ??= new Map()).set(prop, found);
  }
  return found?.value as T | undefined;
}

/** Whether a prop has a default for a construct, without using it. */
export function hasDefault(construct: IConstruct, prop: DefaultProp): boolean {
  const { scope } = construct.node;
  return scope !== undefined && settledIn(scope, prop, construct) !== undefined;
}

function settledIn(scope: IConstruct, prop: DefaultProp, askedBy: IConstruct): ScopeDefault | undefined {
  const state = stateOf(scope);
  const known = state.settled?.get(prop);
  if (known !== undefined) {
    return known.found;
  }
  const above = scope.node.scope;
  const found = state.own?.get(prop) ?? (above && settledIn(above, prop, askedBy));
  (state.settled ??= new Map()).set(prop, { found, askedBy });
  return found;
}

/** Where the defaults that a construct uses were set: paths by prop. Undefined if it uses none. */
export function usedDefaults(construct: IConstruct): { [prop: string]: string } | undefined {
  const used = (construct as { [DEFAULTS]?: State })[DEFAULTS]?.used;
  return used === undefined ? undefined
    : Object.fromEntries([...used].map(([prop, { scope }]) => [prop, literal(redacted(pathOf(scope)))]));
}

/** Where a default was set, for the errors about it: empty if a construct does not use one. */
export function sourceText(construct: IConstruct, prop: DefaultProp): string {
  const scope = (construct as { [DEFAULTS]?: State })[DEFAULTS]?.used?.get(prop)?.scope;
  return scope === undefined ? '' : ` (the default of ${pathOf(scope)})`;
}

/** The path of a scope. That of an app is empty. */
const pathOf = ({ node }: IConstruct) => node.path || 'the app';

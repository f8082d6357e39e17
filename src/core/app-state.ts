import { TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';

/** Found by this in every copy of the package that an app may have loaded. */
const STATE = Symbol.for('cdktf-logfire/state');

type State = Map<string, unknown>;

/**
 * What the library remembers for one app, by name. It is created on first use.
 *
 * It hangs on the root of the tree and not on a module: two apps in one process share nothing, and two copies of the package share everything.
 *
 * @param scope any construct of the app; the look-up is fastest for a stack
 */
export function appState<T>(scope: IConstruct, name: string, create: () => T): T {
  const state = stateOf(scope);
  if (!state.has(name)) {
    state.set(name, create());
  }
  return state.get(name) as T;
}

/** What the library remembers for single constructs of an app. */
export function constructState<T>(scope: IConstruct, name: string): WeakMap<IConstruct, T> {
  return appState(scope, name, () => new WeakMap<IConstruct, T>());
}

function stateOf(scope: IConstruct): State {
  const known = (scope as { [STATE]?: State })[STATE];
  if (known !== undefined) {
    return known;
  }
  const { root } = scope.node;
  const state = (root as { [STATE]?: State })[STATE] ?? new Map();
  attach(root, state);
  if (TerraformStack.isStack(scope)) {
    attach(scope, state);
  }
  return state;
}

function attach(construct: IConstruct, state: State): void {
  Object.defineProperty(construct, STATE, { value: state, enumerable: false, configurable: true });
}

import { IConstruct } from 'constructs';

/** Found by this in every copy of the package that an app may have loaded. */
const STATE = Symbol.for('cdktf-logfire/state');

/**
 * What the library remembers for one app, by name. It is created on first use.
 *
 * It hangs on the root of the tree and not on a module: two apps in one process share nothing, and two copies of the package share everything.
 */
export function appState<T>(scope: IConstruct, name: string, create: () => T): T {
  const root = scope.node.root as { [STATE]?: Map<string, unknown> };
  let state = root[STATE];
  if (state === undefined) {
    state = new Map();
    Object.defineProperty(root, STATE, { value: state, enumerable: false });
  }
  if (!state.has(name)) {
    state.set(name, create());
  }
  return state.get(name) as T;
}

/** What the library remembers for single constructs of an app. */
export function constructState<T>(scope: IConstruct, name: string): WeakMap<IConstruct, T> {
  return appState(scope, name, () => new WeakMap<IConstruct, T>());
}

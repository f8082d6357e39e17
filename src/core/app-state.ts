import * as fs from 'node:fs';
import * as path from 'node:path';
import { TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { fail } from './errors';

/** Found by this in every copy of the package that an app may have loaded. */
const STATE = Symbol.for('cdktf-logfire/state');
/** Where jsii notes what a class is. */
const JSII_TYPE = Symbol.for('jsii.rtti');

interface State {
  /** The library that created it. */
  readonly library: string;
  readonly values: Map<string, unknown>;
}

/**
 * What the library remembers for one app, by name. It is created on first use.
 *
 * It hangs on the root of the tree and not on a module: two apps in one process share nothing, and two copies of the package share everything.
 * Copies of different versions, or for different frameworks, cannot share: the second one fails.
 *
 * @param scope any construct of the app; the look-up is fastest for a stack
 */
export function appState<T>(scope: IConstruct, name: string, create: () => T): T {
  const { values } = stateOf(scope);
  if (!values.has(name)) {
    values.set(name, create());
  }
  return values.get(name) as T;
}

/** What the library remembers for single constructs of an app. */
export function constructState<T>(scope: IConstruct, name: string): WeakMap<IConstruct, T> {
  return appState(scope, name, () => new WeakMap<IConstruct, T>());
}

function stateOf(scope: IConstruct): State {
  const known = (scope as { [STATE]?: State })[STATE];
  if (known !== undefined) {
    return shared(known, scope);
  }
  const { root } = scope.node;
  const state = shared((root as { [STATE]?: State })[STATE] ?? attach(root, { library: thisLibrary(), values: new Map() }), scope);
  if (TerraformStack.isStack(scope)) {
    checkFramework(scope);
    attach(scope, state);
  }
  return state;
}

function shared(state: State, scope: IConstruct): State {
  if (state.library !== thisLibrary()) {
    fail(scope, 'one-library', `the app must use one version of one Logfire library, got ${state.library} and ${thisLibrary()}; `
      + 'install one of them alone: npm ls cdktf-logfire cdktn-logfire shows what depends on each');
  }
  return state;
}

/** Rejects a stack, or a construct in it, of another framework: it would fail at synth, with an error of the framework's code. */
export function checkFramework(scope: IConstruct): void {
  const [ours, theirs] = [TerraformStack, TerraformStack.of(scope).constructor].map(frameworkOf);
  if (ours !== undefined && theirs !== undefined && ours !== theirs) {
    fail(scope, 'framework', `the app must be one of ${ours} to use ${ours}-logfire, got one of ${theirs}; use ${theirs}-logfire in it`);
  }
}

/** The framework that a class of stacks is from: `cdktf` or `cdktn`. Libraries may have extended its stack. */
function frameworkOf(stackClass: Function): string | undefined {
  for (let type = stackClass; typeof type === 'function'; type = Object.getPrototypeOf(type)) {
    const [, framework] = /^(\w+)\.TerraformStack$/.exec((type as { [JSII_TYPE]?: { fqn: string } })[JSII_TYPE]?.fqn ?? '') ?? [];
    if (framework !== undefined) {
      return framework;
    }
  }
  return undefined;
}

let library: string | undefined;

/** The library and the versions that it can share its state with, such as `cdktf-logfire 1`: until 1.0, every minor version may differ. */
function thisLibrary(): string {
  return library ??= ownVersion();
}

function ownVersion(): string {
  const name = `${frameworkOf(TerraformStack)}-logfire`;
  try {
    const manifest = JSON.parse(fs.readFileSync(path.join(__dirname, '..', '..', 'package.json'), 'utf8')) as { name: string; version: string };
    const [major, minor] = manifest.version.split('.');
    // In a bundle, that file is of the program.
    return manifest.name === name ? `${name} ${major === '0' ? `0.${minor}` : major}` : name;
  } catch {
    return name;
  }
}

function attach(construct: IConstruct, state: State): State {
  Object.defineProperty(construct, STATE, { value: state, enumerable: false, configurable: true });
  return state;
}

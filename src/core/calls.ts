import { TerraformStack } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { checkFramework } from './app-state';
import type { ErrorId } from './error-ids';
import { failAt } from './errors';
import { given, typeName } from './given';
import { inHostLanguage } from './host-language';
import { isUnresolved } from './unresolved';
import { allMembers, Check, entryOf, Problem, structProblem, UNREADABLE, wrong } from './value-checks';

/**
 * Rejects what the signature of a constructor, factory or method does not allow. Otherwise only a compiler does so, and not every language
 * has one.
 *
 * Each entry point of the API begins with this call: `checkCall('new LogfireProject', arguments, this)`.
 *
 * @param entry `new Class`, after its `super`; `Class.factory`; or `Class#member` for a method or a setter
 * @param args the values as they were passed, before defaults
 * @param self the object that is created, or whose method is called
 */
export function checkCall(entry: string, args: ArrayLike<unknown>, self?: object): void {
  const { parameters, created, isMethod, hasPlace } = entryOf(entry);
  if (isMethod && self === undefined) {
    failAt(inHostLanguage(entry.slice(entry.indexOf('#') + 1)), 'method-object', 'the method must be called on its object, got nothing; write the object before it');
  }
  if (hasPlace) {
    checkPlace(entry, args[0], args[1]);
  }
  for (let index = 0; index < parameters.length; index += 1) {
    const { name, type, optional, isStruct, check } = parameters[index];
    const value = args[index];
    if (value === undefined && optional) {
      continue;
    }
    const isOpen = isStruct && created !== undefined && self!.constructor.name !== created && typeName(self!.constructor) !== created;
    const problem = problemOf(isOpen ? (props) => structProblem(type, props, true) : check, value);
    if (problem !== undefined) {
      const isProp = isStruct && problem.path !== '';
      const isRequired = problem.path === '' ? !optional : problem.isRequired;
      reject(entry, args, self, problem.id, textOf(isProp ? problem.path.slice(1) : name + problem.path, { ...problem, isRequired }, entry.startsWith('SecretValue.')));
    }
  }
  if (args.length > parameters.length && !isOfMap(args, parameters.length)) {
    const most = parameters.length === 0 ? 'no arguments' : `at most ${parameters.length} argument${parameters.length === 1 ? '' : 's'}`;
    reject(entry, args, self, 'too-many-arguments', `the call must have ${most}, got ${args.length}; remove what is too much`);
  }
}

/** Rejects a scope that is not in a stack, and an id that is none. Returns the scope, for the call of `super`. */
export function checkedScope(scope: Construct, id: string, created: Function): Construct {
  checkPlace(created, scope, id);
  return scope;
}

/** Rejects a promise from a method of the program: synthesis does not wait, so what the method does later is lost. */
export function checkDone(scope: IConstruct, method: string, result: unknown): void {
  if (typeof (result as { readonly then?: unknown } | undefined | null)?.then === 'function') {
    failAt(scope.node.path, 'method-promise', `${method} must do its work before it returns, got a promise; make it a method that is not async`);
  }
}

/** @param call the class that is created, or the entry point; named only for an error */
function checkPlace(call: Function | string, scope: unknown, id: unknown): void {
  if (!Construct.isConstruct(scope)) {
    failAt(labelOf(call), 'construct-scope', `scope must be a construct, got ${given(scope)}; pass the stack, or a construct in it`);
  }
  if (typeof id !== 'string' || id.trim() === '' || isUnresolved(id)) {
    failAt(scope.node.path || labelOf(call), 'construct-id', `id must be a string that is not blank and is known at synth, got ${given(id)}; pass a name that is unique in its scope`);
  }
  if (!isInStack(scope)) {
    failAt(scope.node.path || labelOf(call), 'construct-scope', `scope must be a stack or a construct in one, got ${given(scope)}; create a TerraformStack first`);
  }
  if (!(scope instanceof Construct)) {
    checkFramework(scope);
  }
}

function isInStack(scope: Construct): boolean {
  try {
    return TerraformStack.of(scope) !== undefined;
  } catch {
    return false;
  }
}

function problemOf(check: Check, value: unknown): Problem | undefined {
  try {
    return check(value);
  } catch {
    // Such as a proxy that throws, or an object that contains itself.
    return wrong('an object that can be read', value, 'pass plain values');
  }
}

function textOf(name: string, { allowed, value, advice, isRequired }: Problem, secret: boolean): string {
  if (allowed === '') {
    return `${name} ${advice}`;
  }
  const got = value === UNREADABLE ? 'a getter that throws' : given(value, secret || allowed === 'a SecretValue' || /secret|token|password|key\b/i.test(name));
  return `${name} must be ${allowed}, got ${got}; ${value === null && !isRequired ? 'leave it out, or ' : ''}${advice}`;
}

function reject(entry: string, args: ArrayLike<unknown>, self: object | undefined, id: ErrorId, message: string): never {
  const [scope, childId] = [args[0], args[1]];
  if (Construct.isConstruct(self)) {
    failAt(self.node.path, id, message);
  }
  if (self === undefined && Construct.isConstruct(scope)) {
    failAt(typeof childId === 'string' && childId !== '' ? `${scope.node.path}/${childId}` : scope.node.path, id, message);
  }
  failAt(inHostLanguage(labelOf(entry)), id, message);
}

const labelOf = (call: Function | string) => typeof call === 'function' ? typeName(call) : call.replace('new ', '').replace('#', '.');

/** The props of a struct from an object that may have others, such as the props of a construct that passes them on. */
export function propsOf<T extends object>(struct: string, props: T): T {
  const own: { [name: string]: unknown } = {};
  for (const { name } of allMembers(struct)) {
    const value = (props as { readonly [name: string]: unknown })[name];
    if (value !== undefined) {
      own[name] = value;
    }
  }
  return own as T;
}

/** `[slack, pager].map(Delivery.to)` also passes the index and the list. */
function isOfMap(args: ArrayLike<unknown>, taken: number): boolean {
  const list = args[2];
  return taken === 1 && args.length === 3 && typeof args[1] === 'number' && Array.isArray(list) && list[args[1]] === args[0];
}

import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { failAt } from './errors';
import { given, isPlain, nearest, typeName } from './given';
import { inHostLanguage } from './host-language';
import { isUnresolved } from './unresolved';
import { allMembers, below, Check, listed, membersOf, Problem, structOf, UNREADABLE, wrong } from './value-checks';

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
  if (self === undefined && entry.includes('#')) {
    reject(entry, args, self, 'this must be the object that has the method, got nothing; call it as a method of its object');
  }
  const members = membersOf(entry);
  if (self === undefined && members[0]?.name === 'scope' && members[1]?.name === 'id') {
    checkPlace(labelOf(entry), args[0], args[1]);
  }
  for (let index = 0; index < members.length; index += 1) {
    const { name, type, optional, check } = members[index];
    const value = args[index];
    if (value === undefined && optional) {
      continue;
    }
    const problem = problemOf(check, value) ?? unknownProp(type, value, entry, self);
    if (problem !== undefined) {
      const isProp = problem.path.startsWith('.') && structOf(type) !== undefined;
      reject(entry, args, self, textOf(isProp ? problem.path.slice(1) : name + problem.path, problem, entry.startsWith('SecretValue.')));
    }
  }
  if (args.length > members.length && !isOfMap(args, members.length)) {
    const most = `${members.length === 0 ? 'no arguments' : `at most ${members.length} argument${members.length === 1 ? '' : 's'}`}`;
    reject(entry, args, self, `${labelOf(entry)} must have ${most}, got ${args.length}; remove what is too much`);
  }
}

/** Rejects a scope that is not in a stack, and an id that is none. Returns the scope, for the call of `super`. */
export function checkedScope(scope: Construct, id: string, created: Function): Construct {
  checkPlace(typeName(created), scope, id);
  return scope;
}

function checkPlace(label: string, scope: unknown, id: unknown): void {
  if (!Construct.isConstruct(scope)) {
    failAt(label, `scope must be a construct, got ${given(scope)}; pass the stack, or a construct in it`);
  }
  if (typeof id !== 'string' || id.trim() === '' || isUnresolved(id)) {
    failAt(scope.node.path || label, `id must be a string that is not blank and is known at synth, got ${given(id)}; pass a name that is unique in its scope`);
  }
  if (!isInStack(scope)) {
    failAt(scope.node.path || label, `scope must be a stack or a construct in one, got ${given(scope)}; create a TerraformStack first`);
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

function textOf(name: string, { allowed, value, advice }: Problem, secret: boolean): string {
  if (allowed === '') {
    return `${name} ${advice}`;
  }
  const got = value === UNREADABLE ? 'a getter that throws' : given(value, secret || allowed === 'a SecretValue' || /secret|token|password|key\b/i.test(name));
  return `${name} must be ${allowed}, got ${got}; ${value === null ? 'leave it out, or ' : ''}${advice}`;
}

function reject(entry: string, args: ArrayLike<unknown>, self: object | undefined, message: string): never {
  const [scope, id] = [args[0], args[1]];
  if (Construct.isConstruct(self)) {
    failAt(self.node.path, message);
  }
  if (self === undefined && Construct.isConstruct(scope)) {
    failAt(typeof id === 'string' && id !== '' ? `${scope.node.path}/${id}` : scope.node.path, message);
  }
  failAt(inHostLanguage(labelOf(entry)), message);
}

const labelOf = (entry: string) => entry.replace('new ', '').replace('#', '.');

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

/**
 * A prop that the struct does not have.
 *
 * Two objects may have others: the props of a subclass, which passes them on, and an object of a class that has props of the struct.
 */
function unknownProp(type: string, value: unknown, entry: string, self: object | undefined): Problem | undefined {
  if (structOf(type) === undefined || (self !== undefined && entry.startsWith('new ') && typeName(self.constructor) !== entry.slice(4))) {
    return undefined;
  }
  return problemOf((props) => unknownIn(type, props as { readonly [name: string]: unknown }), value);
}

function unknownIn(type: string, props: { readonly [name: string]: unknown }): Problem | undefined {
  const members = allMembers(type);
  if (!isPlain(props)) {
    return members.some(({ name }) => name in props) ? undefined : wrong('an object with props', props, `pass the props of ${type}`);
  }
  for (const name of Object.keys(props)) {
    const value = props[name];
    if (value !== undefined) {
      const member = members.find((known) => known.name === name);
      if (member === undefined) {
        const near = nearest(name, members.map((known) => known.name));
        const advice = near === undefined ? `remove it; there are ${listed(members.map((known) => known.name).sort())}` : `did you mean ${near}?`;
        return { path: `.${name}`, allowed: '', advice: `is not a prop of ${type}; ${advice}` };
      }
      const problem = structOf(member.type) !== undefined ? unknownIn(member.type, value as { readonly [name: string]: unknown }) : undefined;
      if (problem !== undefined) {
        return below(`.${name}`, problem);
      }
    }
  }
  return undefined;
}

import { sampleOf, typeNamed, World } from './samples';
import { EntryPoint, entryPointsOf, typesOf, typeText } from '../../scripts/signatures';
import * as library from '../../src';

export const types = typesOf();
export const isStruct = (type: string): boolean => typeNamed(types, type)?.datatype === true;
const named = library as unknown as { readonly [name: string]: any };

/** What another class has in its place is called there. */
const IMPLEMENTED = /^I[A-Z]\w*#/;

/** Every constructor, factory, method and property that a program can call or set. */
export const ENTRY_POINTS: readonly EntryPoint[] = Object.values(types)
  .flatMap((type) => (type.abstract === true ? entryPointsOf(type).filter(({ entry }) => !entry.startsWith('new ')) : entryPointsOf(type)))
  .filter(({ entry }) => !IMPLEMENTED.test(entry) || entry === 'ILogfireCredential#storeIn');

/** Arguments that the signature of a call allows. */
export function legalArgs(world: World, { entry, parameters }: EntryPoint): unknown[] {
  return parameters.map(({ name, type }) => sampleOf(world, types, typeText(type), `${entry}(${name})`, name));
}

/** Makes a call, on an object of its own where it needs one. */
export function call(world: World, { entry }: EntryPoint, args: unknown[]): unknown {
  const [type, member] = entry.replace('new ', '').split(/[.#]/);
  if (member === undefined) {
    return new named[type](...args);
  }
  if (entry.includes('.')) {
    return named[type][member](...args);
  }
  const object = objectOf(world, type);
  if (typeof object[member] === 'function') {
    return object[member](...args);
  }
  [object[member]] = args;
  return undefined;
}

function objectOf(world: World, type: string): any {
  const constructor = ENTRY_POINTS.find(({ entry }) => entry === `new ${type}`);
  return constructor === undefined ? sampleOf(world, types, type, '', '') : call(world, constructor, legalArgs(world, constructor));
}

/** What an expression is, as far as it is known. */
export type Ref =
  | { readonly kind: 'object'; readonly type: CsType }
  | { readonly kind: 'array' | 'map'; readonly of: Ref }
  /** A type of .NET, whose members are not looked at; without a name when nothing is known. */
  | { readonly kind: 'opaque'; readonly name?: string };

export const UNKNOWN: Ref = { kind: 'opaque' };

/** A type as C# sees it: of an assembly, or declared by a program. */
export interface CsType {
  readonly name: string;
  readonly namespace: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly abstract: boolean;
  /** Whether properties are what it is made of, as of a struct of jsii. */
  readonly struct: boolean;
  /** Whether a program declares it. */
  readonly declared: boolean;
  readonly members: readonly CsMember[];
  /** Those that `new` can use; for an abstract class those that `base(...)` can. */
  readonly constructors: readonly Signature[];
  /** The class and the interfaces that it extends. */
  readonly bases: () => readonly CsType[];
  /** Whether it extends a type of .NET, so that it may have members that are not known. */
  readonly open: () => boolean;
}

export interface CsMember {
  readonly name: string;
  readonly kind: 'property' | 'method' | 'value';
  readonly static: boolean;
  readonly abstract: boolean;
  /** Whether it can be set: always, or in an initializer alone. */
  readonly writable: boolean;
  /** Whether an initializer has to set it. */
  readonly required: boolean;
  /** Of a property, or what a method returns. */
  readonly type: () => Ref;
  /** Of a method. */
  readonly signature?: Signature;
}

export interface Signature {
  readonly required: number;
  /** Infinite when the last one takes any number. */
  readonly total: number;
  readonly names: readonly string[];
  readonly types: () => readonly Ref[];
}

/** Those that every object of .NET has, with the number of their parameters. */
export const OF_EVERY_OBJECT: ReadonlyMap<string, number> = new Map([
  ['Equals', 1], ['GetHashCode', 0], ['GetType', 0], ['MemberwiseClone', 0], ['ReferenceEquals', 2], ['ToString', 0],
]);

/** A type, and all that it extends. */
export function withBases(type: CsType): CsType[] {
  return [type, ...type.bases().flatMap(withBases)];
}

const members = new WeakMap<CsType, CsMember[]>();

/** All members, the own ones first. */
export function membersOf(type: CsType): CsMember[] {
  const known = members.get(type) ?? withBases(type).flatMap((from) => from.members);
  members.set(type, known);
  return known;
}

/** Whether it may have more members than are known. */
export function isOpen(type: CsType): boolean {
  return withBases(type).some(({ open }) => open());
}

export function nameOf(ref: Ref): string {
  switch (ref.kind) {
    case 'object': return ref.type.name;
    case 'array': return `${nameOf(ref.of)}[]`;
    case 'map': return `IDictionary<string, ${nameOf(ref.of)}>`;
    default: return ref.name ?? 'object';
  }
}

/** Whether a value can be what is wanted, as far as both are known. */
export function fits(value: Ref, wanted: Ref): boolean {
  if (wanted.kind === 'opaque') {
    return wanted.name === undefined || wanted.name === 'object' || (value.kind === 'opaque' && (value.name === undefined || value.name === 'object' || value.name === wanted.name));
  }
  if (value.kind === 'opaque') {
    return value.name === undefined || value.name === 'object';
  }
  if (value.kind === 'object' && wanted.kind === 'object') {
    return isOpen(value.type) || withBases(value.type).includes(wanted.type);
  }
  return value.kind !== 'object' && wanted.kind !== 'object' && value.kind === wanted.kind && fits(value.of, wanted.of);
}

/** The words for how many arguments there can be. */
export function countOf({ required, total }: Signature): string {
  const noun = (count: number) => `${count} argument${count === 1 ? '' : 's'}`;
  if (total === Infinity) {
    return `${noun(required)} or more`;
  }
  return required === total ? noun(total) : `${required} to ${noun(total)}`;
}

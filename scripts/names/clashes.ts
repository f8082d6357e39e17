import { Assembly, AssemblyType } from '../assembly/assembly';
import { csharpNamesOf } from '../csharp/assembly-types';

/** Names that a program has without saying where from, or that it imports beside those of the library. */
export interface TakenNames {
  /** What to say of them, such as `java.lang`. */
  readonly by: string;
  readonly names: ReadonlySet<string>;
}

/**
 * Public types of a library that a program would confuse with others, as `Type: is taken by ...`.
 *
 * A struct has two names in C#, `Foo` and `IFoo`; all other names are the same in C#, Java and Python.
 */
export function clashes(assembly: Assembly, taken: readonly TakenNames[]): string[] {
  const own = rootTypesOf(assembly).flatMap((type) => csharpNamesOf(type).map((name) => ({ type: type.name, name })));
  const repeated = own.filter(({ name }, index) => own.findIndex((other) => other.name === name) !== index);
  return [
    ...repeated.map(({ type, name }) => `${type}: ${name} is taken by another type of the library`),
    ...own.flatMap(({ type, name }) => taken.filter(({ names }) => names.has(name)).map(({ by }) => `${type}: ${name} is taken by ${by}`)),
  ];
}

/** What a framework takes. */
export function namesTakenBy(assembly: Assembly): TakenNames {
  return { by: assembly.name, names: new Set(rootTypesOf(assembly).flatMap(csharpNamesOf)) };
}

/** Those that a program imports with the package; all others are in a namespace of their own. */
function rootTypesOf({ types }: Assembly): AssemblyType[] {
  return Object.values(types).filter(({ namespace }) => namespace === undefined);
}

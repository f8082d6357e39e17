import { Ref, UNKNOWN } from './types';

/** Methods of `System.Linq` that give the same kind of elements. */
const SAME = words(`Append Concat Distinct DistinctBy Except ExceptBy Intersect IntersectBy Order OrderBy OrderByDescending OrderDescending Prepend Reverse
  Shuffle Skip SkipLast SkipWhile Take TakeLast TakeWhile ThenBy ThenByDescending ToArray Union UnionBy Where`);
/** Those that give one of the elements. */
const ELEMENT = words('ElementAt ElementAtOrDefault First FirstOrDefault Last LastOrDefault MaxBy MinBy Single SingleOrDefault');
const OTHER = words(`Aggregate AggregateBy All Any AsEnumerable AsParallel AsQueryable Average Cast Chunk Contains Count CountBy DefaultIfEmpty GroupBy
  GroupJoin Index Join LeftJoin LongCount Max Min OfType RightJoin Select SelectMany SequenceEqual Sum ToAsyncEnumerable ToDictionary ToHashSet ToList
  ToLookup TryGetNonEnumeratedCount Zip`);
const OF_ARRAYS = words(`AsMemory AsSpan Clone CopyTo GetEnumerator GetLength GetLongLength GetLowerBound GetUpperBound GetValue Initialize IsFixedSize
  IsReadOnly IsSynchronized Length LongLength Rank SetValue SyncRoot`);

/** Whether a method of sequences comes from `System.Linq`. */
export function isLinq(method: string): boolean {
  return [SAME, ELEMENT, OTHER].some((methods) => methods.has(method));
}

/** What arrays have, with `System.Linq` and the extensions of .NET. */
export const MEMBERS_OF_ARRAYS: readonly string[] = [...SAME, ...ELEMENT, ...OTHER, ...OF_ARRAYS];

/** What a method of a sequence returns, as far as that is known. A sequence passes for an array until `ToArray` makes it one. */
export function resultOfLinq(method: string, sequence: Ref): Ref {
  if (sequence.kind !== 'array') {
    return UNKNOWN;
  }
  return SAME.has(method) ? sequence : ELEMENT.has(method) ? sequence.of : UNKNOWN;
}

/** What is at an index or key. */
export function elementOf(ref: Ref): Ref {
  return ref.kind === 'array' || ref.kind === 'map' ? ref.of : UNKNOWN;
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}

/** What to say when a name is not there: `; did you mean X?`, or nothing when no name is like it. */
export function hint(name: string, allowed: readonly string[]): string {
  const names = [...new Set(allowed)].sort();
  const ranked = names
    .map((candidate) => ({ candidate, distance: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  if (best !== undefined && best.distance <= Math.max(2, Math.ceil(name.length / 2))) {
    return `; did you mean ${best.candidate}?`;
  }
  return names.length > 0 && names.length <= 12 ? `; there is ${names.join(', ')}` : '';
}

/** Levenshtein's: how many characters have to be added, removed or replaced. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length];
}

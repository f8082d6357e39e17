/** Maps of any kind, weak ones too. */
interface Known<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

/** What a map has for a key; computed, and kept, when it has nothing yet. */
export function computedOnce<K, V extends object | string>(known: Known<K, V>, key: K, compute: () => V): V {
  const found = known.get(key);
  if (found !== undefined) {
    return found;
  }
  const value = compute();
  known.set(key, value);
  return value;
}

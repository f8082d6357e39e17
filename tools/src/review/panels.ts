import type { AttributeChange, Value } from './changes';
import { canonical, isObject } from './json';
import { plural } from './text';

/** What changes in the document of a dashboard, by its panels. Undefined if it has none on one side, or if nothing but the rest changes. */
export function panelChanges(before: unknown, after: unknown): AttributeChange | undefined {
  const [old, now] = [panelsIn(before), panelsIn(after)];
  if (old === undefined || now === undefined) {
    return undefined;
  }
  const of = (keys: Iterable<string>, isWanted: (key: string) => boolean) => [...keys].filter(isWanted).sort();
  const parts = [
    ['added', of(now.keys(), (key) => !old.has(key))],
    ['removed', of(old.keys(), (key) => !now.has(key))],
    ['changed', of(now.keys(), (key) => old.has(key) && old.get(key) !== now.get(key))],
  ] as const;
  const told = parts.filter(([, keys]) => keys.length > 0).map(([what, keys]) => `; ${what}: ${keys.join(', ')}`).join('') || '; changed: layout or settings';
  return { name: 'definition', before: textValue(plural(old.size, 'panel')), after: textValue(plural(now.size, 'panel') + told) };
}

function textValue(text: string): Value {
  return { is: 'text', text };
}

/** The panels of a document as JSON, by their keys. */
function panelsIn(definition: unknown): ReadonlyMap<string, string> | undefined {
  try {
    const document: unknown = typeof definition === 'string' ? JSON.parse(definition) : undefined;
    const spec = isObject(document) ? document.spec : undefined;
    const panels = isObject(spec) ? spec.panels : undefined;
    return isObject(panels) ? new Map(Object.entries(panels).map(([key, panel]) => [key, canonical(panel)])) : undefined;
  } catch {
    return undefined;
  }
}

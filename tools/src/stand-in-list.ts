import type { LogfireSnapshot } from './stand-in';

/** A line for each object, in order of creation: type, id and name. Nothing else of an object is shown, so no secret is. */
export function listObjects(objects: LogfireSnapshot['objects']): string {
  if (objects.length === 0) {
    return 'nothing is on the pretended Logfire\n';
  }
  const width = Math.max(...objects.map(({ type }) => type.length));
  return objects.map(({ type, values }) => `${type.padEnd(width)}  ${values.id}  ${labelOf(values)}`.trimEnd() + '\n').join('');
}

/** Tokens have no name: their description says what they are for. */
function labelOf(values: Readonly<Record<string, unknown>>): string {
  const label = [values.name, values.label, values.slug, values.description].find((value) => typeof value === 'string');
  return (label as string | undefined)?.split('\n')[0] ?? '';
}

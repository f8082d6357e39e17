import { LintFinding, Linted } from './rule';
import { isUnresolved } from '../../core/unresolved';
import { labelOf } from '../document';
import { isJsonObject, Json } from '../json';

/** Units of Perses, which Logfire's panels are made with (Perses: format options). */
const UNITS: ReadonlySet<string> = new Set([
  'nanoseconds', 'microseconds', 'milliseconds', 'seconds', 'minutes', 'hours', 'days', 'weeks', 'months', 'years',
  'percent', 'percent-decimal', '%', 'decimal', 'bytes', 'decbytes', 'bits', 'decbits', 'bits/sec', 'decbits/sec', 'bytes/sec', 'decbytes/sec',
  'counts/sec', 'events/sec', 'messages/sec', 'ops/sec', 'packets/sec', 'reads/sec', 'records/sec', 'requests/sec', 'rows/sec', 'writes/sec',
  'aud', 'cad', 'chf', 'cny', 'eur', 'gbp', 'hkd', 'inr', 'jpy', 'krw', 'nok', 'nzd', 'sek', 'sgd', 'usd',
  'celsius', 'fahrenheit',
]);

/** D10: a unit that the panels do not know; the number is then shown without one. */
export function units({ parts: { panels } }: Linted): LintFinding[] {
  return panels.flatMap((panel) => unitsIn(panel.plugin.spec).filter((unit) => !UNITS.has(unit) && !isUnresolved(unit)).map((unit) => ({
    rule: 'D10', message: `${labelOf(panel)} has the unit ${JSON.stringify(unit)}, which panels do not know; use for example "decimal", "percent-decimal", "seconds" or "bytes"`,
  })));
}

function unitsIn(value: Json): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(unitsIn);
  }
  return isJsonObject(value) ? Object.entries(value).flatMap(([key, member]) => [...unitOf(key, member), ...unitsIn(member)]) : [];
}

function unitOf(key: string, member: Json): string[] {
  return key === 'format' && isJsonObject(member) && typeof member.unit === 'string' ? [member.unit] : [];
}

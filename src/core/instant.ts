const RFC_3339 = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:[.,]\d+)?(Z|[+-]\d{2}:\d{2})$/i;

/**
 * An instant in RFC 3339 as Logfire writes it, `YYYY-MM-DDTHH:MM:SSZ`. Undefined for any other text, and for a day that no calendar has.
 *
 * In this form, instants sort as they follow each other.
 */
export function canonicalInstant(text: string): string | undefined {
  const match = RFC_3339.exec(text);
  if (match === null) {
    return undefined;
  }
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
  // `Date.UTC` takes a year below 100 for one of the 20th century.
  const local = new Date(Date.UTC(2000, 0, 1, hour, minute, second));
  local.setUTCFullYear(year, month - 1, day);
  const written = [local.getUTCMonth() + 1, local.getUTCDate(), local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds()];
  const offset = offsetMinutes(match[7]);
  if (offset === undefined || [month, day, hour, minute, second].some((part, index) => part !== written[index])) {
    return undefined;
  }
  const canonical = new Date(local.getTime() - offset * 60_000).toISOString();
  return /^\d{4}-/.test(canonical) ? `${canonical.slice(0, 19)}Z` : undefined;
}

function offsetMinutes(offset: string): number | undefined {
  if (offset.toUpperCase() === 'Z') {
    return 0;
  }
  const [hours, minutes] = offset.slice(1).split(':').map(Number);
  return hours > 23 || minutes > 59 ? undefined : (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

import type { Behaviour } from './behaviour';
import { sameDashboard } from './dashboard-document';
import { isObject, isSet, type ObjectValue, type Value } from './values';

const SECONDS: Readonly<Record<string, number>> = {
  ns: 1e-9, us: 1e-6, µs: 1e-6, μs: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600,
};

/** Seconds of a Go duration or of whole days (`7d`); undefined when the text is neither. */
export function durationSeconds(text: string): number | undefined {
  const trimmed = text.trim();
  const days = /^([+-]?[0-9]+)d$/.exec(trimmed);
  if (days) return Number(days[1]) * 86400;
  const go = /^([+-]?)((?:(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:ns|us|\u00b5s|\u03bcs|ms|s|m|h))+)$/.exec(trimmed);
  if (!go) return undefined;
  let seconds = 0;
  for (const [, amount, unit] of go[2].matchAll(/([0-9]+(?:\.[0-9]*)?|\.[0-9]+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h)/g)) {
    seconds += Number(amount) * SECONDS[unit];
  }
  return go[1] === '-' ? -seconds : seconds;
}

/** A duration as the provider prints what it reads: `1h30m`; whole days only where `wholeDays` says so. */
export function printDuration(seconds: number, wholeDays: (days: number) => boolean): string {
  const whole = Math.round(seconds);
  if (whole > 0 && whole % 86400 === 0 && wholeDays(whole / 86400)) return `${whole / 86400}d`;
  const parts = [[Math.floor(whole / 3600), 'h'], [Math.floor(whole / 60) % 60, 'm'], [whole % 60, 's']] as const;
  return parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount}${unit}`).join('') || '0s';
}

/** Epoch milliseconds of an RFC 3339 text; undefined when it is none. */
export function instantOf(text: string): number | undefined {
  const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:[.,]([0-9]+))?(Z|[+-][0-9]{2}:[0-9]{2})$/.exec(text);
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
  if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  let offset = 0;
  if (match[8] !== 'Z') {
    const [hours, minutes] = match[8].slice(1).split(':').map(Number);
    if (hours > 23 || minutes > 59) return undefined;
    offset = (match[8][0] === '-' ? -1 : 1) * (hours * 60 + minutes);
  }
  const fraction = Math.floor(Number(`0.${match[7] ?? '0'}`) * 1000);
  return Date.UTC(year, month - 1, day, hour, minute, second, fraction) - offset * 60_000;
}

/** An instant as Logfire returns it: UTC, a fraction only when there is one. */
export function printInstant(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.([0-9]{3})Z$/, (_, fraction: string) => (fraction === '000' ? 'Z' : `.${fraction}000Z`));
}

/** A time of day as the provider prints what it reads: seconds only when they are not zero. */
export function printTime(text: string): string {
  return text.replace(/^([0-9]{2}:[0-9]{2}):00$/, '$1');
}

/** A decimal number without zeros that do not count. */
export function printDecimal(text: string): string {
  const [whole, fraction = ''] = text.replace(/^(-?)0+(?=[0-9])/, '$1').split('.');
  const kept = fraction.replace(/0+$/, '');
  return kept ? `${whole}.${kept}` : whole === '-0' ? '0' : whole;
}

/** Whether two values of an attribute mean the same, by what behaviour.json says about it. */
export function meansTheSame(behaviour: Behaviour, path: string, a: Value, b: Value): boolean {
  const how = behaviour.equal_by_meaning[path] ?? '';
  if (/null/.test(how)) return isEmpty(a) && isEmpty(b);
  if (typeof a !== 'string' || typeof b !== 'string') return false;
  if (behaviour.durations[path]) {
    const seconds = durationSeconds(a);
    return seconds !== undefined && seconds === durationSeconds(b);
  }
  if (behaviour.json_objects.includes(path)) return sameDashboard(a, b);
  if (/same number/.test(how)) return printDecimal(a) === printDecimal(b);
  if (/same time/.test(how)) return printTime(a) === printTime(b);
  throw new Error(`behaviour.json: equal_by_meaning of ${path} is not understood: ${how}`);
}

/** Attributes of which a new spelling in the configuration is no change to the plan. */
export function equalWhilePlanning(behaviour: Behaviour): string[] {
  return Object.entries(behaviour.equal_by_meaning).filter(([, how]) => !/when read/.test(how)).map(([path]) => path);
}

/**
 * Replaces what was read by what was there before wherever both mean the same.
 *
 * @param paths the attributes to look at
 */
export function keepSpelling(behaviour: Behaviour, paths: readonly string[], before: ObjectValue, read: ObjectValue): void {
  for (const path of paths) {
    keepAt(path.split('.'), before, read, (a, b) => meansTheSame(behaviour, path, a, b));
  }
}

function keepAt(names: readonly string[], before: Value, read: Value, same: (a: Value, b: Value) => boolean): void {
  if (!isObject(before) || !isObject(read)) return;
  const [name, ...rest] = names;
  if (name.endsWith('[]')) {
    const list = name.slice(0, -2);
    const [old, now] = [before[list], read[list]];
    if (!Array.isArray(old) || !Array.isArray(now) || old.length !== now.length) return;
    now.forEach((element, index) => keepAt(rest, old[index], element, same));
  } else if (rest.length > 0) {
    keepAt(rest, before[name], read[name], same);
  } else if (same(before[name] ?? null, read[name] ?? null)) {
    read[name] = before[name] ?? null;
  }
}

function isEmpty(value: Value): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Whether a text is there that has more than blanks. */
export function isBlank(value: Value): boolean {
  return !isSet(value) || (typeof value === 'string' && value.trim() === '');
}

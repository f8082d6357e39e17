/** The hours of a weekly schedule. */
export interface Week {
  /** Name of the time zone, or its expression. */
  readonly timezone: string;
  /** The parts of a day in which it is open: for Monday to Sunday, in order and without overlaps. */
  readonly days: readonly (readonly Span[])[];
  /** Windows that are known only at apply, or make no sense. */
  readonly unknown: readonly string[];
}

/** A part of a day, in minutes since midnight. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const DAY_MINUTES = 1440;
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const TIME = /^(\d\d):(\d\d)(?::\d\d)?$/;

/** Reads the windows of a schedule as they are written. */
export function weekOf(timezone: string, windows: unknown, textOf: (value: unknown) => string): Week {
  const spans: Span[][] = DAYS.map(() => []);
  const unknown: string[] = [];
  for (const window of Array.isArray(windows) ? windows : [windows]) {
    const span = spanOf(window?.start_time, window?.end_time);
    const days: unknown = window?.days;
    if (span === undefined || !Array.isArray(days) || !days.every(isDay)) {
      unknown.push(textOf(window));
    } else {
      days.forEach((day: number) => spans[day - 1].push(span));
    }
  }
  return { timezone, days: spans.map(joined), unknown };
}

const isDay = (day: unknown) => typeof day === 'number' && Number.isInteger(day) && day >= 1 && day <= 7;

function spanOf(start: unknown, end: unknown): Span | undefined {
  const [from, to] = [start, end].map(minutesOf);
  // Logfire has no 24:00: a window until 23:59 lasts until the end of the day.
  return from === undefined || to === undefined || to <= from ? undefined : { from, to: to === DAY_MINUTES - 1 ? DAY_MINUTES : to };
}

function minutesOf(time: unknown): number | undefined {
  const [, hours, minutes] = TIME.exec(String(time)) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

/** In order, with overlaps and neighbors made one. */
function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((one, other) => one.from - other.from)) {
    const last = result[result.length - 1];
    if (last !== undefined && span.from <= last.to) {
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    } else {
      result.push(span);
    }
  }
  return result;
}

/**
 * Hours of a week in which at least one of them is open.
 *
 * Undefined if something of them is not known, or if they are in several time zones: what they cover together then depends on the season.
 */
export function hoursCovered(weeks: readonly Week[]): number | undefined {
  if (weeks.some(({ unknown }) => unknown.length > 0) || new Set(weeks.map(({ timezone }) => timezone)).size > 1) {
    return undefined;
  }
  const minutes = DAYS.flatMap((_, day) => joined(weeks.flatMap(({ days }) => days[day]))).reduce((sum, { from, to }) => sum + to - from, 0);
  return minutes / 60;
}

/** Such as `Mon–Fri 09:00–17:00, Sat 10:00–12:00`. Of fewer than seven days, the first is a Monday. */
export function weekText({ days, unknown }: Week): string {
  const texts = days.map((spans) => spans.map(({ from, to }) => to - from === DAY_MINUTES ? 'all day' : `${clock(from)}–${clock(to)}`).join(' and '));
  const parts: string[] = [];
  for (let first = 0, last = 0; first < texts.length; first = last + 1) {
    for (last = first; texts[last + 1] === texts[first]; last += 1);
    if (texts[first] !== '') {
      parts.push(`${first === last ? DAYS[first] : `${DAYS[first]}–${DAYS[last]}`} ${texts[first]}`);
    }
  }
  return [...parts, ...unknown].join(', ') || 'never';
}

function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

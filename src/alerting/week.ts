/** Seconds of a day, and of the week that begins on Monday. */
export const DAY = 86_400;
const WEEK = 7 * DAY;
/** A window until this time or later lasts until the end of the day, because Logfire has no 24:00. */
const DAY_END = DAY - 60;

/** A stretch of one day of the week, as the binding of a schedule has it. */
export interface DayWindow {
  /** The days, from 1 for Monday to 7. */
  readonly days: readonly number[];
  readonly startTime: string;
  readonly endTime: string;
}

/** A stretch within one day, in seconds from midnight. The end does not belong to it. */
export interface DayGap {
  readonly day: number;
  readonly start: number;
  readonly end: number;
}

/** The times of the week that no window covers, day by day. */
export function gapsOf(windows: readonly DayWindow[]): DayGap[] {
  const spans = windows.flatMap(({ days, startTime, endTime }) => days.map((day) => {
    const [start, end] = [secondsOf(startTime), secondsOf(endTime)];
    const midnight = (day - 1) * DAY;
    return { start: midnight + start, end: midnight + (end >= DAY_END ? DAY : end) };
  })).sort((a, b) => a.start - b.start);
  const gaps: DayGap[] = [];
  let covered = 0;
  for (const { start, end } of [...spans, { start: WEEK, end: WEEK }]) {
    for (let from = covered; from < start; from = nextMidnight(from)) {
      const day = Math.floor(from / DAY);
      gaps.push({ day: day + 1, start: from % DAY, end: Math.min(start, nextMidnight(from)) - day * DAY });
    }
    covered = Math.max(covered, end);
  }
  return gaps;
}

const nextMidnight = (instant: number) => (Math.floor(instant / DAY) + 1) * DAY;

/** Seconds since midnight. NaN if the time is known only at apply, so that every comparison is false. */
export function secondsOf(time: string): number {
  const [hours, minutes, rest = 0] = time.split(':').map(Number);
  return hours * 3600 + minutes * 60 + rest;
}

/** A time of the day as Logfire takes it. The end of the day is 23:59. */
export function timeOf(seconds: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const capped = Math.min(seconds, DAY_END);
  const rest = capped % 60;
  return `${two(Math.floor(capped / 3600))}:${two(Math.floor(capped / 60) % 60)}${rest === 0 ? '' : `:${two(rest)}`}`;
}

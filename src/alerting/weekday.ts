/** A day of the week; weeks begin on Monday. */
export enum Weekday {
  /** The first day. */
  MONDAY = 1,
  /** The second day. */
  TUESDAY = 2,
  /** The third day. */
  WEDNESDAY = 3,
  /** The fourth day. */
  THURSDAY = 4,
  /** The fifth day. */
  FRIDAY = 5,
  /** The sixth day. */
  SATURDAY = 6,
  /** The seventh day. */
  SUNDAY = 7,
}

/** Monday to Friday. */
export const WORKDAYS: readonly Weekday[] = [Weekday.MONDAY, Weekday.TUESDAY, Weekday.WEDNESDAY, Weekday.THURSDAY, Weekday.FRIDAY];

/** The day after. */
export function nextDay(day: Weekday): Weekday {
  return day === Weekday.SUNDAY ? Weekday.MONDAY : day + 1;
}

const DAY = 86_400_000;
/** The Julian day number of 1970-01-01. */
const EPOCH = 2_440_588;
/** The first day of an even period of 30 days, next year or so. */
const PERIOD_START = (Math.ceil((Date.UTC(2027, 0, 1) / DAY + EPOCH) / 60) * 60 - EPOCH) * DAY;

/** An instant so many days after the beginning of an even period of 30 days. */
export function day(offset: number): string {
  return `${new Date(PERIOD_START + offset * DAY).toISOString().slice(0, 19)}Z`;
}

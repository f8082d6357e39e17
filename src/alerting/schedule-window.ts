import { IConstruct } from 'constructs';
import { DayGap, gapsOf, secondsOf, timeOf } from './week';
import { checkCall } from '../core/calls';
import type { ErrorId } from '../core/error-ids';
import { fail, failWithoutPath } from '../core/errors';
import { isUnresolved } from '../core/unresolved';
import type * as l1 from '../l1';

/** Day of the week. Weeks begin on Monday. */
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
const WORKDAYS: readonly Weekday[] = [Weekday.MONDAY, Weekday.TUESDAY, Weekday.WEDNESDAY, Weekday.THURSDAY, Weekday.FRIDAY];

/** The day after. */
function nextDay(day: Weekday): Weekday {
  return day === Weekday.SUNDAY ? Weekday.MONDAY : day + 1;
}

/** Days and hours that count as office hours. */
export interface OfficeHours {
  /**
   * The working days, each one once.
   *
   * @default - Monday to Friday
   */
  readonly days?: Weekday[];

  /**
   * Start of work: `HH:MM` or `HH:MM:SS`, before `end`.
   *
   * @default '09:00'
   */
  readonly start?: string;

  /**
   * End of work: `HH:MM` or `HH:MM:SS`, after `start`.
   *
   * @default '17:00'
   */
  readonly end?: string;
}

const DAY_START = '00:00';
/** Logfire has no 24:00. A window until 23:59 lasts until the end of the day. */
const DAY_END = '23:59';
const ALL_DAYS = [...WORKDAYS, Weekday.SATURDAY, Weekday.SUNDAY];
/** Provider: pattern of `start_time` and `end_time`. */
const TIME = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;

/** Fails with a message about a window. */
type Reject = (id: ErrorId, message: string) => never;

/** Kind of a schedule window: whether it spans midnight. */
export enum ScheduleWindowKind {
  /** Within one day. */
  BETWEEN = 'between',
  /** From one day to the next. */
  OVERNIGHT = 'overnight',
}

/**
 * A time range on some days of the week, in the time zone of the schedule.
 *
 * @example
 * const nights = ScheduleWindow.overnight([Weekday.FRIDAY, Weekday.SATURDAY], '22:00', '06:00');
 */
export class ScheduleWindow {
  /**
   * A time range within one day, on each of the days.
   *
   * @param days the days; at least one, each one once
   * @param start start time, `HH:MM` or `HH:MM:SS`, from `00:00`
   * @param end end time, after `start`; `23:59` lasts until the end of the day. An earlier time fails at synth: use `overnight` to
   * span midnight
   */
  public static between(days: Weekday[], start: string, end: string): ScheduleWindow {
    checkCall('ScheduleWindow.between', arguments);
    return new ScheduleWindow(ScheduleWindowKind.BETWEEN, days, start, end);
  }

  /**
   * A time range that starts on each of the days and ends on the next day.
   *
   * Windows in Logfire end at midnight, so it becomes two of them.
   *
   * @param days the days on which the range starts; at least one, each one once
   * @param start start time, `HH:MM` or `HH:MM:SS`
   * @param end end time on the next day, not later than `start`
   */
  public static overnight(days: Weekday[], start: string, end: string): ScheduleWindow {
    checkCall('ScheduleWindow.overnight', arguments);
    return new ScheduleWindow(ScheduleWindowKind.OVERNIGHT, days, start, end);
  }

  /**
   * All 24 hours of each of the days.
   *
   * @param days the days; at least one, each one once
   */
  public static allDay(days: Weekday[]): ScheduleWindow {
    checkCall('ScheduleWindow.allDay', arguments);
    return new ScheduleWindow(ScheduleWindowKind.BETWEEN, days, DAY_START, DAY_END);
  }

  /** The office hours: by default Monday to Friday, from 09:00 to 17:00. */
  public static officeHours(hours: OfficeHours = {}): ScheduleWindow[] {
    checkCall('ScheduleWindow.officeHours', arguments);
    return [ScheduleWindow.between(hours.days ?? [...WORKDAYS], hours.start ?? '09:00', hours.end ?? '17:00')];
  }

  /**
   * All hours outside the office hours: before and after work, and all day on the other days.
   *
   * @param hours the office hours, the same value that you pass to `officeHours`
   */
  public static outsideOfficeHours(hours: OfficeHours = {}): ScheduleWindow[] {
    checkCall('ScheduleWindow.outsideOfficeHours', arguments);
    const [office] = ScheduleWindow.officeHours(hours);
    if (secondsOf(office.start) >= secondsOf(office.end)) {
      failWithoutPath('schedule-window', `hours.end must be later than the start ${JSON.stringify(office.start)}, got ${JSON.stringify(office.end)}; pass the office hours, within one day`);
    }
    const free = ALL_DAYS.filter((day) => !office.days.includes(day));
    return [
      ...secondsOf(office.start) === 0 ? [] : [ScheduleWindow.between(office.days, DAY_START, office.start)],
      ...secondsOf(office.end) >= secondsOf(DAY_END) ? [] : [ScheduleWindow.between(office.days, office.end, DAY_END)],
      ...free.length === 0 ? [] : [ScheduleWindow.allDay(free)],
    ];
  }

  /**
   * All times of the week that some windows do not cover, such as those without a person on call.
   *
   * @param windows the windows, in one time zone; times that are known only at apply fail. No windows return the whole week, and
   * windows that cover the week return none
   */
  public static outside(windows: ScheduleWindow[]): ScheduleWindow[] {
    checkCall('ScheduleWindow.outside', arguments);
    windows.forEach((window, index) => window.check(failWithoutPath, `windows[${index}]`));
    if (!windows.every((window) => window._isKnown)) {
      failWithoutPath('known-at-synth', 'windows must have times that are known at synth, got a Terraform expression; write the other windows yourself');
    }
    const byTimes = new Map<string, DayGap[]>();
    gapsOf(windows.flatMap((window) => window.stretches())).forEach((gap) => {
      const times = `${gap.start} ${gap.end}`;
      byTimes.set(times, [...byTimes.get(times) ?? [], gap]);
    });
    return [...byTimes.values()].map((same) => ScheduleWindow.between(same.map(({ day }) => day), timeOf(same[0].start), timeOf(same[0].end)));
  }

  private constructor(
    /** Whether the window spans midnight. */
    public readonly kind: ScheduleWindowKind,
    /** The days on which the window starts. */
    public readonly days: Weekday[],
    /** Start time of the window. */
    public readonly start: string,
    /** End time of the window. On the next day for `overnight`. */
    public readonly end: string,
  ) {}

  /**
   * Whether its times are known at synth.
   *
   * @internal
   */
  public get _isKnown(): boolean {
    return !isUnresolved(this.start) && !isUnresolved(this.end);
  }

  /** @internal */
  public _render(scope: IConstruct, prop: string): l1.ScheduleWindows[] {
    this.check((id, message) => fail(scope, id, message), prop);
    return this.stretches();
  }

  /** The window in parts that are each within one day. */
  private stretches(): l1.ScheduleWindows[] {
    if (this.kind === ScheduleWindowKind.BETWEEN) {
      return [rendered(this.days, this.start, this.end)];
    }
    const evening = rendered(this.days, this.start, DAY_END);
    return secondsOf(this.end) === 0 ? [evening] : [evening, rendered(this.days.map(nextDay), DAY_START, this.end)];
  }

  private check(reject: Reject, prop: string): void {
    this.checkDays(reject, prop);
    this.checkTimes(reject, prop);
  }

  private checkDays(reject: Reject, prop: string): void {
    if (this.days.length === 0) {
      reject('schedule-window', `${prop}.days must have at least one day, got none; pass for example Weekday.MONDAY`);
    }
    const unknown = this.days.find((day) => Weekday[day] === undefined);
    if (unknown !== undefined) {
      reject('schedule-window', `${prop}.days must be values of Weekday, got ${JSON.stringify(unknown)}; use the enum, in which Monday is 1 and Sunday is 7`);
    }
    const twice = this.days.find((day, index) => this.days.indexOf(day) !== index);
    if (twice !== undefined) {
      reject('schedule-window', `${prop}.days must have each day once, got ${Weekday[twice]} twice; remove one of them`);
    }
  }

  private checkTimes(reject: Reject, prop: string): void {
    for (const [name, time] of [['start', this.start], ['end', this.end]]) {
      if (!isUnresolved(time) && !TIME.test(time)) {
        reject('schedule-window', `${prop}.${name} must be HH:MM or HH:MM:SS from 00:00 to 23:59, got ${JSON.stringify(time)}; write for example "09:30"`);
      }
    }
    if (this.kind === ScheduleWindowKind.BETWEEN && secondsOf(this.end) <= secondsOf(this.start)) {
      reject('schedule-window', `${prop}.end must be later than the start ${JSON.stringify(this.start)}, got ${JSON.stringify(this.end)}; `
        + 'use ScheduleWindow.overnight to span midnight, or "23:59" for the end of the day');
    }
    if (this.kind === ScheduleWindowKind.OVERNIGHT && secondsOf(this.end) > secondsOf(this.start)) {
      reject('schedule-window', `${prop}.end must not be later than the start ${JSON.stringify(this.start)}, because it is on the next day, got ${JSON.stringify(this.end)}; `
        + 'use ScheduleWindow.between for a window within one day');
    }
  }
}

/** Sorts the days: Logfire keeps their order, so another order would be a change. */
function rendered(days: Weekday[], startTime: string, endTime: string): l1.ScheduleWindows {
  return { days: [...days].sort((a, b) => a - b), startTime, endTime };
}

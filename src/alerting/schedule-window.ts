import { IConstruct } from 'constructs';
import { nextDay, Weekday, WORKDAYS } from './weekday';
import { fail, failWithoutPath } from '../core/errors';
import { isUnresolved } from '../core/unresolved';
import type * as l1 from '../l1';

/** Which hours are office hours. */
export interface OfficeHours {
  /**
   * The working days, each once.
   *
   * @default - Monday to Friday
   */
  readonly days?: Weekday[];

  /**
   * When work begins: `HH:MM` or `HH:MM:SS`, before `end`.
   *
   * @default '09:00'
   */
  readonly start?: string;

  /**
   * When work ends: `HH:MM` or `HH:MM:SS`, after `start`.
   *
   * @default '17:00'
   */
  readonly end?: string;
}

const DAY_START = '00:00';
/** Logfire has no 24:00; a window to 23:59 lasts to the end of the day. */
const DAY_END = '23:59';
const ALL_DAYS = [...WORKDAYS, Weekday.SATURDAY, Weekday.SUNDAY];
/** Provider: pattern of `start_time` and `end_time`. */
const TIME = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;

/** Hours on some days of the week, in the time zone of the schedule. */
export class ScheduleWindow {
  /**
   * From one time to a later one, on each of the days.
   *
   * @param days at least one, each once
   * @param start `HH:MM` or `HH:MM:SS`, from `00:00`
   * @param end after `start`; `23:59` lasts to the end of the day. An earlier time is refused: `overnight` passes midnight
   */
  public static between(days: Weekday[], start: string, end: string): ScheduleWindow {
    return new ScheduleWindow('between', days, start, end);
  }

  /**
   * From a time on each of the days to an earlier time on the day after. Logfire's own windows end at midnight, so it becomes two.
   *
   * @param days the days on which it begins: at least one, each once
   * @param start `HH:MM` or `HH:MM:SS`
   * @param end on the day after, at `start` or before
   */
  public static overnight(days: Weekday[], start: string, end: string): ScheduleWindow {
    return new ScheduleWindow('overnight', days, start, end);
  }

  /**
   * The whole of each of the days.
   *
   * @param days at least one, each once
   */
  public static allDay(days: Weekday[]): ScheduleWindow {
    return new ScheduleWindow('between', days, DAY_START, DAY_END);
  }

  /** The hours in which people work. */
  public static officeHours(hours: OfficeHours = {}): ScheduleWindow[] {
    return [ScheduleWindow.between(hours.days ?? [...WORKDAYS], hours.start ?? '09:00', hours.end ?? '17:00')];
  }

  /**
   * All hours but those in which people work: before and after work, and the whole of the other days.
   *
   * @param hours the office hours, not the hours outside; the same value gives both halves of the week
   */
  public static outsideOfficeHours(hours: OfficeHours = {}): ScheduleWindow[] {
    const [office] = ScheduleWindow.officeHours(hours);
    if (seconds(office.start) >= seconds(office.end)) {
      failWithoutPath(`office hours must end after they start, got ${office.start} to ${office.end}; pass the hours in which people work, within one day`);
    }
    const free = ALL_DAYS.filter((day) => !office.days.includes(day));
    return [
      ...seconds(office.start) === 0 ? [] : [ScheduleWindow.between(office.days, DAY_START, office.start)],
      ...seconds(office.end) >= seconds(DAY_END) ? [] : [ScheduleWindow.between(office.days, office.end, DAY_END)],
      ...free.length === 0 ? [] : [ScheduleWindow.allDay(free)],
    ];
  }

  private constructor(
    /** `between` or `overnight`. */
    public readonly kind: string,
    /** The days on which it begins. */
    public readonly days: Weekday[],
    /** When it begins. */
    public readonly start: string,
    /** When it ends; for `overnight` on the day after. */
    public readonly end: string,
  ) {}

  /** @internal */
  public _render(scope: IConstruct, prop: string): l1.ScheduleWindows[] {
    this.checkDays(scope, prop);
    this.checkTimes(scope, prop);
    if (this.kind === 'between') {
      return [rendered(this.days, this.start, this.end)];
    }
    const evening = rendered(this.days, this.start, DAY_END);
    return seconds(this.end) === 0 ? [evening] : [evening, rendered(this.days.map(nextDay), DAY_START, this.end)];
  }

  private checkDays(scope: IConstruct, prop: string): void {
    if (this.days.length === 0) {
      fail(scope, `${prop} must have at least one day, got none; pass for example Weekday.MONDAY`);
    }
    const unknown = this.days.find((day) => Weekday[day] === undefined);
    if (unknown !== undefined) {
      fail(scope, `${prop} must have days of Weekday, got ${unknown}; use the enum, in which Monday is 1 and Sunday 7`);
    }
    const twice = this.days.find((day, index) => this.days.indexOf(day) !== index);
    if (twice !== undefined) {
      fail(scope, `${prop} must have each day once, got ${Weekday[twice]} twice; remove one of them`);
    }
  }

  private checkTimes(scope: IConstruct, prop: string): void {
    for (const [name, time] of [['start', this.start], ['end', this.end]]) {
      if (!isUnresolved(time) && !TIME.test(time)) {
        fail(scope, `${prop}.${name} must be HH:MM or HH:MM:SS from 00:00 to 23:59, got ${JSON.stringify(time)}; write for example "09:30"`);
      }
    }
    if (this.kind === 'between' && seconds(this.end) <= seconds(this.start)) {
      fail(scope, `${prop} must end after it starts, got ${this.start} to ${this.end}; `
        + 'use ScheduleWindow.overnight to pass midnight, and 23:59 for the end of the day');
    }
    if (this.kind === 'overnight' && seconds(this.end) > seconds(this.start)) {
      fail(scope, `${prop} must end at ${this.start} or before on the day after, got ${this.start} to ${this.end}; use ScheduleWindow.between within one day`);
    }
  }
}

/** Days in the order of the week: Logfire keeps their order, and another one would be a change. */
function rendered(days: Weekday[], startTime: string, endTime: string): l1.ScheduleWindows {
  return { days: [...days].sort((a, b) => a - b), startTime, endTime };
}

/** Seconds of the day; not a number where Terraform alone knows the time, and so neither before nor after another. */
function seconds(time: string): number {
  const [hours, minutes, rest = 0] = time.split(':').map(Number);
  return hours * 3600 + minutes * 60 + rest;
}

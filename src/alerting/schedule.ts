import { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { OfficeHours, ScheduleWindow } from './schedule-window';
import { Timezone } from './timezone';
import { checkCall, propsOf } from '../core/calls';
import { checkExistingId, mayBeUuid } from '../core/checks';
import { providerFor } from '../core/effective-provider';
import { fail } from '../core/errors';
import { literal } from '../core/expression';
import { checkName, defaultName, LABEL } from '../core/names';
import { ResourceBase } from '../core/resource-base';
import { ImportIdKind } from '../core/terraform-blocks';
import * as l1 from '../l1';

/** A weekly notification schedule, created in this app or existing. */
export interface ILogfireSchedule extends IConstruct {
  /** UUID of the schedule. Known only at apply for a schedule that is created in this app. */
  readonly scheduleId: string;
}

/** Identifies the existing schedule that Terraform imports. */
export class ScheduleImportId {
  /** Identifies a schedule by UUID. Any other string fails at synth. Logfire cannot find schedules by name. */
  public static byId(scheduleId: string): ScheduleImportId {
    checkCall('ScheduleImportId.byId', arguments);
    return new ScheduleImportId(ImportIdKind.ID, scheduleId);
  }

  private constructor(
    /** What identifies the schedule. */
    public readonly kind: ImportIdKind,
    private readonly text: string,
  ) {}

  /** @internal */
  public _render(scope: IConstruct, prop: string): string {
    const id = this.text.trim();
    if (!mayBeUuid(id)) {
      fail(scope, 'uuid', `${prop} must be the UUID of a schedule, got ${JSON.stringify(this.text)}; Logfire finds schedules only by UUID, not by name`);
    }
    return id;
  }
}

/** Properties that all schedules share. */
export interface LogfireScheduleOptions {
  /**
   * Display name of the schedule. It does not have to be unique. It must not be blank, or have leading or trailing whitespace.
   * A change updates the schedule in place.
   *
   * @default - derived from the construct's path, for example `app-office-hours`
   */
  readonly scheduleName?: string;

  /** Time zone of the windows, including its daylight saving time. A change updates the schedule in place. */
  readonly timezone: Timezone;

  /**
   * Imports an existing schedule into Terraform at the first apply, instead of creating one. Later applies ignore it.
   *
   * @default - creates a new schedule
   */
  readonly importFrom?: ScheduleImportId;

  /**
   * The provider that manages the schedule. It determines the organization.
   *
   * @default - the provider of `LogfireDefaults`, otherwise the default provider of the stack
   */
  readonly provider?: TerraformProvider;

  /**
   * What Terraform creates before the schedule.
   *
   * @default - only what the schedule refers to
   */
  readonly dependsOn?: ITerraformDependable[];
}

/** Properties of a schedule. */
export interface LogfireScheduleProps extends LogfireScheduleOptions {
  /**
   * The windows in which notifications are sent: at least one, such as those of `ScheduleWindow.officeHours()`.
   *
   * Their order matters to Terraform but not to Logfire. A change updates the schedule in place.
   */
  readonly windows: ScheduleWindow[];
}

/** Properties of a schedule that is based on office hours. */
export interface LogfireOfficeHoursProps extends LogfireScheduleOptions {
  /**
   * The office hours, within one day. A change updates the schedule in place.
   *
   * @default - Monday to Friday from 09:00 to 17:00
   */
  readonly hours?: OfficeHours;
}

/** When a schedule sends notifications. */
interface ScheduleTimes {
  readonly timezone: string;
  readonly windows: readonly ScheduleWindow[];
}

/** A schedule, whose times are known unless it is an existing one. */
interface MayHaveTimes {
  readonly _times?: ScheduleTimes;
}

/** The times of the week that are in none of the schedules. Undefined if their times are not known, or are in different time zones. */
export function timesOutside(schedules: readonly ILogfireSchedule[]): ScheduleWindow[] | undefined {
  const times = schedules.map((schedule) => (schedule as MayHaveTimes)._times);
  const windows = times.flatMap((each) => each?.windows ?? []);
  const areKnown = times.every((each) => each !== undefined && each.timezone === times[0]!.timezone) && windows.every((window) => window._isKnown);
  return areKnown ? ScheduleWindow.outside(windows) : undefined;
}

class ExistingSchedule extends Construct implements ILogfireSchedule {
  constructor(scope: Construct, id: string, public readonly scheduleId: string) {
    super(scope, id);
    checkExistingId(this, 'scheduleId', scheduleId, 'schedule');
    this.scheduleId = literal(scheduleId);
  }
}

/**
 * A weekly schedule (`logfire_schedule`) that says when notifications are sent, for `Delivery.to(channel).during(schedule)`.
 *
 * If you destroy a schedule that is still used elsewhere, its notifications do not stop: Logfire then sends them at any time.
 *
 * @example
 * const days = [Weekday.SATURDAY, Weekday.SUNDAY];
 * new LogfireSchedule(this, 'Weekend', {
 *   timezone: Timezone.of('Europe/Berlin'),
 *   windows: [ScheduleWindow.between(days, '10:00', '18:00')],
 * });
 */
export class LogfireSchedule extends ResourceBase implements ILogfireSchedule {
  /**
   * Refers to an existing schedule. Creates nothing.
   *
   * @param scheduleId UUID of the schedule; a blank string fails at synth, a string that is not a UUID causes a warning
   */
  public static fromScheduleId(scope: Construct, id: string, scheduleId: string): ILogfireSchedule {
    checkCall('LogfireSchedule.fromScheduleId', arguments);
    return new ExistingSchedule(scope, id, scheduleId);
  }

  /**
   * Creates a schedule for the office hours in a time zone.
   *
   * @param props the properties of the constructor, with office hours instead of windows
   */
  public static officeHours(scope: Construct, id: string, props: LogfireOfficeHoursProps): LogfireSchedule {
    checkCall('LogfireSchedule.officeHours', arguments);
    return new LogfireSchedule(scope, id, { ...propsOf('LogfireScheduleOptions', props), windows: ScheduleWindow.officeHours(props.hours) });
  }

  /**
   * Creates a schedule for all times outside the office hours in a time zone: mornings, evenings, nights and days off.
   *
   * @param props the properties of the constructor, with the office hours that the schedule excludes instead of windows
   */
  public static outsideOfficeHours(scope: Construct, id: string, props: LogfireOfficeHoursProps): LogfireSchedule {
    checkCall('LogfireSchedule.outsideOfficeHours', arguments);
    return new LogfireSchedule(scope, id, { ...propsOf('LogfireScheduleOptions', props), windows: ScheduleWindow.outsideOfficeHours(props.hours) });
  }

  /** The generated binding, for settings that this construct does not model. */
  public readonly resource: l1.Schedule;

  /** The windows and their time zone, to find times without a delivery. @internal */
  public readonly _times: ScheduleTimes;

  constructor(scope: Construct, id: string, props: LogfireScheduleProps) {
    super(scope, id);
    checkCall('new LogfireSchedule', arguments, this);
    const label = props.scheduleName ?? defaultName(this, LABEL);
    checkName(this, 'scheduleName', label, LABEL);
    if (props.windows.length === 0) {
      fail(this, 'not-empty', 'windows must have at least one window, got none; pass for example ScheduleWindow.officeHours(), or deliver without a schedule to notify at any time');
    }
    this._times = { timezone: props.timezone.name, windows: [...props.windows] };
    this.resource = this._create(l1.Schedule, {
      label,
      timezone: props.timezone._render(this, 'timezone'),
      windows: props.windows.flatMap((window, index) => window._render(this, `windows[${index}]`)),
      provider: providerFor(this, props.provider),
      dependsOn: props.dependsOn,
    });
    this._import(props.importFrom);
  }

  /** UUID of the schedule. Known only at apply. */
  public get scheduleId(): string {
    return this._attribute('id');
  }
}

import { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { ImportedSchedule } from './imported-schedule';
import { ScheduleImportId } from './schedule-import-id';
import { OfficeHours, ScheduleWindow } from './schedule-window';
import { Timezone } from './timezone';
import { attributeReference } from '../core/attribute-reference';
import { fail } from '../core/errors';
import { ImportBlock } from '../core/import-block';
import { checkName, defaultName, LABEL } from '../core/names';
import { ResourceBase } from '../core/resource-base';
import * as l1 from '../l1';

/** The times of a week at which notifications are let through, made in this app or elsewhere. */
export interface ILogfireSchedule extends IConstruct {
  /** UUID of the schedule; known at apply for a schedule that is made in this app. */
  readonly scheduleId: string;
}

/** What a schedule is made from. */
export interface LogfireScheduleProps {
  /**
   * Name of the schedule as people see it, not blank and without blanks around it. It need not be unique. A change renames in
   * place.
   *
   * @default - derived from the construct's path, for example `app-office-hours`
   */
  readonly scheduleName?: string;

  /** The time zone of the windows; it decides about summer time too. A change is made in place. */
  readonly timezone: Timezone;

  /**
   * When notifications are let through: at least one window, such as those of `ScheduleWindow.officeHours()`. Their order counts
   * for Terraform, not for Logfire. A change is made in place.
   */
  readonly windows: ScheduleWindow[];

  /**
   * Takes over a schedule that exists instead of making one, at the first apply; later applies ignore it.
   *
   * @default - a new schedule
   */
  readonly importFrom?: ScheduleImportId;

  /**
   * The provider to make the schedule with; it decides the organization.
   *
   * @default - the stack's default provider
   */
  readonly provider?: TerraformProvider;

  /**
   * What has to exist before the schedule.
   *
   * @default - only what the schedule refers to
   */
  readonly dependsOn?: ITerraformDependable[];
}

/**
 * The times of a week at which notifications are let through (`logfire_schedule`), for `Delivery.to(channel).during(schedule)`.
 *
 * Destroying a schedule that is still used elsewhere does not stop its notifications: from then on they go out at any time.
 */
export class LogfireSchedule extends ResourceBase implements ILogfireSchedule {
  /**
   * Refers to a schedule that exists; creates nothing.
   *
   * @param scheduleId UUID of the schedule; a blank one is refused, and a text that is no UUID warned about
   */
  public static fromScheduleId(scope: Construct, id: string, scheduleId: string): ILogfireSchedule {
    return new ImportedSchedule(scope, id, scheduleId);
  }

  /**
   * A schedule of the working hours in a time zone.
   *
   * @param timezone whose hours they are
   * @param hours within one day; Monday to Friday from 09:00 to 17:00 unless it says otherwise
   */
  public static officeHours(scope: Construct, id: string, timezone: Timezone, hours?: OfficeHours): LogfireSchedule {
    return new LogfireSchedule(scope, id, { timezone, windows: ScheduleWindow.officeHours(hours) });
  }

  /**
   * A schedule of all times that are not working hours in a time zone: evenings, nights, mornings and days off.
   *
   * @param timezone whose hours they are
   * @param hours the working hours that are left out, Monday to Friday from 09:00 to 17:00 unless it says otherwise
   */
  public static outsideOfficeHours(scope: Construct, id: string, timezone: Timezone, hours?: OfficeHours): LogfireSchedule {
    return new LogfireSchedule(scope, id, { timezone, windows: ScheduleWindow.outsideOfficeHours(hours) });
  }

  /** The generated binding, for what this construct does not model. */
  public readonly resource: l1.Schedule;

  private idReference: string | undefined;

  constructor(scope: Construct, id: string, props: LogfireScheduleProps) {
    super(scope, id);
    const label = props.scheduleName ?? defaultName(this, LABEL);
    checkName(this, 'scheduleName', label, LABEL);
    if (props.windows.length === 0) {
      fail(this, 'windows must have at least one window, got none; pass for example ScheduleWindow.officeHours(), and leave the schedule out for always');
    }
    this.resource = new l1.Schedule(this, 'Resource', {
      label,
      timezone: props.timezone._render(this, 'timezone'),
      windows: props.windows.flatMap((window, index) => window._render(this, `windows[${index}]`)),
      provider: props.provider,
      dependsOn: props.dependsOn,
    });
    if (props.importFrom !== undefined) {
      new ImportBlock(this, 'Import', this.resource, props.importFrom._render(this, 'importFrom'));
    }
  }

  /** UUID of the schedule; known at apply. */
  public get scheduleId(): string {
    this.idReference ??= attributeReference(this.resource, 'id');
    return this.idReference;
  }
}

import { IConstruct } from 'constructs';
import { fail } from '../core/errors';
import { mayBeUuid } from '../core/existing-id';

/** Which existing schedule is meant. */
export class ScheduleImportId {
  /** A schedule by its UUID; Logfire has no way to find one by name. Another text is refused. */
  public static byId(scheduleId: string): ScheduleImportId {
    return new ScheduleImportId('id', scheduleId);
  }

  private constructor(
    /** How the schedule is named: `id`. */
    public readonly kind: string,
    private readonly text: string,
  ) {}

  /** @internal */
  public _render(scope: IConstruct, prop: string): string {
    const id = this.text.trim();
    if (!mayBeUuid(id)) {
      fail(scope, `${prop} must be the UUID of a schedule, got ${JSON.stringify(this.text)}; Logfire finds schedules by UUID only, not by name`);
    }
    return id;
  }
}

import { IConstruct } from 'constructs';

/** The times of a week at which notifications are let through, made in this app or elsewhere. */
export interface ILogfireSchedule extends IConstruct {
  /** UUID of the schedule; known at apply for a schedule that is made in this app. */
  readonly scheduleId: string;
}

import { Construct } from 'constructs';
import type { ILogfireSchedule } from './schedule';
import { checkExistingId } from '../core/existing-id';

/** A schedule that exists already. */
export class ImportedSchedule extends Construct implements ILogfireSchedule {
  constructor(scope: Construct, id: string, public readonly scheduleId: string) {
    super(scope, id);
    checkExistingId(this, 'scheduleId', scheduleId, 'schedule');
  }
}

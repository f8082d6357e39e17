import { LogfirePolicy } from './policy';
import { PolicySubject } from './policy-subject';
import { checkCall } from '../core/calls';

/**
 * Policy: every alert must have a runbook: a line `Runbook: https://…` in its description, as the prop `runbook` renders it.
 *
 * @example
 * new RequireRunbook().applyTo(this);
 */
export class RequireRunbook extends LogfirePolicy {
  constructor() {
    super('RequireRunbook');
    checkCall('new RequireRunbook', arguments, this);
  }

  /** Reports an alert without a runbook. A description that is known only at apply passes. */
  public check(subject: PolicySubject): void {
    checkCall('RequireRunbook#check', arguments, this);
    if (subject.kind !== 'resource' || subject.resourceType !== 'logfire_alert') {
      return;
    }
    const description = subject.attributes.description ?? '';
    if (!/^Runbook: \S/m.test(description) && !/^\$\{.*\}$/s.test(description)) {
      subject.report('the alert has no runbook', 'pass runbook, the address of a page that says what to do');
    }
  }
}

import { LogfirePolicy } from './policy';
import { PolicySubject } from './policy-subject';

/** Every alert says what to do: its description has a line `Runbook: https://…`, as `runbook` writes it. */
export class RequireRunbook extends LogfirePolicy {
  constructor() {
    super('RequireRunbook');
  }

  /** Reports an alert without a runbook; a description that only Terraform knows passes. */
  public check(subject: PolicySubject): void {
    if (subject.kind !== 'resource' || subject.resourceType !== 'logfire_alert') {
      return;
    }
    const description = subject.attributes.description ?? '';
    if (!/^Runbook: \S/m.test(description) && !/^\$\{.*\}$/s.test(description)) {
      subject.report('the alert has no runbook', 'pass runbook, the address of a page that says what to do');
    }
  }
}

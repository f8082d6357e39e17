import { LogfirePolicy } from './policy';
import { PolicySubject } from './policy-subject';

/** Every alert that runs notifies somebody. One that is not active is left out, and so are the alerts that Logfire makes of an SLO. */
export class RequireAlertDelivery extends LogfirePolicy {
  constructor() {
    super('RequireAlertDelivery');
  }

  /** Reports an active alert without a channel. */
  public check(subject: PolicySubject): void {
    const { channel_assignments: assignments, active } = subject.attributes;
    if (subject.kind === 'resource' && subject.resourceType === 'logfire_alert' && active !== false
      && (assignments === undefined || (Array.isArray(assignments) && assignments.length === 0))) {
      subject.report('the alert notifies nobody', 'pass notify, for example [Delivery.to(channel)]');
    }
  }
}

import { LogfirePolicy } from './policy';
import { PolicySubject } from './policy-subject';
import { checkCall } from '../core/calls';
import { inHostLanguage } from '../core/host-language';

/**
 * Policy: every active alert must have a delivery.
 *
 * Inactive alerts, and the alerts that Logfire creates for an SLO, are exempt.
 *
 * @example
 * new RequireAlertDelivery().applyTo(this);
 */
export class RequireAlertDelivery extends LogfirePolicy {
  constructor() {
    super('RequireAlertDelivery');
    checkCall('new RequireAlertDelivery', arguments, this);
  }

  /** Reports an active alert without a delivery. */
  public check(subject: PolicySubject): void {
    checkCall('RequireAlertDelivery#check', arguments, this);
    const { channel_assignments: assignments, active } = subject.attributes;
    if (subject.kind === 'resource' && subject.resourceType === 'logfire_alert' && active !== false
      && (assignments === undefined || (Array.isArray(assignments) && assignments.length === 0))) {
      subject.report('the alert notifies nobody', inHostLanguage('pass notify, for example [Delivery.to(channel)]'));
    }
  }
}

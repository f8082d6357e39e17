import { LogfirePolicy } from './policy';
import { PolicySubject } from './policy-subject';
import { checkCall } from '../core/calls';
import { inHostLanguage } from '../core/host-language';

/**
 * Policy: every project must be protected from destruction, because destroying a project deletes its telemetry.
 *
 * @example
 * new ProtectProjects().applyTo(this);
 */
export class ProtectProjects extends LogfirePolicy {
  constructor() {
    super('ProtectProjects');
    checkCall('new ProtectProjects', arguments, this);
  }

  /** Reports a project without `prevent_destroy`. */
  public check(subject: PolicySubject): void {
    checkCall('ProtectProjects#check', arguments, this);
    if (subject.kind === 'resource' && subject.resourceType === 'logfire_project' && subject.attributes.lifecycle?.prevent_destroy !== true) {
      subject.report('the project is not protected from destruction, which deletes its telemetry', inHostLanguage('remove deletionProtection: false, or set preventDestroy in the lifecycle of the binding'));
    }
  }
}

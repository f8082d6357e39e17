import { LogfirePolicy } from './policy';
import { PolicySubject } from './policy-subject';

/** Terraform refuses to destroy any project: with it all its telemetry would go. */
export class ProtectProjects extends LogfirePolicy {
  constructor() {
    super('ProtectProjects');
  }

  /** Reports a project without `prevent_destroy`. */
  public check(subject: PolicySubject): void {
    if (subject.kind === 'resource' && subject.resourceType === 'logfire_project' && subject.attributes.lifecycle?.prevent_destroy !== true) {
      subject.report('the project can be destroyed, and with it all its telemetry', 'leave out deletionProtection: false, or set preventDestroy in the lifecycle of the binding');
    }
  }
}

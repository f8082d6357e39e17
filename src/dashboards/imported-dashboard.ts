import { Construct } from 'constructs';
import type { ILogfireDashboard } from './dashboard';
import { checkNotBlank } from '../core/checks';
import { checkExistingId } from '../core/existing-id';

/** A dashboard that exists already. */
export class ImportedDashboard extends Construct implements ILogfireDashboard {
  constructor(scope: Construct, id: string, public readonly dashboardId: string, public readonly slug: string) {
    super(scope, id);
    checkExistingId(this, 'dashboardId', dashboardId, 'dashboard');
    checkNotBlank(this, 'slug', slug, 'copy it from the address of the dashboard');
  }
}

import { Construct } from 'constructs';
import type { ILogfireFrontendApplication } from './frontend-application';
import { LogfireFrontendToken } from './frontend-token';
import { FrontendTokenOptions } from './frontend-token-options';
import { fail } from '../core/errors';
import { isUnresolved } from '../core/unresolved';
import type { ILogfireProject } from '../projects/project';

/** A frontend application that exists already. */
export class FrontendApplicationReference extends Construct implements ILogfireFrontendApplication {
  constructor(scope: Construct, id: string, public readonly project: ILogfireProject, public readonly applicationId: string) {
    super(scope, id);
    if (!isUnresolved(applicationId) && applicationId.trim() === '') {
      fail(this, `applicationId must be the UUID of a frontend application, got ${JSON.stringify(applicationId)}; copy it from the project's settings`);
    }
  }

  public addToken(id: string, options: FrontendTokenOptions = {}): LogfireFrontendToken {
    return new LogfireFrontendToken(this, id, { ...options, application: this });
  }
}

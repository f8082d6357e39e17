import { Construct } from 'constructs';
import { ILogfireQueryCredential } from './credential';
import { CredentialBase, ExistingCredential } from './credential-base';
import { TokenLifetime } from './token-lifetime';
import { TokenOptions } from './token-rotation';
import { checkCall } from '../core/calls';
import { providerFor } from '../core/effective-provider';
import { declareReferences } from '../core/organizations';
import { ILogfireProjectRef } from '../core/references';
import { SecretValue } from '../core/secret-value';
import * as l1 from '../l1';

/** Properties of a read token. */
export interface LogfireReadTokenProps extends TokenOptions {
  /** Project whose telemetry programs query. A change replaces the token. */
  readonly project: ILogfireProjectRef;
}

/**
 * A token for programs that query telemetry (`logfire_read_token`).
 *
 * By default, it expires after a year, and every plan warns before that. No attribute of a token can be updated in place: every change
 * creates a new token and then revokes the old one. A token cannot be imported, because Logfire shows its value only once.
 *
 * @example
 * const project = new LogfireProject(this, 'Shop');
 * const token = new LogfireReadToken(this, 'Reports', { project });
 */
export class LogfireReadToken extends CredentialBase implements ILogfireQueryCredential {
  /**
   * Refers to an existing token, for example one in a secret store. Creates nothing.
   *
   * @param token the token as a secret; fails with an empty one
   */
  public static fromSecret(scope: Construct, id: string, token: SecretValue): ILogfireQueryCredential {
    checkCall('LogfireReadToken.fromSecret', arguments);
    return new ExistingReadToken(scope, id, 'token', token);
  }

  /** The generated binding, for everything that this construct does not model. */
  public readonly resource: l1.ReadToken;

  /** Always true. Distinguishes this credential from those for other purposes. */
  public readonly canQueryTelemetry: boolean = true;

  constructor(scope: Construct, id: string, props: LogfireReadTokenProps) {
    super(scope, id);
    checkCall('new LogfireReadToken', arguments, this);
    const lifetime = new TokenLifetime(this, props);
    this.resource = this._create(l1.ReadToken, {
      projectId: props.project.projectId,
      expiresAt: lifetime.expiresAt,
      lifecycle: lifetime.lifecycle,
      provider: providerFor(this, props.provider, props.project),
      dependsOn: props.dependsOn,
    });
    lifetime.watch(this, 'token');
  }
}

class ExistingReadToken extends ExistingCredential implements ILogfireQueryCredential {
  public readonly canQueryTelemetry: boolean = true;
}

declareReferences('logfire_read_token', { path: 'project_id', prop: 'project' });

import { Construct } from 'constructs';
import { CredentialBase } from './credential-base';
import { ExistingIngestCredential, ILogfireIngestCredential, ingestEndpointOf } from './ingest-credential';
import { TokenLifetime } from './token-lifetime';
import { TokenOptions } from './token-rotation';
import { checkCall } from '../core/calls';
import { providerFor } from '../core/effective-provider';
import { declareReferences } from '../core/organizations';
import { ILogfireProjectRef } from '../core/references';
import { SecretValue } from '../core/secret-value';
import * as l1 from '../l1';

/** Properties of a write token. */
export interface LogfireWriteTokenProps extends TokenOptions {
  /** Project that receives the telemetry. A change replaces the token. */
  readonly project: ILogfireProjectRef;
}

/**
 * A token for programs that send telemetry (`logfire_write_token`).
 *
 * By default, it expires after a year, and every plan warns before that. No attribute of a token can be updated in place: every change
 * creates a new token and then revokes the old one. A token cannot be imported, because Logfire shows its value only once.
 *
 * @example
 * const project = new LogfireProject(this, 'Shop');
 * const token = new LogfireWriteToken(this, 'Token', { project, expiry: TokenExpiry.after(Duration.days(90)) });
 */
export class LogfireWriteToken extends CredentialBase implements ILogfireIngestCredential {
  /**
   * Refers to an existing token, for example one in a secret store. Creates nothing.
   *
   * @param token the token as a secret; fails with an empty one
   */
  public static fromSecret(scope: Construct, id: string, token: SecretValue): ILogfireIngestCredential {
    checkCall('LogfireWriteToken.fromSecret', arguments);
    return new ExistingIngestCredential(scope, id, token);
  }

  /** The generated binding, for everything that this construct does not model. */
  public readonly resource: l1.WriteToken;

  /** Always true. Distinguishes this credential from those for other purposes. */
  public readonly canSendTelemetry: boolean = true;

  /** Always false: `tokenValue` is a single token. */
  public readonly isTokenList: boolean = false;

  constructor(scope: Construct, id: string, props: LogfireWriteTokenProps) {
    super(scope, id);
    checkCall('new LogfireWriteToken', arguments, this);
    const lifetime = new TokenLifetime(this, props);
    this.resource = this._create(l1.WriteToken, {
      projectId: props.project.projectId,
      expiresAt: lifetime.expiresAt,
      lifecycle: lifetime.lifecycle,
      provider: providerFor(this, props.provider, props.project),
      dependsOn: props.dependsOn,
    });
    lifetime.watch(this, 'token');
  }

  /**
   * Scheme and host of the Logfire instance that receives the telemetry. Comes from the provider, otherwise from the region in the token,
   * which is known only at apply.
   */
  public get ingestEndpoint(): string {
    return ingestEndpointOf(this, this.tokenValue);
  }
}

declareReferences('logfire_write_token', { path: 'project_id', prop: 'project' });

import { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { checkCall } from '../core/calls';
import { providerFor } from '../core/effective-provider';
import { fail } from '../core/errors';
import { declareReferences } from '../core/organizations';
import { ILogfireProjectRef } from '../core/references';
import { ImportIdKind, renderImportId } from '../core/terraform-blocks';
import { isUnresolved } from '../core/unresolved';
import * as l1 from '../l1';
import { ILogfireCredential } from '../tokens/credential';
import { CredentialBase } from '../tokens/credential-base';

/**
 * A reference to a frontend application, which its tokens need. Every `ILogfireFrontendApplication` is one.
 *
 * @experimental
 */
export interface ILogfireFrontendApplicationRef extends IConstruct {
  /** Project that receives the application's telemetry. */
  readonly project: ILogfireProjectRef;

  /** UUID of the application. Known only at apply for one that is created in this app. */
  readonly applicationId: string;
}

/**
 * A credential for browsers that send telemetry: a `LogfireFrontendToken`. Every visitor of a page can read it.
 *
 * @experimental
 */
export interface ILogfireFrontendCredential extends ILogfireCredential {
  /** Always true. Distinguishes this credential from those for other purposes. */
  readonly canSendFromBrowsers: boolean;
}

/**
 * Identifies an existing token of a frontend application to import.
 *
 * @experimental
 */
export class FrontendTokenImportId {
  /** A token of the application by its UUID. */
  public static byId(tokenId: string): FrontendTokenImportId {
    checkCall('FrontendTokenImportId.byId', arguments);
    return new FrontendTokenImportId(ImportIdKind.ID, tokenId);
  }

  private constructor(
    /** How the existing object is identified. */
    public readonly kind: ImportIdKind,
    private readonly tokenId: string,
  ) {}

  /** @internal */
  public _render(scope: IConstruct, prop: string, projectId: string, applicationId: string): string {
    return `${projectId}/${applicationId}/${renderImportId(scope, prop, [this.tokenId], 'copy the UUID of the token')}`;
  }
}

/**
 * Options of a token of a frontend application: its origin, and what happens when it is destroyed.
 *
 * @experimental
 */
export interface FrontendTokenOptions {
  /**
   * UUID of an active token of the application to adopt, instead of issuing one. Pass the `tokenId` of an application for its first token,
   * which can only be revoked this way. Fails with a blank one, and together with `importFrom`. A change replaces the token.
   *
   * @default - a new token is issued
   */
  readonly adoptTokenId?: string;

  /**
   * Whether the token is revoked when it is destroyed. Logfire does not revoke the last active token of an application. Set this to `false`
   * for one token and apply, before you remove the last token, and before you destroy or replace an application whose first token you
   * adopted. Destroying an application revokes all its tokens in any case. A change updates the token in place.
   *
   * @default true
   */
  readonly revokeOnDestroy?: boolean;

  /**
   * Imports an existing token with its value at the first apply, instead of issuing one. Later applies ignore it. The project and the
   * application must exist before that apply.
   *
   * @default - a new token is issued
   */
  readonly importFrom?: FrontendTokenImportId;

  /**
   * Terraform provider that creates the token.
   *
   * @default - the provider of the application if both are in the same stack, otherwise the stack's default provider
   */
  readonly provider?: TerraformProvider;

  /**
   * Resources that must exist before the token is created.
   *
   * @default - only the resources that the token refers to
   */
  readonly dependsOn?: ITerraformDependable[];
}

/**
 * Properties of a token of a frontend application.
 *
 * @experimental
 */
export interface LogfireFrontendTokenProps extends FrontendTokenOptions {
  /** Application that the token belongs to. A change replaces the token. */
  readonly application: ILogfireFrontendApplicationRef;
}

/**
 * A token that browsers send telemetry with (`logfire_frontend_application_token`).
 *
 * Such tokens never expire, and open pages keep the token that they loaded. Rotate them in two steps. First add a new token, apply and ship
 * it. When no page uses the old token anymore, remove it from the program and apply again, which revokes it. A token can only be revoked
 * while another one is active.
 *
 * @example
 * const project = new LogfireProject(this, 'Shop');
 * const web = new LogfireFrontendApplication(this, 'Web', { project });
 * const token = new LogfireFrontendToken(this, 'NextToken', { application: web });
 * new TerraformOutput(this, 'WebToken', { value: token.tokenValue, sensitive: true });
 *
 * @experimental
 */
export class LogfireFrontendToken extends CredentialBase implements ILogfireFrontendCredential {
  /** The generated binding, for everything that this construct does not model. */
  public readonly resource: l1.FrontendApplicationToken;

  /** Always true. Distinguishes this credential from those for other purposes. */
  public readonly canSendFromBrowsers: boolean = true;

  constructor(scope: Construct, id: string, props: LogfireFrontendTokenProps) {
    super(scope, id);
    checkCall('new LogfireFrontendToken', arguments, this);
    const { application, adoptTokenId, importFrom } = props;
    checkAdoption(this, props);
    // Never create_before_destroy: it would spread to the application, which has to be destroyed first in one case.
    this.resource = this._create(l1.FrontendApplicationToken, {
      projectId: application.project.projectId,
      applicationId: application.applicationId,
      adoptTokenId,
      revokeOnDestroy: props.revokeOnDestroy ?? true,
      provider: providerFor(this, props.provider, application, application.project),
      dependsOn: props.dependsOn,
    });
    this._import(importFrom, application.project.projectId, application.applicationId);
  }
}

function checkAdoption(scope: Construct, { adoptTokenId, importFrom }: LogfireFrontendTokenProps): void {
  if (adoptTokenId === undefined) {
    return;
  }
  if (importFrom !== undefined) {
    fail(scope, 'adopt-token', 'adoptTokenId must not be combined with importFrom: adopting a token would replace the imported one; keep importFrom to import an existing token into the state');
  }
  if (!isUnresolved(adoptTokenId) && adoptTokenId.trim() === '') {
    fail(scope, 'uuid', `adoptTokenId must be the UUID of an active token, got ${JSON.stringify(adoptTokenId)}; leave it out to issue a new token`);
  }
}

declareReferences('logfire_frontend_application_token', { path: 'application_id', prop: 'application' }, { path: 'project_id', prop: 'application.project' });

import { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { FrontendTokenOptions, ILogfireFrontendApplicationRef, LogfireFrontendToken } from './frontend-token';
import { checkCall, propsOf } from '../core/calls';
import { checkNotBlank } from '../core/checks';
import { providerFor } from '../core/effective-provider';
import { fail } from '../core/errors';
import { literal } from '../core/expression';
import { checkName, defaultName, NameRule } from '../core/names';
import { declareReferences } from '../core/organizations';
import { protect } from '../core/protection';
import { ILogfireProjectRef } from '../core/references';
import { ResourceBase } from '../core/resource-base';
import { ImportIdKind, renderImportId } from '../core/terraform-blocks';
import { isUnresolved } from '../core/unresolved';
import * as l1 from '../l1';

/**
 * A frontend application, created in this app or existing.
 *
 * @experimental
 */
export interface ILogfireFrontendApplication extends ILogfireFrontendApplicationRef {
  /**
   * Issues one more token for the application, as a child of it. No other token is revoked.
   *
   * @param id construct id of the token below the application
   * @param options whether to adopt an active token instead, and what happens when the token is destroyed
   */
  addToken(id: string, options?: FrontendTokenOptions): LogfireFrontendToken;
}

/**
 * Identifies an existing frontend application to import.
 *
 * @experimental
 */
export class FrontendApplicationImportId {
  /** An application of the project by its UUID. */
  public static byId(applicationId: string): FrontendApplicationImportId {
    checkCall('FrontendApplicationImportId.byId', arguments);
    return new FrontendApplicationImportId(ImportIdKind.ID, applicationId);
  }

  private constructor(
    /** How the existing object is identified. */
    public readonly kind: ImportIdKind,
    private readonly applicationId: string,
  ) {}

  /** @internal */
  public _render(scope: IConstruct, prop: string, projectId: string): string {
    return `${projectId}/${renderImportId(scope, prop, [this.applicationId], 'copy the UUID of the application')}`;
  }
}

/**
 * The order in which a change of environment or namespace replaces an application that keeps its name.
 *
 * @experimental
 */
export enum FrontendReplacement {
  /**
   * Creates the new application first, so that no telemetry is lost. Use it for a change of the environment. A change of the namespace
   * alone fails at apply, because Logfire identifies applications by project, name and environment.
   */
  CREATE_FIRST = 'create-first',
  /** Destroys the old application first, so that telemetry is lost in between. Use it for a change of the namespace. */
  DESTROY_FIRST = 'destroy-first',
}

/**
 * Properties of a frontend application.
 *
 * @experimental
 */
export interface LogfireFrontendApplicationProps {
  /** Project that receives the application's telemetry. A change replaces the application. */
  readonly project: ILogfireProjectRef;

  /**
   * Name of the application: any string that is not blank. It becomes the `service.name` of the telemetry. A change replaces the
   * application.
   *
   * @default - derived from the construct's path, for example `app-web`
   */
  readonly applicationName?: string;

  /**
   * Namespace of the application, which becomes the `service.namespace` of the telemetry. An empty string counts as none. A change replaces
   * the application, and requires `FrontendReplacement.DESTROY_FIRST`.
   *
   * @default - none
   */
  readonly serviceNamespace?: string;

  /**
   * Environment of the application, which becomes the `deployment.environment.name` of the telemetry. An empty string counts as none. A
   * change replaces the application, and requires `replacement`: `FrontendReplacement.CREATE_FIRST` loses no telemetry.
   *
   * @default - none
   */
  readonly environment?: string;

  /**
   * Order of the replacement when the environment or namespace changes and the name does not. The new application takes the name over, as
   * with `adoptExistingServiceName`. Set it in the apply with the change or before, and leave it set if you like.
   *
   * @default - the provider rejects such a change at the plan
   */
  readonly replacement?: FrontendReplacement;

  /**
   * Whether the application may take a name that already receives telemetry. Only has an effect when the application is created. Fails if
   * it is `false` together with `replacement`.
   *
   * @default - true with `replacement`; otherwise such a name fails at apply
   */
  readonly adoptExistingServiceName?: boolean;

  /**
   * Imports an existing application of the project at the first apply, instead of creating one. Later applies ignore it. The project must
   * exist before that apply.
   *
   * @default - a new application is created
   */
  readonly importFrom?: FrontendApplicationImportId;

  /**
   * Terraform provider that creates the application.
   *
   * @default - the provider of the project if both are in the same stack, otherwise that of `LogfireDefaults`, otherwise the stack's
   * default provider
   */
  readonly provider?: TerraformProvider;

  /**
   * Resources that must exist before the application is created.
   *
   * @default - only the resources that the application refers to
   */
  readonly dependsOn?: ITerraformDependable[];
}

/** Provider: `name` of a frontend application. */
const APPLICATION_NAME: NameRule = { pattern: /\S/, minLength: 1, maxLength: Infinity, allowed: 'a string that is not blank' };

/** The base of all frontend applications, created in this app or existing. */
abstract class FrontendApplicationBase extends ResourceBase implements ILogfireFrontendApplication {
  public abstract readonly project: ILogfireProjectRef;
  public abstract readonly applicationId: string;

  /**
   * Issues one more token for the application, as a child of it. No other token is revoked.
   *
   * @param id construct id of the token below the application
   * @param options whether to adopt an active token instead, and what happens when the token is destroyed
   */
  public addToken(id: string, options: FrontendTokenOptions = {}): LogfireFrontendToken {
    checkCall('ILogfireFrontendApplication#addToken', arguments, this);
    return new LogfireFrontendToken(this, id, { ...propsOf('FrontendTokenOptions', options), application: this });
  }
}

class ExistingFrontendApplication extends FrontendApplicationBase {
  public readonly resource = undefined;

  constructor(scope: Construct, id: string, public readonly project: ILogfireProjectRef, public readonly applicationId: string) {
    super(scope, id);
    if (!isUnresolved(applicationId) && applicationId.trim() === '') {
      fail(this, 'uuid', `applicationId must be the UUID of a frontend application, got ${JSON.stringify(applicationId)}; copy it from the project's settings`);
    }
    this.applicationId = literal(applicationId);
  }
}

/**
 * A program that sends telemetry from browsers (`logfire_frontend_application`).
 *
 * Logfire issues the first token together with the application, as `tokenValue`. Add more tokens with `addToken`. Changes that replace an
 * application need care if its name stays the same: see `replacement`. Destroying the application revokes all its tokens.
 *
 * @example
 * const project = new LogfireProject(this, 'Shop');
 * const web = new LogfireFrontendApplication(this, 'Web', { project, applicationName: 'web-shop', environment: 'production' });
 * new TerraformOutput(this, 'WebToken', { value: web.tokenValue, sensitive: true });
 *
 * @experimental
 */
export class LogfireFrontendApplication extends FrontendApplicationBase implements ILogfireFrontendApplication {
  /**
   * Refers to an existing frontend application. Creates nothing.
   *
   * @param project project of the application
   * @param applicationId UUID of the application; fails with a blank one
   */
  public static fromApplicationId(scope: Construct, id: string, project: ILogfireProjectRef, applicationId: string): ILogfireFrontendApplication {
    checkCall('LogfireFrontendApplication.fromApplicationId', arguments);
    return new ExistingFrontendApplication(scope, id, project, applicationId);
  }

  /** The generated binding, for everything that this construct does not model. */
  public readonly resource: l1.FrontendApplication;

  /** Project that receives the application's telemetry. */
  public readonly project: ILogfireProjectRef;

  constructor(scope: Construct, id: string, props: LogfireFrontendApplicationProps) {
    super(scope, id);
    checkCall('new LogfireFrontendApplication', arguments, this);
    const name = props.applicationName ?? defaultName(this, APPLICATION_NAME);
    checkName(this, 'applicationName', name, APPLICATION_NAME);
    if (props.replacement !== undefined && props.adoptExistingServiceName === false) {
      fail(this, 'adopt-application', `adoptExistingServiceName must not be false with replacement ${JSON.stringify(props.replacement)}: the new application takes over the name of the old one; leave it out`);
    }
    this.project = props.project;
    for (const prop of ['serviceNamespace', 'environment'] as const) {
      if (props[prop]) {
        checkNotBlank(this, prop, props[prop], 'leave it out for none');
      }
    }
    this.resource = this._create(l1.FrontendApplication, {
      projectId: props.project.projectId,
      name,
      serviceNamespace: props.serviceNamespace || undefined,
      environment: props.environment || undefined,
      adoptExistingServiceName: props.replacement === undefined ? props.adoptExistingServiceName : true,
      lifecycle: props.replacement === FrontendReplacement.CREATE_FIRST ? { createBeforeDestroy: true } : undefined,
      provider: providerFor(this, props.provider, props.project),
      dependsOn: props.dependsOn,
    });
    protect(this.resource, { alternative: 'leave out replacement' });
    this._import(props.importFrom, props.project.projectId);
  }

  /** UUID of the application. Known only at apply. */
  public get applicationId(): string {
    return this._attribute('id');
  }

  /** An active token of the application, marked as sensitive. Known only at apply. Null if none is active. */
  public get tokenValue(): string {
    return this._secretAttribute('token');
  }

  /** UUID of the token in `tokenValue`. Known only at apply. Null if none is active. */
  public get tokenId(): string {
    return this._attribute('token_id');
  }
}

declareReferences('logfire_frontend_application', { path: 'project_id', prop: 'project' });

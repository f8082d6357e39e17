import { Construct, IConstruct } from 'constructs';
import { FrontendReplacement, LogfireFrontendApplicationProps } from './frontend-application-props';
import { FrontendApplicationReference } from './frontend-application-reference';
import { LogfireFrontendToken } from './frontend-token';
import { FrontendTokenOptions } from './frontend-token-options';
import { attributeReference } from '../core/attribute-reference';
import { fail } from '../core/errors';
import { ImportBlock } from '../core/import-block';
import { inheritedProvider } from '../core/inherited-provider';
import { checkName, defaultName, NameRule } from '../core/names';
import { ResourceBase } from '../core/resource-base';
import { sensitive } from '../core/sensitive';
import * as l1 from '../l1';
import type { ILogfireProject } from '../projects/project';

/**
 * A frontend application, made in this app or elsewhere.
 *
 * @experimental
 */
export interface ILogfireFrontendApplication extends IConstruct {
  /** The project that the application's telemetry goes to. */
  readonly project: ILogfireProject;

  /** UUID of the application; known at apply for one that is made in this app. */
  readonly applicationId: string;

  /**
   * Issues one more token for the application, as a child of it; none is revoked by that.
   *
   * @param id construct id of the token below the application
   * @param options whether a token is adopted instead, and what happens to it at the end
   */
  addToken(id: string, options?: FrontendTokenOptions): LogfireFrontendToken;
}

/** Provider: `name` of a frontend application. */
const APPLICATION_NAME: NameRule = { pattern: /\S/, minLength: 1, maxLength: Infinity, allowed: 'a text that is not blank' };

/**
 * A program that sends telemetry from browsers (`logfire_frontend_application`).
 *
 * Logfire issues its first token with it, `tokenValue`; more are added by `addToken`. Everything about an application that it
 * replaces by a change needs care, because its name stays the same: see `replacement`. Destroying it revokes all its tokens.
 *
 * @experimental
 */
export class LogfireFrontendApplication extends ResourceBase implements ILogfireFrontendApplication {
  /**
   * Refers to an application that exists; creates nothing.
   *
   * @param project the project of the application
   * @param applicationId UUID of the application; a blank one is refused
   */
  public static fromApplicationId(scope: Construct, id: string, project: ILogfireProject, applicationId: string): ILogfireFrontendApplication {
    return new FrontendApplicationReference(scope, id, project, applicationId);
  }

  /** The generated binding, for what this construct does not model. */
  public readonly resource: l1.FrontendApplication;

  /** The project that the application's telemetry goes to. */
  public readonly project: ILogfireProject;

  private idReference: string | undefined;
  private tokenReference: string | undefined;
  private tokenIdReference: string | undefined;

  constructor(scope: Construct, id: string, props: LogfireFrontendApplicationProps) {
    super(scope, id);
    const name = props.applicationName ?? defaultName(this, APPLICATION_NAME);
    checkName(this, 'applicationName', name, APPLICATION_NAME);
    if (props.replacement !== undefined && props.adoptExistingServiceName === false) {
      fail(this, `adoptExistingServiceName must not be false with replacement ${props.replacement}: the new application takes over the name of the old one; leave it out`);
    }
    this.project = props.project;
    this.resource = new l1.FrontendApplication(this, 'Resource', {
      projectId: props.project.projectId,
      name,
      serviceNamespace: props.serviceNamespace || undefined,
      environment: props.environment || undefined,
      adoptExistingServiceName: props.replacement === undefined ? props.adoptExistingServiceName : true,
      lifecycle: props.replacement === FrontendReplacement.CREATE_FIRST ? { createBeforeDestroy: true } : undefined,
      provider: props.provider ?? inheritedProvider(this, props.project),
      dependsOn: props.dependsOn,
    });
    if (props.importFrom !== undefined) {
      new ImportBlock(this, 'Import', this.resource, props.importFrom._render(this, 'importFrom', props.project.projectId));
    }
  }

  /** UUID of the application; known at apply. */
  public get applicationId(): string {
    this.idReference ??= attributeReference(this.resource, 'id');
    return this.idReference;
  }

  /** An active token of the application, marked as sensitive; known at apply. Null when none is active. */
  public get tokenValue(): string {
    this.tokenReference ??= sensitive(attributeReference(this.resource, 'token'));
    return this.tokenReference;
  }

  /** UUID of the token in `tokenValue`; known at apply. Null when none is active. */
  public get tokenId(): string {
    this.tokenIdReference ??= attributeReference(this.resource, 'token_id');
    return this.tokenIdReference;
  }

  /**
   * Issues one more token for the application, as a child of it; none is revoked by that.
   *
   * @param id construct id of the token below the application
   * @param options whether a token is adopted instead, and what happens to it at the end
   */
  public addToken(id: string, options: FrontendTokenOptions = {}): LogfireFrontendToken {
    return new LogfireFrontendToken(this, id, { ...options, application: this });
  }
}

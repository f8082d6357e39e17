import { Annotations } from 'cdktf';
import { IConstruct } from 'constructs';
import { NotificationRouting } from './notification-routing';
import { checkCall } from '../core/calls';
import type { ErrorId } from '../core/error-ids';
import { fail, failWithoutPath, warn } from '../core/errors';
import { nearest } from '../core/given';
import { inHostLanguage } from '../core/host-language';
import { ILogfireProjectRef } from '../core/references';

/** Kind of deployment environments: how their telemetry is separated. */
export enum DeploymentEnvironmentsKind {
  /** Each environment has its own project. */
  PROJECT_EACH = 'project-each',
  /** All environments send to one project, and alerts filter by environment. */
  ONE_PROJECT = 'one-project',
}

/** Options of deployment environments. */
export interface DeploymentEnvironmentsOptions {
  /**
   * Names of the environments that page: their alerts notify the deliveries of their severity. The other environments are quiet: all their
   * alerts notify the deliveries for information, or nobody. Each must be the name of an environment. An empty list makes all of them quiet.
   *
   * @default - those named `production` or `prod`; a warning if there is none
   */
  readonly paging?: string[];
}

/** An environment with its own project. */
export interface EnvironmentProject {
  /**
   * Name of the environment, such as `production`: letters, digits, `.`, `_` and `-`, beginning with a letter or digit. Any other name fails
   * at synth. Construct ids contain it, so a change replaces what belongs to the environment.
   */
  readonly environmentName: string;

  /** The project that receives the telemetry of the environment. */
  readonly project: ILogfireProjectRef;
}

const NAME = /^[A-Za-z0-9][\w.-]*$/;
const PAGING = /^prod(uction)?$/i;

/**
 * The deployment environments of a system, such as production and staging: which projects they use, and which of them page.
 *
 * @example
 * declare const shop: ILogfireProject;
 * const environments = DeploymentEnvironments.inProject(shop, ['production', 'staging']);
 */
export class DeploymentEnvironments {
  /**
   * Environments that all send to one project. Alerts filter by environment.
   *
   * @param project the project
   * @param names names of the environments as programs send them, such as `production`: at least one, each one once, and not in two spellings
   * such as `prod` and `Prod`; letters, digits, `.`, `_` and `-`, beginning with a letter or digit. Others fail at synth
   * @param options which of them page
   */
  public static inProject(project: ILogfireProjectRef, names: string[], options: DeploymentEnvironmentsOptions = {}): DeploymentEnvironments {
    checkCall('DeploymentEnvironments.inProject', arguments);
    const environments = names.map((environmentName) => ({ environmentName, project }));
    return new DeploymentEnvironments(DeploymentEnvironmentsKind.ONE_PROJECT, project, environments, options);
  }

  /**
   * Environments with a project each, which may be in different stacks. `LogfireEnvironmentProjects` creates such projects.
   *
   * @param environments the environments: at least one, each name once
   * @param options which of them page
   */
  public static ofProjects(environments: EnvironmentProject[], options: DeploymentEnvironmentsOptions = {}): DeploymentEnvironments {
    checkCall('DeploymentEnvironments.ofProjects', arguments);
    return new DeploymentEnvironments(DeploymentEnvironmentsKind.PROJECT_EACH, environments[0]?.project, environments, options);
  }

  /** Names of the environments, in the order in which you passed them. */
  public readonly names: string[];

  private readonly projects: ReadonlyMap<string, ILogfireProjectRef>;
  private readonly paging: ReadonlySet<string>;
  private hasSaid = false;

  private constructor(
    /** How the telemetry of the environments is separated. */
    public readonly kind: DeploymentEnvironmentsKind,
    private readonly scope: IConstruct,
    environments: readonly EnvironmentProject[],
    private readonly options: DeploymentEnvironmentsOptions,
  ) {
    this.names = environments.map(({ environmentName }) => environmentName);
    checkEnvironmentNames(scope, this.names);
    this.projects = new Map(environments.map(({ environmentName, project }) => [environmentName, project]));
    this.paging = new Set(options.paging ?? this.names.filter((name) => PAGING.test(name)));
    this.paging.forEach((name) => this.checkKnown('paging', name));
  }

  /** Returns the project of an environment. Fails for a name that is none of the environments. */
  public projectOf(name: string): ILogfireProjectRef {
    checkCall('DeploymentEnvironments#projectOf', arguments, this);
    this.checkKnown('name', name);
    return this.projects.get(name)!;
  }

  /**
   * Returns the filter of an environment, for the prop `environments` of alerts and SLOs: its name in one project, and an empty list for a
   * project of its own. Fails for a name that is none of the environments.
   */
  public filterOf(name: string): string[] {
    checkCall('DeploymentEnvironments#filterOf', arguments, this);
    this.checkKnown('name', name);
    return this.kind === DeploymentEnvironmentsKind.ONE_PROJECT ? [name] : [];
  }

  /** Returns whether an environment pages. Fails for a name that is none of the environments. */
  public pages(name: string): boolean {
    checkCall('DeploymentEnvironments#pages', arguments, this);
    this.checkKnown('name', name);
    return this.paging.has(name);
  }

  /**
   * Returns the routing of an environment: the same one if the environment pages, otherwise its quiet form. Synth says once which environments
   * are quiet. Fails for a name that is none of the environments.
   *
   * @param name name of the environment
   * @param routing the routing of environments that page
   */
  public routingOf(name: string, routing: NotificationRouting): NotificationRouting {
    checkCall('DeploymentEnvironments#routingOf', arguments, this);
    if (this.pages(name)) {
      return routing;
    }
    this.sayQuiet();
    return routing.quiet();
  }

  private sayQuiet(): void {
    if (!this.hasSaid) {
      this.hasSaid = true;
      if (this.paging.size === 0 && this.options.paging === undefined) {
        warn(this.scope, 'environment-name', `paging has no environment, because none of ${this.names.join(', ')} is named production or prod: no alert pages; `
          + 'pass the names of those that page, or an empty list if none should');
        return;
      }
      const quiet = this.names.filter((name) => !this.paging.has(name));
      Annotations.of(this.scope).addInfo(inHostLanguage(`alerts of ${quiet.join(', ')} do not page: their notifications go to the deliveries for information, or to nobody; `
        + 'list an environment in paging to change that'));
    }
  }

  private checkKnown(prop: string, name: string): void {
    if (!this.projects.has(name)) {
      const meant = nearest(name, this.names);
      fail(this.scope, 'environment-name', `${prop} must be one of ${this.names.join(', ')}, got ${JSON.stringify(name)}; `
        + `${meant === undefined ? 'add it to the environments, or correct it' : `did you mean ${meant}?`}`);
    }
  }
}

/** Rejects names that construct ids cannot contain, and the same name twice. */
export function checkEnvironmentNames(scope: IConstruct | undefined, names: readonly string[]): void {
  const reject: (id: ErrorId, message: string) => never = (id, message) => (
    scope === undefined ? failWithoutPath(id, message) : fail(scope, id, message)
  );
  if (names.length === 0) {
    reject('not-empty', 'environments must have at least one environment, got none; pass for example production');
  }
  names.forEach((name, index) => {
    if (!NAME.test(name)) {
      reject('environment-name', `names of environments must be letters, digits, ., _ and -, beginning with a letter or digit, got ${JSON.stringify(name)}; pass the name that programs send, such as production`);
    }
    if (names.indexOf(name) !== index) {
      reject('distinct-values', `names of environments must be there once, got ${name} twice; remove one of them`);
    }
    const other = names.slice(0, index).find((earlier) => earlier.toLowerCase() === name.toLowerCase());
    if (other !== undefined) {
      reject('distinct-values', `names of environments must differ in more than case, got ${other} and ${name}; keep the one that programs send`);
    }
  });
}

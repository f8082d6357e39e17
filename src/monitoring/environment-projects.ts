import { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { checkEnvironmentNames, DeploymentEnvironments, DeploymentEnvironmentsOptions } from './deployment-environments';
import { checkCall, checkedScope } from '../core/calls';
import { kebabPath } from '../core/names';
import { LogfireProject, ProjectVisibility } from '../projects/project';

/** Properties of projects for several environments. */
export interface LogfireEnvironmentProjectsProps extends DeploymentEnvironmentsOptions {
  /**
   * Names of the environments, such as `production`: at least one, each one once, and not in two spellings such as `prod` and `Prod`.
   * Others fail at synth.
   *
   * They are letters, digits, `.`, `_` and `-`, beginning with a letter or digit. A name that is added adds a project; the others keep their
   * addresses.
   */
  readonly names: string[];

  /**
   * Beginning of the projects' names, followed by a hyphen and the name of the environment: `shop` names a project `shop-production`.
   *
   * @default - derived from the construct's path, for example `app-shop`
   */
  readonly projectNamePrefix?: string;

  /**
   * Who can open the projects. A change updates them in place.
   *
   * @default ProjectVisibility.PUBLIC
   */
  readonly visibility?: ProjectVisibility;

  /**
   * Prevents Terraform from destroying or replacing the projects, which would delete all their telemetry.
   *
   * It does not protect the project of an environment that you remove from `names`.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;

  /**
   * Terraform provider that creates the projects. It determines the organization.
   *
   * @default - the provider of `LogfireDefaults`, otherwise the stack's default provider
   */
  readonly provider?: TerraformProvider;

  /**
   * Resources that must exist before the projects are created.
   *
   * @default - only the resources that the projects refer to
   */
  readonly dependsOn?: ITerraformDependable[];
}

/**
 * A project for each deployment environment.
 *
 * The construct id of a project is the name of its environment, so that another environment changes no address.
 *
 * @example
 * const shop = new LogfireEnvironmentProjects(this, 'Shop', { names: ['production', 'staging'], projectNamePrefix: 'shop' });
 * shop.projectOf('staging').addWriteToken('Token');
 */
export class LogfireEnvironmentProjects extends Construct {
  /** The environments, with their projects. */
  public readonly environments: DeploymentEnvironments;

  private readonly projects = new Map<string, LogfireProject>();

  constructor(scope: Construct, id: string, props: LogfireEnvironmentProjectsProps) {
    super(checkedScope(scope, id, new.target), id);
    checkCall('new LogfireEnvironmentProjects', arguments, this);
    const { names, paging, projectNamePrefix: prefix, visibility, deletionProtection, provider, dependsOn } = props;
    checkEnvironmentNames(this, names);
    names.forEach((name) => this.projects.set(name, new LogfireProject(this, name, {
      projectName: prefix === undefined ? undefined : `${prefix}-${kebabPath([name])}`, visibility, deletionProtection, provider, dependsOn,
    })));
    this.environments = DeploymentEnvironments.ofProjects(
      [...this.projects].map(([environmentName, project]) => ({ environmentName, project })), paging === undefined ? {} : { paging },
    );
  }

  /** Returns the project of an environment. Fails for a name that is none of the environments. */
  public projectOf(name: string): LogfireProject {
    checkCall('LogfireEnvironmentProjects#projectOf', arguments, this);
    this.environments.projectOf(name);
    return this.projects.get(name)!;
  }
}

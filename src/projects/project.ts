import { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { checkCall, propsOf } from '../core/calls';
import { checkExistingId, checkMaxLength } from '../core/checks';
import { providerFor } from '../core/effective-provider';
import { literal } from '../core/expression';
import { checkName, defaultName, SLUG_NAME } from '../core/names';
import { protect } from '../core/protection';
import { ILogfireProjectRef } from '../core/references';
import { ResourceBase } from '../core/resource-base';
import { defaultOf } from '../core/scope-defaults';
import { ImportIdKind, renderImportId } from '../core/terraform-blocks';
import { declareUniqueName } from '../core/unique-names';
import * as l1 from '../l1';
import { LogfireIngestKey } from '../tokens/ingest-key';
import { KeyOptions } from '../tokens/key-options';
import { LogfireReadToken } from '../tokens/read-token';
import { TokenOptions } from '../tokens/token-rotation';
import { LogfireWriteToken } from '../tokens/write-token';

/** A Logfire project, created in this app or existing. */
export interface ILogfireProject extends ILogfireProjectRef {
  /**
   * Creates a token for programs that send telemetry, as a child of the project.
   *
   * @param id construct id of the token below the project
   * @param options expiration, rotation and warning; by default the token expires after a year
   */
  addWriteToken(id: string, options?: TokenOptions): LogfireWriteToken;

  /**
   * Creates a token for programs that query telemetry, as a child of the project.
   *
   * @param id construct id of the token below the project
   * @param options expiration, rotation and warning; by default the token expires after a year
   */
  addReadToken(id: string, options?: TokenOptions): LogfireReadToken;

  /**
   * Creates a key for programs that send telemetry, as a child of the project: an API key with the scope `project:write_otlp`. Unlike a
   * write token it has a name.
   *
   * @param id construct id of the key below the project
   * @param options name, description, expiration, rotation and warning; by default the key expires after a year
   */
  addIngestKey(id: string, options?: KeyOptions): LogfireIngestKey;
}

/** Identifies an existing project to import. */
export class ProjectImportId {
  /** A project by the name of its organization and its own name, such as `acme` and `shop`. The provider recommends this form. */
  public static byName(organization: string, project: string): ProjectImportId {
    checkCall('ProjectImportId.byName', arguments);
    return new ProjectImportId(ImportIdKind.NAME, [organization, project]);
  }

  /** A project by its UUID. */
  public static byId(projectId: string): ProjectImportId {
    checkCall('ProjectImportId.byId', arguments);
    return new ProjectImportId(ImportIdKind.ID, [projectId]);
  }

  private constructor(
    /** How the existing object is identified. */
    public readonly kind: ImportIdKind,
    private readonly parts: string[],
  ) {}

  /** @internal */
  public _render(scope: IConstruct, prop: string): string {
    return renderImportId(scope, prop, this.parts, 'use ProjectImportId.byId if a name has such a character');
  }
}

/** Who can open a project. */
export enum ProjectVisibility {
  /** All members of the organization. */
  PUBLIC = 'public',
  /** Only people who were added to the project. */
  PRIVATE = 'private',
}

/** Properties of a project. */
export interface LogfireProjectProps {
  /**
   * Name of the project, unique in its organization: 2 to 50 characters, lower-case letters, digits and single hyphens
   * between them. A change renames the project in place.
   *
   * @default - derived from the construct's path, for example `app-shop`
   */
  readonly projectName?: string;

  /**
   * Description of the project, at most 500 characters. An empty string counts as none. A change updates the project in place.
   *
   * @default - none
   */
  readonly description?: string;

  /**
   * Who can open the project. A change updates the project in place.
   *
   * @default ProjectVisibility.PUBLIC
   */
  readonly visibility?: ProjectVisibility;

  /**
   * Prevents Terraform from destroying or replacing the project, which would delete all its telemetry. To destroy the project, set this
   * to `false` and apply first. If you remove the construct from the program, the protection is removed with it.
   *
   * @default - the protection of `LogfireDefaults`, otherwise true
   */
  readonly deletionProtection?: boolean;

  /**
   * Imports an existing project at the first apply, instead of creating one. Later applies ignore it.
   *
   * @default - a new project is created
   */
  readonly importFrom?: ProjectImportId;

  /**
   * Terraform provider that creates the project. It determines the organization.
   *
   * @default - the provider of `LogfireDefaults`, otherwise the stack's default provider
   */
  readonly provider?: TerraformProvider;

  /**
   * Resources that must exist before the project is created.
   *
   * @default - only the resources that the project refers to
   */
  readonly dependsOn?: ITerraformDependable[];
}

/** Server limit. */
const DESCRIPTION_MAX_LENGTH = 500;

/** The base of all projects, created in this app or existing. */
abstract class LogfireProjectBase extends ResourceBase implements ILogfireProject {
  public abstract readonly projectId: string;

  /**
   * Creates a token for programs that send telemetry, as a child of the project.
   *
   * @param id construct id of the token below the project
   * @param options expiration, rotation and warning; by default the token expires after a year
   */
  public addWriteToken(id: string, options: TokenOptions = {}): LogfireWriteToken {
    checkCall('ILogfireProject#addWriteToken', arguments, this);
    return new LogfireWriteToken(this, id, { ...propsOf('TokenOptions', options), project: this });
  }

  /**
   * Creates a token for programs that query telemetry, as a child of the project.
   *
   * @param id construct id of the token below the project
   * @param options expiration, rotation and warning; by default the token expires after a year
   */
  public addReadToken(id: string, options: TokenOptions = {}): LogfireReadToken {
    checkCall('ILogfireProject#addReadToken', arguments, this);
    return new LogfireReadToken(this, id, { ...propsOf('TokenOptions', options), project: this });
  }

  /**
   * Creates a key for programs that send telemetry, as a child of the project: an API key with the scope `project:write_otlp`. Unlike a
   * write token it has a name.
   *
   * @param id construct id of the key below the project
   * @param options name, description, expiration, rotation and warning; by default the key expires after a year
   */
  public addIngestKey(id: string, options: KeyOptions = {}): LogfireIngestKey {
    checkCall('ILogfireProject#addIngestKey', arguments, this);
    return new LogfireIngestKey(this, id, { ...propsOf('KeyOptions', options), project: this });
  }
}

class ExistingProject extends LogfireProjectBase {
  public readonly resource = undefined;

  constructor(scope: Construct, id: string, public readonly projectId: string) {
    super(scope, id);
    checkExistingId(this, 'projectId', projectId, 'project');
    this.projectId = literal(projectId);
  }
}

/**
 * A Logfire project (`logfire_project`).
 *
 * Destroying a project deletes its telemetry, so `terraform destroy` fails until you turn `deletionProtection` off.
 *
 * @example
 * const project = new LogfireProject(this, 'Shop', { projectName: 'shop', visibility: ProjectVisibility.PRIVATE });
 * const token = project.addWriteToken('Token');
 * new TerraformOutput(this, 'ShopToken', { value: token.tokenValue, sensitive: true });
 */
export class LogfireProject extends LogfireProjectBase implements ILogfireProject {
  /**
   * Refers to an existing project. Creates nothing.
   *
   * @param projectId UUID of the project; fails with a blank one, and warns about a string that is not a UUID
   */
  public static fromProjectId(scope: Construct, id: string, projectId: string): ILogfireProject {
    checkCall('LogfireProject.fromProjectId', arguments);
    return new ExistingProject(scope, id, projectId);
  }

  /**
   * The default name of a project, for a pattern that names its project by its own path.
   *
   * @internal
   */
  public static _defaultName(scope: Construct): string {
    return defaultName(scope, SLUG_NAME);
  }

  /** The generated binding, for everything that this construct does not model. */
  public readonly resource: l1.Project;

  constructor(scope: Construct, id: string, props: LogfireProjectProps = {}) {
    super(scope, id);
    checkCall('new LogfireProject', arguments, this);
    const name = props.projectName ?? LogfireProject._defaultName(this);
    checkName(this, 'projectName', name, SLUG_NAME);
    checkMaxLength(this, 'description', props.description, DESCRIPTION_MAX_LENGTH);
    const isProtected = props.deletionProtection ?? defaultOf<boolean>(this, 'deletionProtection') ?? true;
    this.resource = this._create(l1.Project, {
      name,
      description: props.description || undefined,
      visibility: props.visibility ?? ProjectVisibility.PUBLIC,
      lifecycle: isProtected ? { preventDestroy: true } : undefined,
      provider: providerFor(this, props.provider),
      dependsOn: props.dependsOn,
    });
    protect(this.resource, { alternative: 'pass deletionProtection: false to allow that' });
    this._import(props.importFrom);
  }

  /** UUID of the project. Known only at apply. */
  public get projectId(): string {
    return this._attribute('id');
  }
}

declareUniqueName('logfire_project', { input: 'nameInput', prop: 'projectName', within: 'an organization' });

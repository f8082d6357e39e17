import { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { ImportedProject } from './imported-project';
import { ProjectImportId } from './project-import-id';
import { SLUG_NAME } from './slug-name';
import { attributeReference } from '../core/attribute-reference';
import { checkEnum, checkMaxLength } from '../core/checks';
import { ImportBlock } from '../core/import-block';
import { checkName, defaultName } from '../core/names';
import { ResourceBase } from '../core/resource-base';
import * as l1 from '../l1';
import { LogfireApiKey } from '../tokens/api-key';
import { ApiScope } from '../tokens/api-scope';
import { KeyOptions } from '../tokens/key-options';
import { LogfireReadToken } from '../tokens/read-token';
import { TokenOptions } from '../tokens/token-options';
import { LogfireWriteToken } from '../tokens/write-token';

/** A Logfire project, made in this app or elsewhere. */
export interface ILogfireProject extends IConstruct {
  /** UUID of the project; known at apply for a project that is made in this app. */
  readonly projectId: string;

  /**
   * Makes a token that programs send telemetry with, as a child of the project.
   *
   * @param id construct id of the token below the project
   * @param options expiry, rotation and warning; without them the token ends after a year
   */
  addWriteToken(id: string, options?: TokenOptions): LogfireWriteToken;

  /**
   * Makes a token that programs query telemetry with, as a child of the project.
   *
   * @param id construct id of the token below the project
   * @param options expiry, rotation and warning; without them the token ends after a year
   */
  addReadToken(id: string, options?: TokenOptions): LogfireReadToken;

  /**
   * Makes a key that programs send telemetry with, as a child of the project: an API key with a name and the scope
   * `project:write_otlp`, where a write token has no name.
   *
   * @param id construct id of the key below the project
   * @param options name, description, expiry, rotation and warning; without them the key ends after a year
   */
  addIngestKey(id: string, options?: KeyOptions): LogfireApiKey;
}

/** Who may open a project. */
export enum ProjectVisibility {
  /** All members of the organization. */
  PUBLIC = 'public',
  /** Those who were added to the project. */
  PRIVATE = 'private',
}

/** What a project is made from. */
export interface LogfireProjectProps {
  /**
   * Name of the project, unique in its organization: 2 to 50 characters, lower-case letters, digits and single hyphens
   * between them. A change renames in place.
   *
   * @default - derived from the construct's path, for example `app-shop`
   */
  readonly projectName?: string;

  /**
   * What the project is for: at most 500 characters. An empty text counts as none. A change is made in place.
   *
   * @default - none
   */
  readonly description?: string;

  /**
   * Who may open the project. A change is made in place.
   *
   * @default ProjectVisibility.PUBLIC
   */
  readonly visibility?: ProjectVisibility;

  /**
   * Has Terraform refuse to destroy the project, and with it all its telemetry. To destroy it, switch this off and apply
   * first. It does not hold when the construct is taken out of the program: Terraform then no longer knows of the protection.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;

  /**
   * Takes over a project that exists instead of making one, at the first apply; later applies ignore it.
   *
   * @default - a new project
   */
  readonly importFrom?: ProjectImportId;

  /**
   * The provider to make the project with; it decides the organization.
   *
   * @default - the stack's default provider
   */
  readonly provider?: TerraformProvider;

  /**
   * What has to exist before the project.
   *
   * @default - only what the project refers to
   */
  readonly dependsOn?: ITerraformDependable[];
}

/** Server limit. */
const DESCRIPTION_MAX_LENGTH = 500;

/**
 * A Logfire project (`logfire_project`).
 *
 * Destroying a project deletes its telemetry, so `terraform destroy` refuses until `deletionProtection` is off.
 */
export class LogfireProject extends ResourceBase implements ILogfireProject {
  /**
   * Refers to a project that exists; creates nothing.
   *
   * @param projectId UUID of the project; a blank one is refused, and a text that is no UUID warned about
   */
  public static fromProjectId(scope: Construct, id: string, projectId: string): ILogfireProject {
    return new ImportedProject(scope, id, projectId);
  }

  /**
   * The name that a project has without `projectName`, for a pattern that names its project by its own path.
   *
   * @internal
   */
  public static _defaultName(scope: Construct): string {
    return defaultName(scope, SLUG_NAME);
  }

  /** The generated binding, for what this construct does not model. */
  public readonly resource: l1.Project;

  private idReference: string | undefined;

  constructor(scope: Construct, id: string, props: LogfireProjectProps = {}) {
    super(scope, id);
    const name = props.projectName ?? LogfireProject._defaultName(this);
    checkName(this, 'projectName', name, SLUG_NAME);
    checkEnum(this, 'visibility', props.visibility, ProjectVisibility);
    checkMaxLength(this, 'description', props.description, DESCRIPTION_MAX_LENGTH);
    this.resource = new l1.Project(this, 'Resource', {
      name,
      description: props.description || undefined,
      visibility: props.visibility ?? ProjectVisibility.PUBLIC,
      lifecycle: props.deletionProtection === false ? undefined : { preventDestroy: true },
      provider: props.provider,
      dependsOn: props.dependsOn,
    });
    if (props.importFrom !== undefined) {
      new ImportBlock(this, 'Import', this.resource, props.importFrom._render(this, 'importFrom'));
    }
  }

  /** UUID of the project; known at apply. */
  public get projectId(): string {
    this.idReference ??= attributeReference(this.resource, 'id');
    return this.idReference;
  }

  /**
   * Makes a token that programs send telemetry with, as a child of the project.
   *
   * @param id construct id of the token below the project
   * @param options expiry, rotation and warning; without them the token ends after a year
   */
  public addWriteToken(id: string, options: TokenOptions = {}): LogfireWriteToken {
    return new LogfireWriteToken(this, id, { ...options, project: this });
  }

  /**
   * Makes a token that programs query telemetry with, as a child of the project.
   *
   * @param id construct id of the token below the project
   * @param options expiry, rotation and warning; without them the token ends after a year
   */
  public addReadToken(id: string, options: TokenOptions = {}): LogfireReadToken {
    return new LogfireReadToken(this, id, { ...options, project: this });
  }

  /**
   * Makes a key that programs send telemetry with, as a child of the project: an API key with a name and the scope
   * `project:write_otlp`, where a write token has no name.
   *
   * @param id construct id of the key below the project
   * @param options name, description, expiry, rotation and warning; without them the key ends after a year
   */
  public addIngestKey(id: string, options: KeyOptions = {}): LogfireApiKey {
    return new LogfireApiKey(this, id, { ...options, scopes: ApiScope.ingest(), project: this });
  }
}

import { checkCall } from '../core/calls';
import { isUnresolved } from '../core/unresolved';

/** Scopes that apply to a single project (provider: rule of scopes and project_id). */
const PROJECT_BOUND: ReadonlySet<string> = new Set(['project:gateway_proxy', 'project:read_otlp', 'project:write_otlp']);

/**
 * A permission of an API key.
 *
 * The constants are all scopes of Logfire's published API. The key of the Terraform provider must hold every scope of a new key, or the
 * apply fails.
 *
 * @example
 * const project = new LogfireProject(this, 'Shop');
 * new LogfireApiKey(this, 'Reports', { project, scopes: ApiScope.readOnly() });
 */
export class ApiScope {
  /** `instance:admin`: administers a self-hosted instance. */
  public static readonly INSTANCE_ADMIN = new ApiScope('instance:admin');
  /** `instance:billing`: reads and changes the billing of an instance. */
  public static readonly INSTANCE_BILLING = new ApiScope('instance:billing');
  /** `organization:admin`: administers the organization and everything in it. */
  public static readonly ORGANIZATION_ADMIN = new ApiScope('organization:admin');
  /** `organization:auditlog`: reads the audit log. */
  public static readonly ORGANIZATION_AUDITLOG = new ApiScope('organization:auditlog');
  /** `organization:create_api_key`: creates API keys, with no more scopes than the key itself has. */
  public static readonly ORGANIZATION_CREATE_API_KEY = new ApiScope('organization:create_api_key');
  /** `organization:create_project`: creates projects. */
  public static readonly ORGANIZATION_CREATE_PROJECT = new ApiScope('organization:create_project');
  /** `organization:payment`: reads and changes the payment details. */
  public static readonly ORGANIZATION_PAYMENT = new ApiScope('organization:payment');
  /** `organization:read`: reads the organization and its gateway providers. */
  public static readonly ORGANIZATION_READ = new ApiScope('organization:read');
  /** `organization:read_api_key`: lists API keys of the organization, without their values. */
  public static readonly ORGANIZATION_READ_API_KEY = new ApiScope('organization:read_api_key');
  /** `organization:read_channel`: reads notification channels and schedules. */
  public static readonly ORGANIZATION_READ_CHANNEL = new ApiScope('organization:read_channel');
  /** `organization:read_invitation`: reads invitations. */
  public static readonly ORGANIZATION_READ_INVITATION = new ApiScope('organization:read_invitation');
  /** `organization:read_member`: reads members. */
  public static readonly ORGANIZATION_READ_MEMBER = new ApiScope('organization:read_member');
  /** `organization:read_trust_policy`: reads trust policies. */
  public static readonly ORGANIZATION_READ_TRUST_POLICY = new ApiScope('organization:read_trust_policy');
  /** `organization:scim`: provisions members with SCIM. */
  public static readonly ORGANIZATION_SCIM = new ApiScope('organization:scim');
  /** `organization:write`: changes the organization and its gateway providers. */
  public static readonly ORGANIZATION_WRITE = new ApiScope('organization:write');
  /** `organization:write_api_key`: changes and revokes API keys of the organization. */
  public static readonly ORGANIZATION_WRITE_API_KEY = new ApiScope('organization:write_api_key');
  /** `organization:write_channel`: creates, changes and deletes notification channels and schedules. */
  public static readonly ORGANIZATION_WRITE_CHANNEL = new ApiScope('organization:write_channel');
  /** `organization:write_invitation`: invites members. */
  public static readonly ORGANIZATION_WRITE_INVITATION = new ApiScope('organization:write_invitation');
  /** `organization:write_member`: changes and removes members. */
  public static readonly ORGANIZATION_WRITE_MEMBER = new ApiScope('organization:write_member');
  /** `organization:write_trust_policy`: changes trust policies. */
  public static readonly ORGANIZATION_WRITE_TRUST_POLICY = new ApiScope('organization:write_trust_policy');
  /** `project:gateway_proxy`: calls models through the gateway. Requires a project. */
  public static readonly PROJECT_GATEWAY_PROXY = new ApiScope('project:gateway_proxy');
  /** `project:read`: reads the project itself. */
  public static readonly PROJECT_READ = new ApiScope('project:read');
  /** `project:read_alert`: reads alerts and SLOs. */
  public static readonly PROJECT_READ_ALERT = new ApiScope('project:read_alert');
  /** `project:read_api_key`: lists API keys of the project, without their values. */
  public static readonly PROJECT_READ_API_KEY = new ApiScope('project:read_api_key');
  /** `project:read_dashboard`: reads dashboards. */
  public static readonly PROJECT_READ_DASHBOARD = new ApiScope('project:read_dashboard');
  /** `project:read_datasets`: reads datasets. */
  public static readonly PROJECT_READ_DATASETS = new ApiScope('project:read_datasets');
  /** `project:read_external_variables`: reads external variables. */
  public static readonly PROJECT_READ_EXTERNAL_VARIABLES = new ApiScope('project:read_external_variables');
  /** `project:read_otlp`: queries telemetry. Requires a project. */
  public static readonly PROJECT_READ_OTLP = new ApiScope('project:read_otlp');
  /** `project:read_token`: lists write and read tokens of the project, and frontend applications with their tokens. */
  public static readonly PROJECT_READ_TOKEN = new ApiScope('project:read_token');
  /** `project:read_variables`: reads variables. */
  public static readonly PROJECT_READ_VARIABLES = new ApiScope('project:read_variables');
  /** `project:write`: changes and deletes the project. */
  public static readonly PROJECT_WRITE = new ApiScope('project:write');
  /** `project:write_alert`: creates, changes and deletes alerts and SLOs. */
  public static readonly PROJECT_WRITE_ALERT = new ApiScope('project:write_alert');
  /** `project:write_api_key`: changes and revokes API keys of the project. */
  public static readonly PROJECT_WRITE_API_KEY = new ApiScope('project:write_api_key');
  /** `project:write_dashboard`: creates, changes and deletes dashboards. */
  public static readonly PROJECT_WRITE_DASHBOARD = new ApiScope('project:write_dashboard');
  /** `project:write_datasets`: creates, changes and deletes datasets. */
  public static readonly PROJECT_WRITE_DATASETS = new ApiScope('project:write_datasets');
  /** `project:write_otlp`: sends telemetry. Requires a project. */
  public static readonly PROJECT_WRITE_OTLP = new ApiScope('project:write_otlp');
  /** `project:write_token`: creates and revokes write and read tokens, and frontend applications with their tokens. */
  public static readonly PROJECT_WRITE_TOKEN = new ApiScope('project:write_token');
  /** `project:write_variables`: creates, changes and deletes variables. */
  public static readonly PROJECT_WRITE_VARIABLES = new ApiScope('project:write_variables');

  /**
   * Any scope, including one that this library does not know yet, which gives a warning.
   *
   * @param value the scope as Logfire writes it, such as `project:read`; a blank one fails where the scope is used
   */
  public static of(value: string): ApiScope {
    checkCall('ApiScope.of', arguments);
    return new ApiScope(value);
  }

  /** The scopes of a program that sends telemetry to one project: `project:write_otlp`. */
  public static ingest(): ApiScope[] {
    checkCall('ApiScope.ingest', arguments);
    return [ApiScope.PROJECT_WRITE_OTLP];
  }

  /** The scopes of a program that queries the telemetry of one project: `project:read_otlp`. */
  public static query(): ApiScope[] {
    checkCall('ApiScope.query', arguments);
    return [ApiScope.PROJECT_READ_OTLP];
  }

  /**
   * The scopes to read everything in one project except its keys and tokens: the project itself, alerts, dashboards, datasets,
   * variables, external variables and telemetry.
   */
  public static readOnly(): ApiScope[] {
    checkCall('ApiScope.readOnly', arguments);
    return [
      ApiScope.PROJECT_READ,
      ApiScope.PROJECT_READ_ALERT,
      ApiScope.PROJECT_READ_DASHBOARD,
      ApiScope.PROJECT_READ_DATASETS,
      ApiScope.PROJECT_READ_EXTERNAL_VARIABLES,
      ApiScope.PROJECT_READ_OTLP,
      ApiScope.PROJECT_READ_VARIABLES,
    ];
  }

  /**
   * All constants.
   *
   * @internal
   */
  public static _known(): ApiScope[] {
    return Object.values(ApiScope);
  }

  private constructor(
    /** The scope as Logfire writes it, such as `project:read`. */
    public readonly value: string,
  ) {}

  /** Whether a key with this scope must belong to one project, and not to the whole organization. */
  public get needsProject(): boolean {
    return PROJECT_BOUND.has(this.value);
  }

  /** @internal */
  public get _isUnresolved(): boolean {
    return isUnresolved(this.value);
  }
}

import { TerraformOutput } from 'cdktf';
import { Construct } from 'constructs';
import { checkCall, checkedScope, propsOf } from '../core/calls';
import { checkNotBlank } from '../core/checks';
import { Duration } from '../core/duration';
import { literal } from '../core/expression';
import { checkOutputName, defaultOutputName } from '../core/output-names';
import { LogfireProject, LogfireProjectProps } from '../projects/project';
import { checkedBaseUrl } from '../provider/base-url';
import { TokenExpiry } from '../tokens/token-expiry';
import { TokenRotation } from '../tokens/token-rotation';
import { LogfireWriteToken } from '../tokens/write-token';
import { EnvironmentFormat, LogfireEnvironment, LogfireEnvironmentOptions } from '../workloads/environment';

/** Properties of a project with a token. */
export interface LogfireProjectWithTokenProps extends LogfireProjectProps {
  /**
   * Expiration of the token. A change replaces the token.
   *
   * @default - the expiry of `LogfireDefaults`, otherwise `TokenExpiry.after(Duration.days(365))`
   */
  readonly expiry?: TokenExpiry;

  /**
   * When the token is replaced by a new one, without an overlap. A change of the rotation replaces the token. Adding or removing the rotation
   * replaces it with `TokenExpiry.after`, but not with `TokenExpiry.at` or `TokenExpiry.never`.
   *
   * @default - the token is replaced only when a change requires it
   */
  readonly rotation?: TokenRotation;

  /**
   * How long before the expiration every plan starts to warn. Longer than zero, and shorter than the lifetime.
   *
   * @default - 30 days, or a quarter of the lifetime if that is shorter
   */
  readonly warnBefore?: Duration;

  /**
   * Name of the output that holds the token. The output with its expiration adds `_expires_at`. Letters, digits, `_` and `-`,
   * beginning with a letter or `_`, and unique in the stack.
   *
   * @default - the path below the stack with `_token`, for example `shop_token`
   */
  readonly outputName?: string;

  /**
   * URL that programs send their telemetry to: scheme and host, without a path. Fails with any other.
   *
   * @default - the `baseUrl` or `region` of the provider, otherwise the region in the token
   */
  readonly otlpEndpoint?: string;

  /**
   * Name of the program, for `OTEL_SERVICE_NAME` in `otlpEnvironment`.
   *
   * @default - the program decides
   */
  readonly serviceName?: string;

  /**
   * Environment that the program runs in, such as `production`, for `deployment.environment.name` in `otlpEnvironment`.
   *
   * @default - the program decides
   */
  readonly deploymentEnvironment?: string;
}

/**
 * A project and a write token for one service.
 *
 * By default, the token expires after a year, and every plan warns 30 days before that. Its value is in a sensitive output, which Terraform
 * does not print.
 *
 * @example
 * const shop = new LogfireProjectWithToken(this, 'Shop', { projectName: 'shop', outputName: 'shop_logfire_token', serviceName: 'checkout' });
 * const variables = shop.otlpEnvironment;
 */
export class LogfireProjectWithToken extends Construct {
  /** The project. By default, its name comes from the path of this construct, for example `app-shop`. */
  public readonly project: LogfireProject;
  /** The write token. */
  public readonly token: LogfireWriteToken;
  /** The output that holds the token. Sensitive. */
  public readonly tokenOutput: TerraformOutput;
  /** The output with the expiration of the token. Not sensitive, and undefined if the token never expires. */
  public readonly expiryOutput: TerraformOutput | undefined;

  /**
   * The environment variables of a program that sends its telemetry to the project with OpenTelemetry, for any container or function:
   * `OTEL_EXPORTER_OTLP_ENDPOINT`, `OTEL_EXPORTER_OTLP_HEADERS` (holds the token, and is sensitive), `OTEL_EXPORTER_OTLP_PROTOCOL`, and those
   * of `serviceName` and `deploymentEnvironment`.
   */
  public get otlpEnvironment(): { [name: string]: string } {
    return LogfireEnvironment.forToken(this.token, this.environmentOptions).toVariables();
  }

  private readonly environmentOptions: LogfireEnvironmentOptions;

  constructor(scope: Construct, id: string, props: LogfireProjectWithTokenProps = {}) {
    super(checkedScope(scope, id, new.target), id);
    checkCall('new LogfireProjectWithToken', arguments, this);
    const outputName = props.outputName ?? `${defaultOutputName(this)}_token`;
    checkOutputName(this, 'outputName', outputName);
    for (const prop of ['serviceName', 'deploymentEnvironment'] as const) {
      if (props[prop] !== undefined) {
        checkNotBlank(this, prop, props[prop], 'leave it out, and the program decides');
      }
    }
    const endpoint = props.otlpEndpoint === undefined ? undefined : checkedBaseUrl(this, 'otlpEndpoint', props.otlpEndpoint);

    this.project = new LogfireProject(this, 'Project', { ...propsOf('LogfireProjectProps', props), projectName: props.projectName ?? LogfireProject._defaultName(this) });
    this.token = new LogfireWriteToken(this, 'Token', {
      project: this.project,
      expiry: props.expiry,
      rotation: props.rotation,
      warnBefore: props.warnBefore,
      provider: props.provider,
      dependsOn: props.dependsOn,
    });
    this.environmentOptions = {
      format: EnvironmentFormat.OPEN_TELEMETRY,
      endpoint,
      serviceName: props.serviceName,
      deploymentEnvironment: props.deploymentEnvironment,
    };

    this.tokenOutput = new TerraformOutput(this, 'TokenOutput', {
      value: this.token.tokenValue,
      description: literal(`Write token of ${this.node.path}`),
      sensitive: true,
    });
    this.tokenOutput.overrideLogicalId(outputName);
    if (this.token.tokenExpiresAt !== undefined) {
      this.expiryOutput = new TerraformOutput(this, 'TokenExpiryOutput', {
        value: this.token.tokenExpiresAt,
        description: literal(`Expiration of the write token of ${this.node.path}`),
      });
      this.expiryOutput.overrideLogicalId(`${outputName}_expires_at`);
    }
  }
}

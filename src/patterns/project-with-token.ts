import { TerraformOutput } from 'cdktf';
import { Construct } from 'constructs';
import { Duration } from '../core/duration';
import { checkOutputName, defaultOutputName } from '../core/output-names';
import { checkedBaseUrl } from '../projects/base-url';
import { LogfireProject, LogfireProjectProps } from '../projects/project';
import { otlpEnvironment, OtlpEnvironmentOptions } from '../tokens/otlp-environment';
import { TokenExpiry } from '../tokens/token-expiry';
import { TokenRotation } from '../tokens/token-rotation';
import { LogfireWriteToken } from '../tokens/write-token';

/** What a project with a token is made from. */
export interface LogfireProjectWithTokenProps extends LogfireProjectProps {
  /**
   * When the token stops being accepted. A change replaces the token.
   *
   * @default TokenExpiry.after(Duration.days(365))
   */
  readonly expiry?: TokenExpiry;

  /**
   * When a new token is made in place of the old one, without an overlap. Changing it makes a new token; so does adding or removing
   * it with `TokenExpiry.after`, while a token with a fixed end or none stays then.
   *
   * @default - only when something that forces a replacement changes
   */
  readonly rotation?: TokenRotation;

  /**
   * From how long before its end each plan warns about the token. Longer than zero, and shorter than the lifetime.
   *
   * @default - 30 days, or a quarter of the lifetime where that is less
   */
  readonly warnBefore?: Duration;

  /**
   * Name of the output that holds the token; the output with its end adds `_expires_at`. Letters, digits, `_` and `-`,
   * beginning with a letter or `_`, and unique in the stack.
   *
   * @default - the path below the stack with `_token`, for example `shop_token`
   */
  readonly outputName?: string;

  /**
   * Where programs send their telemetry: scheme and host, without a path.
   *
   * @default - the `baseUrl` or `region` of the provider, else the region in the token's own text
   */
  readonly otlpEndpoint?: string;

  /**
   * The name of the program, for `OTEL_SERVICE_NAME` in `otlpEnvironment`.
   *
   * @default - left to the program
   */
  readonly serviceName?: string;

  /**
   * Where the program runs, such as `production`, for `deployment.environment.name` in `otlpEnvironment`.
   *
   * @default - left to the program
   */
  readonly deploymentEnvironment?: string;
}

/**
 * A project and a token to send telemetry with, for one service.
 *
 * The token ends after a year, each plan warns 30 days before, and its value is in a sensitive output and never printed.
 */
export class LogfireProjectWithToken extends Construct {
  /** The project; named by the path of this construct, for example `app-shop`. */
  public readonly project: LogfireProject;
  /** The token. */
  public readonly token: LogfireWriteToken;
  /** The output that holds the token; sensitive. */
  public readonly tokenOutput: TerraformOutput;
  /** The output that tells when the token ends; not sensitive, and not there for a token that never ends. */
  public readonly expiryOutput: TerraformOutput | undefined;

  /**
   * The environment of a program that sends its telemetry to the project by OpenTelemetry, for any container or function:
   * `OTEL_EXPORTER_OTLP_ENDPOINT`, `OTEL_EXPORTER_OTLP_HEADERS` (holds the token, and is sensitive),
   * `OTEL_EXPORTER_OTLP_PROTOCOL`, and what `serviceName` and `deploymentEnvironment` add.
   */
  public get otlpEnvironment(): { [name: string]: string } {
    return otlpEnvironment(this.token, this.token.tokenValue, this.otlpOptions);
  }

  private readonly otlpOptions: OtlpEnvironmentOptions;

  constructor(scope: Construct, id: string, props: LogfireProjectWithTokenProps = {}) {
    super(scope, id);
    const outputName = props.outputName ?? `${defaultOutputName(this)}_token`;
    checkOutputName(this, 'outputName', outputName);
    const endpoint = props.otlpEndpoint === undefined ? undefined : checkedBaseUrl(this, 'otlpEndpoint', props.otlpEndpoint);

    this.project = new LogfireProject(this, 'Project', { ...props, projectName: props.projectName ?? LogfireProject._defaultName(this) });
    this.token = new LogfireWriteToken(this, 'Token', {
      project: this.project,
      expiry: props.expiry,
      rotation: props.rotation,
      warnBefore: props.warnBefore,
      provider: props.provider,
      dependsOn: props.dependsOn,
    });
    this.otlpOptions = { endpoint, serviceName: props.serviceName, deploymentEnvironment: props.deploymentEnvironment };

    this.tokenOutput = new TerraformOutput(this, 'TokenOutput', {
      value: this.token.tokenValue,
      description: `Write token of ${this.node.path}`,
      sensitive: true,
    });
    this.tokenOutput.overrideLogicalId(outputName);
    if (this.token.tokenExpiresAt !== undefined) {
      this.expiryOutput = new TerraformOutput(this, 'TokenExpiryOutput', {
        value: this.token.tokenExpiresAt,
        description: `When the write token of ${this.node.path} ends`,
      });
      this.expiryOutput.overrideLogicalId(`${outputName}_expires_at`);
    }
  }
}

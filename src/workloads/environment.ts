import { EcsEnvironment } from './ecs-environment';
import { EnvironmentFormat } from './environment-format';
import { KubernetesEnvFrom, KubernetesEnvVar } from './kubernetes-environment';
import { MigrationPhase } from './migration-phase';
import { checkEnum } from '../core/checks';
import { fail } from '../core/errors';
import { expression, quoted, stringOf } from '../core/expression';
import { checkedBaseUrl } from '../projects/base-url';
import { otlpEnvironment } from '../tokens/otlp-environment';
import type { ILogfireWriteToken } from '../tokens/write-token';

/** What a program tells about itself, and how. */
export interface LogfireEnvironmentOptions {
  /**
   * Which variables the program reads.
   *
   * @default EnvironmentFormat.LOGFIRE
   */
  readonly format?: EnvironmentFormat;

  /**
   * The name of the program.
   *
   * @default - left to the program
   */
  readonly serviceName?: string;

  /**
   * Where the program runs, such as `production`.
   *
   * @default - left to the program
   */
  readonly deploymentEnvironment?: string;

  /**
   * Where the program sends its telemetry: scheme and host, without a path.
   *
   * @default - the `baseUrl` or `region` of the provider, else the region in the token's own text
   */
  readonly endpoint?: string;
}

const TOKEN = 'LOGFIRE_TOKEN';
const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** The variables by which a program finds Logfire, in the form that the place where it runs wants. */
export class LogfireEnvironment {
  /**
   * For a program that sends with a token. Of two tokens that take turns, pass the `current` one.
   *
   * @param token made in this app, or kept elsewhere
   */
  public static forToken(token: ILogfireWriteToken, options: LogfireEnvironmentOptions = {}): LogfireEnvironment {
    return new LogfireEnvironment(token, options);
  }

  /** The variables without a secret. */
  public readonly plainVariables: { [name: string]: string };

  /** The variables that hold the token; sensitive. */
  public readonly secretVariables: { [name: string]: string };

  private readonly endpoint: string;

  private constructor(private readonly token: ILogfireWriteToken, options: LogfireEnvironmentOptions) {
    const { format = EnvironmentFormat.LOGFIRE, serviceName, deploymentEnvironment } = options;
    checkEnum(token, 'format', format, EnvironmentFormat);
    const isList = (token as { phase?: unknown }).phase === MigrationPhase.DUAL_WRITE;
    if (isList && format === EnvironmentFormat.OPEN_TELEMETRY) {
      fail(token, 'format must be EnvironmentFormat.LOGFIRE while a migration writes to both projects, got EnvironmentFormat.OPEN_TELEMETRY: '
        + 'an exporter of OpenTelemetry takes one token only; pass the tokens to two exporters, or go from MigrationPhase.PREPARE to DONE');
    }
    const given = options.endpoint === undefined ? undefined : checkedBaseUrl(token, 'endpoint', options.endpoint);
    const otlp = otlpEnvironment(token, token.tokenValue, { endpoint: given, serviceName, deploymentEnvironment });
    const { OTEL_EXPORTER_OTLP_HEADERS: headers, ...plain } = otlp;
    this.endpoint = otlp.OTEL_EXPORTER_OTLP_ENDPOINT;
    if (format === EnvironmentFormat.OPEN_TELEMETRY) {
      this.plainVariables = plain;
      this.secretVariables = { OTEL_EXPORTER_OTLP_HEADERS: headers };
      return;
    }
    this.secretVariables = { [TOKEN]: token.tokenValue };
    this.plainVariables = {
      // Logfire's SDKs find the region of each token of a list themselves; one address would be that of all.
      ...(!isList || given !== undefined) && { LOGFIRE_BASE_URL: this.endpoint },
      ...serviceName !== undefined && { LOGFIRE_SERVICE_NAME: serviceName },
      ...deploymentEnvironment !== undefined && { LOGFIRE_ENVIRONMENT: deploymentEnvironment },
    };
  }

  /**
   * For `environment.variables` of an AWS Lambda function: all of them. The token is sensitive in Terraform; whoever may read the
   * function's configuration sees it.
   */
  public toLambdaVariables(): { [name: string]: string } {
    return { ...this.plainVariables, ...this.secretVariables };
  }

  /**
   * For a container definition of Amazon ECS. The token would stand in the task definition for all to read, so it is read from a
   * secret store instead.
   *
   * @param valueFrom the ARN of a secret for each variable that holds the token: `LOGFIRE_TOKEN`, or `OTEL_EXPORTER_OTLP_HEADERS` with
   * `Authorization=` before the token. One without an ARN is refused, and so is any other name
   */
  public toEcs(valueFrom: { [name: string]: string }): EcsEnvironment {
    const names = Object.keys(this.secretVariables);
    const missing = names.filter((name) => !valueFrom[name]);
    const unknown = Object.keys(valueFrom).filter((name) => !names.includes(name));
    if (missing.length > 0 || unknown.length > 0) {
      fail(this.token, `toEcs must get the ARN of a secret for ${names.join(', ')}, got ${Object.keys(valueFrom).join(', ') || 'none'}; `
        + 'store the token by storeIn, and pass the ARN: in the task definition it would be plain text');
    }
    return {
      environment: Object.entries(this.plainVariables).map(([name, value]) => ({ name, value })),
      secrets: names.map((name) => ({ name, valueFrom: valueFrom[name] })),
    };
  }

  /**
   * For `env` of a container in Kubernetes. The token would stand in the manifest for all to read, so it is taken from a secret, such
   * as that of a `KubernetesSecretSink`.
   *
   * @param secretName the secret with the token, in the pod's namespace; not blank
   * @param key of the token in the secret's data, by default `LOGFIRE_TOKEN`
   */
  public toKubernetesEnv(secretName: string, key: string = TOKEN): KubernetesEnvVar[] {
    this.checkSecretName(secretName);
    const token = { name: TOKEN, valueFrom: { secretKeyRef: { name: secretName, key } } };
    // Kubernetes fills in variables that stand before.
    const headers = this.secretVariables[TOKEN] === undefined ? [{ name: 'OTEL_EXPORTER_OTLP_HEADERS', value: `Authorization=$(${TOKEN})` }] : [];
    return [token, ...headers, ...Object.entries(this.plainVariables).map(([name, value]) => ({ name, value }))];
  }

  /**
   * For `envFrom` of a container in Kubernetes: every key of the secret becomes a variable. The variables without a secret go to `env`.
   *
   * @param secretName the secret, in the pod's namespace, whose keys are the names of the variables; not blank
   */
  public toKubernetesEnvFrom(secretName: string): KubernetesEnvFrom[] {
    this.checkSecretName(secretName);
    return [{ secretRef: { name: secretName } }];
  }

  /**
   * The `exporters` of an OpenTelemetry Collector as YAML, with the one exporter `otlphttp/logfire`: text for a file or a config map. It
   * has no token in it: the Collector takes that from its environment.
   *
   * @param variable the name of the variable with the token, by default `LOGFIRE_TOKEN`: ASCII letters, digits and `_`
   */
  public toCollectorExporters(variable: string = TOKEN): string {
    if (!VARIABLE.test(variable)) {
      fail(this.token, 'toCollectorExporters must get the name of the variable that holds the token, in ASCII letters, digits and _, got another text; '
        + 'the token itself would be written to a plain file');
    }
    const authorization = quoted(`\${env:${variable}}`);
    return stringOf(expression`yamlencode({ exporters = { "otlphttp/logfire" = { endpoint = ${quoted(this.endpoint)}, headers = { Authorization = ${authorization} } } } })`);
  }

  private checkSecretName(secretName: string): void {
    if (secretName.trim() === '') {
      fail(this.token, 'secretName must be the name of a Kubernetes secret, got ""; store the token by storeIn with a KubernetesSecretSink: in the manifest it would be plain text');
    }
  }
}

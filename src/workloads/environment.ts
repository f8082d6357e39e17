import { EcsEnvironment } from './ecs-environment';
import { KubernetesEnvFrom, KubernetesEnvVar } from './kubernetes-environment';
import { checkCall } from '../core/calls';
import { checkNotBlank } from '../core/checks';
import { fail } from '../core/errors';
import { expression, literal, literals, quoted, stringOf } from '../core/expression';
import { checkNoSecret } from '../core/stack-values';
import { isUnresolved } from '../core/unresolved';
import { checkedBaseUrl } from '../provider/base-url';
import { checkContainerSecret } from '../sinks/aws-rules';
import { checkKubernetesKey, checkKubernetesName } from '../sinks/kubernetes-rules';
import { ILogfireIngestCredential } from '../tokens/ingest-credential';

/** The variables that a program reads. */
export enum EnvironmentFormat {
  /** Logfire's SDKs: `LOGFIRE_TOKEN`, `LOGFIRE_BASE_URL`, `LOGFIRE_SERVICE_NAME`, `LOGFIRE_ENVIRONMENT`. */
  LOGFIRE = 'logfire',
  /** Any OpenTelemetry SDK: `OTEL_EXPORTER_OTLP_ENDPOINT`, `OTEL_EXPORTER_OTLP_HEADERS`, `OTEL_EXPORTER_OTLP_PROTOCOL`, `OTEL_SERVICE_NAME`, `OTEL_RESOURCE_ATTRIBUTES`. */
  OPEN_TELEMETRY = 'open-telemetry',
}

/** Options of the environment of a program. */
export interface LogfireEnvironmentOptions {
  /**
   * Variables that the program reads.
   *
   * @default EnvironmentFormat.LOGFIRE
   */
  readonly format?: EnvironmentFormat;

  /**
   * Name of the program, which becomes its `service.name`.
   *
   * @default - the program decides
   */
  readonly serviceName?: string;

  /**
   * Environment that the program runs in, such as `production`.
   *
   * @default - the program decides
   */
  readonly deploymentEnvironment?: string;

  /**
   * URL that the program sends its telemetry to: scheme and host, without a path. Fails with any other.
   *
   * @default - the `baseUrl` or `region` of the provider, otherwise the region in the token
   */
  readonly endpoint?: string;
}

const TOKEN = 'LOGFIRE_TOKEN';
const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * The environment variables that configure Logfire in a program, in the form that its platform expects.
 *
 * @example
 * const project = new LogfireProject(this, 'Shop');
 * const token = project.addWriteToken('Token');
 * const environment = LogfireEnvironment.forToken(token, { serviceName: 'checkout', deploymentEnvironment: 'production' });
 * const variables = environment.toLambdaVariables();
 */
export class LogfireEnvironment {
  /**
   * The environment of a program that sends telemetry with a credential.
   *
   * @param token a write token, a rotating write token, an ingest key, an existing one, or a migration; fails with a credential for
   * another purpose
   */
  public static forToken(token: ILogfireIngestCredential, options: LogfireEnvironmentOptions = {}): LogfireEnvironment {
    checkCall('LogfireEnvironment.forToken', arguments);
    return new LogfireEnvironment(token, options);
  }

  /** The variables that hold no secret. */
  public readonly plainVariables: { [name: string]: string };

  /** The variables that hold the token. Sensitive. */
  public readonly secretVariables: { [name: string]: string };

  private readonly endpoint: string;

  private constructor(private readonly token: ILogfireIngestCredential, options: LogfireEnvironmentOptions) {
    const { format = EnvironmentFormat.LOGFIRE } = options;
    for (const prop of ['serviceName', 'deploymentEnvironment'] as const) {
      if (options[prop] !== undefined) {
        checkNotBlank(token, prop, options[prop], 'leave it out, and the program decides');
      }
    }
    const given = options.endpoint === undefined ? undefined : checkedBaseUrl(token, 'endpoint', options.endpoint);
    this.endpoint = given ?? token.ingestEndpoint;
    if (format === EnvironmentFormat.OPEN_TELEMETRY) {
      if (token.isTokenList) {
        fail(token, 'migration-format', 'format must be EnvironmentFormat.LOGFIRE while a migration writes to both projects, got EnvironmentFormat.OPEN_TELEMETRY: '
          + 'an OpenTelemetry exporter accepts one token only; use one exporter for each token, or skip MigrationPhase.DUAL_WRITE');
      }
      this.plainVariables = literals(openTelemetryVariables(this.endpoint, options));
      // Logfire takes the token alone, without `Bearer` before it.
      this.secretVariables = { OTEL_EXPORTER_OTLP_HEADERS: `Authorization=${token.tokenValue}` };
      return;
    }
    this.plainVariables = literals({
      // Logfire's SDKs find the region of each token of a list themselves; one address would be that of all.
      ...(!token.isTokenList || given !== undefined) && { LOGFIRE_BASE_URL: this.endpoint },
      ...options.serviceName !== undefined && { LOGFIRE_SERVICE_NAME: options.serviceName },
      ...options.deploymentEnvironment !== undefined && { LOGFIRE_ENVIRONMENT: options.deploymentEnvironment },
    });
    this.secretVariables = { [TOKEN]: token.tokenValue };
  }

  /** Returns all variables, for any container or function. Those that hold the token are sensitive. */
  public toVariables(): { [name: string]: string } {
    return { ...this.plainVariables, ...this.secretVariables };
  }

  /**
   * Returns all variables, for `environment.variables` of an AWS Lambda function. Terraform treats the token as sensitive, but anyone who can
   * read the configuration of the function sees it.
   */
  public toLambdaVariables(): { [name: string]: string } {
    return this.toVariables();
  }

  /**
   * Returns the variables for a container definition in Amazon ECS. A task definition holds values in plain text, so ECS reads the token from
   * a secret store instead.
   *
   * @param valueFrom ARN of a secret for each variable that holds the token: `LOGFIRE_TOKEN`, or `OTEL_EXPORTER_OTLP_HEADERS` with
   * `Authorization=` before the token. Fails without an ARN, and with any other name
   */
  public toEcs(valueFrom: { [name: string]: string }): EcsEnvironment {
    checkCall('LogfireEnvironment#toEcs', arguments, this);
    const names = Object.keys(this.secretVariables);
    const missing = names.filter((name) => !valueFrom[name]);
    const unknown = Object.keys(valueFrom).filter((name) => !names.includes(name));
    if (missing.length > 0 || unknown.length > 0) {
      fail(this.token, 'container-secrets', `valueFrom must have the ARN of a secret for ${names.join(', ')}, got ${Object.keys(valueFrom).join(', ') || 'none'}; `
        + 'store the token with storeIn and pass the ARN: in the task definition the token would be plain text');
    }
    for (const name of names) {
      checkNoSecret(this.token, `valueFrom.${name}`, valueFrom[name], 'pass the ARN of the secret that a sink wrote, not the token');
      checkContainerSecret(this.token, `valueFrom.${name}`, valueFrom[name]);
    }
    return {
      environment: Object.entries(this.plainVariables).map(([name, value]) => ({ name, value })),
      secrets: names.map((name) => ({ name, valueFrom: literal(valueFrom[name]) })),
    };
  }

  /**
   * Returns the variables for `env` of a container in Kubernetes. A manifest holds values in plain text, so the token comes from a secret,
   * such as that of a `KubernetesSecretSink`.
   *
   * @param secretName name of the secret with the token, in the pod's namespace; not blank
   * @param key key of the token in the data of the secret, by default `LOGFIRE_TOKEN`
   */
  public toKubernetesEnv(secretName: string, key: string = TOKEN): KubernetesEnvVar[] {
    checkCall('LogfireEnvironment#toKubernetesEnv', arguments, this);
    this.checkSecretName(secretName);
    checkNoSecret(this.token, 'key', key, 'pass the key in the Kubernetes secret, not the token');
    checkKubernetesKey(this.token, 'key', key);
    const token = { name: TOKEN, valueFrom: { secretKeyRef: literals({ name: secretName, key }) } };
    // Kubernetes fills in variables that stand before.
    const headers = this.secretVariables[TOKEN] === undefined ? [{ name: 'OTEL_EXPORTER_OTLP_HEADERS', value: `Authorization=$(${TOKEN})` }] : [];
    return [token, ...headers, ...Object.entries(this.plainVariables).map(([name, value]) => ({ name, value }))];
  }

  /**
   * Returns the secret for `envFrom` of a container in Kubernetes: every key of the secret becomes a variable. Pass `plainVariables` in `env`.
   *
   * @param secretName name of the secret, in the pod's namespace, whose keys are the names of the variables; not blank
   */
  public toKubernetesEnvFrom(secretName: string): KubernetesEnvFrom[] {
    checkCall('LogfireEnvironment#toKubernetesEnvFrom', arguments, this);
    this.checkSecretName(secretName);
    return [{ secretRef: { name: literal(secretName) } }];
  }

  /**
   * Returns the `exporters` of an OpenTelemetry Collector as YAML, with the exporter `otlphttp/logfire`, for a file or a config map. The YAML
   * does not contain the token: the Collector reads it from its environment.
   *
   * @param variable name of the environment variable with the token, by default `LOGFIRE_TOKEN`: ASCII letters, digits and `_`
   */
  public toCollectorExporters(variable: string = TOKEN): string {
    checkCall('LogfireEnvironment#toCollectorExporters', arguments, this);
    if (!VARIABLE.test(variable)) {
      fail(this.token, 'environment-variable', 'variable must be the name of the environment variable that holds the token, in ASCII letters, digits and _, got another string; '
        + 'pass a name such as LOGFIRE_TOKEN: the token itself would be written to a plain file');
    }
    const authorization = quoted(`\${env:${variable}}`);
    return stringOf(expression`yamlencode({ exporters = { "otlphttp/logfire" = { endpoint = ${quoted(this.endpoint)}, headers = { Authorization = ${authorization} } } } })`);
  }

  private checkSecretName(secretName: string): void {
    if (secretName.trim() === '') {
      fail(this.token, 'store-name', `secretName must be the name of a Kubernetes secret, got ${JSON.stringify(secretName)}; `
        + 'store the token with storeIn and a KubernetesSecretSink: in the manifest it would be plain text');
    }
    checkNoSecret(this.token, 'secretName', secretName, 'pass the name of the Kubernetes secret, not the token');
    checkKubernetesName(this.token, 'secretName', secretName);
  }
}

/** The variables of the OpenTelemetry specification, without the token. */
function openTelemetryVariables(endpoint: string, { serviceName, deploymentEnvironment }: LogfireEnvironmentOptions): { [name: string]: string } {
  return {
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
    ...serviceName !== undefined && { OTEL_SERVICE_NAME: serviceName },
    ...deploymentEnvironment !== undefined && { OTEL_RESOURCE_ATTRIBUTES: `deployment.environment.name=${resourceAttributeValue(deploymentEnvironment)}` },
  };
}

/** OpenTelemetry: values are percent-encoded outside of a few characters. */
function resourceAttributeValue(text: string): string {
  return isUnresolved(text) ? text : text.replace(/[^!#$&-+\--:<-[\]-~]/gu, encodeURIComponent);
}

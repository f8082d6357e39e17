import { TerraformResource } from 'cdktf';
import { IConstruct } from 'constructs';
import { expression, plainText, stringOf } from '../core/expression';
import { isUnresolved } from '../core/unresolved';
import { defaultProvider } from '../projects/default-provider';
import { regionUrl } from '../projects/region';

export interface OtlpEnvironmentOptions {
  /** Origin of the Logfire instance; without it that of the provider, else the one of the region in the token's own text. */
  readonly endpoint?: string;
  readonly serviceName?: string;
  readonly deploymentEnvironment?: string;
}

/**
 * The variables of the OpenTelemetry specification that send a program's telemetry to Logfire.
 *
 * @param owner the token's construct: its provider tells where Logfire is
 * @param token the token, marked as sensitive
 */
export function otlpEnvironment(owner: IConstruct, token: string, options: OtlpEnvironmentOptions): { [name: string]: string } {
  const environment: { [name: string]: string } = {
    OTEL_EXPORTER_OTLP_ENDPOINT: options.endpoint ?? plainText(() => endpointOf(owner, token)),
    // Logfire takes the token alone, without `Bearer` before it.
    OTEL_EXPORTER_OTLP_HEADERS: `Authorization=${token}`,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
  };
  if (options.serviceName !== undefined) {
    environment.OTEL_SERVICE_NAME = options.serviceName;
  }
  if (options.deploymentEnvironment !== undefined) {
    environment.OTEL_RESOURCE_ATTRIBUTES = `deployment.environment.name=${resourceAttributeValue(options.deploymentEnvironment)}`;
  }
  return environment;
}

/** Called at synth: the provider may be made after the token. */
function endpointOf(owner: IConstruct, token: string): string {
  const provider = (owner as { resource?: TerraformResource }).resource?.provider ?? defaultProvider(owner);
  const configured = (provider as { baseUrl?: string } | undefined)?.baseUrl;
  return configured ?? regionUrl(stringOf(expression`nonsensitive(split("_", ${token})[2])`));
}

/** OpenTelemetry: values are percent-encoded outside of a few characters. */
function resourceAttributeValue(text: string): string {
  return isUnresolved(text) ? text : text.replace(/[^!#$&-+\--:<-[\]-~]/gu, encodeURIComponent);
}

import { Construct } from 'constructs';
import { ILogfireCredential } from './credential';
import { ExistingCredential } from './credential-base';
import { baseUrlOf, effectiveProvider } from '../core/effective-provider';
import { expression, plainText, stringOf } from '../core/expression';
import { SecretValue } from '../core/secret-value';
import { regionUrl } from '../provider/base-url';

/**
 * A credential for programs that send telemetry: a `LogfireWriteToken`, a `LogfireRotatingWriteToken`, a `LogfireIngestKey`, an existing one,
 * or a `LogfireProjectMigration`.
 */
export interface ILogfireIngestCredential extends ILogfireCredential {
  /** Always true. Distinguishes this credential from those for other purposes. */
  readonly canSendTelemetry: boolean;

  /**
   * Scheme and host of the Logfire instance that receives the telemetry. Comes from the provider, otherwise from the region in the token,
   * which is known only at apply.
   */
  readonly ingestEndpoint: string;

  /** Whether `tokenValue` is a comma-separated list of two tokens, while a migration writes to both projects. Only Logfire's SDKs accept a list. */
  readonly isTokenList: boolean;
}

/** Where a credential sends telemetry. Looked up at synth, because the provider may be created after the credential. */
export function ingestEndpointOf(credential: Construct, tokenValue: string): string {
  return plainText(({ preparing }) => baseUrlOf(effectiveProvider(credential, preparing)) ?? regionUrl(stringOf(expression`nonsensitive(split("_", ${tokenValue})[2])`)));
}

/** An existing credential for programs that send telemetry. */
export class ExistingIngestCredential extends ExistingCredential implements ILogfireIngestCredential {
  public readonly canSendTelemetry: boolean = true;
  public readonly isTokenList: boolean = false;

  constructor(scope: Construct, id: string, token: SecretValue) {
    super(scope, id, 'token', token);
  }

  public get ingestEndpoint(): string {
    return ingestEndpointOf(this, this.tokenValue);
  }
}

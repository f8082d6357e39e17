import { IResolvable } from 'cdktf';
import { Construct } from 'constructs';
import { ILogfireCredential } from './credential';
import { ExistingCredential } from './credential-base';
import { baseUrlOf, effectiveProvider } from '../core/effective-provider';
import { mark } from '../core/errors';
import { expression, plainText, quoted, stringOf } from '../core/expression';
import { SecretValue } from '../core/secret-value';
import { LogfireRegion, regionUrl } from '../provider/base-url';

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
  return plainText(({ preparing }) => baseUrlOf(effectiveProvider(credential, preparing)) ?? regionUrl(stringOf(regionIn(tokenValue))));
}

const NO_REGION = `The token contains no known region of Logfire. Set region or baseUrl of the LogfireProvider, or the endpoint of the environment.${mark('token-region')}`;

/**
 * The region that a token contains. It is one of those that this library knows, so nothing else of a token becomes visible. With any other token
 * the plan or apply fails: only a number that is none gives Terraform a text to fail with.
 */
function regionIn(tokenValue: string): IResolvable {
  return Object.values(LogfireRegion).reduceRight<IResolvable>(
    (otherwise, region) => expression`nonsensitive(length(regexall(${quoted(`^pylf_v[0-9]+_${region}_`)}, ${tokenValue})) > 0) ? ${quoted(region)} : ${otherwise}`,
    expression`tonumber(${quoted(NO_REGION)})`,
  );
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

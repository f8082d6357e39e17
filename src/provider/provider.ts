import { stringToTerraform, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { checkedBaseUrl, LogfireRegion, regionOfKey, regionUrl, shownAddress } from './base-url';
import { renderCustomHeaders } from './custom-headers';
import { validateWithApp } from '../core/app-validation';
import { checkCall, checkedScope } from '../core/calls';
import { checkProviderAlias, PROVIDER_NAME } from '../core/effective-provider';
import { fail, warn } from '../core/errors';
import { literal } from '../core/expression';
import { shown } from '../core/redaction';
import { SecretValue } from '../core/secret-value';
import './provider-rules';

/** Properties of the Terraform provider for Logfire. */
export interface LogfireProviderProps {
  /**
   * API key that Terraform uses. It also determines the organization. It must be known during the plan: a key that is created in
   * the same apply does not work. Fails with an empty key, which would hide the environment variable (provider: api_key).
   *
   * @default - the environment variable `LOGFIRE_API_KEY` at plan and apply
   */
  readonly apiKey?: SecretValue;

  /**
   * Region of the Logfire service. Fails together with `baseUrl`, and if a literal key belongs to another region.
   *
   * @default - the environment variable `LOGFIRE_BASE_URL`, otherwise the region in the key
   */
  readonly region?: LogfireRegion;

  /**
   * URL of a self-hosted Logfire: scheme and host, without a path (the provider would drop it). Fails together with `region`.
   * Gives a warning if it uses `http` and is not on this machine.
   *
   * @default - the address of `region`
   */
  readonly baseUrl?: string;

  /**
   * Headers to send with every request, for example for a proxy in front of a self-hosted Logfire. Fails with invalid HTTP header
   * names, empty values and values with control characters. Also fails with names that the provider sets itself: `Accept`,
   * `Authorization`, `Content-Type`, `User-Agent` and `X-Terraform-Provider-Version` (provider: custom_headers).
   *
   * @default - none
   */
  readonly customHeaders?: { [name: string]: SecretValue };

  /**
   * Name of this configuration if a stack has several: letters, digits, `_` and `-`, beginning with a letter or `_`.
   * Pass the provider to constructs as `provider`.
   *
   * @default - the stack's default configuration
   */
  readonly alias?: string;
}

/**
 * The Terraform provider `pydantic/logfire`.
 *
 * Every stack with Logfire constructs needs one. For a second organization in the same stack, add another provider with an `alias`.
 *
 * @example
 * const key = new TerraformVariable(this, 'LogfireApiKey', { type: 'string', sensitive: true });
 * new LogfireProvider(this, 'Logfire', { apiKey: SecretValue.fromVariable(key), region: LogfireRegion.EU });
 *
 * const other = new LogfireProvider(this, 'Other', { alias: 'other' });
 * new LogfireProject(this, 'Shop', { provider: other });
 */
export class LogfireProvider extends TerraformProvider {
  /** URL of the configured Logfire instance. Undefined if the key or the environment determines it. */
  public readonly baseUrl: string | undefined;

  private readonly apiKey: string | undefined;
  private aliasName: string | undefined;

  constructor(scope: Construct, id: string, props: LogfireProviderProps = {}) {
    super(checkedScope(scope, id, new.target), id, {
      terraformResourceType: PROVIDER_NAME,
      terraformGeneratorMetadata: { providerName: PROVIDER_NAME, providerVersionConstraint: '~> 0.2' },
      terraformProviderSource: 'pydantic/logfire',
    });
    checkCall('new LogfireProvider', arguments, this);
    validateWithApp(this);

    if (props.region !== undefined && props.baseUrl !== undefined) {
      fail(this, 'region-or-base-url', `region must not be combined with baseUrl, got ${shown(props.region)} and ${shownAddress(props.baseUrl)}; `
        + 'keep region for Logfire\'s own service, or baseUrl for a self-hosted instance');
    }
    checkProviderAlias(this, props.alias, 'Logfire');
    this.aliasName = props.alias;
    this.apiKey = props.apiKey?._render(this, 'apiKey');
    this.baseUrl = this.addressOf(props);
    this.checkKeyRegion(props);
    if (props.customHeaders !== undefined && Object.keys(props.customHeaders).length > 0) {
      // CDKTF puts the keys of the map through snake case; an override is left as it is.
      this.addOverride('custom_headers', renderCustomHeaders(this, props.customHeaders));
    }
  }

  /** Name of this configuration. Undefined for the stack's default provider. */
  public get alias(): string | undefined {
    return this.aliasName;
  }

  public set alias(value: string | undefined) {
    checkCall('LogfireProvider#alias', arguments, this);
    checkProviderAlias(this, value, 'Logfire');
    this.aliasName = value;
  }

  private addressOf(props: LogfireProviderProps): string | undefined {
    if (props.region !== undefined) {
      return regionUrl(props.region);
    }
    return props.baseUrl === undefined ? undefined : checkedBaseUrl(this, 'baseUrl', props.baseUrl);
  }

  /** Checks the region of a literal key before the plan (provider: inference of base_url). */
  private checkKeyRegion(props: LogfireProviderProps): void {
    const key = props.apiKey?._literal();
    if (key === undefined || props.baseUrl !== undefined) {
      return;
    }
    const region = regionOfKey(key);
    const regions: string[] = Object.values(LogfireRegion);
    if (props.region !== undefined && region !== undefined && region !== props.region) {
      fail(this, 'api-key-region', `apiKey must be a key of region ${JSON.stringify(props.region)}, got one of ${regions.includes(region) ? `region ${JSON.stringify(region)}` : 'another region'}; use another key, or change region`);
    }
    if (props.region === undefined && !regions.includes(region ?? '')) {
      warn(this, 'api-key-region', `apiKey has no region of Logfire's own service in it (${regions.join(', ')}), `
        + 'so the plan fails unless LOGFIRE_BASE_URL is set; set region, or baseUrl for a self-hosted Logfire');
    }
  }

  /** Renders the configuration for Terraform, without the headers. */
  protected synthesizeAttributes(): { [name: string]: any } {
    return { api_key: stringToTerraform(this.apiKey), base_url: stringToTerraform(this.baseUrl && literal(this.baseUrl)) };
  }
}

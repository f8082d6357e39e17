import { Annotations, stringToTerraform, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { regionOfKey } from './api-key-format';
import { checkedBaseUrl, withoutCredentials } from './base-url';
import { renderCustomHeaders } from './custom-headers';
import { LogfireRegion, regionUrl } from './region';
import { validateWithApp } from '../core/app-validation';
import { checkEnum } from '../core/checks';
import { fail } from '../core/errors';
import { SecretValue } from '../core/secret-value';

/** How Terraform reaches Logfire. */
export interface LogfireProviderProps {
  /**
   * The key that Terraform acts with; it also decides the organization. Must be known while planning: a key that is made in
   * the same apply cannot be used. An empty one is refused: it would hide the environment variable (provider: api_key).
   *
   * @default - the environment variable `LOGFIRE_API_KEY` at plan and apply
   */
  readonly apiKey?: SecretValue;

  /**
   * Region of the Logfire service. Refused together with `baseUrl`, and when a literal key carries another region.
   *
   * @default - the environment variable `LOGFIRE_BASE_URL`, else the region that the key itself carries
   */
  readonly region?: LogfireRegion;

  /**
   * Address of a self-hosted Logfire: scheme and host, without a path (a path would be dropped by the provider). Refused
   * together with `region`. A warning says so when it is not encrypted and not on this machine.
   *
   * @default - the address of `region`
   */
  readonly baseUrl?: string;

  /**
   * Headers that are sent with each request, for example for a proxy in front of a self-hosted Logfire. Refused: names that
   * are not HTTP header names, the names that the provider sets itself (`Accept`, `Authorization`, `Content-Type`,
   * `User-Agent`, `X-Terraform-Provider-Version`), empty values and values with control characters (provider: custom_headers).
   *
   * @default - none
   */
  readonly customHeaders?: { [name: string]: SecretValue };

  /**
   * Name of this configuration, where a stack has several: letters, digits, `_` and `-`, beginning with a letter or `_`.
   * Constructs use it by `provider: …`.
   *
   * @default - the stack's default configuration
   */
  readonly alias?: string;
}

const ALIAS = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/**
 * The Terraform provider `pydantic/logfire`. Every stack with Logfire constructs needs one; another organization in the same
 * stack needs another one, with an alias.
 */
export class LogfireProvider extends TerraformProvider {
  /** Address of the Logfire instance that was configured; undefined where the key or the environment decides. */
  public readonly baseUrl: string | undefined;

  private readonly apiKey: string | undefined;
  private aliasName: string | undefined;

  constructor(scope: Construct, id: string, props: LogfireProviderProps = {}) {
    super(scope, id, {
      terraformResourceType: 'logfire',
      terraformGeneratorMetadata: { providerName: 'logfire', providerVersionConstraint: '~> 0.2' },
      terraformProviderSource: 'pydantic/logfire',
    });
    validateWithApp(this);

    if (props.region !== undefined && props.baseUrl !== undefined) {
      fail(this, `region ${props.region} and baseUrl ${JSON.stringify(withoutCredentials(props.baseUrl))} exclude each other; `
        + 'keep region for Logfire\'s own service, or baseUrl for a self-hosted one');
    }
    checkEnum(this, 'region', props.region, LogfireRegion);
    this.checkAlias(props.alias);
    this.aliasName = props.alias;
    this.apiKey = props.apiKey?._render(this, 'apiKey');
    this.baseUrl = this.addressOf(props);
    this.checkKeyRegion(props);
    if (props.customHeaders !== undefined && Object.keys(props.customHeaders).length > 0) {
      // CDKTF puts the keys of the map through snake case; an override is left as it is.
      this.addOverride('custom_headers', renderCustomHeaders(this, props.customHeaders));
    }
  }

  /** Name of this configuration among several of a stack. */
  public get alias(): string | undefined {
    return this.aliasName;
  }

  public set alias(value: string | undefined) {
    this.checkAlias(value);
    this.aliasName = value;
  }

  private checkAlias(alias: string | undefined): void {
    if (alias !== undefined && !ALIAS.test(alias)) {
      fail(this, `alias must be letters, digits, _ and -, beginning with a letter or _, got ${JSON.stringify(alias)}; `
        + 'leave it out for the only provider of a stack');
    }
  }

  private addressOf(props: LogfireProviderProps): string | undefined {
    if (props.region !== undefined) {
      return regionUrl(props.region);
    }
    return props.baseUrl === undefined ? undefined : checkedBaseUrl(this, 'baseUrl', props.baseUrl);
  }

  /** What of a literal key's region can be known before the plan (provider: inference of base_url). */
  private checkKeyRegion(props: LogfireProviderProps): void {
    const key = props.apiKey?._literal;
    if (key === undefined || props.baseUrl !== undefined) {
      return;
    }
    const region = regionOfKey(key);
    if (props.region !== undefined && region !== undefined && region !== props.region) {
      fail(this, `apiKey is for region ${JSON.stringify(region)}, but region is ${props.region}; use a key of region ${props.region}, or change region`);
    }
    const regions: string[] = Object.values(LogfireRegion);
    if (props.region === undefined && !regions.includes(region ?? '')) {
      Annotations.of(this).addWarning(`apiKey carries no region of Logfire's own service (${regions.join(', ')}), `
        + 'so the plan fails unless LOGFIRE_BASE_URL is set; set region, or baseUrl for a self-hosted Logfire');
    }
  }

  /** The configuration as Terraform takes it, but for the headers. */
  protected synthesizeAttributes(): { [name: string]: any } {
    return { api_key: stringToTerraform(this.apiKey), base_url: stringToTerraform(this.baseUrl) };
  }
}

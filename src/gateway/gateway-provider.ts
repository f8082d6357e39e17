import { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { GatewayProviderImportId } from './gateway-provider-import-id';
import { GatewayVendor } from './gateway-vendor';
import { attributeReference } from '../core/attribute-reference';
import { ImportBlock } from '../core/import-block';
import { checkName, defaultName, NameRule } from '../core/names';
import { ResourceBase } from '../core/resource-base';
import { SecretValue } from '../core/secret-value';
import * as l1 from '../l1';

/** What a provider of the gateway is made from. */
export interface LogfireGatewayProviderProps {
  /** Whose models are called. A change of the vendor replaces the provider; one of Bedrock's API or region is made in place. */
  readonly vendor: GatewayVendor;

  /**
   * The key that Logfire calls the vendor with; an empty one is refused. A change is made in place: keep the old key valid until
   * the apply has ended. Logfire never shows it again, so a change that is made elsewhere is not seen.
   */
  readonly apiKey: SecretValue;

  /**
   * The name that programs call the provider by, unique in the organization: 1 to 64 characters, letters, digits, `.`, `_` and
   * `-`, beginning with a letter or digit. A change replaces the provider.
   *
   * @default - derived from the construct's path, for example `app-models`
   */
  readonly slug?: string;

  /**
   * Whether models without a known price are refused: without a price no spending limit holds. A change is made in place.
   *
   * @default true
   */
  readonly requirePricing?: boolean;

  /**
   * Takes over a provider that exists instead of making one, at the first apply, which also sends it `apiKey`; later applies
   * ignore it.
   *
   * @default - a new provider
   */
  readonly importFrom?: GatewayProviderImportId;

  /**
   * The Terraform provider to make it with; it decides the organization.
   *
   * @default - the stack's default provider
   */
  readonly provider?: TerraformProvider;

  /**
   * What has to exist before it.
   *
   * @default - only what it refers to
   */
  readonly dependsOn?: ITerraformDependable[];
}

/** Provider: pattern and length of `slug`. */
const SLUG: NameRule = {
  pattern: /^[A-Za-z0-9][A-Za-z0-9._-]*$/,
  minLength: 1,
  maxLength: 64,
  allowed: '1 to 64 characters, letters, digits, ., _ and -, beginning with a letter or digit',
};

/**
 * A vendor of models behind Logfire's gateway, with the key that Logfire calls it with (`logfire_gateway_provider`). The keys of
 * the programs that call the gateway are `LogfireGatewayApiKey`.
 *
 * A creation that fails may have stored the provider all the same: take it over by `importFrom`. A self-hosted Logfire must be of
 * release v2026-08-12.01 or newer.
 */
export class LogfireGatewayProvider extends ResourceBase {
  /** The generated binding, for what this construct does not model. */
  public readonly resource: l1.GatewayProvider;

  private idReference: string | undefined;
  private slugReference: string | undefined;

  constructor(scope: Construct, id: string, props: LogfireGatewayProviderProps) {
    super(scope, id);
    const slug = props.slug ?? defaultName(this, SLUG);
    checkName(this, 'slug', slug, SLUG);
    props.vendor._check(this);
    this.resource = new l1.GatewayProvider(this, 'Resource', {
      slug,
      vendor: props.vendor.value,
      apiKey: props.apiKey._render(this, 'apiKey'),
      requirePricing: props.requirePricing ?? true,
      bedrockApi: props.vendor.bedrockOptions?.api,
      bedrockRegion: props.vendor.bedrockOptions?.region,
      provider: props.provider,
      dependsOn: props.dependsOn,
    });
    if (props.importFrom !== undefined) {
      new ImportBlock(this, 'Import', this.resource, props.importFrom._render(this, 'importFrom'));
    }
  }

  /** UUID of the provider; known at apply. */
  public get gatewayProviderId(): string {
    this.idReference ??= attributeReference(this.resource, 'id');
    return this.idReference;
  }

  /** The name that programs call the provider by. */
  public get gatewayProviderSlug(): string {
    this.slugReference ??= attributeReference(this.resource, 'slug');
    return this.slugReference;
  }
}

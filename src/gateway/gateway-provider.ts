import { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { GatewayVendor } from './gateway-vendor';
import { checkCall } from '../core/calls';
import { checkExistingId } from '../core/checks';
import { providerFor } from '../core/effective-provider';
import { literal } from '../core/expression';
import { checkName, defaultName, NameRule } from '../core/names';
import { ResourceBase } from '../core/resource-base';
import { SecretValue } from '../core/secret-value';
import { ImportIdKind, renderImportId } from '../core/terraform-blocks';
import { declareUniqueName } from '../core/unique-names';
import * as l1 from '../l1';

/** A gateway provider, created in this app or existing. */
export interface ILogfireGatewayProvider extends IConstruct {
  /** UUID of the provider. Known only at apply for one that is created in this app. */
  readonly gatewayProviderId: string;
}

/** Identifies an existing gateway provider to import. */
export class GatewayProviderImportId {
  /** A provider by its UUID. */
  public static byId(gatewayProviderId: string): GatewayProviderImportId {
    checkCall('GatewayProviderImportId.byId', arguments);
    return new GatewayProviderImportId(ImportIdKind.ID, gatewayProviderId);
  }

  /** A provider by its slug. */
  public static bySlug(slug: string): GatewayProviderImportId {
    checkCall('GatewayProviderImportId.bySlug', arguments);
    return new GatewayProviderImportId(ImportIdKind.SLUG, slug);
  }

  private constructor(
    /** How the existing object is identified. */
    public readonly kind: ImportIdKind,
    private readonly text: string,
  ) {}

  /** @internal */
  public _render(scope: IConstruct, prop: string): string {
    return renderImportId(scope, prop, [this.text], 'copy the slug from the gateway settings');
  }
}

/** Properties of a gateway provider. */
export interface LogfireGatewayProviderProps {
  /** Vendor of the models. A change of the vendor replaces the provider; a change of Bedrock's API or region updates it in place. */
  readonly vendor: GatewayVendor;

  /**
   * Key that Logfire calls the vendor with. Fails with an empty one. A change updates the provider in place: keep the old key valid until
   * the apply has finished. Logfire never shows the key again, so Terraform does not detect changes from outside.
   */
  readonly apiKey: SecretValue;

  /**
   * Name that programs use to call the provider, unique in the organization: 1 to 64 characters, letters, digits, `.`, `_` and
   * `-`, beginning with a letter or digit. A change replaces the provider.
   *
   * @default - derived from the construct's path, for example `app-models`
   */
  readonly gatewayProviderSlug?: string;

  /**
   * Whether the gateway rejects models without a known price, for which spending limits have no effect. A change updates the provider in
   * place.
   *
   * @default true
   */
  readonly requirePricing?: boolean;

  /**
   * Imports an existing gateway provider at the first apply, instead of creating one. That apply also sends it `apiKey`. Later applies
   * ignore it.
   *
   * @default - a new gateway provider is created
   */
  readonly importFrom?: GatewayProviderImportId;

  /**
   * Terraform provider that creates the gateway provider. It determines the organization.
   *
   * @default - the provider of `LogfireDefaults`, otherwise the stack's default provider
   */
  readonly provider?: TerraformProvider;

  /**
   * Resources that must exist before the gateway provider is created.
   *
   * @default - only the resources that the gateway provider refers to
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

class ExistingGatewayProvider extends Construct implements ILogfireGatewayProvider {
  constructor(scope: Construct, id: string, public readonly gatewayProviderId: string) {
    super(scope, id);
    checkExistingId(this, 'gatewayProviderId', gatewayProviderId, 'gateway provider');
    this.gatewayProviderId = literal(gatewayProviderId);
  }
}

/**
 * A vendor of models behind Logfire's gateway, with the key that Logfire calls it with (`logfire_gateway_provider`). For the keys of
 * programs that call the gateway, use `LogfireGatewayApiKey`.
 *
 * A failed creation may have stored the provider nevertheless: import it with `importFrom`. A self-hosted Logfire must be release
 * v2026-08-12.01 or newer.
 *
 * @example
 * const vendorKey = new TerraformVariable(this, 'OpenAiKey', { type: 'string', sensitive: true });
 * new LogfireGatewayProvider(this, 'Models', {
 *   vendor: GatewayVendor.OPENAI,
 *   apiKey: SecretValue.fromVariable(vendorKey),
 *   gatewayProviderSlug: 'openai',
 * });
 */
export class LogfireGatewayProvider extends ResourceBase implements ILogfireGatewayProvider {
  /**
   * Refers to an existing gateway provider. Creates nothing.
   *
   * @param gatewayProviderId UUID of the provider; fails with a blank one, and warns about a string that is not a UUID
   */
  public static fromGatewayProviderId(scope: Construct, id: string, gatewayProviderId: string): ILogfireGatewayProvider {
    checkCall('LogfireGatewayProvider.fromGatewayProviderId', arguments);
    return new ExistingGatewayProvider(scope, id, gatewayProviderId);
  }

  /** The generated binding, for everything that this construct does not model. */
  public readonly resource: l1.GatewayProvider;

  constructor(scope: Construct, id: string, props: LogfireGatewayProviderProps) {
    super(scope, id);
    checkCall('new LogfireGatewayProvider', arguments, this);
    const slug = props.gatewayProviderSlug ?? defaultName(this, SLUG);
    checkName(this, 'gatewayProviderSlug', slug, SLUG);
    props.vendor._check(this);
    this.resource = this._create(l1.GatewayProvider, {
      slug,
      vendor: props.vendor.value,
      apiKey: props.apiKey._render(this, 'apiKey'),
      requirePricing: props.requirePricing ?? true,
      bedrockApi: props.vendor.bedrockOptions?.api,
      bedrockRegion: props.vendor.bedrockOptions?.region,
      provider: providerFor(this, props.provider),
      dependsOn: props.dependsOn,
    });
    this._import(props.importFrom);
  }

  /** UUID of the provider. Known only at apply. */
  public get gatewayProviderId(): string {
    return this._attribute('id');
  }

  /** Name that programs use to call the provider. */
  public get gatewayProviderSlug(): string {
    return this._attribute('slug');
  }
}

declareUniqueName('logfire_gateway_provider', { input: 'slugInput', prop: 'gatewayProviderSlug', within: 'an organization' });

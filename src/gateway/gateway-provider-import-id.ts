import { IConstruct } from 'constructs';
import { renderImportId } from '../core/import-id';

/** Which existing provider of the gateway is meant. */
export class GatewayProviderImportId {
  /** A provider by its UUID. */
  public static byId(gatewayProviderId: string): GatewayProviderImportId {
    return new GatewayProviderImportId('id', gatewayProviderId);
  }

  /** A provider by its slug. */
  public static bySlug(slug: string): GatewayProviderImportId {
    return new GatewayProviderImportId('slug', slug);
  }

  private constructor(
    /** How the provider is named: `id` or `slug`. */
    public readonly kind: string,
    private readonly text: string,
  ) {}

  /** @internal */
  public _render(scope: IConstruct, prop: string): string {
    return renderImportId(scope, prop, [this.text], 'copy the slug from the settings of the gateway');
  }
}

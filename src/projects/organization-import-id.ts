import { IConstruct } from 'constructs';
import { renderImportId } from '../core/import-id';

/** Which existing organization is meant. */
export class OrganizationImportId {
  /** An organization by its name. */
  public static byName(organizationName: string): OrganizationImportId {
    return new OrganizationImportId('name', organizationName);
  }

  /** An organization by its UUID. */
  public static byId(organizationId: string): OrganizationImportId {
    return new OrganizationImportId('id', organizationId);
  }

  private constructor(
    /** How the organization is named: `name` or `id`. */
    public readonly kind: string,
    private readonly text: string,
  ) {}

  /** @internal */
  public _render(scope: IConstruct, prop: string): string {
    return renderImportId(scope, prop, [this.text], 'copy the name from the address of its pages');
  }
}

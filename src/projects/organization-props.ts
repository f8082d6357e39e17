import { ITerraformDependable, TerraformProvider } from 'cdktf';
import { OrganizationImportId } from './organization-import-id';

/** What an organization is made from. */
export interface LogfireOrganizationProps {
  /**
   * Name of the organization, unique in the instance: 2 to 50 characters, lower-case letters, digits and single hyphens between
   * them. A change renames in place.
   *
   * @default - derived from the construct's path, for example `app-acme`
   */
  readonly organizationName?: string;

  /**
   * The name that people see. Spaces around it are dropped. A change is made in place; once set it cannot be cleared.
   *
   * @default - what Logfire has
   */
  readonly displayName?: string;

  /**
   * Where bills go. Spaces around it are dropped. A change is made in place; once set it cannot be cleared. It is set by a second
   * request after the creation: where that fails, the organization stays in the state as tainted, and is to be untainted.
   *
   * @default - what Logfire has
   */
  readonly billingEmail?: string;

  /**
   * Name of the organization at GitHub. Spaces around it are dropped. A change is made in place; once set it cannot be cleared.
   *
   * @default - what Logfire has
   */
  readonly githubHandle?: string;

  /**
   * Where the organization is. Spaces around it are dropped. A change is made in place; once set it cannot be cleared.
   *
   * @default - what Logfire has
   */
  readonly location?: string;

  /**
   * Address of a picture. Spaces around it are dropped. A change is made in place; once set it cannot be cleared.
   *
   * @default - what Logfire has
   */
  readonly avatar?: string;

  /**
   * What the organization is for. Spaces around it are dropped. A change is made in place; once set it cannot be cleared.
   *
   * @default - what Logfire has
   */
  readonly description?: string;

  /**
   * Has the provider refuse to destroy the organization, and with it all its projects. It needs two applies to destroy one: switch
   * this off and apply, then destroy. Unlike that of a project it also holds when the construct is taken out of the program.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;

  /**
   * Takes over an organization that exists instead of making one, at the first apply; later applies ignore it.
   *
   * @default - a new organization
   */
  readonly importFrom?: OrganizationImportId;

  /**
   * The provider to make the organization with. Its key must be of the organization that has the admin panel, with the scope
   * `organization:admin`.
   *
   * @default - the stack's default provider
   */
  readonly provider?: TerraformProvider;

  /**
   * What has to exist before the organization.
   *
   * @default - only what the organization refers to
   */
  readonly dependsOn?: ITerraformDependable[];
}

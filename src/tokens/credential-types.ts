import type { TerraformResource } from 'cdktf';
import { declareRule, ownerOf } from '../core/findings';

/** What the rules and the inventory know about a type of credential. */
export interface CredentialType {
  /** Its name in the inventory. */
  readonly kind: string;
  /** Whether it has an expiration (provider: `expires_at`). */
  readonly expires: boolean;
  /** Whether the provider can import it. If not, only the response to the creation contains the value. */
  readonly importable: boolean;
}

/** All credentials of the provider, by the types of their resources. */
export const CREDENTIAL_TYPES: ReadonlyMap<string, CredentialType> = new Map([
  ['logfire_write_token', { kind: 'write-token', expires: true, importable: false }],
  ['logfire_read_token', { kind: 'read-token', expires: true, importable: false }],
  ['logfire_api_key', { kind: 'api-key', expires: true, importable: true }],
  ['logfire_gateway_api_key', { kind: 'gateway-api-key', expires: true, importable: true }],
  ['logfire_frontend_application_token', { kind: 'frontend-token', expires: false, importable: true }],
]);

/** Rejects the import of a token, for which the L2 has no prop but the binding does. */
declareRule(({ resources }) => resources
  .filter((resource) => CREDENTIAL_TYPES.get(resource.terraformResourceType)?.importable === false && isImported(resource))
  .map((resource) => ({
    scope: ownerOf(resource),
    message: `a ${resource.terraformResourceType} cannot be imported, because Logfire shows its value only when it is created; `
      + 'remove importFrom to create a new token, or use fromSecret for an existing one',
  })));

function isImported(resource: TerraformResource): boolean {
  return (resource as unknown as { _imported?: object })._imported !== undefined;
}

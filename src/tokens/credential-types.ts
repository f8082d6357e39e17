import { TerraformOutput, TerraformResource } from 'cdktf';
import { referredToBy } from '../core/attribute-reference';
import { overridesOf } from '../core/final-state';
import { declareRule, ownerOf, StackContents } from '../core/findings';
import { resolved } from '../core/resolving';
import { declareSecretAttribute, valuesIn } from '../core/stack-values';

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

CREDENTIAL_TYPES.forEach((_, type) => declareSecretAttribute(type, 'token'));

/** Where a value may contain a secret. Most outputs are references to other attributes, and need not be read. */
const MAY_BE_SECRET = /\.token\b|\bsensitive\(|\b(?:var|local|data|terraform_data)\./;

/** Rejects an output with a secret that is not sensitive: Terraform rejects it in the plan. */
declareRule((contents) => contents.byKind.outputs
  .filter((output) => showsSecret(contents, output))
  .map((output) => ({
    scope: output,
    id: 'secret-output',
    message: 'sensitive must be true, because the value contains a secret, and Terraform rejects the plan otherwise; create the output with sensitive: true',
  })));

function showsSecret({ stack, final }: StackContents, output: TerraformOutput): boolean {
  const isOverridden = final.hasOverride('output') || Object.keys(overridesOf(output)).length > 0;
  if (!isOverridden && (output.sensitive === true || !MAY_BE_SECRET.test(referredToBy(output.value) ?? JSON.stringify(resolved(stack, output.value)) ?? ''))) {
    return false;
  }
  const { value, sensitive } = valuesIn(stack).attributesOf(`output.${output.friendlyUniqueId}`) ?? {};
  return sensitive !== true && valuesIn(stack).of(value).sources().some(({ kind }) => kind === 'secret');
}

/** Rejects the import of a token, for which the L2 has no prop but the binding does. */
declareRule(({ resources }) => resources
  .filter((resource) => CREDENTIAL_TYPES.get(resource.terraformResourceType)?.importable === false && isImported(resource))
  .map((resource) => ({
    scope: ownerOf(resource),
    id: 'token-import',
    message: `a ${resource.terraformResourceType} cannot be imported, because Logfire shows its value only when it is created; `
      + 'remove importFrom to create a new token, or use fromSecret for an existing one',
  })));

function isImported(resource: TerraformResource): boolean {
  return (resource as unknown as { _imported?: object })._imported !== undefined;
}

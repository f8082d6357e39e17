import type { TerraformResource } from 'cdktf';
import type { Finding, StackContents } from './app-validation';
import { ownerOf } from './owner';

/** Types without an importer: their secret is in the answer to the creation and nowhere else (provider: import of tokens). */
const NOT_IMPORTABLE: ReadonlySet<string> = new Set(['logfire_write_token', 'logfire_read_token']);

/** An import of a token, which the L2 has no prop for and the binding allows. */
export function unsupportedImportFindings({ resources }: StackContents): Finding[] {
  return resources
    .filter((resource) => NOT_IMPORTABLE.has(resource.terraformResourceType) && isImported(resource))
    .map((resource) => ({
      scope: ownerOf(resource),
      message: `a ${resource.terraformResourceType} cannot be imported: Logfire shows the secret only when the token is made; `
        + 'remove importFrom and let Terraform make a new token, or refer to the one that exists with fromSecret',
    }));
}

function isImported(resource: TerraformResource): boolean {
  return (resource as unknown as { _imported?: object })._imported !== undefined;
}

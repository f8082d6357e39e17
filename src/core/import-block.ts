import { TerraformElement, TerraformResource } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { fail } from './errors';
import { isUnresolved } from './unresolved';

/**
 * A Terraform `import` block.
 *
 * CDKTF's own `importFrom` runs `terraform version` at synth and fails where there is no binary.
 */
export class ImportBlock extends TerraformElement {
  constructor(scope: Construct, id: string, private readonly target: TerraformResource, private readonly importId: string) {
    super(scope, id);
  }

  public toTerraform(): any {
    return {
      import: [{
        to: `${this.target.terraformResourceType}.${this.target.friendlyUniqueId}`,
        id: this.importId,
        provider: this.target.provider?.fqn,
      }],
    };
  }
}

/** How Terraform identifies an existing object that it imports. */
export enum ImportIdKind {
  /** By its UUID. */
  ID = 'id',
  /** By its name. */
  NAME = 'name',
  /** By its slug, the last part of its URL. */
  SLUG = 'slug',
}

/** Separators of the parts of an import id (provider: import). */
const SEPARATOR = /[/,|]/;

/**
 * Renders an import id that consists of names or ids.
 *
 * @param advice what to do about a part that is not allowed
 */
export function renderImportId(scope: IConstruct, prop: string, parts: readonly string[], advice: string): string {
  for (const part of parts) {
    if (!isUnresolved(part) && (part.trim() === '' || SEPARATOR.test(part))) {
      fail(scope, `${prop} must be made of names or ids that are not blank and have none of / , |, got ${JSON.stringify(part)}; ${advice}`);
    }
  }
  return parts.map((part) => part.trim()).join('/');
}

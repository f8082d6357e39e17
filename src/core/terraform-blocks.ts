import { IResolvable, TerraformElement, TerraformResource } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import type { Addressed } from './addresses';
import { attributeReference } from './attribute-reference';
import type { ErrorId } from './error-ids';
import { fail, mark } from './errors';
import { literal, plainText } from './expression';
import { protect } from './protection';
import { isUnresolved } from './unresolved';

export interface CheckBlockConfig {
  /** Warns when it is false. Must be known during the plan, or every plan reports that it is not. */
  readonly condition: IResolvable;
  /** What is wrong and what to do. Shown as a warning, never as an error. */
  readonly errorMessage: string;
  /** The rule. Its mark ends the text. */
  readonly id: ErrorId;
}

/** A Terraform `check` block with one assertion, which CDKTF lacks. */
export class CheckBlock extends TerraformElement implements Addressed {
  private readonly errorMessage: string;

  constructor(scope: Construct, id: string, private readonly config: CheckBlockConfig) {
    super(scope, id);
    this.errorMessage = literal(config.errorMessage + mark(config.id));
  }

  public _addresses(): readonly string[] {
    return [`check.${this.friendlyUniqueId}`];
  }

  public toTerraform(): any {
    return {
      check: {
        [this.friendlyUniqueId]: {
          assert: [{ condition: this.config.condition, error_message: this.errorMessage }],
        },
      },
    };
  }
}

/**
 * A Terraform `import` block.
 *
 * CDKTF's own `importFrom` runs `terraform version` at synth and fails where there is no binary.
 */
export class ImportBlock extends TerraformElement implements Addressed {
  constructor(scope: Construct, id: string, private readonly target: TerraformResource, private readonly importId: string) {
    super(scope, id);
  }

  public _addresses(): readonly string[] {
    return [`import ${this.address}`];
  }

  public toTerraform(): any {
    return {
      import: [{
        to: this.address,
        id: literal(this.importId),
        provider: this.target.provider?.fqn,
      }],
    };
  }

  private get address(): string {
    return `${this.target.terraformResourceType}.${this.target.friendlyUniqueId}`;
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
      fail(scope, 'import-id', `${prop} must be made of names or ids that are not blank and have none of / , |, got ${JSON.stringify(part)}; ${advice}`);
    }
  }
  return parts.map((part) => part.trim()).join('/');
}

export interface TerraformDataConfig {
  readonly input?: string | number | IResolvable;
  /** Fixes the input when the resource is created: a later value is ignored until the resource is replaced. */
  readonly keepsInput?: boolean;
  /** A change of any of them replaces the resource. */
  readonly triggersReplace?: any[];
}

/**
 * Terraform's built-in `terraform_data`.
 *
 * CDKTF's own `DataResource` runs `terraform version` at synth and fails where there is no binary.
 */
export class TerraformData extends TerraformResource {
  constructor(scope: Construct, id: string, private readonly data: TerraformDataConfig) {
    super(scope, id, {
      terraformResourceType: 'terraform_data',
      terraformGeneratorMetadata: { providerName: 'terraform' },
      lifecycle: data.keepsInput ? { ignoreChanges: ['input'] } : undefined,
    });
    protect(this, { alternative: 'change the props of the construct that it belongs to' });
  }

  /**
   * The address for `replace_triggered_by`, which does not accept `${…}`: CDKTF writes one if you pass the resource itself.
   *
   * @param path of a part of the resource, such as `.input.generation`
   */
  public address(path: string = ''): string {
    return plainText(() => `${this.terraformResourceType}.${this.friendlyUniqueId}${path}`);
  }

  /** A reference to the input. Known while planning, unlike `output`. */
  public get input(): string {
    return attributeReference(this, 'input');
  }

  protected synthesizeAttributes(): { [name: string]: any } {
    return { input: this.data.input, triggers_replace: this.data.triggersReplace };
  }
}

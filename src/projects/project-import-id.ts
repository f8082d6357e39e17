import { Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { fail } from '../core/errors';

/** Separators of the parts of an import id (provider: import of a project). */
const SEPARATOR = /[/,|]/;

/** Which existing project is meant. */
export class ProjectImportId {
  /** A project by its organization's and its own name, such as `acme` and `shop`; the form that the provider recommends. */
  public static byName(organization: string, project: string): ProjectImportId {
    return new ProjectImportId('name', [organization, project]);
  }

  /** A project by its UUID. */
  public static byId(projectId: string): ProjectImportId {
    return new ProjectImportId('id', [projectId]);
  }

  private constructor(
    /** How the project is named: `name` or `id`. */
    public readonly kind: string,
    private readonly parts: string[],
  ) {}

  /** @internal */
  public _render(scope: IConstruct, prop: string): string {
    for (const part of this.parts) {
      if (!Token.isUnresolved(part) && (part.trim() === '' || SEPARATOR.test(part))) {
        fail(scope, `${prop} must be made of names or ids that are not blank and have none of / , |, got ${JSON.stringify(part)}; `
          + 'import by ProjectImportId.byId where a name has such a character');
      }
    }
    return this.parts.map((part) => part.trim()).join('/');
  }
}

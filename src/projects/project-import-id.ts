import { IConstruct } from 'constructs';
import { renderImportId } from '../core/import-id';

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
    return renderImportId(scope, prop, this.parts, 'import by ProjectImportId.byId where a name has such a character');
  }
}

import { IConstruct } from 'constructs';
import { renderImportId } from '../core/import-id';

/** Which existing alert is meant. */
export class AlertImportId {
  /** An alert by its project's and its own name, such as `shop` and `errors`; neither may have any of `/`, `,` and `|`. */
  public static byName(project: string, alert: string): AlertImportId {
    return new AlertImportId('name', [project, alert]);
  }

  /** An alert by its project's UUID and its own. */
  public static byId(projectId: string, alertId: string): AlertImportId {
    return new AlertImportId('id', [projectId, alertId]);
  }

  private constructor(
    /** How the alert is named: `name` or `id`. */
    public readonly kind: string,
    private readonly parts: string[],
  ) {}

  /** @internal */
  public _render(scope: IConstruct, prop: string): string {
    return renderImportId(scope, prop, this.parts, 'import by AlertImportId.byId where a name has such a character');
  }
}

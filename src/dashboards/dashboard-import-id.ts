import { IConstruct } from 'constructs';
import { renderImportId } from '../core/import-id';

/** Which existing dashboard is meant. */
export class DashboardImportId {
  /** A dashboard by the name of its project and its own slug; the first one, when several have the slug. */
  public static bySlug(projectName: string, slug: string): DashboardImportId {
    return new DashboardImportId('slug', [projectName, slug]);
  }

  /** A dashboard by the UUIDs of its project and of itself. */
  public static byId(projectId: string, dashboardId: string): DashboardImportId {
    return new DashboardImportId('id', [projectId, dashboardId]);
  }

  private constructor(
    /** How the dashboard is named: `slug` or `id`. */
    public readonly kind: string,
    private readonly parts: string[],
  ) {}

  /** @internal */
  public _render(scope: IConstruct, prop: string): string {
    return renderImportId(scope, prop, this.parts, 'import by DashboardImportId.byId where a name has such a character');
  }
}

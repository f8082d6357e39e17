import { IConstruct } from 'constructs';
import { renderImportId } from '../core/import-id';

/** Which existing SLO is meant. */
export class SloImportId {
  /** An SLO by its project's and its own name, such as `shop` and `availability`; neither may have any of `/`, `,` and `|`. */
  public static byName(project: string, slo: string): SloImportId {
    return new SloImportId('name', [project, slo]);
  }

  /** An SLO by its project's UUID and its own. */
  public static byId(projectId: string, sloId: string): SloImportId {
    return new SloImportId('id', [projectId, sloId]);
  }

  private constructor(
    /** How the SLO is named: `name` or `id`. */
    public readonly kind: string,
    private readonly parts: string[],
  ) {}

  /** @internal */
  public _render(scope: IConstruct, prop: string): string {
    return renderImportId(scope, prop, this.parts, 'import by SloImportId.byId where a name has such a character');
  }
}

import { IConstruct } from 'constructs';
import { renderImportId } from '../core/import-id';

/**
 * Which existing frontend application is meant.
 *
 * @experimental
 */
export class FrontendApplicationImportId {
  /** An application of the project by its UUID. */
  public static byId(applicationId: string): FrontendApplicationImportId {
    return new FrontendApplicationImportId('id', applicationId);
  }

  private constructor(
    /** How the application is named: `id`. */
    public readonly kind: string,
    private readonly applicationId: string,
  ) {}

  /** @internal */
  public _render(scope: IConstruct, prop: string, projectId: string): string {
    return `${projectId}/${renderImportId(scope, prop, [this.applicationId], 'copy the UUID of the application')}`;
  }
}

/**
 * Which existing token of a frontend application is meant.
 *
 * @experimental
 */
export class FrontendTokenImportId {
  /** A token of the application by its UUID. */
  public static byId(tokenId: string): FrontendTokenImportId {
    return new FrontendTokenImportId('id', tokenId);
  }

  private constructor(
    /** How the token is named: `id`. */
    public readonly kind: string,
    private readonly tokenId: string,
  ) {}

  /** @internal */
  public _render(scope: IConstruct, prop: string, projectId: string, applicationId: string): string {
    return `${projectId}/${applicationId}/${renderImportId(scope, prop, [this.tokenId], 'copy the UUID of the token')}`;
  }
}

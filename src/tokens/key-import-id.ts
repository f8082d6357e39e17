import { IConstruct } from 'constructs';
import { renderImportId } from '../core/import-id';

/** Which existing API key is meant. */
export class KeyImportId {
  /** A key by its UUID; names of keys are not unique. */
  public static byId(keyId: string): KeyImportId {
    return new KeyImportId('id', keyId);
  }

  private constructor(
    /** How the key is named: `id`. */
    public readonly kind: string,
    private readonly keyId: string,
  ) {}

  /** @internal */
  public _render(scope: IConstruct, prop: string): string {
    return renderImportId(scope, prop, [this.keyId], 'copy the UUID from the settings of API keys');
  }
}

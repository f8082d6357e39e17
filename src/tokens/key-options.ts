import { Construct, IConstruct } from 'constructs';
import { expiryFor } from './default-expiry';
import { TokenExpiryKind } from './token-expiry';
import { TokenOptions } from './token-rotation';
import { checkCall } from '../core/calls';
import { fail } from '../core/errors';
import { checkName, defaultName, NameRule } from '../core/names';
import { sourceText } from '../core/scope-defaults';
import { ImportIdKind, renderImportId } from '../core/terraform-blocks';

/** Identifies an existing API key to import. */
export class KeyImportId {
  /** A key by its UUID. Names of keys are not unique. */
  public static byId(keyId: string): KeyImportId {
    checkCall('KeyImportId.byId', arguments);
    return new KeyImportId(ImportIdKind.ID, keyId);
  }

  private constructor(
    /** How the existing object is identified. */
    public readonly kind: ImportIdKind,
    private readonly keyId: string,
  ) {}

  /** @internal */
  public _render(scope: IConstruct, prop: string): string {
    return renderImportId(scope, prop, [this.keyId], 'copy the UUID from the API key settings');
  }
}

/** Name and description of a key. */
export interface KeyNaming {
  /**
   * Name of the key as shown in Logfire: any string that is not blank. It need not be unique. A change renames the key in place.
   *
   * @default - derived from the construct's path, for example `app-shop-key`
   */
  readonly keyName?: string;

  /**
   * Description of the key. An empty string counts as none. A change updates the key in place.
   *
   * @default - none
   */
  readonly description?: string;
}

/** Name, lifetime, rotation and import of a key. */
export interface KeyOptions extends TokenOptions, KeyNaming {
  /**
   * Imports an existing key at the first apply, instead of creating one. Later applies ignore it. Logfire shows a key only when it is
   * created, so the value of an imported key is null until a `rotation` replaces it. The key keeps its expiration: pass it in `expiry` with
   * `TokenExpiry.at` or `TokenExpiry.never`; fails with any other `expiry`.
   *
   * @default - a new key is created
   */
  readonly importFrom?: KeyImportId;
}

/** Provider: `name` of API keys. The server does not require it to be unique. */
const KEY_NAME: NameRule = { pattern: /\S/, minLength: 1, maxLength: Infinity, allowed: 'a string that is not blank' };

/** The name of a key, checked. */
export function keyNameOf(scope: Construct, keyName: string | undefined): string {
  const name = keyName ?? defaultName(scope, KEY_NAME);
  checkName(scope, 'keyName', name, KEY_NAME);
  return name;
}

/** Another expiration would replace the key in the very apply that imports it. A rotation would not: it begins then. */
export function checkImportedExpiry(scope: IConstruct, options: KeyOptions): void {
  if (options.importFrom === undefined) {
    return;
  }
  const expiry = expiryFor(scope, options.expiry);
  if (expiry === undefined || expiry.kind === TokenExpiryKind.AFTER) {
    fail(scope, 'import-expiry', `expiry must be TokenExpiry.at or TokenExpiry.never with importFrom, got ${expiry === undefined ? 'none' : `TokenExpiry.after${sourceText(scope, 'expiry')}`}: `
      + 'the import would replace the key; pass the expiration of the existing key');
  }
}

import { KeyImportId } from './key-import-id';
import { TokenOptions } from './token-options';

/** What a key is called. */
export interface KeyNaming {
  /**
   * Name of the key, as people see it in Logfire: any text that is not blank. It need not be unique. A change renames in place.
   *
   * @default - derived from the construct's path, for example `app-shop-key`
   */
  readonly keyName?: string;

  /**
   * What the key is for. An empty text counts as none. A change is made in place.
   *
   * @default - none
   */
  readonly description?: string;
}

/** What a key is called, how long it lives, when a new one is made, and who is warned. */
export interface KeyOptions extends TokenOptions, KeyNaming {
  /**
   * Takes over a key that exists instead of making one, at the first apply; later applies ignore it. Logfire shows a key only
   * when it is made, so the value of one that was taken over is null, until a `rotation` makes a new key. Its end is kept, and
   * `expiry` must say it, by `TokenExpiry.at` or `TokenExpiry.never`; any other is refused.
   *
   * @default - a new key
   */
  readonly importFrom?: KeyImportId;
}

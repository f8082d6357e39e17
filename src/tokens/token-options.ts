import { ITerraformDependable, TerraformProvider } from 'cdktf';
import { TokenExpiry } from './token-expiry';
import { TokenRotation } from './token-rotation';
import { Duration } from '../core/duration';

/** How long a token lives, and who is warned. */
export interface TokenExpiryOptions {
  /**
   * When the token stops being accepted. A change replaces the token.
   *
   * @default TokenExpiry.after(Duration.days(365))
   */
  readonly expiry?: TokenExpiry;

  /**
   * From how long before its end each plan warns about the token. Longer than zero, and shorter than the lifetime.
   *
   * @default - 30 days, or a quarter of the lifetime where that is less
   */
  readonly warnBefore?: Duration;

  /**
   * The provider to make the token with.
   *
   * @default - the provider of the project, when both are in one stack, else the stack's default provider
   */
  readonly provider?: TerraformProvider;

  /**
   * What has to exist before the token.
   *
   * @default - only what the token refers to
   */
  readonly dependsOn?: ITerraformDependable[];
}

/** How long a token lives, when a new one is made, and who is warned. */
export interface TokenOptions extends TokenExpiryOptions {
  /**
   * When a new token is made in place of the old one. There is no overlap: programs that read their token only at start need
   * two that take turns, such as `LogfireRotatingWriteToken`. Changing a rotation makes a new token; so does adding or removing one
   * with `TokenExpiry.after`, while a token with a fixed end or none stays then.
   *
   * @default - only when something that forces a replacement changes
   */
  readonly rotation?: TokenRotation;
}

import { ITerraformDependable, TerraformProvider } from 'cdktf';
import { FrontendTokenImportId } from './frontend-import-id';

/**
 * Where a token of a frontend application comes from, and what happens to it at the end.
 *
 * @experimental
 */
export interface FrontendTokenOptions {
  /**
   * UUID of an active token of the application to take over instead of issuing one: the `tokenId` of an application for its first
   * token, which can only be revoked so. A blank one is refused. A change replaces the token. Refused together with `importFrom`.
   *
   * @default - a new token is issued
   */
  readonly adoptTokenId?: string;

  /**
   * Whether the token is revoked when it is destroyed. Logfire refuses to revoke the last active token of an application. So before
   * the last one is taken out, and before an application is destroyed or replaced whose first token was adopted, set this to `false`
   * for one token and apply; with the application all its tokens are revoked in any case. A change is made in place.
   *
   * @default true
   */
  readonly revokeOnDestroy?: boolean;

  /**
   * Brings a token that exists into the state, with its value, at the first apply; later applies ignore it. Project and application
   * must exist before that apply.
   *
   * @default - a new token is issued
   */
  readonly importFrom?: FrontendTokenImportId;

  /**
   * The provider to make the token with.
   *
   * @default - the provider of the application, when both are in one stack, else the stack's default provider
   */
  readonly provider?: TerraformProvider;

  /**
   * What has to exist before the token.
   *
   * @default - only what the token refers to
   */
  readonly dependsOn?: ITerraformDependable[];
}

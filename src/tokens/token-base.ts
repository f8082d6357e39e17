import { TerraformResource } from 'cdktf';
import { ExpiringBase, ExpiringConfig } from './expiring-base';
import { TokenOptions } from './token-options';
import type { ILogfireProject } from '../projects/project';

interface TokenProps extends TokenOptions {
  readonly project: ILogfireProject;
}

interface TokenConfig extends ExpiringConfig {
  readonly projectId: string;
}

/**
 * What tokens of a project have in common.
 *
 * @internal
 */
export abstract class TokenBase extends ExpiringBase {
  public abstract readonly resource: TerraformResource;

  /** The token itself, marked as sensitive; known at apply. */
  public get tokenValue(): string {
    return this._secret;
  }

  /** UUID of the token; known at apply. */
  public get tokenId(): string {
    return this._objectId;
  }

  /** When the token ends, in UTC (`YYYY-MM-DDTHH:MM:SSZ`), not sensitive; undefined when it never does. */
  public get tokenExpiresAt(): string | undefined {
    return this._endsAt;
  }

  /** @internal */
  protected _makeToken<R extends TerraformResource>(props: TokenProps, make: (config: TokenConfig) => R): R {
    return this._makeExpiring('token', props, props.project, (config) => make({ ...config, projectId: props.project.projectId }));
  }
}

import { TerraformResource } from 'cdktf';
import { IConstruct } from 'constructs';
import { ExpiringBase, ExpiringConfig } from './expiring-base';
import { TokenOptions } from './token-options';
import type { ILogfireProject } from '../projects/project';
import type { ISecretSink } from '../sinks/secret-sink';

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

  /**
   * Has the token written where programs find it, and written anew whenever there is a new one.
   *
   * @param sink the place, such as `AwsSecretsManagerSink.newSecret('shop/logfire')`; the stack must have its provider
   * @param id tells several places of one kind apart; by default `StoredIn` and the kind
   * @returns the construct that writes it
   */
  public storeIn(sink: ISecretSink, id?: string): IConstruct {
    return this._storeIn(sink, id);
  }

  /** @internal */
  protected _makeToken<R extends TerraformResource>(props: TokenProps, make: (config: TokenConfig) => R): R {
    return this._makeExpiring('token', props, props.project, (config) => make({ ...config, projectId: props.project.projectId }));
  }
}

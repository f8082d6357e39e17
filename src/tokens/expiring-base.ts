import { TerraformMetaArguments, TerraformResource } from 'cdktf';
import { IConstruct } from 'constructs';
import { TokenLifetime } from './token-lifetime';
import { TokenOptions } from './token-options';
import { attributeReference } from '../core/attribute-reference';
import { inheritedProvider } from '../core/inherited-provider';
import { ResourceBase } from '../core/resource-base';
import { sensitive } from '../core/sensitive';
import type { ISecretSink } from '../sinks/secret-sink';
import { storeSecret } from '../sinks/store-secret';

/** What every token and key passes to its binding. */
export interface ExpiringConfig extends TerraformMetaArguments {
  readonly expiresAt?: string;
}

/**
 * What tokens and keys have in common: they end, rotate, and their value is never shown.
 *
 * @internal
 */
export abstract class ExpiringBase extends ResourceBase {
  public abstract readonly resource: TerraformResource;

  // One reference each, however often it is read.
  private idReference: string | undefined;
  private secretReference: string | undefined;
  private lifetime: TokenLifetime | undefined;

  /** @internal */
  protected get _secret(): string {
    this.secretReference ??= sensitive(attributeReference(this.resource, 'token'));
    return this.secretReference;
  }

  /** @internal */
  protected get _objectId(): string {
    this.idReference ??= attributeReference(this.resource, 'id');
    return this.idReference;
  }

  /** @internal */
  protected get _endsAt(): string | undefined {
    return this.lifetime?.endsAt;
  }

  /** @internal */
  protected _storeIn(sink: ISecretSink, id?: string): IConstruct {
    return storeSecret(this, sink, { value: this._secret, changesWith: this._objectId }, id);
  }

  /**
   * @param noun what it is, for the warning before its end
   * @param parent what the token belongs to; its provider is the token's own
   * @internal
   */
  protected _makeExpiring<R extends TerraformResource>(
    noun: string, options: TokenOptions, parent: IConstruct | undefined, make: (config: ExpiringConfig) => R,
  ): R {
    const lifetime = new TokenLifetime(this, options);
    const resource = make({
      expiresAt: lifetime.expiresAt,
      lifecycle: lifetime.lifecycle,
      provider: options.provider ?? (parent && inheritedProvider(this, parent)),
      dependsOn: options.dependsOn,
    });
    lifetime.attachTo(resource, noun);
    this.lifetime = lifetime;
    return resource;
  }
}

import { TerraformResource } from 'cdktf';
import { IConstruct } from 'constructs';
import { ExpiringBase, ExpiringConfig } from './expiring-base';
import { keyNameOf } from './key-name';
import { KeyOptions } from './key-options';
import { TokenExpiry } from './token-expiry';
import { fail } from '../core/errors';
import { ImportBlock } from '../core/import-block';
import type { ISecretSink } from '../sinks/secret-sink';

interface KeyConfig extends ExpiringConfig {
  readonly name: string;
  readonly description?: string;
}

/**
 * What API keys of all kinds have in common.
 *
 * @internal
 */
export abstract class KeyBase extends ExpiringBase {
  public abstract readonly resource: TerraformResource;

  /** The key itself, marked as sensitive; known at apply. Null for one that was taken over by `importFrom`. */
  public get keyValue(): string {
    return this._secret;
  }

  /** UUID of the key; known at apply. */
  public get keyId(): string {
    return this._objectId;
  }

  /** When the key ends, in UTC (`YYYY-MM-DDTHH:MM:SSZ`), not sensitive; undefined when it never does. */
  public get keyExpiresAt(): string | undefined {
    return this._endsAt;
  }

  /**
   * Has the key written where programs find it, and written anew whenever there is a new one.
   *
   * @param sink the place, such as `AwsSecretsManagerSink.newSecret('shop/logfire')`; the stack must have its provider
   * @param id tells several places of one kind apart; by default `StoredIn` and the kind
   * @returns the construct that writes it
   */
  public storeIn(sink: ISecretSink, id?: string): IConstruct {
    return this._storeIn(sink, id);
  }

  /** @internal */
  protected _makeKey<R extends TerraformResource>(props: KeyOptions, parent: IConstruct | undefined, make: (config: KeyConfig) => R): R {
    const name = keyNameOf(this, props.keyName);
    const importId = props.importFrom?._render(this, 'importFrom');
    if (importId !== undefined) {
      checkKeepsItsEnd(this, props.expiry);
    }
    const resource = this._makeExpiring('key', props, parent, (config) => make({ ...config, name, description: props.description || undefined }));
    if (importId !== undefined) {
      new ImportBlock(this, 'Import', resource, importId);
    }
    return resource;
  }
}

/** Another end would replace the key in the very apply that takes it over. A rotation would not: it begins then. */
function checkKeepsItsEnd(scope: IConstruct, expiry: TokenExpiry | undefined): void {
  if (expiry === undefined || expiry.kind === 'after') {
    fail(scope, `expiry must be TokenExpiry.at or TokenExpiry.never with importFrom, got ${expiry === undefined ? 'none' : 'TokenExpiry.after'}: `
      + 'the key would be replaced when it is taken over; pass the end that the key has');
  }
}

import { Construct, IConstruct } from 'constructs';
import { KeyBase } from './key-base';
import { CurrentBase } from './rotating-base';
import { TokenRotation } from './token-rotation';
import type { ISecretSink } from '../sinks/secret-sink';

/** The one of two keys whose turn it is. */
export class CurrentKey extends CurrentBase {
  constructor(scope: Construct, id: string, rotation: TokenRotation, a: KeyBase, b: KeyBase) {
    const [ofA, ofB] = [a, b].map((key) => ({ id: key.keyId, value: key.keyValue, expiresAt: key.keyExpiresAt }));
    super(scope, id, rotation, ofA, ofB);
  }

  public get keyValue(): string {
    return this._value;
  }

  public get keyExpiresAt(): string | undefined {
    return this._expiresAt;
  }

  public storeIn(sink: ISecretSink, id?: string): IConstruct {
    return this._storeIn(sink, id);
  }
}

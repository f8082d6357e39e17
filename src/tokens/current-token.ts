import { Construct, IConstruct } from 'constructs';
import { CurrentBase } from './rotating-base';
import { TokenBase } from './token-base';
import { TokenRotation } from './token-rotation';
import type { ISecretSink } from '../sinks/secret-sink';

/** The one of two tokens whose turn it is. */
export class CurrentToken extends CurrentBase {
  constructor(scope: Construct, id: string, rotation: TokenRotation, a: TokenBase, b: TokenBase) {
    const [ofA, ofB] = [a, b].map((token) => ({ id: token.tokenId, value: token.tokenValue, expiresAt: token.tokenExpiresAt }));
    super(scope, id, rotation, ofA, ofB);
  }

  public get tokenValue(): string {
    return this._value;
  }

  public get tokenExpiresAt(): string | undefined {
    return this._expiresAt;
  }

  public storeIn(sink: ISecretSink, id?: string): IConstruct {
    return this._storeIn(sink, id);
  }
}

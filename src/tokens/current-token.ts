import { Construct } from 'constructs';
import { CurrentBase } from './rotating-base';
import { TokenBase } from './token-base';
import { TokenRotation } from './token-rotation';

/** The one of two tokens whose turn it is. */
export class CurrentToken extends CurrentBase {
  constructor(scope: Construct, id: string, rotation: TokenRotation, a: TokenBase, b: TokenBase) {
    const [ofA, ofB] = [a, b].map((token) => ({ value: token.tokenValue, expiresAt: token.tokenExpiresAt }));
    super(scope, id, rotation, ofA, ofB);
  }

  public get tokenValue(): string {
    return this._value;
  }

  public get tokenExpiresAt(): string | undefined {
    return this._expiresAt;
  }
}

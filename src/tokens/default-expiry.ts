import { IConstruct } from 'constructs';
import { TokenExpiry } from './token-expiry';
import { defaultOf } from '../core/scope-defaults';

/** The expiration that a credential was given, otherwise the default of its scope. Undefined if there is neither. */
export function expiryFor(credential: IConstruct, own: TokenExpiry | undefined): TokenExpiry | undefined {
  return own ?? defaultOf<TokenExpiry>(credential, 'expiry');
}

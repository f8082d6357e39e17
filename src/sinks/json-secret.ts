import { expression, quoted, stringOf } from '../core/expression';

/** A JSON object with the secret as its one member. */
export function jsonSecret(key: string, value: string): string {
  return stringOf(expression`jsonencode({(${quoted(key)}) = ${value}})`);
}

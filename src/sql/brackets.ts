import { SqlToken } from './token';

const CLOSING: { readonly [opening: string]: string } = { '(': ')', '[': ']', '{': '}' };

export interface Brackets {
  /** For each bracket the place of its counterpart; for other tokens their own place. */
  readonly partners: Int32Array;
  /** The first bracket without a counterpart, and what it would need. Undefined if all have one. */
  readonly alone?: { readonly at: number; readonly needs: 'opening' | 'closing' };
}

/** Pairs the brackets of a query. */
export function pairBrackets(tokens: readonly SqlToken[]): Brackets {
  const partners = Int32Array.from(tokens, (_, index) => index);
  const open: number[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const { kind, value } = tokens[index];
    if (kind !== 'bracket') {
      continue;
    }
    if (value in CLOSING) {
      open.push(index);
      continue;
    }
    const opening = open.pop();
    if (opening === undefined || CLOSING[tokens[opening].value] !== value) {
      return { partners, alone: { at: opening === undefined ? index : opening, needs: opening === undefined ? 'opening' : 'closing' } };
    }
    partners[opening] = index;
    partners[index] = opening;
  }
  return open.length === 0 ? { partners } : { partners, alone: { at: open[open.length - 1], needs: 'closing' } };
}

import { Token } from 'cdktf';

/** Part of every string, list or map that CDKTF resolves later. */
const MARK = 'TfToken[';
/** Numbers that CDKTF resolves later are beyond this. */
const BEYOND = 1e200;

/**
 * `Token.isUnresolved`, without its cost for values that are obviously known: a document has thousands of them.
 */
export function isUnresolved(value: unknown): boolean {
  switch (typeof value) {
    case 'string': return value.includes(MARK) && Token.isUnresolved(value);
    case 'number': return Math.abs(value) > BEYOND && Token.isUnresolved(value);
    case 'object': return value !== null && mayBeUnresolved(value) && Token.isUnresolved(value);
    default: return Token.isUnresolved(value);
  }
}

/** Whether a number was computed from one that CDKTF resolves later, and means nothing. */
export function isBroken(value: number): boolean {
  return Math.abs(value) > BEYOND && Number.isFinite(value) && !Token.isUnresolved(value);
}

function mayBeUnresolved(value: object): boolean {
  if (Array.isArray(value)) {
    return value.some((item) => (typeof item === 'string' && item.includes(MARK)) || (typeof item === 'number' && Math.abs(item) > BEYOND));
  }
  if (typeof (value as { resolve?: unknown }).resolve === 'function') {
    return true;
  }
  for (const key in value) {
    return key.includes(MARK);
  }
  return false;
}

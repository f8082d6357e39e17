import type { SqlCode } from './code';
import type { SqlProblem } from './problem';
import { shown } from '../core/redaction';

const EXCERPT = 24;

/** A quote, comment or bracket without an end. Values that are known only at apply may contain the end. */
export function incompletePart(query: SqlCode): SqlProblem | undefined {
  const { lexicalProblem, aloneBracket, text } = query;
  const excerpt = (start: number) => shown(text.length - start > EXCERPT ? `${text.slice(start, start + EXCERPT)}…` : text.slice(start));
  if (lexicalProblem !== undefined) {
    const { start, kind } = lexicalProblem;
    switch (kind) {
      case 'quote': return { rule: 'sql-complete', at: start, must: 'have straight quotes', got: shown(text[start]), advice: 'write \' around text, and " around names' };
      case 'comment': return { rule: 'sql-complete', at: start, must: 'end each comment', got: excerpt(start), advice: 'add */' };
      case 'name': return { rule: 'sql-complete', at: start, must: 'close each quote', got: excerpt(start), advice: `add ${text[start]}, and write text in single quotes` };
      default: return { rule: 'sql-complete', at: start, must: 'close each quote', got: excerpt(start), advice: 'add \', and write \'\' for a quote inside the text; a backslash does not escape it' };
    }
  }
  if (aloneBracket !== undefined) {
    const { token: { start, value }, needs } = aloneBracket;
    return { rule: 'sql-complete', at: start, must: 'have balanced brackets', got: `${JSON.stringify(value)} without its ${needs} bracket`, advice: needs === 'opening' ? 'remove it, or add the opening one' : 'add the closing one' };
  }
  return undefined;
}

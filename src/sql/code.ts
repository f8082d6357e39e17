import { pairBrackets } from './brackets';
import type { Range } from './select';
import type { LexicalProblem, SqlToken } from './token';
import { tokenize } from './tokenizer';

/** SQL in tokens, with what rules ask about them. What its unresolved tokens stand for is open. */
export class SqlCode {
  public readonly tokens: readonly SqlToken[];
  /** For each bracket the place of its counterpart; for other tokens their own place. */
  public readonly partners: Int32Array;
  /** A quote or comment without an end. Undefined if a value may contain the end. */
  public readonly lexicalProblem?: LexicalProblem;
  /** A bracket without a counterpart. Undefined if a value may contain the counterpart. */
  public readonly aloneBracket?: { readonly token: SqlToken; readonly needs: 'opening' | 'closing' };
  /** The first token of which nothing is known, or the number of tokens. */
  public readonly firstOpaque: number;
  /** Whether all brackets have a counterpart, and all quotes an end. */
  public readonly isComplete: boolean;
  /** Where the lines begin, once that was asked for. */
  private lines?: readonly number[];

  constructor(public readonly text: string) {
    const { tokens, problem } = tokenize(text);
    const brackets = pairBrackets(tokens);
    const opaque = tokens.findIndex(({ kind }) => kind === 'opaque');
    const open = opaque >= 0 || text.includes('TfToken[');
    this.tokens = tokens;
    this.partners = brackets.partners;
    this.firstOpaque = opaque < 0 ? tokens.length : opaque;
    if (problem !== undefined) {
      this.lexicalProblem = open ? undefined : problem;
    } else if (brackets.alone !== undefined) {
      const { at, needs } = brackets.alone;
      const certain = needs === 'opening' ? at < this.firstOpaque : !open;
      this.aloneBracket = certain ? { token: tokens[at], needs } : undefined;
    }
    this.isComplete = problem === undefined && brackets.alone === undefined;
  }

  /** Whether a part of it, more than a piece of a text, is known only at apply. */
  public get isOpen(): boolean {
    return this.firstOpaque < this.tokens.length;
  }

  /** The token after one, or after the brackets that it opens. */
  public after(index: number): number {
    return Math.max(this.partners[index], index) + 1;
  }

  /** Whether a token is a keyword, and neither a column, such as `r.from`, nor an alias. */
  public isKeyword(index: number, ...words: readonly string[]): boolean {
    const token = this.tokens[index];
    if (token?.kind !== 'word' || !words.includes(token.value)) {
      return false;
    }
    const before = this.tokens[index - 1];
    return before === undefined || !(before.value === '.' || (before.kind === 'word' && before.value === 'as'));
  }

  /** Whether a token is an operator or a bracket of that form. */
  public isSymbol(index: number, ...symbols: readonly string[]): boolean {
    const token = this.tokens[index];
    return (token?.kind === 'operator' || token?.kind === 'bracket') && symbols.includes(token.value);
  }

  /** Whether a bracket begins a subquery. */
  public isSubquery(index: number): boolean {
    return this.isSymbol(index, '(') && this.isKeyword(index + 1, 'select', 'with', 'values', 'from', 'table');
  }

  /** The call of a function at a token: the brackets, and the token after `FILTER`, `WITHIN GROUP` and so on. */
  public callAt(index: number): Call | undefined {
    const token = this.tokens[index];
    if (token?.kind !== 'word' || !this.isSymbol(index + 1, '(') || this.isSymbol(index - 1, '.')) {
      return undefined;
    }
    const close = this.partners[index + 1];
    let after = close + 1;
    let filtered = false;
    for (;;) {
      if (this.isKeyword(after, 'filter') && this.isSymbol(after + 1, '(')) {
        filtered = true;
        after = this.partners[after + 1] + 1;
      } else if (this.isKeyword(after, 'within') && this.isKeyword(after + 1, 'group') && this.isSymbol(after + 2, '(')) {
        after = this.partners[after + 2] + 1;
      } else if (this.isKeyword(after, 'respect', 'ignore') && this.isKeyword(after + 1, 'nulls')) {
        after += 2;
      } else {
        return { name: token.value, arguments: { from: index + 2, to: close }, after, filtered, windowed: this.isKeyword(after, 'over') };
      }
    }
  }

  /** The tokens of a range, without those of subqueries. */
  public *outsideSubqueries({ from, to }: Range): Iterable<number> {
    for (let index = from; index < to; index += 1) {
      if (this.isSubquery(index)) {
        index = this.partners[index];
      } else {
        yield index;
      }
    }
  }

  /** Where a token or a character is, for people. */
  public positionOf(offset: number): string {
    this.lines ??= [0, ...[...this.text.matchAll(/\n/g)].map(({ index }) => index + 1)];
    let [line, after] = [0, this.lines.length];
    while (after - line > 1) {
      const middle = Math.floor((line + after) / 2);
      [line, after] = this.lines[middle] <= offset ? [middle, after] : [line, middle];
    }
    return `line ${line + 1}, column ${offset - this.lines[line] + 1}`;
  }
}

/** A function with its arguments. */
export interface Call {
  readonly name: string;
  readonly arguments: Range;
  /** The token after the call. */
  readonly after: number;
  readonly filtered: boolean;
  readonly windowed: boolean;
}

import { LexicalProblem, SqlToken, SqlTokenKind } from './token';
import { TOKENS } from '../core/expression';

export interface Tokenized {
  readonly tokens: readonly SqlToken[];
  readonly problem?: LexicalProblem;
}

const SPACE = /[\s\u200b]+/y;
const OPAQUE = new RegExp(TOKENS.source, 'y');
const WORD = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*(?:\$(?!\{)[\w\u0080-\uffff]*)*/y;
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const VARIABLE = /\$(?:([A-Za-z_]\w*)|\{\s*([A-Za-z_][\w.]*)\s*(?::[^{}'"]*)?\})/y;
const OPERATOR = /->>|->|#>>|#>|::|\|\||<=|>=|<>|!=|=>|@>|<@|\?\||\?&|!~\*|!~|~\*/y;
const COMMENT_EDGE = /\/\*|\*\//g;
const MARK = 'TfToken[';
/** What word processors make of quotes. */
const CURLY = /[\u2018\u2019\u201c\u201d]/;

/**
 * Splits SQL into tokens, in linear time. Comments and whitespace are left out.
 *
 * What is known only at apply is one opaque token, together with the characters of a word that touch it. It is taken to be whole: it
 * neither opens nor closes a quote that it does not close or open itself.
 */
export function tokenize(sql: string): Tokenized {
  return new Tokenizer(sql).run();
}

class Tokenizer {
  private readonly tokens: SqlToken[] = [];
  private problem?: LexicalProblem;
  private position = 0;
  /** No `$$` is ahead: each search for one would read the rest again. */
  private lastDollars = false;

  constructor(private readonly sql: string) {}

  public run(): Tokenized {
    while (this.position < this.sql.length) {
      this.next();
    }
    return { tokens: this.tokens, problem: this.problem };
  }

  private next(): void {
    const { sql, position } = this;
    const character = sql[position];
    if (this.skips(SPACE)) {
      return;
    }
    switch (character) {
      case "'": return this.quoted('text', position, position, "'");
      case '"': case '`': return this.quoted('name', position, position, character);
      case '(': case ')': case '[': case ']': case '{': case '}': return this.push('bracket', character, position + 1);
      case '$': return this.dollar();
      case '-': if (sql[position + 1] === '-') {
        return this.lineComment();
      } break;
      case '/': if (sql[position + 1] === '*') {
        return this.blockComment();
      } break;
      default:
    }
    if ((character === 'e' || character === 'E') && sql[position + 1] === "'") {
      return this.escapedText();
    }
    if (CURLY.test(character)) {
      return this.stop('quote', position);
    }
    if (this.matches('word', WORD) || this.matches('number', NUMBER) || this.matches('operator', OPERATOR)) {
      return;
    }
    this.push('operator', character, position + 1);
  }

  private skips(pattern: RegExp): boolean {
    pattern.lastIndex = this.position;
    if (!pattern.test(this.sql)) {
      return false;
    }
    this.position = pattern.lastIndex;
    return true;
  }

  private matches(kind: SqlTokenKind, pattern: RegExp): boolean {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.sql)?.[0];
    if (found === undefined) {
      return false;
    }
    this.push(kind, kind === 'word' ? found.toLowerCase() : found, this.position + found.length);
    return true;
  }

  private push(kind: SqlTokenKind, value: string, end: number, partial?: boolean): void {
    const start = this.position;
    const last = this.tokens.at(-1);
    this.position = end;
    if (last?.end === start && (kind === 'opaque' ? isPartOfWord(last) : last.kind === 'opaque' && isPartOfWord({ kind, value }))) {
      this.tokens[this.tokens.length - 1] = { kind: 'opaque', value: '', start: last.start, end };
      return;
    }
    this.tokens.push(partial ? { kind, value, start, end, partial } : { kind, value, start, end });
  }

  private stop(kind: LexicalProblem['kind'], start: number): void {
    this.problem = { kind, start };
    this.position = this.sql.length;
  }

  /** A text or a name; a doubled quote in it stands for one. */
  private quoted(kind: 'text' | 'name', start: number, opening: number, quote: string): void {
    const { sql } = this;
    let end = sql.indexOf(quote, opening + 1);
    let doubled = false;
    while (end >= 0 && sql[end + 1] === quote) {
      doubled = true;
      end = sql.indexOf(quote, end + 2);
    }
    if (end < 0) {
      return this.stop(kind, start);
    }
    const content = sql.slice(opening + 1, end);
    this.push(kind, doubled ? content.replaceAll(quote + quote, quote) : content, end + 1, content.includes(MARK));
  }

  /** `E'…'`, in which a backslash escapes. */
  private escapedText(): void {
    const { sql, position } = this;
    for (let end = position + 2; end < sql.length; end += 1) {
      if (sql[end] === '\\') {
        end += 1;
      } else if (sql[end] === "'" && sql[end + 1] === "'") {
        end += 1;
      } else if (sql[end] === "'") {
        const content = sql.slice(position + 2, end);
        return this.push('text', content, end + 1, content.includes(MARK));
      }
    }
    this.stop('text', position);
  }

  private dollar(): void {
    const { sql, position } = this;
    OPAQUE.lastIndex = position;
    if (OPAQUE.test(sql)) {
      return this.push('opaque', '', OPAQUE.lastIndex);
    }
    if (sql[position + 1] === '$' && !this.lastDollars) {
      const end = sql.indexOf('$$', position + 2);
      if (end >= 0) {
        const content = sql.slice(position + 2, end);
        return this.push('text', content, end + 2, content.includes(MARK));
      }
      this.lastDollars = true;
    }
    VARIABLE.lastIndex = position;
    const variable = VARIABLE.exec(sql);
    if (variable !== null) {
      return this.push('variable', variable[1] ?? variable[2], VARIABLE.lastIndex);
    }
    this.push('operator', '$', position + 1);
  }

  private lineComment(): void {
    const end = this.sql.indexOf('\n', this.position);
    this.comment(end < 0 ? this.sql.length : end);
  }

  /** Block comments nest (DataFusion, PostgreSQL). */
  private blockComment(): void {
    COMMENT_EDGE.lastIndex = this.position;
    for (let depth = 0; ;) {
      const edge = COMMENT_EDGE.exec(this.sql);
      if (edge === null) {
        return this.stop('comment', this.position);
      }
      depth += edge[0] === '/*' ? 1 : -1;
      if (depth === 0) {
        return this.comment(COMMENT_EDGE.lastIndex);
      }
    }
  }

  /** A value in a comment may end it, and be anything after that. */
  private comment(end: number): void {
    if (this.sql.slice(this.position, end).includes(MARK)) {
      this.push('opaque', '', end);
    }
    this.position = end;
  }
}

function isPartOfWord({ kind, value }: Pick<SqlToken, 'kind' | 'value'>): boolean {
  return kind === 'word' || kind === 'number' || kind === 'opaque' || kind === 'variable' || value === '$';
}

/** A part of a Terraform expression. */
export type Hcl =
  | { readonly is: 'literal'; readonly text: string }
  | { readonly is: 'template'; readonly parts: readonly Hcl[] }
  | { readonly is: 'name'; readonly name: string }
  /** An attribute or element. Its key is undefined where it is computed, or stands for all. */
  | { readonly is: 'part'; readonly of: Hcl; readonly key?: string }
  | { readonly is: 'call'; readonly name: string; readonly args: readonly Hcl[] }
  | { readonly is: 'list'; readonly items: readonly Hcl[] }
  | { readonly is: 'object'; readonly entries: readonly (readonly [key: Hcl, value: Hcl])[] }
  | { readonly is: 'for'; readonly names: readonly string[]; readonly of: Hcl; readonly results: readonly Hcl[] }
  | { readonly is: 'choice'; readonly options: readonly Hcl[] }
  /** A comparison or another operation whose result is true or false. */
  | { readonly is: 'test' }
  | { readonly is: 'sum'; readonly operands: readonly Hcl[] };

const LITERAL = (text: string): Hcl => ({ is: 'literal', text });
/** What may stand in an expression. Blanks and comments are skipped. */
const TOKEN = /(?:\s|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*([A-Za-z_][\w-]*(?:::[A-Za-z_][\w-]*)*|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|"|\.\.\.|=>|==|!=|<=|>=|&&|\|\||[-+*/%!<>=?:.,[\](){}~]|$)/y;
const ESCAPES: { readonly [letter: string]: string } = { n: '\n', r: '\r', t: '\t' };

/**
 * Parses a string of Terraform's JSON: text with expressions in `${…}` and directives in `%{…}`.
 *
 * @returns undefined where it is not valid, too deep, or has a heredoc: Terraform tells about the first, and nobody writes the others into JSON
 */
export function parseTemplate(text: string): Hcl | undefined {
  if (!/[$%]\{/.test(text)) {
    return LITERAL(text);
  }
  try {
    return new Parser(text).template('');
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) {
      return undefined;
    }
    throw error;
  }
}

class Parser {
  private position = 0;

  constructor(private readonly text: string) {}

  /** The text up to its end, or to the quote that ends it. */
  public template(end: '' | '"'): Hcl {
    const parts: Hcl[] = [];
    let plain = '';
    const loops: Extract<Hcl, { is: 'for' }>[] = [];
    // A loop takes what follows it as its result: where it ends makes no difference to what it may contain.
    const add = (part: Hcl) => { (loops.length === 0 ? parts : loops[loops.length - 1].results as Hcl[]).push(part); };
    for (;;) {
      const at = this.text.slice(this.position, this.position + 3);
      if (at === '' || (end !== '' && at[0] === end)) {
        if (end !== at.slice(0, 1)) {
          throw new SyntaxError('a string has no end');
        }
        this.position += end.length;
        break;
      }
      if (at === '$${' || at === '%%{') {
        plain += at.slice(1);
        this.position += 3;
      } else if (at.startsWith('${') || at.startsWith('%{')) {
        if (plain !== '') {
          add(LITERAL(plain));
          plain = '';
        }
        this.position += 2;
        this.take('~');
        if (at[0] === '$') {
          add(this.expression());
        } else {
          this.directive(add, loops);
        }
        this.take('~');
        this.expect('}');
      } else if (end !== '' && at[0] === '\\') {
        const unicode = /^\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/.exec(this.text.slice(this.position, this.position + 10));
        plain += unicode ? String.fromCodePoint(parseInt(unicode[1] ?? unicode[2], 16)) : ESCAPES[at[1]] ?? at[1];
        this.position += unicode ? unicode[0].length : 2;
      } else {
        plain += at[0];
        this.position += 1;
      }
    }
    if (plain !== '' || parts.length === 0) {
      add(LITERAL(plain));
    }
    return parts.length === 1 ? parts[0] : { is: 'template', parts };
  }

  private directive(add: (part: Hcl) => void, loops: Extract<Hcl, { is: 'for' }>[]): void {
    const keyword = this.next();
    if (keyword === 'for') {
      const names = this.names();
      this.expect('in');
      const loop = { is: 'for' as const, names, of: this.expression(), results: [] };
      add(loop);
      loops.push(loop);
    } else if (keyword === 'if') {
      this.expression();
    } else if (keyword !== 'else' && keyword !== 'endif' && keyword !== 'endfor') {
      throw new SyntaxError('an unknown directive');
    }
  }

  private expression(): Hcl {
    const operands = [this.term()];
    let isTest = false;
    for (;;) {
      const operator = this.peek();
      if (/^(?:==|!=|<|>|<=|>=|&&|\|\|)$/.test(operator)) {
        isTest = true;
      } else if (!/^[-+*/%]$/.test(operator)) {
        break;
      }
      this.next();
      operands.push(this.term());
    }
    const first: Hcl = isTest ? { is: 'test' } : operands.length === 1 ? operands[0] : { is: 'sum', operands };
    if (!this.take('?')) {
      return first;
    }
    const yes = this.expression();
    this.expect(':');
    return { is: 'choice', options: [yes, this.expression()] };
  }

  private term(): Hcl {
    if (this.take('!')) {
      this.term();
      return { is: 'test' };
    }
    if (this.take('-')) {
      return this.term();
    }
    let term = this.primary();
    for (;;) {
      if (this.take('.')) {
        const key = this.next();
        // `.0.1` is read as one number.
        term = key.split('.').reduce<Hcl>((of, step) => ({ is: 'part', of, ...(step !== '*' && { key: step }) }), term);
      } else if (this.peek() === '[') {
        this.next();
        if (this.take('*')) {
          this.expect(']');
          term = { is: 'part', of: term };
        } else {
          const index = this.expression();
          this.expect(']');
          term = { is: 'part', of: term, ...(index.is === 'literal' && { key: index.text }) };
        }
      } else {
        return term;
      }
    }
  }

  private primary(): Hcl {
    const token = this.next();
    if (token === '"') {
      return this.template('"');
    }
    if (token === '(') {
      const inner = this.expression();
      this.expect(')');
      return inner;
    }
    if (token === '[') {
      return this.peek() === 'for' ? this.loop(']') : { is: 'list', items: this.list(']') };
    }
    if (token === '{') {
      return this.peek() === 'for' ? this.loop('}') : this.object();
    }
    if (/^\d/.test(token) || token === 'true' || token === 'false') {
      return LITERAL(token);
    }
    if (token === 'null') {
      return LITERAL('');
    }
    if (!/^[A-Za-z_]/.test(token)) {
      throw new SyntaxError('expected a value');
    }
    return this.take('(') ? { is: 'call', name: token, args: this.list(')') } : { is: 'name', name: token };
  }

  private list(end: string): Hcl[] {
    const items: Hcl[] = [];
    while (!this.take(end)) {
      items.push(this.expression());
      this.take('...');
      if (!this.take(',') && this.peek() !== end) {
        throw new SyntaxError('expected a comma');
      }
    }
    return items;
  }

  private object(): Hcl {
    const entries: [Hcl, Hcl][] = [];
    while (!this.take('}')) {
      const key = this.expression();
      if (!this.take('=')) {
        this.expect(':');
      }
      // A bare word is a name and no reference. A reference as a key is in parentheses, which does not matter here.
      entries.push([key.is === 'name' ? LITERAL(key.name) : key, this.expression()]);
      this.take(',');
    }
    return { is: 'object', entries };
  }

  private loop(end: string): Hcl {
    this.expect('for');
    const names = this.names();
    this.expect('in');
    const of = this.expression();
    this.expect(':');
    const results = [this.expression()];
    if (this.take('=>')) {
      results.push(this.expression());
      this.take('...');
    }
    if (this.take('if')) {
      this.expression();
    }
    this.expect(end);
    return { is: 'for', names, of, results };
  }

  private names(): string[] {
    const names = [this.next()];
    while (this.take(',')) {
      names.push(this.next());
    }
    return names;
  }

  private peek(): string {
    const before = this.position;
    const token = this.next();
    this.position = before;
    return token;
  }

  private take(wanted: string): boolean {
    const found = this.peek() === wanted;
    if (found) {
      this.next();
    }
    return found;
  }

  private expect(wanted: string): void {
    if (this.next() !== wanted) {
      throw new SyntaxError(`expected ${wanted}`);
    }
  }

  private next(): string {
    TOKEN.lastIndex = this.position;
    const match = TOKEN.exec(this.text);
    if (match === null) {
      throw new SyntaxError('an unknown character');
    }
    this.position = TOKEN.lastIndex;
    return match[1];
  }
}

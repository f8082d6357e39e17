import { IResolvable, IResolveContext, LazyBase, Token, Tokenization } from 'cdktf';
import { isUnresolved } from './unresolved';

const TOKEN = '\\$\\{TfToken\\[[\\w:.-]+\\]\\}';
/** Splits a string so that its tokens have the odd places. */
export const TOKENS = new RegExp(`(${TOKEN})`);
/** Begins the name of each token of the library. */
const OWN = 'LOGFIRE';
const OWN_TOKEN = new RegExp(`^\\$\\{TfToken\\[${OWN}\\.\\d+\\]\\}$`);
const ONE_TOKEN = new RegExp(`^${TOKEN}$`);
/** What Terraform would read as a template, and a token that the `$` before it would escape. */
const NEEDS_ESCAPE = new RegExp(`%\\{|\\$\\{(?!TfToken\\[[\\w:.-]+\\]\\})|\\$${TOKEN}`);

/** An operand of an expression: a number, a reference, or another expression. Pass strings through `quoted`. */
export type Operand = IResolvable | number | string;

/** Text of an expression at even places, an operand at odd ones. The parts of an expression inside another one are among those of the latter. */
type Part = Operand;

/**
 * A Terraform expression, written as it appears in Terraform: `` expression`timeadd(plantimestamp(), ${quoted('24h')})` ``.
 *
 * References in it work across stacks. It is cheaper than a tree of `Fn` calls, and easier to compare with the output.
 */
export function expression(text: TemplateStringsArray, ...operands: Operand[]): IResolvable {
  const parts: Part[] = [text[0]];
  const addText = (added: string) => {
    parts[parts.length - 1] = `${parts[parts.length - 1]}${added}`;
  };
  operands.forEach((operand, index) => {
    const value = (typeof operand === 'string' ? ownTokenIn(operand) : undefined) ?? operand;
    if (value instanceof Expression) {
      const [first, ...others] = value.parts;
      addText(first as string);
      parts.push(...others);
    } else {
      parts.push(value, '');
    }
    addText(text[index + 1]);
  });
  return new Expression(parts);
}

/** A string as an operand: quoted, or unchanged if it is a reference. */
export function quoted(text: string): Operand {
  if (!isUnresolved(text)) {
    return new Expression([terraformString(text)]);
  }
  return ONE_TOKEN.test(text) && !isLazy(text) ? text : new Text(() => text);
}

/** A string that is computed at synth. Unlike CDKTF's `Lazy` it records no stack trace, which costs more than the rest of a token. */
export function plainText(text: (context: IResolveContext) => string): string {
  return stringOf(new Text(text));
}

/**
 * A string that means itself in Terraform, except for its tokens: `${` and `%{` are no template. What a `Lazy` produces is such a string.
 *
 * What has to be escaped becomes a token itself. So a string can pass through here twice, and inside an expression it is quoted.
 */
export function literal(text: string): string {
  return text.includes('{') && (NEEDS_ESCAPE.test(text) || isLazy(text)) ? plainText(() => text) : text;
}

/** The strings of lists and maps, and the keys of maps, as `literal`. Everything else stays as it is. */
export function literals<T>(value: T): T {
  if (typeof value === 'string') {
    return literal(value) as T;
  }
  if (Array.isArray(value)) {
    return value.map(literals) as T;
  }
  return isMap(value) ? Object.fromEntries(Object.entries(value).map(([key, member]) => [literal(key), literals(member)])) as T : value;
}

/** An expression of the library as a string, with a mark by which it is known without a look at the expression. */
export function stringOf(value: IResolvable): string {
  return Token.asString(value, { displayHint: OWN });
}

const NO_STACK: string[] = [];

/** A token of the library. It records no stack trace, because recording one costs more than everything else that a token does. */
export abstract class OwnToken implements IResolvable {
  public readonly creationStack = NO_STACK;

  public abstract resolve(context: IResolveContext): unknown;

  public toString(): string {
    return stringOf(this);
  }

  public toJSON(): string {
    return '<expression>';
  }
}

/** The token that a string is, if it is one of the library and nothing else. */
export function ownTokenIn(text: string): IResolvable | undefined {
  return OWN_TOKEN.test(text) ? Tokenization.reverseString(text).firstToken : undefined;
}

/** A string with tokens in it, all else of which is literal. */
class Text extends OwnToken {
  constructor(private readonly text: (context: IResolveContext) => string) {
    super();
  }

  public resolve(context: IResolveContext): unknown {
    const text = this.text(context);
    if (context.suppressBraces) {
      return inQuotes(text, context);
    }
    const lazy = ONE_TOKEN.test(text) ? lazyOf(text) : undefined;
    const produced = lazy === undefined ? text : lazy.resolve(context);
    // A `Lazy` may produce nothing, or no string.
    return typeof produced === 'string' ? inPieces(produced, context, escaped) : context.resolve(produced);
  }
}

/** A string as an operand of an expression. */
function inQuotes(text: string, context: IResolveContext): string {
  return `"${inPieces(text, context, escapedInQuotes)}"`;
}

/** A string with each token, and what is between them, rendered on its own. CDKTF drops the braces of a token between `${` and `}`. */
function inPieces(text: string, context: IResolveContext, between: (text: string) => string): string {
  const pieces = text.split(TOKENS);
  return pieces.map((piece, index) => {
    if (index % 2 === 0) {
      // A `$` before a token would escape it.
      return index === pieces.length - 1 ? between(piece) : between(piece).replace(/\$+$/, (dollars) => `\${"${dollars}"}`);
    }
    const produced = lazyOf(piece)?.resolve(context) ?? piece;
    if (typeof produced === 'string' && produced !== piece) {
      return inPieces(produced, context, between);
    }
    const value = context.resolve(produced);
    return context.suppressBraces ? `\${${value}}` : value;
  }).join('');
}

/** The `Lazy` of the program that a token stands for: it produces a value as the program would pass it, not an expression. */
function lazyOf(value: unknown): LazyBase | undefined {
  const token = typeof value !== 'string' ? value : !OWN_TOKEN.test(value) && isUnresolved(value) && Tokenization.reverseString(value).firstToken;
  return token instanceof LazyBase ? token : undefined;
}

function isLazy(text: string): boolean {
  return !OWN_TOKEN.test(text) && text.includes('TfToken[') && text.split(TOKENS).some((piece, index) => index % 2 === 1 && lazyOf(piece) !== undefined);
}

class Expression extends OwnToken {
  constructor(public readonly parts: readonly Part[]) {
    super();
  }

  public resolve(context: IResolveContext): string {
    const braces = !context.suppressBraces;
    context.suppressBraces = true;
    context.ignoreEscapes = true;
    let rendered = '';
    for (let index = 0; index < this.parts.length; index += 1) {
      rendered += index % 2 === 0 ? this.parts[index] : rendering(this.parts[index], context);
    }
    return braces ? `\${${rendered}}` : rendered;
  }
}

function rendering(operand: Operand, context: IResolveContext): unknown {
  if (operand instanceof OwnToken) {
    // As CDKTF would, without a context for each.
    const own = operand.resolve(context);
    return typeof own === 'string' && !isUnresolved(own) ? own : context.resolve(own);
  }
  const produced = lazyOf(operand)?.resolve(context) ?? operand;
  return typeof produced === 'string' && produced !== operand ? inQuotes(produced, context) : context.resolve(produced);
}

/** Escapes what Terraform would read as a template: the one place where this is done. */
function escaped(text: string): string {
  return !text.includes('{') ? text : text.replace(/([$%])\{/g, '$1$1{');
}

/** Renders a quoted Terraform string, in which nothing is taken for an escape or an interpolation. */
function terraformString(text: string): string {
  return `"${escapedInQuotes(text)}"`;
}

const ESCAPED_IN_QUOTES = /["\\\u0000-\u001f\u007f\u2028\u2029]/g;

function escapedInQuotes(text: string): string {
  return escaped(text.replace(ESCAPED_IN_QUOTES, (character) => {
    switch (character) {
      case '"': return '\\"';
      case '\\': return '\\\\';
      case '\n': return '\\n';
      case '\r': return '\\r';
      case '\t': return '\\t';
      default: return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    }
  }));
}

/** The string that a rendered one stands for. Undefined if Terraform has to compute it. */
export function meantBy(text: string): string | undefined {
  return /(?<!\$)\$\{|(?<!%)%\{/.test(text) ? undefined : text.replace(/([$%])\1\{/g, '$1{');
}

function isMap(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/**
 * A secret attribute, marked for Terraform.
 *
 * The provider's own mark does not survive `terraform_remote_state`: without this one, the plan of a consuming stack prints the value.
 */
export function sensitive(reference: IResolvable | string): string {
  return stringOf(expression`sensitive(${reference})`);
}

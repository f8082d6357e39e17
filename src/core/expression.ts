import { IResolvable, IResolveContext, Token } from 'cdktf';
import { isUnresolved } from './unresolved';

/** What may stand inside an expression: a number, a reference, or another expression. Text goes through `quoted`. */
export type Operand = IResolvable | number | string;

/**
 * A Terraform expression, written as it appears in Terraform: `` expression`timeadd(plantimestamp(), ${quoted('24h')})` ``.
 *
 * References inside it follow into other stacks. Cheaper than a tree of `Fn` calls, and easier to compare with the output.
 */
export function expression(text: TemplateStringsArray, ...operands: Operand[]): IResolvable {
  return new Expression(text, operands);
}

/** Text as it stands inside an expression: quoted, or the reference that it is. */
export function quoted(text: string): Operand {
  return isUnresolved(text) ? text : new Expression([terraformString(text)], []);
}

/** Text that is looked up at synth. Unlike CDKTF's `Lazy` it records no stack trace, which costs more than all the rest of a token. */
export function plainText(text: () => string): string {
  return Token.asString(new PlainText(text));
}

/** The expression as a text that can stand wherever a string is expected. */
export function stringOf(value: IResolvable): string {
  return Token.asString(value);
}

class PlainText implements IResolvable {
  public readonly creationStack: string[] = [];

  constructor(private readonly text: () => string) {}

  public resolve(context: IResolveContext): string {
    const text = this.text();
    return context.suppressBraces ? template(text, context) : text;
  }

  public toString(): string {
    return Token.asString(this);
  }

  public toJSON(): string {
    return '<text>';
  }
}

/** Text as it stands inside an expression: in quotes, with its references as interpolations. */
function template(text: string, context: IResolveContext): string {
  const pieces = text.split(/(\$\{TfToken\[[^\]]*\]\})/).map((piece, index) => index % 2 === 1
    ? `\${${context.resolve(piece)}}`
    : terraformString(piece).slice(1, -1));
  return `"${pieces.join('')}"`;
}

class Expression implements IResolvable {
  public readonly creationStack: string[] = [];

  constructor(private readonly text: readonly string[], private readonly operands: readonly Operand[]) {}

  public resolve(context: IResolveContext): string {
    const braces = !context.suppressBraces;
    context.suppressBraces = true;
    context.ignoreEscapes = true;
    let rendered = this.text[0];
    for (let index = 0; index < this.operands.length; index += 1) {
      rendered += context.resolve(this.operands[index]) + this.text[index + 1];
    }
    return braces ? `\${${rendered}}` : rendered;
  }

  public toString(): string {
    return Token.asString(this);
  }

  public toJSON(): string {
    return '<expression>';
  }
}

/** Writes text as a quoted Terraform string: nothing in it is taken for an escape or an interpolation. */
function terraformString(text: string): string {
  const escaped = text.replace(/["\\\u0000-\u001f\u007f\u2028\u2029]/g, (character) => {
    switch (character) {
      case '"': return '\\"';
      case '\\': return '\\\\';
      case '\n': return '\\n';
      case '\r': return '\\r';
      case '\t': return '\\t';
      default: return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    }
  });
  return `"${escaped.replace(/\$\{/g, '$$${').replace(/%\{/g, '%%{')}"`;
}

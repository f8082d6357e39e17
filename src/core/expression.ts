import { IResolvable, IResolveContext, Token } from 'cdktf';
import { isUnresolved } from './unresolved';

/** An operand of an expression: a number, a reference, or another expression. Pass strings through `quoted`. */
export type Operand = IResolvable | number | string;

/**
 * A Terraform expression, written as it appears in Terraform: `` expression`timeadd(plantimestamp(), ${quoted('24h')})` ``.
 *
 * References in it work across stacks. It is cheaper than a tree of `Fn` calls, and easier to compare with the output.
 */
export function expression(text: TemplateStringsArray, ...operands: Operand[]): IResolvable {
  return new Expression(text, operands);
}

/** A string as an operand: quoted, or unchanged if it is a reference. */
export function quoted(text: string): Operand {
  return isUnresolved(text) ? text : new Expression([terraformString(text)], []);
}

/** A string that is computed at synth. Unlike CDKTF's `Lazy` it records no stack trace, which costs more than the rest of a token. */
export function plainText(text: (context: IResolveContext) => string): string {
  return Token.asString(new PlainText(text));
}

/** The expression as a string. */
export function stringOf(value: IResolvable): string {
  return Token.asString(value);
}

class PlainText implements IResolvable {
  public readonly creationStack: string[] = [];

  constructor(private readonly text: (context: IResolveContext) => string) {}

  public resolve(context: IResolveContext): string {
    const text = this.text(context);
    return context.suppressBraces ? template(text, context) : text;
  }

  public toString(): string {
    return Token.asString(this);
  }

  public toJSON(): string {
    return '<text>';
  }
}

/** A string inside an expression: quoted, with its references as interpolations. */
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

/** Renders a quoted Terraform string, in which nothing is taken for an escape or an interpolation. */
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

/**
 * A secret attribute, marked for Terraform.
 *
 * The provider's own mark does not survive `terraform_remote_state`: without this one, the plan of a consuming stack prints the value.
 */
export function sensitive(reference: string): string {
  return stringOf(expression`sensitive(${reference})`);
}

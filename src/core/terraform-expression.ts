import { checkCall } from './calls';
import { failWithoutPath } from './errors';
import { expression, stringOf, TOKENS } from './expression';

/**
 * A Terraform expression in a place where the library takes a string.
 *
 * All other strings are literal: `${` and `%{` in them reach Logfire as they are. References such as `project.projectId` and the
 * `stringValue` of a variable work without this class, also as a part of a string.
 *
 * @example
 * new LogfireProject(this, 'Shop', { description: TerraformExpression.raw('upper(terraform.workspace)') });
 */
export class TerraformExpression {
  /**
   * Passes an expression to Terraform as you write it. The result is an unresolved token, so checks of its value are skipped.
   *
   * @param text the expression, without `${` and `}` around it, such as `var.stage` or `"shop-${var.stage}"`. It may contain references
   * to constructs. Fails if it is blank, has a bracket or a quote without its counterpart, or has a comment or a heredoc; Terraform
   * checks the rest
   * @returns a string for any prop; concatenate it with others as usual
   */
  public static raw(text: string): string {
    checkCall('TerraformExpression.raw', arguments);
    if (text.trim() === '') {
      failWithoutPath('terraform-expression', 'text must be a Terraform expression such as var.stage, got a blank string; leave the prop out to pass no value');
    }
    if (/[#&]\{TfToken\[|\de\+\d{3}/.test(text)) {
      failWithoutPath('terraform-expression', 'text must not contain a list, a map or a number that is known only at apply; write its address, such as var.names, or use Fn');
    }
    const pieces = text.trim().split(TOKENS);
    const scanner = new Scanner();
    const parts = [''];
    pieces.forEach((piece, index) => {
      const last = parts.length - 1;
      if (index % 2 === 0) {
        scanner.read(piece);
        parts[last] += piece;
      } else if (scanner.isInString) {
        parts[last] += '${';
        parts.push('}');
      } else {
        parts.push('');
      }
    });
    scanner.end();
    if (scanner.hasOperator) {
      parts[0] = `(${parts[0]}`;
      parts[parts.length - 1] += ')';
    }
    return stringOf(expression(parts as unknown as TemplateStringsArray, ...pieces.filter((_, index) => index % 2 === 1)));
  }

  private constructor() {}
}

const COUNTERPARTS: { readonly [opening: string]: string } = { '(': ')', '[': ']', '{': '}' };
const QUOTE = '"';

/** Reads an expression as far as needed to know where it ends: what stood after that would be outside of it. */
class Scanner {
  /** Whether it has to be in parentheses inside of another expression. */
  public hasOperator = false;
  /** What closes each bracket and string that is open. */
  private readonly open: string[] = [];

  public get isInString(): boolean {
    return this.open[this.open.length - 1] === QUOTE;
  }

  public read(text: string): void {
    for (let index = 0; index < text.length; index += 1) {
      index += this.isInString ? this.readInString(text, index) : this.readCode(text, index);
    }
    if (this.isInString && /(^|[^$])\$$/.test(text)) {
      failWithoutPath('terraform-expression', 'text must not have a $ before a reference, which Terraform would read as $${; use Fn.join');
    }
  }

  public end(): void {
    const [missing] = this.open;
    if (missing !== undefined) {
      failWithoutPath('terraform-expression', `text must be a complete Terraform expression, got one without its last ${missing}; add it`);
    }
  }

  /** Returns how many more characters it has read. */
  private readInString(text: string, index: number): number {
    if (text[index] === '\n') {
      failWithoutPath('terraform-expression', 'text must not have a line break in a string; write \\n, or close the string on its line');
    }
    if (text[index] === QUOTE) {
      this.open.pop();
    } else if (text[index] === '\\') {
      return 1;
    } else if (/^(\$\$|%%)\{/.test(text.slice(index, index + 3))) {
      return 2;
    } else if (/^[$%]\{/.test(text.slice(index, index + 2))) {
      this.open.push('}');
      return 1;
    }
    return 0;
  }

  private readCode(text: string, index: number): number {
    const character = text[index];
    if (character === '$') {
      failWithoutPath('terraform-expression', 'text must be a Terraform expression without ${ and } around it, got one with a $ outside of a string; remove ${ and }');
    }
    if (/^(#|\/\/|\/\*|<<)/.test(text.slice(index, index + 2))) {
      failWithoutPath('terraform-expression', 'text must not have a comment or a heredoc, got one; remove it, or use a string in quotes');
    }
    if (character === QUOTE) {
      this.open.push(QUOTE);
    } else if (COUNTERPARTS[character] !== undefined) {
      this.open.push(COUNTERPARTS[character]);
    } else if (')]}'.includes(character) && this.open.pop() !== character) {
      failWithoutPath('terraform-expression', `text must be a complete Terraform expression, got one with a ${character} too many; remove it`);
    } else if (this.open.length === 0 && /[\s?:+*/%=!<>&|-]/.test(character)) {
      this.hasOperator ||= character !== '-' || !/[A-Za-z_]/.test(text[index - 1] ?? '');
    }
    return 0;
  }
}

/** A part of a template: text as it is meant, or an expression without `${` and `}`. */
export type Piece = { readonly text: string } | { readonly expression: string };

/** The parts of a string of Terraform. Undefined if it has a directive (`%{ if … }`) or an end is missing. */
export function piecesOf(template: string): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  let text = '';
  let index = 0;
  while (index < template.length) {
    const rest = template.slice(index, index + 3);
    if (rest === '$${' || rest === '%%{') {
      text += rest.slice(1);
      index += 3;
    } else if (rest.startsWith('%{')) {
      return undefined;
    } else if (rest.startsWith('${')) {
      const end = endOfExpression(template, index + 2);
      if (end === undefined) {
        return undefined;
      }
      pieces.push(...text === '' ? [] : [{ text }], { expression: template.slice(index + 2, end).trim() });
      text = '';
      index = end + 1;
    } else {
      text += template[index];
      index += 1;
    }
  }
  return text === '' && pieces.length > 0 ? pieces : [...pieces, { text }];
}

/** The literal that a string is. Undefined if it has an expression. */
export function literalOf(template: string): string | undefined {
  const pieces = piecesOf(template);
  const [only] = pieces ?? [];
  return pieces?.length === 1 && 'text' in only ? only.text : undefined;
}

/** The expression that a string consists of, such as `var.stage` of `${var.stage}`. */
export function expressionOf(template: string): string | undefined {
  const pieces = piecesOf(template);
  const [only] = pieces ?? [];
  return pieces?.length === 1 && 'expression' in only ? only.expression : undefined;
}

/** A literal as a string of Terraform. */
export function escaped(text: string): string {
  return text.replace(/([$%])\{/g, '$1$1{');
}

/** Parts as a string in quotes in an expression. */
export function quotedTemplate(pieces: readonly Piece[]): string {
  return `"${pieces.map((piece) => ('text' in piece ? inQuotes(piece.text) : `\${${piece.expression}}`)).join('')}"`;
}

function inQuotes(text: string): string {
  return escaped(JSON.stringify(text).slice(1, -1).replace(/\\b/g, '\\u0008').replace(/\\f/g, '\\u000c'));
}

/** Where the brace is that ends an expression. Strings in it may have expressions of their own. */
function endOfExpression(text: string, start: number): number | undefined {
  let depth = 0;
  let index = start;
  while (index < text.length) {
    const character = text[index];
    if (character === '"') {
      const end = endOfString(text, index + 1);
      if (end === undefined) {
        return undefined;
      }
      index = end;
    } else if (character === '{') {
      depth += 1;
    } else if (character === '}') {
      if (depth === 0) {
        return index;
      }
      depth -= 1;
    }
    index += 1;
  }
  return undefined;
}

function endOfString(text: string, start: number): number | undefined {
  let index = start;
  while (index < text.length) {
    if (text[index] === '"') {
      return index;
    }
    if (text[index] === '\\') {
      index += 1;
    } else if (/^[$%]\{/.test(text.slice(index, index + 2)) && !/[$%]/.test(text[index - 1] ?? '')) {
      const end = endOfExpression(text, index + 2);
      if (end === undefined) {
        return undefined;
      }
      index = end;
    }
    index += 1;
  }
  return undefined;
}

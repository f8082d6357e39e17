import { IResolvable, Tokenization } from 'cdktf';
import { Json } from './json';
import { expression, Operand, stringOf } from '../core/expression';
import { isUnresolved } from '../core/unresolved';

/**
 * The value as JSON text in a Terraform string, with the members in the order that they have.
 *
 * What looks like a Terraform template, such as `${env}`, is text and reaches Logfire as it stands. What comes from Terraform, such
 * as a variable, is encoded by Terraform, so that quotes in it do not break the document.
 *
 * @param known whether Terraform has no part in the value
 */
export function renderJson(value: Json, known: boolean): string {
  return known ? literal(JSON.stringify(value)) : render(value);
}

/** Piece by piece, where Terraform has to encode some of them. */
function render(value: Json): string {
  if (typeof value === 'string') {
    return renderText(value);
  }
  if (isUnresolved(value)) {
    return encoded(value as Operand);
  }
  if (typeof value !== 'object' || value === null) {
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map(render).join(',')}]`;
  }
  return `{${Object.entries(value).map(([key, member]) => `${renderText(key)}:${render(member)}`).join(',')}}`;
}

function renderText(text: string): string {
  if (!isUnresolved(text)) {
    return literal(JSON.stringify(text));
  }
  const fragments = Tokenization.reverseString(text);
  const parts: string[] = [];
  let rest = text;
  for (const token of fragments.tokens) {
    const marker = /\$\{TfToken\[[^\]]*\]\}/.exec(rest)!;
    parts.push(inQuotes(rest.slice(0, marker.index)), withoutQuotes(token));
    rest = rest.slice(marker.index + marker[0].length);
  }
  return `"${parts.join('')}${inQuotes(rest)}"`;
}

/** Text as it stands between the quotes of a JSON text. */
function inQuotes(text: string): string {
  return literal(JSON.stringify(text).slice(1, -1));
}

/** Keeps Terraform from taking text for a template. */
function literal(text: string): string {
  return !text.includes('{') ? text : text.replace(/[$%]\{/g, (opening) => `${opening[0]}${opening}`);
}

function encoded(value: Operand): string {
  return stringOf(expression`jsonencode(${value})`);
}

/** A text that Terraform encodes, for a place between quotes. */
function withoutQuotes(value: IResolvable): string {
  return stringOf(expression`trimsuffix(trimprefix(jsonencode(${value}), "\\""), "\\"")`);
}

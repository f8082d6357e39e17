import { IResolvable, Tokenization } from 'cdktf';
import { Json } from './json';
import { expression, Operand, stringOf } from '../core/expression';
import { isUnresolved } from '../core/unresolved';

/**
 * Renders a value as JSON in a Terraform string, and keeps the order of members.
 *
 * Terraform encodes its own values, such as variables, so that quotes in them do not break the document. Around them the string is not
 * escaped for Terraform yet: pass it through `literal`.
 *
 * @param known whether the whole value is known at synth
 */
export function renderJson(value: Json, known: boolean): string {
  return known ? JSON.stringify(value) : render(value);
}

/** Renders piece by piece, because Terraform has to encode some of them. */
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
    return JSON.stringify(text);
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

/** Text between the quotes of a JSON string. */
function inQuotes(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function encoded(value: Operand): string {
  return stringOf(expression`jsonencode(${value})`);
}

/** A string that Terraform encodes, to be placed between quotes. */
function withoutQuotes(value: IResolvable): string {
  return stringOf(expression`trimsuffix(trimprefix(jsonencode(${value}), "\\""), "\\"")`);
}

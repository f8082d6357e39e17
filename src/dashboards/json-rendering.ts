import { IResolvable, Tokenization } from 'cdktf';
import { Json, JsonObject, setMember } from './json';
import { expression, Operand, stringOf } from '../core/expression';
import { isUnresolved } from '../core/unresolved';

/**
 * The value as JSON text in a Terraform string: always the same text for the same value.
 *
 * What looks like a Terraform template, such as `${env}`, is text and reaches Logfire as it stands. What comes from Terraform, such
 * as a variable, is encoded by Terraform, so that quotes in it do not break the document.
 */
export function renderJson(value: Json): string {
  const sorted = withSortedKeys(value);
  return sorted.known ? literal(JSON.stringify(sorted.value)) : render(sorted.value);
}

/** A copy with the members in one order, and whether Terraform has no part in it. */
function withSortedKeys(value: Json): { readonly value: Json; readonly known: boolean } {
  let known = true;
  const sort = (item: Json): Json => {
    if (isUnresolved(item)) {
      known = false;
      return item;
    }
    if (typeof item !== 'object' || item === null) {
      return item;
    }
    if (Array.isArray(item)) {
      return item.map(sort);
    }
    const members: { [key: string]: Json } = {};
    for (const key of Object.keys(item).sort()) {
      known &&= !isUnresolved(key);
      setMember(members, key, sort((item as JsonObject)[key]));
    }
    return members;
  };
  return { value: sort(value), known };
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

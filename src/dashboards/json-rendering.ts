import { IResolvable, Tokenization } from 'cdktf';
import { Json, JsonObject } from './json';
import { expression, Operand, stringOf } from '../core/expression';
import { isUnresolved } from '../core/unresolved';

/**
 * The value as JSON text in a Terraform string: always the same text for the same value.
 *
 * What looks like a Terraform template, such as `${env}`, is text and reaches Logfire as it stands. What comes from Terraform, such
 * as a variable, is encoded by Terraform, so that quotes in it do not break the document.
 */
export function renderJson(value: Json): string {
  return render(value, new Map());
}

/** @param keys the keys so far and their text: there are few of them, again and again */
function render(value: Json, keys: Map<string, string>): string {
  if (typeof value === 'string') {
    return renderText(value);
  }
  if (typeof value !== 'object' || value === null) {
    return isUnresolved(value) ? encoded(value as number) : JSON.stringify(value);
  }
  if (isUnresolved(value)) {
    return encoded(value as IResolvable);
  }
  if (Array.isArray(value)) {
    return `[${value.map((item) => render(item, keys)).join(',')}]`;
  }
  let members = '';
  for (const key of Object.keys(value).sort()) {
    let text = keys.get(key);
    if (text === undefined) {
      text = `${renderText(key)}:`;
      keys.set(key, text);
    }
    members += (members === '' ? '' : ',') + text + render((value as JsonObject)[key], keys);
  }
  return `{${members}}`;
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

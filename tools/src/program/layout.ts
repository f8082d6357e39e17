/** Longest line that is left on one line. */
const WIDTH = 120;

export const INDENT = '    ';

/** Items between brackets: on one line if that is short, otherwise one line each. */
export function group(open: string, items: readonly string[], close: string, { space = '', trailing = ',', indent = '  ' } = {}): string {
  if (items.length === 0) {
    return `${open}${close}`;
  }
  const line = `${open}${space}${items.join(', ')}${space}${close}`;
  if (line.length <= WIDTH && !line.includes('\n')) {
    return line;
  }
  return `${open}\n${indented(items.join(',\n'), indent)}${trailing}\n${close}`;
}

/** No string of a program has a line break in it, so that every line can be moved. */
export function indented(text: string, by: string): string {
  return text.split('\n').map((line) => (line === '' ? line : by + line)).join('\n');
}

/** What ends a line in some language, besides what JSON escapes. */
const LINE_ENDS = /[\u0085\u2028\u2029]/g;

/** A text in double quotes, which every language reads. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(LINE_ENDS, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A text on one line, whatever it has in it. */
export function onOneLine(text: string): string {
  return text.replace(/[\r\n\u0085\u2028\u2029]+/g, ' ');
}

/** Parts of a string, joined by `+`: each line of a text on a line of its own. */
export function joined(parts: readonly string[], indent: string): string {
  const line = parts.join(' + ');
  return line.length <= WIDTH && !parts.slice(0, -1).some((part) => /\\n["']$/.test(part)) ? line : parts.join(` +\n${indent}`);
}

/** A text as literals that end with its lines. */
export function linesOf(text: string): string[] {
  return text.length <= WIDTH && !/\n./.test(text) ? [text] : text.match(/[^\n]*\n|[^\n]+$/g) ?? [text];
}

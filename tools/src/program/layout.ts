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

/** Parts of a string, joined by `+`: each line of a text on a line of its own. */
export function joined(parts: readonly string[], indent: string): string {
  const line = parts.join(' + ');
  return line.length <= WIDTH && !parts.slice(0, -1).some((part) => /\\n["']$/.test(part)) ? line : parts.join(` +\n${indent}`);
}

/** A text as literals that end with its lines. */
export function linesOf(text: string): string[] {
  return text.length <= WIDTH && !/\n./.test(text) ? [text] : text.match(/[^\n]*\n|[^\n]+$/g) ?? [text];
}

/** A part of a Markdown text: code keeps its characters whatever happens to the rest. */
interface Part {
  readonly isCode: boolean;
  readonly text: string;
}

/** Fenced blocks, also indented ones in lists, and code within a line. */
const CODE = /^( *)(`{3,})[^\n]*\n[\s\S]*?^\1\2[ \t]*$|(`+)(?:(?!\n\n)[\s\S])*?[^`]\3(?!`)/gm;

/** A text with everything but its code replaced. */
export function outsideCode(text: string, replace: (prose: string) => string): string {
  return partsOf(text).map((part) => (part.isCode ? part.text : replace(part.text))).join('');
}

function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const match of text.matchAll(CODE)) {
    parts.push({ isCode: false, text: text.slice(end, match.index) }, { isCode: true, text: match[0] });
    end = match.index + match[0].length;
  }
  return [...parts, { isCode: false, text: text.slice(end) }];
}

/** The heading of a text, and what stands below it. The generator writes a heading itself. */
export function titleAndBody(text: string): { readonly title: string; readonly body: string } {
  const { 1: title, index } = /^# (.+)$/m.exec(text)!;
  return { title: title.replaceAll('`', ''), body: text.slice(index).split('\n').slice(1).join('\n').trim() };
}

/** The first sentences of a text in plain words, which search engines show. */
export function descriptionOf(body: string): string {
  const paragraph = body.split(/\n\n+/).find((block) => /^[A-Z`[]/.test(block)) ?? '';
  const plain = paragraph.replace(/\s+/g, ' ').replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]/g, '');
  return plain.length <= 160 ? plain : `${plain.slice(0, 157).replace(/\s\S*$/, '')} …`;
}

/** Markdown as MDX, in which braces and tags would be JavaScript. Comments are left out. */
export function toMdx(markdown: string): string {
  return outsideCode(markdown.replace(/<!--[\s\S]*?-->\n*/g, ''), (prose) => prose.replace(/[{}]/g, '\\$&').replaceAll('<', '&lt;'));
}

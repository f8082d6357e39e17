const ENTITIES: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Characters that XML cannot have, and half a character. */
const IMPOSSIBLE = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\p{Cs}\ufffe\uffff]+/gu;
/** Characters that change the direction of the text after them, so that it reads as something else. */
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text as it stands in HTML and SVG: no character of it is markup, and none is one that XML cannot have. */
export function escaped(text: string): string {
  return text.replace(IMPOSSIBLE, ' ')
    .replace(TURNS, (character) => `[U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`)
    .replace(/[&<>"']/g, (character) => ENTITIES[character]);
}

/** Markup that is complete: nothing in it needs to be escaped. */
export class Markup {
  constructor(public readonly text: string) {}
}

type Part = Markup | string | number | undefined | readonly Part[];

/** Markup with texts in it. Every text is escaped; markup and lists of it are not, and undefined leaves no trace. */
export function markup(pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(pieces.reduce((text, piece, index) => text + rendered(parts[index - 1]) + piece));
}

function rendered(part: Part): string {
  return part instanceof Markup ? part.text : Array.isArray(part) ? part.map(rendered).join('') : part === undefined ? '' : escaped(String(part));
}

const ENTITIES: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text as it stands in SVG: no character of it is markup, and none is one that XML cannot have. */
export function escaped(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cs}\ufffe\uffff]+/gu, ' ').replace(/[&<>"']/g, (character) => ENTITIES[character]);
}

/** The beginning of a text, so that it fits. */
export function shortened(text: string, characters: number): string {
  const all = [...text];
  return all.length <= characters ? text : `${all.slice(0, Math.max(0, Math.floor(characters) - 1)).join('')}…`;
}

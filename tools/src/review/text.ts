/** Control characters, and half a character. */
const CONTROL = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\p{Cs}\ufffe\uffff]+/gu;
/** Characters that change the direction of the text after them, so that it reads as something else. */
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text of a plan without characters that do not print or that turn others, and not longer than some characters. */
export function printable(text: string, length: number): string {
  const characters = [...text.slice(0, length * 2)];
  const cut = characters.length > length || text.length > length * 2 ? `${characters.slice(0, length - 1).join('')}…` : text;
  return cut.replace(CONTROL, ' ').replace(TURNS, (character) => `[U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`);
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

import { Linted, Report } from './rule';
import { isUnresolved } from '../../core/unresolved';
import { labelOf } from '../document';

/** D11: keys, titles and variables that are there twice. */
export function duplicates({ parts: { panels, variables }, duplicateKeys }: Linted, report: Report): void {
  for (const { key, position } of duplicateKeys) {
    report('D11', `the key ${JSON.stringify(key)} stands twice in one object, again at ${position}; the first one is lost: rename or remove one of them`);
  }
  forRepeated(panels, ({ title }) => title, (panel, first) => {
    report('D11', `${labelOf(panel)} has the title of panel ${JSON.stringify(first.key)}; give one of them another title`);
  });
  forRepeated(variables, ({ name }) => name, ({ name }) => {
    report('D11', `variable ${JSON.stringify(name)} is declared twice; rename or remove one of them`);
  });
}

function forRepeated<T>(things: readonly T[], textOf: (thing: T) => string, act: (thing: T, first: T) => void): void {
  const firsts = new Map<string, T>();
  for (const thing of things) {
    const text = textOf(thing);
    const first = firsts.get(text);
    if (first !== undefined) {
      act(thing, first);
    } else if (text !== '' && !isUnresolved(text)) {
      firsts.set(text, thing);
    }
  }
}

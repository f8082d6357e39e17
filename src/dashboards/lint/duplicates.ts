import { Linted, Report } from './rule';
import { isUnresolved } from '../../core/unresolved';
import { labelOf } from '../document';

/** D11: keys, titles and variables that occur twice. */
export function duplicates({ parts: { panels, variables }, duplicateKeys }: Linted, report: Report): void {
  for (const { key, position } of duplicateKeys) {
    report('D11', `the key ${JSON.stringify(key)} occurs twice in one object, again at ${position}, and only the second one counts; rename or remove one of them`);
  }
  forRepeated(panels, ({ title }) => title, (panel, first) => {
    report('D11', `${labelOf(panel)} has the same title as panel ${JSON.stringify(first.key)}; rename one of them`);
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

import { Linted, Report } from './rule';
import { isUnresolved } from '../../core/unresolved';
import { labelOf, Panel } from '../document';

/** D11: keys and variables that occur twice, and titles that occur twice in one grid. The titles of grids tell equal ones apart. */
export function duplicates({ parts: { panels, grids, variables }, duplicateKeys }: Linted, report: Report): void {
  for (const { key, position } of duplicateKeys) {
    report('D11', `the key ${JSON.stringify(key)} occurs twice in one object, again at ${position}, and only the second one counts; rename or remove one of them`);
  }
  // Where each title occurs once, as in most dashboards, no grid has one twice.
  const isRepeated = new Set(panels.map(({ title }) => title)).size < panels.length;
  const byKey = new Map(isRepeated ? panels.map((panel) => [panel.key, panel]) : []);
  for (const { items } of isRepeated ? grids : []) {
    const shown = new Set(items.map(({ panel }) => byKey.get(panel ?? '')).filter((panel): panel is Panel => panel !== undefined));
    forRepeated([...shown], ({ title }) => title, (panel, first) => {
      report('D11', `${labelOf(panel)} has the same title as panel ${JSON.stringify(first.key)}; rename one of them`);
    });
  }
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

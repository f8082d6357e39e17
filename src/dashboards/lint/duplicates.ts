import { LintFinding, Linted } from './rule';
import { isUnresolved } from '../../core/unresolved';
import { labelOf } from '../document';

/** D11: keys, titles and variables that are there twice. */
export function duplicates({ parts: { panels, variables }, duplicateKeys }: Linted): LintFinding[] {
  return [
    ...duplicateKeys.map(({ key, position }) => ({
      rule: 'D11', message: `the key ${JSON.stringify(key)} stands twice in one object, again at ${position}; the first one is lost: rename or remove one of them`,
    })),
    ...repeated(panels, ({ title }) => title).map(([panel, first]) => ({
      rule: 'D11', message: `${labelOf(panel)} has the title of panel ${JSON.stringify(first.key)}; give one of them another title`,
    })),
    ...repeated(variables, ({ name }) => name).map(([{ name }]) => ({
      rule: 'D11', message: `variable ${JSON.stringify(name)} is declared twice; rename or remove one of them`,
    })),
  ];
}

function repeated<T>(things: readonly T[], textOf: (thing: T) => string): (readonly [thing: T, first: T])[] {
  const firsts = new Map<string, T>();
  return things.filter((thing) => textOf(thing) !== '' && !isUnresolved(textOf(thing))).flatMap((thing) => {
    const first = firsts.get(textOf(thing));
    firsts.set(textOf(thing), first ?? thing);
    return first === undefined ? [] : [[thing, first] as const];
  });
}

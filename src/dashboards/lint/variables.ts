import { LintFinding, Linted } from './rule';

import { isUnresolved } from '../../core/unresolved';
import { labelOf, Panel } from '../document';
import { SqlParts, variablesIn } from '../sql';

/** Supplied by Logfire to every query. */
const BUILT_IN = 'resolution';

/** D7, D8, D9: variables that are not there, quoted twice, or taken. */
export function variables({ parts: { panels, variables: declared } }: Linted): LintFinding[] {
  const names = declared.map(({ name }) => name);
  const known = names.some((name) => isUnresolved(name)) ? undefined : new Set([...names, BUILT_IN]);
  const own = new Set(names);
  return [
    ...panels.flatMap((panel) => [...undeclared(panel, known), ...quoted(panel, own), ...inTitle(panel, own)]),
    ...names.filter((name) => name === BUILT_IN).map(() => ({
      rule: 'D9', message: `variable "${BUILT_IN}" hides the one that Logfire supplies; give it another name, or remove it`,
    })),
  ];
}

function undeclared(panel: Panel, known: ReadonlySet<string> | undefined): LintFinding[] {
  const used = new Set(sqlOf(panel).flatMap((sql) => sql.variables));
  return [...used].filter((name) => known !== undefined && !known.has(name)).map((name) => ({
    rule: 'D7', message: `${labelOf(panel)} uses $${name}, which is not declared; add it to spec.variables, or correct its name`,
  }));
}

/** Logfire puts a variable's value in with quotes around it. */
function quoted(panel: Panel, names: ReadonlySet<string>): LintFinding[] {
  const used = new Set(sqlOf(panel).flatMap((sql) => sql.quotedVariables));
  return [...used].filter((name) => names.has(name)).map((name) => ({
    rule: 'D8', message: `${labelOf(panel)} has $${name} between quotes, and Logfire adds quotes of its own; write $${name} without quotes`,
  }));
}

function inTitle(panel: Panel, names: ReadonlySet<string>): LintFinding[] {
  return variablesIn(panel.title).filter((name) => names.has(name)).map((name) => ({
    rule: 'D7', message: `${labelOf(panel)} has $${name} in its title, where Logfire shows it as it stands; remove it`,
  }));
}

function sqlOf({ queries }: Panel): SqlParts[] {
  return queries.flatMap(({ sql }) => sql ?? []);
}

import { Linted, Report } from './rule';
import { isUnresolved } from '../../core/unresolved';
import { labelOf, Panel } from '../document';
import { SqlParts, variablesIn } from '../sql';

/** Supplied by Logfire to every query. */
const BUILT_IN = 'resolution';

/** D7, D8, D9: variables that are not there, quoted twice, or taken. */
export function variables({ parts: { panels, variables: declared } }: Linted, report: Report): void {
  const names = new Set(declared.map(({ name }) => name));
  const allKnown = declared.every(({ name }) => !isUnresolved(name));
  for (const panel of panels) {
    for (const name of used(panel, (sql) => sql.variables, (text) => allKnown && text !== BUILT_IN && !names.has(text))) {
      report('D7', `${labelOf(panel)} uses $${name}, which is not declared; add it to spec.variables, or correct its name`);
    }
    // Logfire puts a variable's value in with quotes around it.
    for (const name of used(panel, (sql) => sql.quotedVariables, (text) => names.has(text))) {
      report('D8', `${labelOf(panel)} has $${name} between quotes, and Logfire adds quotes of its own; write $${name} without quotes`);
    }
    for (const name of variablesIn(panel.title)) {
      if (names.has(name)) {
        report('D7', `${labelOf(panel)} has $${name} in its title, where Logfire shows it as it stands; remove it`);
      }
    }
  }
  for (const { name } of declared) {
    if (name === BUILT_IN) {
      report('D9', `variable "${BUILT_IN}" hides the one that Logfire supplies; give it another name, or remove it`);
    }
  }
}

/** The variables in a panel's queries that match, each once. */
function used({ queries }: Panel, variablesOf: (sql: SqlParts) => readonly string[], matches: (name: string) => boolean): Iterable<string> {
  const found: string[] = [];
  for (const { sql } of queries) {
    for (const name of sql === undefined ? [] : variablesOf(sql)) {
      if (matches(name) && !found.includes(name)) {
        found.push(name);
      }
    }
  }
  return found;
}

import { Linted, Report } from './rule';
import { isUnresolved } from '../../core/unresolved';
import { labelOf, Panel } from '../document';
import { SqlParts, variablesIn } from '../sql';

/** Logfire supplies this variable to every query. */
const BUILT_IN = 'resolution';

/** D7, D8, D9: variables that are undeclared, quoted twice, or reserved. */
export function variables({ parts: { panels, variables: declared } }: Linted, report: Report): void {
  const names = new Set(declared.map(({ name }) => name));
  const allKnown = declared.every(({ name }) => !isUnresolved(name));
  for (const panel of panels) {
    for (const name of used(panel, (sql) => sql.variables, (text) => allKnown && text !== BUILT_IN && !names.has(text))) {
      report('D7', `${labelOf(panel)} uses $${name}, which is not declared; add it to spec.variables, or correct the name`);
    }
    // Logfire inserts the value of a variable with quotes around it.
    for (const name of used(panel, (sql) => sql.quotedVariables, (text) => names.has(text))) {
      report('D8', `${labelOf(panel)} has $${name} in quotes, but Logfire adds quotes itself; write $${name} without quotes`);
    }
    for (const name of variablesIn(panel.title)) {
      if (names.has(name)) {
        report('D7', `${labelOf(panel)} has $${name} in its title, but Logfire does not replace variables in titles; remove it`);
      }
    }
  }
  for (const { name } of declared) {
    if (name === BUILT_IN) {
      report('D9', `variable "${BUILT_IN}" hides the built-in one; rename or remove it`);
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

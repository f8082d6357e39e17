import { Linted, Report } from './rule';
import { isUnresolved } from '../../core/unresolved';
import { oncePerQuery } from '../../sql/once';
import type { SqlQuery } from '../../sql/query';
import { BuiltInVariable } from '../built-in-variable';
import { labelOf, Panel } from '../document';

/** The length of a bucket. A variable of this name would be ignored. */
const RESOLUTION = 'resolution';

/** Logfire supplies these variables to every query. */
const BUILT_IN: ReadonlySet<string> = new Set(Object.values(BuiltInVariable).map((reference) => reference.slice(1)));

/** D7, D8, D9, D15: variables that are undeclared, quoted twice, reserved, or have no value for All. */
export function variables({ parts: { panels, variables: declared } }: Linted, report: Report): void {
  const names = new Set(declared.map(({ name }) => name));
  const allKnown = declared.every(({ name }) => !isUnresolved(name));
  for (const panel of panels) {
    for (const name of used(panel, namesIn, (text) => allKnown && !BUILT_IN.has(text) && !names.has(text))) {
      report('D7', `${labelOf(panel)} uses $${name}, which is not declared; add it to spec.variables, or correct the name`);
    }
    // Logfire inserts the value of a variable with quotes around it.
    for (const name of used(panel, quotedNamesIn, (text) => BUILT_IN.has(text) || names.has(text))) {
      report('D8', `${labelOf(panel)} has $${name} in quotes, but Logfire adds quotes itself; write $${name} without quotes`);
    }
    for (const name of variablesIn(panel.title)) {
      if (names.has(name)) {
        report('D7', `${labelOf(panel)} has $${name} in its title, but Logfire does not replace variables in titles; remove it`);
      }
    }
  }
  for (const { name, hasUnknownAll } of declared) {
    if (hasUnknownAll) {
      report('D15', `variable ${JSON.stringify(name)} can be All, and its queries fail then; add "customAllValue": "all-values", and write (column = $${name} OR $${name} = 'all-values')`);
    }
    if (name === RESOLUTION) {
      report('D9', `variable "${RESOLUTION}" hides the built-in one; rename or remove it`);
    }
  }
}

/** The variables in a panel's queries that match, each once. */
function used({ queries }: Panel, variablesOf: (sql: SqlQuery) => readonly string[], matches: (name: string) => boolean): Iterable<string> {
  const found = new Set<string>();
  for (const { sql } of queries) {
    for (const name of sql === undefined ? [] : variablesOf(sql)) {
      if (matches(name)) {
        found.add(name);
      }
    }
  }
  return found;
}

const namesIn = oncePerQuery(({ tokens }) => tokens.filter(({ kind }) => kind === 'variable').map(({ value }) => value));

const quotedNamesIn = oncePerQuery(({ tokens }) => tokens.filter(({ kind }) => kind === 'text').flatMap(({ value }) => variablesIn(value)));

/** The dashboard variables in a text: `$env` and `${env}`. */
function variablesIn(text: string): string[] {
  return !text.includes('$') ? [] : [...text.matchAll(/\$(?:([A-Za-z_][A-Za-z0-9_]*)|\{([A-Za-z_][A-Za-z0-9_]*)(?::[^}]*)?\})/g)].map((match) => match[1] ?? match[2]);
}

import { JsonObject } from './json';
import { Spot } from './spot';
import { isUnresolved } from '../core/unresolved';

/** Stands for all values of a variable with one value: Logfire has no list of them then. */
export const ALL_VALUES = 'all-values';

/** The choices of a variable. */
export interface ListChoices {
  readonly allowMultiple?: boolean;
  readonly allowAll?: boolean;
  readonly defaultValues?: readonly string[];
  /** The values of a list in the dashboard. */
  readonly values?: readonly string[];
  readonly labels?: { readonly [value: string]: string };
  /** The query that returns them otherwise. */
  readonly query?: string;
}

/** The choices as the document has them. */
export function listContent(spot: Spot, choices: ListChoices): JsonObject {
  const { allowMultiple = false, allowAll = false, query } = choices;
  const [defaultValue] = defaults(spot, choices);
  return {
    allowMultiple,
    allowAllValue: allowAll,
    customAllValue: allowAll && !allowMultiple ? ALL_VALUES : undefined,
    defaultValue: allowMultiple && defaultValue !== undefined ? choices.defaultValues : defaultValue,
    plugin: query === undefined
      ? { kind: 'StaticListVariable', spec: { values: staticValues(spot, choices) } }
      : { kind: 'LogfireQueryListVariable', spec: { query } },
  };
}

function defaults(spot: Spot, { allowMultiple = false, defaultValues = [], values }: ListChoices): readonly string[] {
  if (!allowMultiple && defaultValues.length > 1) {
    spot.refuse('variable-values', 'defaultValues', 'have one value, because the variable does not allow multiple ones', defaultValues, 'pass one, or set allowMultiple: true');
  }
  checkDistinct(spot, 'defaultValues', defaultValues);
  const mayHaveAny = values === undefined || isUnresolved(values) || values.some(isUnresolved);
  const unknown = mayHaveAny ? undefined : defaultValues.find((value) => !isUnresolved(value) && !values.includes(value));
  if (unknown !== undefined) {
    spot.refuse('variable-values', 'defaultValues', 'be some of the values', unknown, 'correct it, or add it to values');
  }
  return defaultValues;
}

function staticValues(spot: Spot, { values = [], labels = {}, allowAll, allowMultiple }: ListChoices): readonly unknown[] {
  if (isUnresolved(values)) {
    return values;
  }
  if (values.length === 0) {
    spot.refuse('not-empty', 'values', 'have at least one value', values, 'pass the choices, or use DashboardVariable.text');
  }
  checkDistinct(spot, 'values', values);
  if (allowAll && !allowMultiple && values.includes(ALL_VALUES)) {
    spot.refuse('variable-values', 'values', `be other ones than ${JSON.stringify(ALL_VALUES)}, which stands for all of them`, ALL_VALUES, 'rename it');
  }
  const unknown = Object.keys(labels).find((value) => !values.includes(value));
  if (unknown !== undefined) {
    spot.refuse('variable-values', 'labels', 'be for some of the values', unknown, 'correct the key, or add it to values');
  }
  Object.entries(labels).forEach(([value, label]) => spot.checkText(`labels.${value}`, label, 'leave it out to show the value'));
  return values.map((value) => Object.hasOwn(labels, value) ? { value, label: labels[value] } : value);
}

function checkDistinct(spot: Spot, prop: string, values: readonly string[]): void {
  values.forEach((value, index) => {
    spot.checkText(`${prop}[${index}]`, value, 'remove it');
    if (values.indexOf(value) !== index) {
      spot.refuse('distinct-values', prop, 'have each value once', value, 'remove the repeated one');
    }
  });
}

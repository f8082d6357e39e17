import * as logfire from 'cdktf-logfire';
import { isObject, itemsOf, JsonObject, membersOf } from './read-dashboard';
import { secondsOf } from '../convert/values';
import { callStatic, Expression, json, Json, list, literal, member, struct } from '../program/model';

export const LIBRARY = 'cdktf-logfire';

/** A scalar as it is; undefined for anything else, which no prop takes. */
export function scalar(value: Json | undefined): Expression | undefined {
  return value === undefined || value === null || typeof value === 'object' ? undefined : literal(value);
}

export function texts(value: Json | undefined): Expression | undefined {
  return Array.isArray(value) ? list(itemsOf(value).map((item) => literal(String(item)))) : undefined;
}

/** A member of an enum of the library by its value in the document. */
export function choice(enumName: string, value: Json | undefined): Expression | undefined {
  const name = Object.entries((logfire as any)[enumName] as Record<string, unknown>).find(([, known]) => known === value)?.[0];
  return name === undefined ? undefined : member(`${LIBRARY}.${enumName}`, name);
}

/** A duration such as `6h`; undefined for one that the library would spell differently. */
export function duration(value: Json | undefined): Expression | undefined {
  const seconds = typeof value === 'string' ? secondsOf(value) : undefined;
  if (seconds === undefined || !Number.isInteger(seconds)) {
    return undefined;
  }
  const [unit, size] = ([['days', 86_400], ['hours', 3600], ['minutes', 60], ['seconds', 1]] as const)
    .find(([, length]) => seconds % length === 0 && seconds > 0) ?? ['seconds', 1] as const;
  return callStatic(`${LIBRARY}.Duration`, unit, literal(seconds / size));
}

/** `format` of a panel as props. */
export function formatProps(value: Json | undefined): { readonly [prop: string]: Expression | undefined } {
  const { unit, decimalPlaces, shortValues } = membersOf(value);
  return { unit: unit === undefined ? undefined : unitOf(unit), decimalPlaces: scalar(decimalPlaces), shortValues: scalar(shortValues) };
}

function unitOf(unit: Json): Expression {
  const name = Object.entries(logfire.DashboardUnit).find(([, known]) => (known as { readonly value?: unknown }).value === unit)?.[0];
  return name === undefined ? callStatic(`${LIBRARY}.DashboardUnit`, 'of', literal(String(unit))) : member(`${LIBRARY}.DashboardUnit`, name);
}

export function legend(value: Json | undefined): Expression | undefined {
  if (!isObject(value)) {
    return undefined;
  }
  return struct(`${LIBRARY}.ChartLegend`, { position: choice('LegendPosition', value.position), mode: choice('LegendMode', value.mode) });
}

/** A struct with the scalars of these names; undefined if there are none. */
export function scalars(type: string, value: JsonObject, names: readonly string[]): Expression | undefined {
  const props = Object.fromEntries(names.map((name) => [name, scalar(value[name])]));
  return Object.values(props).every((prop) => prop === undefined) ? undefined : struct(`${LIBRARY}.${type}`, props);
}

/** A map of free-form JSON. */
export function freeForm(value: Json | undefined): Expression | undefined {
  return isObject(value) && Object.keys(value).length > 0
    ? { is: 'map', entries: Object.entries(value).map(([name, item]) => [name, json(item)] as const) }
    : undefined;
}

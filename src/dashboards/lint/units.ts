import { Linted, Report } from './rule';
import { isUnresolved } from '../../core/unresolved';
import { DashboardUnit } from '../dashboard-unit';
import { labelOf } from '../document';
import { isJsonObject, Json } from '../json';

/** The units of Perses, on which Logfire's panels are built (Perses: format options). Its UI code also knows `%`, its schema does not. */
const UNITS: ReadonlySet<string> = new Set(Object.values(DashboardUnit).map(({ value }) => value));

/** D10: an unknown unit. The panel then shows the number without a unit. */
export function units({ parts: { panels } }: Linted, report: Report): void {
  for (const panel of panels) {
    forEachUnit(panel.plugin.spec, (unit) => {
      if (!UNITS.has(unit) && !isUnresolved(unit)) {
        report('D10', `${labelOf(panel)} has the unit ${JSON.stringify(unit)}, which Logfire does not support; use for example "decimal", "percent-decimal", "seconds" or "bytes"`);
      }
    });
  }
}

/** A unit is the `unit` of a `format`, anywhere in a plugin. */
function forEachUnit(value: Json, act: (unit: string) => void): void {
  if (Array.isArray(value)) {
    value.forEach((item) => forEachUnit(item, act));
  } else if (isJsonObject(value)) {
    for (const [key, member] of Object.entries(value)) {
      if (key === 'format' && isJsonObject(member) && typeof member.unit === 'string') {
        act(member.unit);
      }
      forEachUnit(member, act);
    }
  }
}

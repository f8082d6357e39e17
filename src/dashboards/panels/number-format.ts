import { isUnresolved } from '../../core/unresolved';
import { DashboardUnit } from '../dashboard-unit';
import { JsonObject } from '../json';
import { Spot } from '../spot';

/** How a panel writes numbers. */
export interface NumberFormat {
  /**
   * Unit of the numbers.
   *
   * @default - the numbers have no unit
   */
  readonly unit?: DashboardUnit;

  /**
   * Digits after the decimal point, from 0 to 20.
   *
   * @default - as many as Logfire chooses
   */
  readonly decimalPlaces?: number;

  /**
   * Whether large numbers are shortened, such as `1.2K`.
   *
   * @default - as Logfire chooses
   */
  readonly shortValues?: boolean;
}

/** Of JavaScript's number formats, which the browser uses. */
const MOST_DIGITS = 20;

/** The format as the document has it. Undefined if the props say nothing. */
export function formatContent(spot: Spot, { unit, decimalPlaces, shortValues }: NumberFormat): JsonObject | undefined {
  if (unit === undefined && decimalPlaces === undefined && shortValues === undefined) {
    return undefined;
  }
  spot.checkText('unit', unit?.value, 'use a constant of DashboardUnit');
  const isKnown = decimalPlaces !== undefined && !isUnresolved(decimalPlaces);
  if (isKnown && !(Number.isInteger(decimalPlaces) && decimalPlaces >= 0 && decimalPlaces <= MOST_DIGITS)) {
    spot.refuse('number-range', 'decimalPlaces', `be a whole number from 0 to ${MOST_DIGITS}`, decimalPlaces, 'leave it out for the default of Logfire');
  }
  return { unit: (unit ?? DashboardUnit.DECIMAL).value, decimalPlaces, shortValues };
}

import type { ErrorId } from '../core/error-ids';
import { failAt } from '../core/errors';
import { shown } from '../core/redaction';
import { isUnresolved } from '../core/unresolved';

/** A part of a dashboard that is built, such as a panel in its section: errors about its values begin with its name. */
export class Spot {
  constructor(private readonly label: string) {}

  /** Rejects a value: `section "Traffic", panel "rate": lineWidth must be ..., got ...; ...`. */
  public refuse(id: ErrorId, prop: string, allowed: string, value: unknown, remedy: string): never {
    failAt(this.label, id, `${prop} must ${allowed}, got ${value === undefined ? 'nothing' : shown(value)}; ${remedy}`);
  }

  public checkText(prop: string, text: string | undefined, remedy: string): void {
    if (text !== undefined && !isUnresolved(text) && text.trim() === '') {
      this.refuse('not-blank', prop, 'not be blank', text, remedy);
    }
  }

  /** Rejects a number outside a range. Both ends are allowed. */
  public checkRange(prop: string, value: number | undefined, least: number, most: number): void {
    if (value !== undefined && !isUnresolved(value) && !(value >= least && value <= most)) {
      this.refuse('number-range', prop, `be a number from ${least} to ${most}`, value, 'pass one in between, or leave it out for the default of Logfire');
    }
  }

  public checkFinite(prop: string, value: number | undefined, remedy: string): void {
    if (value !== undefined && !isUnresolved(value) && !(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) {
      this.refuse('number-range', prop, 'be a finite number up to 2^53', value, remedy);
    }
  }

  /** Rejects a number of grid cells that is not whole or outside a range. The layout is computed at synth, so it must be known. */
  public checkCells(prop: string, value: number, least: number, most: number): void {
    if (isUnresolved(value) || !(Number.isSafeInteger(value) && value >= least && value <= most)) {
      const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
      this.refuse('number-range', prop, `be a whole number ${range}`, value, 'count the cells of the grid, which has 24 columns');
    }
  }
}

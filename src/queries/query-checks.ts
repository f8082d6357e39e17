import { decimalText } from '../core/decimal-text';
import { Duration } from '../core/duration';
import type { ErrorId } from '../core/error-ids';
import { failAt } from '../core/errors';
import { inHostLanguage } from '../core/host-language';
import { isUnresolved } from '../core/unresolved';

/** Rejects an argument of a factory, such as `RecordFilter.service`: its SQL is rendered before any construct is known. */
export function reject(entry: string, id: ErrorId, message: string): never {
  failAt(inHostLanguage(entry), id, message);
}

/** Rejects a string that is empty or has only whitespace. */
export function checkText(entry: string, name: string, text: string, advice: string): void {
  if (!isUnresolved(text) && text.trim() === '') {
    reject(entry, 'not-blank', `${name} must not be blank, got ${JSON.stringify(text)}; ${advice}`);
  }
}

/** Rejects NaN and the infinities. */
export function checkFinite(entry: string, name: string, value: number, advice: string): void {
  if (!isUnresolved(value) && !Number.isFinite(value)) {
    reject(entry, 'number-range', `${name} must be a finite number, got ${value}; ${advice}`);
  }
}

/** Rejects a fraction, and a number outside a range. Both ends are allowed. */
export function checkWhole(entry: string, name: string, value: number, least: number, most: number, advice: string): void {
  if (!isUnresolved(value) && !(Number.isInteger(value) && value >= least && value <= most)) {
    const range = most === Number.MAX_SAFE_INTEGER ? `of ${least} or more` : `from ${least} to ${most}`;
    reject(entry, 'number-range', `${name} must be a whole number ${range}, got ${value}; ${advice}`);
  }
}

/** Rejects a length of time in seconds that is negative or no number. */
export function checkSeconds(entry: string, name: string, seconds: number): void {
  if (!isUnresolved(seconds) && !(Number.isFinite(seconds) && seconds >= 0)) {
    reject(entry, 'number-range', `${name} must be a number of seconds that is 0 or more, got ${seconds}; pass a number such as 0.5`);
  }
}

/** Rejects what is no percentile, and one that is known only at apply: it names a column of the result. */
export function checkPercentile(entry: string, name: string, percentile: number): void {
  if (isUnresolved(percentile)) {
    reject(entry, 'known-at-synth', `${name} must be known at synth, got a Terraform expression; pass a percentile such as 95`);
  }
  if (!(percentile >= 1 && percentile <= 100)) {
    // A fraction is what other libraries take, and a percentile below 1 is of no use.
    const meant = percentile > 0 && percentile < 1 ? `did you mean ${decimalText(percentile * 100)}?` : 'pass a percentile such as 95';
    reject(entry, 'number-range', `${name} must be from 1 to 100, got ${percentile}; ${meant}`);
  }
}

/** Rejects a duration of zero or less. */
export function checkLength(entry: string, name: string, duration: Duration): void {
  if (!duration.isUnresolved() && duration.toSeconds() <= 0) {
    reject(entry, 'positive-duration', `${name} must be longer than zero, got ${duration.toString()}; pass a duration such as Duration.minutes(15)`);
  }
}

/** Rejects an empty list. */
export function checkSome(entry: string, name: string, list: readonly unknown[], advice: string): void {
  if (list.length === 0) {
    reject(entry, 'not-empty', `${name} must not be empty, got []; ${advice}`);
  }
}

/** Rejects a value that is twice in a list. */
export function checkDistinct(entry: string, name: string, list: readonly (string | number)[]): void {
  const twice = list.find((value, index) => !isUnresolved(value) && list.indexOf(value) !== index);
  if (twice !== undefined) {
    reject(entry, 'distinct-values', `${name} must be different, got ${JSON.stringify(twice)} twice; remove one`);
  }
}

/** The number of rows that a query returns at most, which Logfire's query API limits too. */
export function checkLimit(entry: string, name: string, limit: number): void {
  checkWhole(entry, name, limit, 1, 10_000, 'pass a number such as 10');
}

/** Rejects a member of an enum that is known only at apply: what it means in SQL is decided at synth. */
export function checkEnum(entry: string, name: string, meanings: { readonly [member: string]: unknown }, member: string): void {
  if (meanings[member] === undefined) {
    reject(entry, 'known-at-synth', `${name} must be known at synth, got ${JSON.stringify(member)}; use a member of the enum`);
  }
}

import { IConstruct } from 'constructs';
import { Duration } from './duration';
import { fail } from './errors';
import { isUnresolved } from './unresolved';

/** Refuses a duration of zero or less. */
export function checkPositive(scope: IConstruct, prop: string, duration: Duration): void {
  if (!duration._isUnresolved && duration.toSeconds() <= 0) {
    fail(scope, `${prop} must be longer than zero, got ${duration.toString()}; pass for example Duration.days(30)`);
  }
}

/** Refuses a text that has nothing in it but blanks. */
export function checkNotBlank(scope: IConstruct, prop: string, text: string, advice: string): void {
  if (!isUnresolved(text) && text.trim() === '') {
    fail(scope, `${prop} must not be blank, got ${JSON.stringify(text)}; ${advice}`);
  }
}

/** Refuses a duration outside a range; both ends are allowed. */
export function checkDurationRange(scope: IConstruct, prop: string, duration: Duration, shortest: Duration, longest: Duration): void {
  if (duration._isUnresolved) {
    return;
  }
  const seconds = duration.toSeconds();
  if (seconds < shortest.toSeconds() || seconds > longest.toSeconds()) {
    fail(scope, `${prop} must be from ${shortest.toString()} to ${longest.toString()}, got ${duration.toString()}; pass one in between, such as Duration.hours(1)`);
  }
}

/** Refuses a text longer than the server takes. Length counts characters as a person does, not bytes. */
export function checkMaxLength(scope: IConstruct, prop: string, text: string | undefined, maxLength: number): void {
  if (text === undefined || isUnresolved(text)) {
    return;
  }
  const length = [...text].length;
  if (length > maxLength) {
    fail(scope, `${prop} must be at most ${maxLength} characters, got ${length}; shorten it`);
  }
}

/** Refuses a value that is none of a closed set; the compiler does it too, where there is one. */
export function checkEnum(scope: IConstruct, prop: string, value: string | undefined, allowed: { readonly [name: string]: string }): void {
  const values = Object.values(allowed);
  if (value !== undefined && !isUnresolved(value) && !values.includes(value)) {
    fail(scope, `${prop} must be one of ${values.join(', ')}, got ${JSON.stringify(value)}; use the enum`);
  }
}

import { IConstruct } from 'constructs';
import { Duration } from './duration';
import { fail, warn } from './errors';
import { isUnresolved } from './unresolved';

/** Rejects a duration of zero or less. */
export function checkPositive(scope: IConstruct, prop: string, duration: Duration): void {
  if (!duration.isUnresolved() && duration.toSeconds() <= 0) {
    fail(scope, 'positive-duration', `${prop} must be longer than zero, got ${duration.toString()}; pass a duration such as Duration.days(30)`);
  }
}

/** Rejects a string that is empty or has only whitespace. */
export function checkNotBlank(scope: IConstruct, prop: string, text: string, advice: string): void {
  if (!isUnresolved(text) && text.trim() === '') {
    fail(scope, 'not-blank', `${prop} must not be blank, got ${JSON.stringify(text)}; ${advice}`);
  }
}

/** What `timeadd` of Terraform can add, in seconds: it counts nanoseconds in 64 bits. */
const LONGEST_ADDED = 9_223_372_036;

/** Rejects a duration of zero or less, and one that Terraform cannot add to an instant. */
export function checkAddable(scope: IConstruct, prop: string, duration: Duration): void {
  checkPositive(scope, prop, duration);
  if (!duration.isUnresolved() && duration.toSeconds() > LONGEST_ADDED) {
    fail(scope, 'duration-range', `${prop} must be at most 292 years, which is the longest that Terraform can add to an instant, got ${duration.toString()}; pass a shorter one`);
  }
}

/** Rejects a duration outside a range. Both ends are allowed. */
export function checkDurationRange(scope: IConstruct, prop: string, duration: Duration, shortest: Duration, longest: Duration): void {
  if (duration.isUnresolved()) {
    return;
  }
  const seconds = duration.toSeconds();
  if (seconds < shortest.toSeconds() || seconds > longest.toSeconds()) {
    fail(scope, 'duration-range', `${prop} must be from ${shortest.toString()} to ${longest.toString()}, got ${duration.toString()}; pass one in between, such as Duration.hours(1)`);
  }
}

/** Rejects a string longer than the server accepts. The length counts characters, not bytes, as Terraform writes them. */
export function checkMaxLength(scope: IConstruct, prop: string, text: string | undefined, maxLength: number): void {
  if (text === undefined || isUnresolved(text)) {
    return;
  }
  const length = [...text.normalize('NFC')].length;
  if (length > maxLength) {
    fail(scope, 'max-length', `${prop} must be at most ${maxLength} characters, got ${length}; shorten it`);
  }
}

/** Rejects a string longer than the provider accepts, which counts bytes. */
export function checkMaxBytes(scope: IConstruct, prop: string, text: string, maxBytes: number): void {
  const bytes = isUnresolved(text) ? 0 : Buffer.byteLength(text.normalize('NFC'));
  if (bytes > maxBytes) {
    fail(scope, 'max-length', `${prop} must be at most ${maxBytes} bytes in UTF-8, got ${bytes}; shorten it`);
  }
}

/** Deployment environments as the provider takes them: undefined and an empty list both mean all. */
export function checkedEnvironments(scope: IConstruct, prop: string, environments: readonly string[]): string[] | undefined {
  environments.forEach((environment, index) => {
    checkNotBlank(scope, `${prop}[${index}]`, environment, `leave ${prop} out for all of them`);
  });
  return environments.length === 0 ? undefined : [...new Set(environments.map((environment) => isUnresolved(environment) ? environment : environment.normalize('NFC')))];
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text has the form of Logfire's ids. One that is known only at apply may have it. */
export function mayBeUuid(text: string): boolean {
  return isUnresolved(text) || UUID.test(text);
}

const article = (noun: string) => /^([aeio]|SLO)/.test(noun) ? 'an' : 'a';

/** Rejects a blank id of something that exists, such as a `project`, and warns about one that is no UUID. */
export function checkExistingId(scope: IConstruct, prop: string, id: string, noun: string): void {
  if (isUnresolved(id)) {
    return;
  }
  if (id.trim() === '') {
    fail(scope, 'uuid', `${prop} must be the UUID of ${article(noun)} ${noun}, got ${JSON.stringify(id)}; copy it from the ${noun}'s settings`);
  }
  if (!UUID.test(id)) {
    warn(scope, 'uuid', `${prop} ${JSON.stringify(id)} is not a UUID; Logfire finds ${noun}s by UUID, not by name`);
  }
}

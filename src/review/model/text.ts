import { redacted } from '../../core/redaction';

/** How Terraform writes `${` and `%{` that are no expression. */
const ESCAPED = /(\$\$|%%)\{/g;

/**
 * A value of the written JSON as a text for people: without secrets, and as Logfire gets it. One with Terraform expressions stays as it is
 * written.
 */
export function textOf(value: unknown): string {
  if (value === undefined || value === null) {
    return '';
  }
  return redacted(typeof value === 'string' ? withoutEscapes(value) : JSON.stringify(value));
}

function withoutEscapes(text: string): string {
  return hasExpression(text) ? text : text.replace(ESCAPED, (opening) => opening.slice(1));
}

/** Whether Terraform computes something of a string. */
export function hasExpression(text: string): boolean {
  return /[$%]\{/.test(text.replace(ESCAPED, ''));
}

/** Texts of a list. A value that is no list stands for itself, such as an expression. */
export function textsOf(value: unknown): string[] {
  return value === undefined || value === null ? [] : [value].flat().map(textOf);
}

const UNITS: readonly (readonly [name: string, seconds: number])[] = [['d', 86_400], ['h', 3600], ['min', 60], ['s', 1]];

/** Seconds in the two largest units, such as `2 d 2 h`. */
export function durationText(seconds: number): string {
  const first = UNITS.findIndex(([, size]) => seconds >= size);
  if (first < 0) {
    return 'less than a second';
  }
  const [large, small = large] = UNITS.slice(first, first + 2);
  const whole = Math.floor(seconds / large[1]);
  const rest = Math.floor((seconds - whole * large[1]) / small[1]);
  return rest > 0 ? `${whole} ${large[0]} ${rest} ${small[0]}` : `${whole} ${large[0]}`;
}

/** Seconds of a duration such as `1h30m` or `30d`. Undefined for anything else. */
export function secondsOf(text: string): number | undefined {
  const [all, days = 0, hours = 0, minutes = 0, seconds = 0] = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(text) ?? [];
  return all ? Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) : undefined;
}

/** A duration as people read it; anything else as it is. */
export function readableDuration(value: unknown): string {
  const text = textOf(value);
  const seconds = secondsOf(text);
  return seconds === undefined ? text : durationText(seconds);
}

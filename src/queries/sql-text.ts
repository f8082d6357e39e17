import { decimalText } from '../core/decimal-text';
import { Duration } from '../core/duration';
import { expression, quoted, stringOf } from '../core/expression';
import { isUnresolved } from '../core/unresolved';

/** A string literal in SQL. Terraform doubles the quotes of a value that is known only at apply, so that it cannot end the literal either. */
export function sqlText(text: string): string {
  return isUnresolved(text)
    ? `'${stringOf(expression`replace(${quoted(text)}, "'", "''")`)}'`
    : `'${text.replace(/'/g, "''")}'`;
}

/** A name in SQL, such as an alias, with any characters in it. */
export function sqlName(name: string): string {
  return isUnresolved(name)
    ? `"${stringOf(expression`replace(${quoted(name)}, "\\"", "\\"\\"")`)}"`
    : `"${name.replace(/"/g, '""')}"`;
}

/** A number in SQL. A negative one has parentheses, because `--` begins a comment. */
export function sqlNumber(value: number): string {
  return isUnresolved(value) || value < 0 ? `(${decimalText(value)})` : decimalText(value);
}

const UNITS = [[3600, 'hour'], [60, 'minute'], [1, 'second']] as const;

/** A length of time in SQL, such as `interval '45 minutes'`. */
export function sqlInterval(duration: Duration): string {
  const seconds = duration.toSeconds();
  if (duration.isUnresolved()) {
    return `interval '${decimalText(seconds)} seconds'`;
  }
  const [length, unit] = UNITS.find(([size]) => seconds % size === 0)!;
  const amount = seconds / length;
  return `interval '${amount} ${unit}${amount === 1 ? '' : 's'}'`;
}

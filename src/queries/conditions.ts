import { isUnresolved } from '../core/unresolved';

/** A condition in parentheses. A comment at its end would take the closing one with it, also one that only Terraform knows. */
export function rawCondition(condition: string): string {
  return condition.includes('--') || isUnresolved(condition) ? `(${condition}\n)` : `(${condition})`;
}

/** Holds where all conditions hold: everywhere if there is none. */
export function conjunction(conditions: readonly string[]): string {
  if (conditions.length === 0) {
    return 'true';
  }
  return conditions.length === 1 ? conditions[0] : `(${conditions.join(' AND ')})`;
}

/** Holds where one of the conditions holds. */
export function disjunction(conditions: readonly string[]): string {
  return conditions.length === 1 ? conditions[0] : `(${conditions.join(' OR ')})`;
}

/** Holds where a condition does not, or is null: `NOT` would be null as well, and match nothing. */
export function negation(condition: string): string {
  return `((${condition}) IS NOT TRUE)`;
}

import type { Condition, Rule } from './behaviour';
import { error, type Diagnostic } from './diagnostics';
import { isBlank } from './meaning';
import { stepsOf, valueAt } from './paths';
import { isObject, isSet, Unknown, type Value } from './values';

/** Applies the rules of one phase that need nothing but one object: the configuration, or the state to destroy. */
export function checkRules(rules: readonly Rule[], phase: Rule['phase'], object: Value): Diagnostic[] {
  return rules.filter((rule) => rule.phase === phase).flatMap((rule) => checkRule(rule, object));
}

/** Applies one rule; its `when_changed_any` and `when_unchanged` are the business of the caller. */
export function checkRule(rule: Rule, object: Value): Diagnostic[] {
  const read = (path: string): Value => {
    const value = valueAt(object, path);
    if (value instanceof Unknown) return value;
    const unset = rule.blank_is_unset && typeof value === 'string' ? isBlank(value) : value === null;
    return unset ? rule.assume?.[path] ?? null : value;
  };
  const conditions = Object.entries(rule.when);
  if (!conditions.every(([path, condition]) => holds(condition, read(path)))) return [];

  const because = conditions.map(([path, condition]) => `${path} ${tell(condition)}`).join(' and ') || 'always';
  const refuse = (path: string, what: string) =>
    error('Invalid Attribute Combination', `${path} ${what} (rule ${rule.id}, when: ${because})`, stepsOf(path));
  const findings: Diagnostic[] = [];
  for (const path of rule.require ?? []) {
    if (read(path) === null) findings.push(refuse(path, 'must be set'));
  }
  for (const path of rule.forbid ?? []) {
    if (isSet(read(path))) findings.push(refuse(path, 'must not be set'));
  }
  const choices = rule.require_one_of ?? [];
  if (choices.length > 0 && choices.every((path) => read(path) === null)) {
    findings.push(error('Invalid Attribute Combination', `at least one of ${choices.join(', ')} must be set (rule ${rule.id})`, stepsOf(choices[0].split('.')[0])));
  }
  for (const [path, wanted] of Object.entries(rule.require_value ?? {})) {
    const value = read(path);
    if (!(value instanceof Unknown) && value !== wanted) findings.push(refuse(path, `must be ${JSON.stringify(wanted)}, got ${JSON.stringify(value)}`));
  }
  return findings;
}

/** An unknown value meets no condition, so the rule is skipped. An unknown element of a set counts as absent. */
function holds(condition: Condition, value: Value): boolean {
  if (value instanceof Unknown) return false;
  if (condition === 'set') return value !== null;
  if (condition === 'unset') return value === null;
  if (typeof condition !== 'object') return value === condition;
  if (value === null || isObject(value)) return false;
  const elements = Array.isArray(value) ? value : [];
  if (condition.contains !== undefined && !elements.includes(condition.contains)) return false;
  if (condition.contains_any && !condition.contains_any.some((wanted) => elements.includes(wanted))) return false;
  if (condition.lacks !== undefined && elements.includes(condition.lacks)) return false;
  if (condition.any_of && !condition.any_of.includes(value)) return false;
  return !condition.not_any_of?.includes(value);
}

function tell(condition: Condition): string {
  return typeof condition === 'object' ? Object.entries(condition).map(([test, value]) => `${test} ${JSON.stringify(value)}`).join(' ') : `is ${condition}`;
}

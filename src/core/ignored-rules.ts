import { IConstruct } from 'constructs';
import { constructState } from './app-state';
import { redacted } from './redaction';

/** What a construct ignores: by the id of a lint rule, the findings that it accepts. */
type Ignored = Map<string, Set<string>>;

const ignoredIn = (scope: IConstruct) => constructState<Ignored>(scope, 'ignored-rules');

/** Remembers that a construct ignores lint rules, for the review page. */
export function ignoreRules(scope: IConstruct, ids: readonly string[]): void {
  if (ids.length > 0) {
    ignoredIn(scope).set(scope, new Map(ids.map((id) => [id, new Set<string>()])));
  }
}

/** Remembers a finding that a construct accepts. */
export function acceptFinding(scope: IConstruct, rule: string, message: string): void {
  ignoredIn(scope).get(scope)?.get(rule)?.add(redacted(message));
}

/** The lint rules that a construct ignores, and the findings that it accepts with each. */
export function ignoredRulesOf(scope: IConstruct): readonly (readonly [rule: string, messages: readonly string[]])[] {
  return [...ignoredIn(scope).get(scope) ?? []].map(([rule, messages]) => [rule, [...messages]]);
}

import type { SqlRuleId } from '../../core/error-ids';
import type { SqlQuery } from '../query';

/** What a query is for: the rows of an alert, the condition of a service level indicator, or a panel. */
export type QueryUse = 'alert' | 'condition' | 'panel';

/** What a query is for, and what around it changes its meaning. */
export interface QueryContext {
  readonly use: QueryUse;
  /** The lookback window of an alert. Undefined if it is known only at apply. */
  readonly windowSeconds?: number;
  /** Whether an alert compares the rows of its runs. */
  readonly comparesRows?: boolean;
  /** The dashboard variables that stand for a list. */
  readonly lists?: ReadonlySet<string>;
}

/**
 * Reports SQL that runs and cannot mean what it says.
 *
 * @param at where it is: the place of a character
 * @param what what the query has there; it reads well after "has"
 * @param why what that means
 * @param remedy what to do
 */
export type ReportSql = (at: number, what: string, why: string, remedy: string) => void;

/** A rule about SQL. Ids are part of the API: users list them in `ignoredLintRules`. */
export interface QueryRule {
  readonly id: SqlRuleId;
  readonly uses: readonly QueryUse[];
  /** What the rule finds and what to do, for the guides. */
  readonly finds: string;
  readonly remedy: string;
  readonly check: (query: SqlQuery, context: QueryContext, report: ReportSql) => void;
}

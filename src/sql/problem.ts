/** Why a query cannot run. */
export interface SqlProblem {
  /** The id of the rule, for a problem that users can accept. */
  readonly rule?: string;
  /** Where it is: the place of a character. */
  readonly at: number;
  /** What the query must be or have. */
  readonly must: string;
  readonly got: string;
  readonly advice: string;
}

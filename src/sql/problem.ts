import type { ErrorId } from '../core/error-ids';

/** Why a query cannot run. */
export interface SqlProblem {
  readonly rule: ErrorId;
  /** Where it is: the place of a character. */
  readonly at: number;
  /** What the query must be or have. */
  readonly must: string;
  readonly got: string;
  readonly advice: string;
}

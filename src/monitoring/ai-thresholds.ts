import type { AlertTuning } from './subject-alert';
import { Duration } from '../core/duration';

/** When language models cost too much. */
export interface SpendThreshold extends AlertTuning {
  /** The alert fires when the calls in the lookback window, 24 hours by default, cost more than this, in US dollars. A negative number fails at synth. */
  readonly aboveUsd: number;
}

/** When language models cost too much, by severity. An empty struct switches the alerts off. */
export interface SpendThresholds {
  /**
   * The threshold of the critical alert.
   *
   * @default - no critical alert
   */
  readonly critical?: SpendThreshold;

  /**
   * The threshold of the warning.
   *
   * @default - no warning
   */
  readonly warning?: SpendThreshold;
}

/** When language models use too many tokens. */
export interface TokenUsageThreshold extends AlertTuning {
  /**
   * The alert fires when the calls in the lookback window, 24 hours by default, use more tokens of input and output than this, all models together.
   * A whole number of 0 or more; others fail at synth.
   */
  readonly aboveTokens: number;
}

/** When language models use too many tokens, by severity. An empty struct switches the alerts off. */
export interface TokenUsageThresholds {
  /**
   * The threshold of the critical alert.
   *
   * @default - no critical alert
   */
  readonly critical?: TokenUsageThreshold;

  /**
   * The threshold of the warning.
   *
   * @default - no warning
   */
  readonly warning?: TokenUsageThreshold;
}

/** When evaluations score too low. */
export interface ScoreThreshold extends AlertTuning {
  /** The alert fires when the average score of an evaluation is below this, in its own unit, such as 0.7. A number that is not finite fails at synth. */
  readonly below: number;

  /**
   * The alert does not fire with fewer scores of an evaluation in the lookback window. A whole number of 1 or more; others fail at synth.
   *
   * @default 10
   */
  readonly minimumCount?: number;
}

/** When evaluations score too low, by severity. An empty struct switches the alerts off. */
export interface ScoreThresholds {
  /**
   * The threshold of the critical alert.
   *
   * @default - no critical alert
   */
  readonly critical?: ScoreThreshold;

  /**
   * The threshold of the warning.
   *
   * @default - no warning
   */
  readonly warning?: ScoreThreshold;
}

/** A service level objective on a provider of language models. Requires a Logfire plan with SLOs; otherwise the apply fails. */
export interface AiSloOptions {
  /** The provider by its slug, such as `openai`, `anthropic` or `google`. A blank slug fails at synth. A change replaces the SLO. */
  readonly llmProvider: string;

  /**
   * Target: the percentage of calls that must not fail at the provider, from 1 to below 100.
   *
   * @default 99
   */
  readonly targetPercent?: number;

  /**
   * Rolling window over which the target applies, from one hour to 90 days. Your plan may allow less.
   *
   * @default Duration.days(28)
   */
  readonly rollingWindow?: Duration;
}

/** Rolling window of Logfire's own objectives on providers. */
export const SLO_WINDOW = Duration.days(28);

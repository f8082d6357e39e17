import { Construct } from 'constructs';
import { addAiPanels } from './ai-panels';
import {
  agentRuns, AGENT, COST, failedAtProvider, FIRST_CHUNK, INPUT_TOKENS, MODEL, modelCalls, modelRecords, OUTPUT_TOKENS, refused, SCORE, SCORE_NAME,
  TOOL, toolCalls, truncated,
} from './ai-records';
import { AiSloOptions, ScoreThreshold, ScoreThresholds, SLO_WINDOW, SpendThreshold, SpendThresholds, TokenUsageThreshold, TokenUsageThresholds } from './ai-thresholds';
import { addAlerts } from './alert-kinds';
import { failedSpans, failureQuery, latencyQuery } from './record-alerts';
import { LogfireSubjectMonitoring, LogfireSubjectMonitoringProps } from './subject-monitoring';
import { FailureThreshold, FailureThresholds, LatencyThreshold, LatencyThresholds } from './subject-thresholds';
import { NotifyWhen } from '../alerting/alert';
import { checkCall } from '../core/calls';
import { checkNotBlank } from '../core/checks';
import { Duration } from '../core/duration';
import { AlertQuery } from '../queries/alert-query';
import { RecordAggregate } from '../queries/record-aggregate';
import { RecordColumn } from '../queries/record-column';
import { RecordFilter } from '../queries/record-filter';
import { Sli } from '../slo/sli';
import { SloScope } from '../slo/slo';

/** What is watched about an application of language models. */
export interface AiMonitoringOptions {
  /**
   * Name of the service that calls the models, as it reports it (`service.name`). It must not be blank.
   *
   * @default - all services of the project
   */
  readonly serviceName?: string;

  /**
   * Spend on models in 24 hours. Notifies once when a threshold is passed. Only calls with the attribute `operation.cost` count, which the SDKs of
   * Logfire and Pydantic AI set for models whose price they know.
   *
   * @default - no alerts: set a budget of your own
   */
  readonly spend?: SpendThresholds;

  /**
   * Tokens of input and output that models use in 24 hours, also those of models without a known price. Notifies once when a threshold is passed.
   *
   * @default - no alerts: set a budget of your own
   */
  readonly tokenUsage?: TokenUsageThresholds;

  /**
   * Failed calls of a model, as a share of its calls in 15 minutes.
   *
   * @default - critical above 25 % with at least 5 failures, and a warning above 5 % with at least 3, of at least 10 calls
   */
  readonly errorRate?: FailureThresholds;

  /**
   * How long the calls of a model take, in 15 minutes.
   *
   * @default - no alerts: how long a call may take depends on what it is for
   */
  readonly latency?: LatencyThresholds;

  /**
   * How long it takes until the first part of a streamed response arrives, for each model, in 15 minutes. Spans must have the attribute
   * `gen_ai.client.operation.time_to_first_chunk`, in seconds.
   *
   * @default - no alerts
   */
  readonly timeToFirstChunk?: LatencyThresholds;

  /**
   * Failed calls of a tool, as a share of its calls in 15 minutes.
   *
   * @default - a warning above 25 % of at least 5 calls, with at least 3 failures
   */
  readonly toolErrorRate?: FailureThresholds;

  /**
   * Failed runs of an agent, as a share of its runs in 30 minutes.
   *
   * @default - critical above 50 % and a warning above 10 %, of at least 5 runs, with at least 3 failures
   */
  readonly agentErrorRate?: FailureThresholds;

  /**
   * Responses of a model that stopped at the limit of tokens, as a share of its calls in an hour. The alerts are diagnostic: they do not run unless
   * `active` is true.
   *
   * @default - a warning above 10 % of at least 20 calls, with at least 3 truncated ones
   */
  readonly truncation?: FailureThresholds;

  /**
   * Calls that a model or a filter of its provider refused to answer, as a share of its calls in an hour. The alerts are diagnostic: they do not
   * run unless `active` is true.
   *
   * @default - a warning above 5 % of at least 20 calls, with at least 3 refusals
   */
  readonly refusals?: FailureThresholds;

  /**
   * Average score of an evaluation (`gen_ai.evaluation.score.value`) in 6 hours.
   *
   * @default - no alerts: a good score depends on the evaluation
   */
  readonly evaluationScore?: ScoreThresholds;

  /**
   * A service level objective on the provider of the models.
   *
   * @default - no objective
   */
  readonly slo?: AiSloOptions;
}

/** Properties of the monitoring of an application of language models. */
export interface LogfireAiMonitoringProps extends LogfireSubjectMonitoringProps, AiMonitoringOptions {}

/**
 * Monitors an application that calls language models, or an agent: spend, tokens, failures, latency, tools, refusals and evaluation scores.
 *
 * It reads spans by the semantic conventions of OpenTelemetry for generative AI (`gen_ai.*`), and by the older names of Pydantic AI. Runs of agents
 * repeat the tokens and costs of the calls in them, so that only the calls are summed up.
 *
 * @example
 * declare const project: ILogfireProject;
 * declare const pager: ILogfireChannel;
 * new LogfireAiMonitoring(this, 'Assistant', {
 *   project,
 *   routing: NotificationRouting.bySeverity({ critical: [Delivery.to(pager)] }),
 *   spend: { critical: { aboveUsd: 200 }, warning: { aboveUsd: 50 } },
 *   latency: { warning: { aboveSeconds: 30 } },
 * });
 */
export class LogfireAiMonitoring extends LogfireSubjectMonitoring {
  constructor(scope: Construct, id: string, props: LogfireAiMonitoringProps) {
    super(scope, id, props);
    checkCall('new LogfireAiMonitoring', arguments, this);
    checkNotBlank(this, 'serviceName', props.serviceName ?? 'all', 'leave it out for all services');
    const service = props.serviceName === undefined ? RecordFilter.all() : RecordFilter.service(props.serviceName);
    this.addBudgetAlerts(props, service);
    this.addCallAlerts(props, service);
    this.addAgentAlerts(props, service);
    this.addAnswerAlerts(props, service);
    this.addObjective(props.slo);
    addAiPanels(this, service);
  }

  private addBudgetAlerts(props: AiMonitoringOptions, service: RecordFilter): void {
    addAlerts<SpendThreshold>(this, {
      id: 'Spend',
      prop: 'spend',
      title: 'spend',
      description: 'The language models cost more than the budget in the lookback window. '
        + 'Look at the dashboard for the model and the agent that cost most, then for loops and long prompts.',
      timeWindow: Duration.hours(24),
      frequency: Duration.hours(1),
      notifyWhen: NotifyWhen.STARTS_HAVING_MATCHES,
      query: ({ aboveUsd }) => AlertQuery.valueAbove({
        filter: service.also(modelRecords()).also(RecordFilter.hasAttribute(COST)),
        aggregate: RecordAggregate.sumOf(RecordColumn.attribute(COST)),
        threshold: aboveUsd,
      }),
    }, props.spend ?? {});
    addAlerts<TokenUsageThreshold>(this, {
      id: 'TokenUsage',
      prop: 'tokenUsage',
      title: 'token usage',
      description: 'The language models use more tokens than the budget in the lookback window. '
        + 'Look at the dashboard for the model that uses most, then for loops, long prompts and long answers.',
      timeWindow: Duration.hours(24),
      frequency: Duration.hours(1),
      notifyWhen: NotifyWhen.STARTS_HAVING_MATCHES,
      query: ({ aboveTokens }) => AlertQuery.valueAbove({
        filter: service.also(modelRecords()).also(RecordFilter.anyOf([INPUT_TOKENS, OUTPUT_TOKENS].map((name) => RecordFilter.hasAttribute(name)))),
        aggregate: RecordAggregate._sumOfAll([INPUT_TOKENS, OUTPUT_TOKENS].map((name) => RecordColumn.attribute(name))),
        threshold: aboveTokens,
      }),
    }, props.tokenUsage ?? {});
  }

  private addCallAlerts(props: AiMonitoringOptions, service: RecordFilter): void {
    const calls = service.also(modelCalls());
    const groupBy = [RecordColumn.attribute(MODEL)];
    addAlerts<FailureThreshold>(this, {
      id: 'ErrorRate',
      prop: 'errorRate',
      title: 'model errors',
      description: 'Too many calls of a model fail. Look at the failed calls for rate limits and timeouts, then at the status page of the provider.',
      timeWindow: Duration.minutes(15),
      frequency: Duration.minutes(5),
      query: failureQuery(calls, failedSpans(), groupBy),
    }, props.errorRate ?? {
      critical: { abovePercent: 25, minimumCount: 10, minimumFailures: 5 }, warning: { abovePercent: 5, minimumCount: 10, minimumFailures: 3 },
    });
    addAlerts<LatencyThreshold>(this, {
      id: 'Latency',
      prop: 'latency',
      title: 'model latency',
      description: 'Calls of a model take too long. Look at the length of prompts and responses, then at the status page of the provider.',
      timeWindow: Duration.minutes(15),
      frequency: Duration.minutes(5),
      query: latencyQuery(calls, groupBy),
    }, props.latency ?? {});
    addAlerts<LatencyThreshold>(this, {
      id: 'TimeToFirstChunk',
      prop: 'timeToFirstChunk',
      title: 'time to first chunk',
      description: 'Streamed responses of a model begin too late. Look at the length of the prompts, then at the status page of the provider.',
      timeWindow: Duration.minutes(15),
      frequency: Duration.minutes(5),
      query: ({ aboveSeconds, percentile = 95, minimumCount = 20 }) => AlertQuery.valueAbove({
        filter: calls.also(RecordFilter.hasAttribute(FIRST_CHUNK)),
        aggregate: RecordAggregate.percentileOf(RecordColumn.attribute(FIRST_CHUNK), percentile),
        threshold: aboveSeconds,
        minimumCount,
        groupBy,
      }),
    }, props.timeToFirstChunk ?? {});
  }

  private addAgentAlerts(props: AiMonitoringOptions, service: RecordFilter): void {
    addAlerts<FailureThreshold>(this, {
      id: 'ToolErrorRate',
      prop: 'toolErrorRate',
      title: 'tool errors',
      description: 'Too many calls of a tool fail. Look at their exceptions, then at what the tool calls itself.',
      timeWindow: Duration.minutes(15),
      frequency: Duration.minutes(5),
      query: failureQuery(service.also(toolCalls()), failedSpans(), [RecordColumn.attribute(TOOL)]),
    }, props.toolErrorRate ?? { warning: { abovePercent: 25, minimumCount: 5, minimumFailures: 3 } });
    addAlerts<FailureThreshold>(this, {
      id: 'AgentErrorRate',
      prop: 'agentErrorRate',
      title: 'agent errors',
      description: 'Too many runs of an agent fail. Look at the failed runs: a call of a model, a tool, or a limit of the agent ends them.',
      timeWindow: Duration.minutes(30),
      frequency: Duration.minutes(5),
      query: failureQuery(service.also(agentRuns()), failedSpans(), [RecordColumn.attribute(AGENT)]),
    }, props.agentErrorRate ?? {
      critical: { abovePercent: 50, minimumCount: 5, minimumFailures: 3 }, warning: { abovePercent: 10, minimumCount: 5, minimumFailures: 3 },
    });
  }

  private addAnswerAlerts(props: AiMonitoringOptions, service: RecordFilter): void {
    const calls = service.also(modelCalls());
    const groupBy = [RecordColumn.attribute(MODEL)];
    addAlerts<FailureThreshold>(this, {
      id: 'Truncation',
      prop: 'truncation',
      title: 'truncated responses',
      description: 'Too many responses of a model stop at the limit of tokens. Raise the limit, or ask for shorter answers.',
      timeWindow: Duration.hours(1),
      frequency: Duration.minutes(15),
      diagnostic: true,
      query: failureQuery(calls, truncated(), groupBy),
    }, props.truncation ?? { warning: { abovePercent: 10 } });
    addAlerts<FailureThreshold>(this, {
      id: 'Refusals',
      prop: 'refusals',
      title: 'refusals',
      description: 'A model, or a filter of its provider, refuses too many calls. Look at the prompts for abuse, and at changes of the instructions.',
      timeWindow: Duration.hours(1),
      frequency: Duration.minutes(15),
      diagnostic: true,
      query: failureQuery(calls, refused(), groupBy),
    }, props.refusals ?? { warning: { abovePercent: 5 } });
    addAlerts<ScoreThreshold>(this, {
      id: 'EvaluationScore',
      prop: 'evaluationScore',
      title: 'evaluation score',
      description: 'An evaluation scores the answers too low. Look at the worst ones, and at the latest change of the model or the instructions.',
      timeWindow: Duration.hours(6),
      frequency: Duration.minutes(30),
      query: ({ below, minimumCount = 10 }) => AlertQuery.valueBelow({
        filter: service.also(RecordFilter.hasAttribute(SCORE)),
        aggregate: RecordAggregate.averageOf(RecordColumn.attribute(SCORE)),
        threshold: below,
        minimumCount,
        groupBy: [RecordColumn.attribute(SCORE_NAME)],
      }),
    }, props.evaluationScore ?? {});
  }

  private addObjective(slo: AiSloOptions | undefined): void {
    if (slo !== undefined) {
      this.addSlo('Provider', {
        title: 'model provider',
        sloScope: SloScope.llmProvider(slo.llmProvider),
        sli: Sli.ratio({ totalQuery: modelCalls().sql, badQuery: failedAtProvider().sql }),
        targetPercent: slo.targetPercent ?? 99,
        rollingWindow: slo.rollingWindow ?? SLO_WINDOW,
        description: 'Calls of language models that do not fail at their provider: errors of its servers, rate limits, timeouts and lost connections.',
      });
    }
  }
}

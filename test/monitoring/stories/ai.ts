import { AlertStories, StoriesByAlert } from '../story';
import { DAY, dayAndNight, every, FAILED, HOUR, MINUTE, ONSET, Row, span, Telemetry, WATCHED_DAY } from '../telemetry';

type Columns = { readonly [column: string]: unknown };

const SMALL = 'gpt-4o-mini';
const LARGE = 'claude-sonnet';
const json = (attributes: object) => ({ service_name: 'assistant', attributes: JSON.stringify(attributes) });

interface Call {
  readonly model?: string;
  readonly cost?: number | string;
  readonly tokens?: number;
  readonly duration?: number;
  readonly firstChunk?: number;
  readonly finish?: string;
  readonly columns?: Columns;
}

function call(at: number, { model = SMALL, cost = 0.0125, tokens = 900, duration = 3, firstChunk = 0.6, finish = 'stop', columns = {} }: Call = {}): Row {
  return span(at, duration, {
    ...json({
      'gen_ai.operation.name': 'chat',
      'gen_ai.request.model': model,
      'gen_ai.usage.input_tokens': tokens,
      'gen_ai.usage.output_tokens': 100,
      'operation.cost': cost,
      'gen_ai.client.operation.time_to_first_chunk': firstChunk,
      'gen_ai.response.finish_reasons': [finish],
    }),
    span_name: `chat ${model}`,
    ...columns,
  });
}

/** A run of an agent repeats the cost and the tokens of its calls: who adds it counts twice. */
function run(at: number, columns: Columns = {}): Row {
  return span(at, 8, {
    ...json({ 'gen_ai.operation.name': 'invoke_agent', 'gen_ai.agent.name': 'support', 'gen_ai.request.model': SMALL, 'operation.cost': 0.05, 'gen_ai.usage.input_tokens': 4000 }),
    span_name: 'invoke_agent support',
    ...columns,
  });
}

const tool = (at: number, columns: Columns = {}) => span(at, 0.2, {
  ...json({ 'gen_ai.operation.name': 'execute_tool', 'gen_ai.tool.name': 'search' }), span_name: 'execute_tool search', ...columns,
});

const score = (at: number, value: number) => span(at, 0, {
  ...json({ 'gen_ai.evaluation.name': 'helpful', 'gen_ai.evaluation.score.value': value }), span_name: 'evaluation', kind: 'log', duration: null,
});

/**
 * An assistant that is asked twice a minute by day, and each ten minutes at night. Now and then a call, a tool or a run fails, a response is cut off or
 * refused, and a cost is no number. It costs less than 20 dollars a day, and uses less than
 * 1.6 million tokens.
 */
function assistant(from: number, to: number): Row[] {
  return dayAndNight(30, 10 * MINUTE, from, to, (at, index) => {
    const finish = index % 60 === 11 ? 'length' : index % 90 === 17 ? 'content_filter' : 'stop';
    return [
      call(at, {
        model: index % 3 === 0 ? LARGE : SMALL,
        cost: index % 40 === 5 ? 'unknown' : 0.0125,
        finish,
        duration: 2 + index % 9,
        columns: index % 100 === 41 ? FAILED : {},
      }),
      ...index % 4 === 0 ? [run(at, index % 160 === 80 ? FAILED : {})] : [],
      ...index % 3 === 0 ? [tool(at + 1, index % 60 === 30 ? FAILED : {})] : [],
      ...index % 5 === 0 ? [score(at + 9, 0.75 + index % 7 / 50)] : [],
    ];
  });
}

const QUIET: Telemetry = { records: assistant(0, WATCHED_DAY + DAY) };
const THREE: Telemetry = {
  records: [
    call(ONSET - 300, { duration: 60, firstChunk: 30, finish: 'length', columns: FAILED }), call(ONSET - 200, { duration: 60, columns: FAILED }), call(ONSET - 100),
    run(ONSET - 300, FAILED), run(ONSET - 200, FAILED), run(ONSET - 100), tool(ONSET - 300, FAILED), tool(ONSET - 200, FAILED), tool(ONSET - 100),
    score(ONSET - 300, 0), score(ONSET - 200, 0), score(ONSET - 100, 1),
  ],
};

const during = (step: number, make: (at: number, index: number) => Row) => every(step, ONSET, ONSET + 2 * HOUR, make);
const incident = (rows: readonly Row[], before = 7 * HOUR): Telemetry => ({ records: [...assistant(ONSET - before, ONSET + 2 * HOUR), ...rows] });
const failing = (step: number, model = LARGE) => incident(during(step, (at) => call(at, { model, columns: FAILED })));
const story = (says: string, firesAfter: number, telemetry: Telemetry): AlertStories => ({
  incident: { says, firesAfter, telemetry }, quiet: QUIET, three: THREE,
});

export const AI: StoriesByAlert = {
  'Ai/SpendCritical': story('An agent runs in a loop with long prompts: 72 dollars an hour.', 60, incident(during(10, (at) => call(at, { model: LARGE, cost: 0.2 })), DAY)),
  'Ai/SpendWarning': story('A new feature doubles the spend: eight dollars an hour.', 120, incident(during(90, (at) => call(at, { cost: 0.2 })), DAY)),
  'Ai/TokenUsageCritical': story('An agent puts whole documents into its prompts: seven million tokens an hour.', 60, incident(during(10, (at) => call(at, { tokens: 20_000 })), DAY)),
  'Ai/TokenUsageWarning': story('A new feature has long prompts: 640,000 tokens an hour.', 120, incident(during(90, (at) => call(at, { tokens: 16_000 })), DAY)),
  'Ai/ErrorRateCritical': story('The provider of one model fails.', 5, failing(20)),
  'Ai/ErrorRateWarning': story('The provider of one model limits the rate of calls.', 10, failing(150)),
  'Ai/LatencyWarning': story('One call in three of one model takes half a minute.', 15, incident(during(90, (at) => call(at, { model: LARGE, duration: 30 })))),
  'Ai/TimeToFirstChunkWarning': story('Streamed responses begin after five seconds.', 5, incident(during(60, (at) => call(at, { firstChunk: 5 })))),
  'Ai/ToolErrorRateWarning': story('The search that a tool calls is down.', 5, incident(during(60, (at) => tool(at, FAILED)))),
  'Ai/AgentErrorRateCritical': story('A release breaks an agent.', 5, incident(during(20, (at) => run(at, FAILED)))),
  'Ai/AgentErrorRateWarning': story('An agent fails for one kind of question.', 5, incident(during(180, (at) => run(at, FAILED)))),
  'Ai/TruncationWarning': story('Answers become longer than their limit.', 15, incident(during(120, (at) => call(at, { finish: 'length' })))),
  'Ai/RefusalsWarning': story('A filter refuses harmless questions.', 15, incident(during(120, (at) => call(at, { finish: 'content_filter' })))),
  'Ai/EvaluationScoreWarning': story('A new instruction makes the answers worse.', 30, incident(during(10, (at) => score(at, 0.4)))),
};

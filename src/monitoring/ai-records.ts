import { failedSpans } from './record-alerts';
import { QueryComparison } from '../queries/comparison';
import { RecordColumn } from '../queries/record-column';
import { RecordFilter } from '../queries/record-filter';

/** Attributes of spans of language models (OpenTelemetry: semantic conventions for generative AI). */
export const MODEL = 'gen_ai.request.model';
const OPERATION = 'gen_ai.operation.name';
/** In US dollars, from the SDKs of Logfire and Pydantic AI. Logfire's UI also computes costs, which no query can see. */
export const COST = 'operation.cost';
export const INPUT_TOKENS = 'gen_ai.usage.input_tokens';
export const OUTPUT_TOKENS = 'gen_ai.usage.output_tokens';
export const AGENT = 'gen_ai.agent.name';
export const TOOL = 'gen_ai.tool.name';
/** In seconds. */
export const FIRST_CHUNK = 'gen_ai.client.operation.time_to_first_chunk';
export const SCORE = 'gen_ai.evaluation.score.value';
export const SCORE_NAME = 'gen_ai.evaluation.name';

const attribute = (name: string) => RecordColumn.attribute(name);
const isOperation = (name: string) => RecordFilter.attribute(OPERATION, name);

/** Runs of agents, by the conventions and by their older names. */
export function agentRuns(): RecordFilter {
  return RecordFilter.anyOf([isOperation('invoke_agent'), RecordFilter.spanName('agent run')]).also(isSpan());
}

/** Calls of tools, by the conventions and by their older names. */
export function toolCalls(): RecordFilter {
  return RecordFilter.anyOf([
    isOperation('execute_tool'), RecordFilter.columnStartsWith(RecordColumn.SPAN_NAME, 'execute_tool '), RecordFilter.spanName('running tool'),
  ]).also(isSpan());
}

/**
 * What models were asked, without the runs of agents and tools around it: these repeat the tokens and the costs of their calls, and a sum over both
 * would count them twice.
 */
export function modelRecords(): RecordFilter {
  const others = ['invoke_agent', 'create_agent', 'execute_tool'].map((name) => (
    RecordFilter.column(attribute(OPERATION), QueryComparison.NOT_EQUALS, name)));
  return RecordFilter.allOf([
    RecordFilter.hasAttribute(MODEL), ...others, RecordFilter.column(RecordColumn.SPAN_NAME, QueryComparison.NOT_EQUALS, 'agent run'),
  ]);
}

/** Calls of models. The log that a streamed response ends with has tokens, but is no call. */
export function modelCalls(): RecordFilter {
  return modelRecords().also(isSpan());
}

/** Calls that stopped because the response reached its limit of tokens. */
export function truncated(): RecordFilter {
  return finished(['length', 'max_tokens']);
}

/** Calls that the model or a filter of its provider refused to answer. */
export function refused(): RecordFilter {
  return finished(['content_filter', 'refusal', 'SAFETY']);
}

/** The attribute is a list in JSON. */
function finished(reasons: readonly string[]): RecordFilter {
  return RecordFilter.anyOf(reasons.map((reason) => RecordFilter.columnContains(attribute('gen_ai.response.finish_reasons'), `"${reason}"`)));
}

/** What the calling program did wrong: a failed call for such a reason is no failure of the provider. */
const CLIENT_ERRORS = ['BadRequestError', 'AuthenticationError', 'PermissionDeniedError', 'NotFoundError', 'UnprocessableEntityError'];

/** Calls that failed at the provider: errors of its servers, rate limits, timeouts and lost connections. */
export function failedAtProvider(): RecordFilter {
  const status = (comparison: QueryComparison, value: number) => RecordFilter.numberColumn(RecordColumn.HTTP_RESPONSE_STATUS_CODE, comparison, value);
  const rejected = status(QueryComparison.AT_LEAST, 400).also(status(QueryComparison.LESS_THAN, 500))
    .also(status(QueryComparison.NOT_EQUALS, 408)).also(status(QueryComparison.NOT_EQUALS, 429));
  const wrong = RecordFilter.anyOf(CLIENT_ERRORS.map((name) => RecordFilter.columnContains(RecordColumn.EXCEPTION_TYPE, name)));
  return failedSpans().also(rejected.orElse(wrong).negate());
}

/** Logs and events have no duration. */
function isSpan(): RecordFilter {
  return RecordFilter.hasColumn(RecordColumn.DURATION);
}

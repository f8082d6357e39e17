import { TerraformStack, TerraformVariable } from 'cdktf';
import { Kind, Options, subjectOf } from './kinds';
import { byName } from './resources';
import { Duration, HostMetricsSource } from '../../src';
import { cleanUp, newStack, synth, warnings } from '../synth';

afterEach(cleanUp);

let stack: TerraformStack;
beforeEach(() => {
  stack = newStack();
});

/** Options such as `{ diagnostics: { slowRequests: value } }` for the prop `diagnostics.slowRequests`. */
const at = (prop: string, value: unknown): Options => (
  prop.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as Options);

const NUMBERS: { readonly [kind in Kind]?: { readonly [prop: string]: string } } = {
  ai: {
    spend: 'aboveUsd',
    tokenUsage: 'aboveTokens',
    errorRate: 'abovePercent',
    latency: 'aboveSeconds',
    timeToFirstChunk: 'aboveSeconds',
    toolErrorRate: 'abovePercent',
    agentErrorRate: 'abovePercent',
    truncation: 'abovePercent',
    refusals: 'abovePercent',
    evaluationScore: 'below',
  },
  host: { cpu: 'abovePercent', memory: 'abovePercent', disk: 'abovePercent' },
  database: { errorRate: 'abovePercent', latency: 'aboveSeconds', poolUsage: 'abovePercent' },
  queue: { errorRate: 'abovePercent', latency: 'aboveSeconds', backlog: 'above' },
  frontend: { errorRate: 'abovePercent', requestErrorRate: 'abovePercent', loadTime: 'aboveSeconds', pageLoadDrop: 'belowPercent' },
  service: {
    'errorRate': 'abovePercent',
    'latency': 'aboveSeconds',
    'trafficDrop': 'belowPercent',
    'diagnostics.slowRequests': 'aboveSeconds',
    'diagnostics.exceptionBurst': 'above',
  },
};
const AGES: { readonly [kind in Kind]?: readonly string[] } = { host: ['silence'], queue: ['stall', 'backlogSilence'], frontend: ['silence'] };

describe('an error names the prop, the severity and the number', () => {
  test.each(Object.entries(NUMBERS).flatMap(([subject, props]) => (
    Object.entries(props).map(([prop, name]) => [subject as Kind, prop, name] as const)
  )))('%s: %s.%s', (subject, prop, name) => {
    for (const severity of ['critical', 'warning']) {
      expect(() => subjectOf(subject, stack, at(prop, { [severity]: { [name]: NaN } }))).toThrow(`app/Subject: ${prop}.${severity}.${name} must be`);
      stack = newStack();
    }
  });

  test.each(Object.entries(AGES).flatMap(([subject, props]) => props.map((prop) => [subject as Kind, prop] as const)))('%s: %s.olderThan', (subject, prop) => {
    const threshold = { olderThan: Duration.hours(2), timeWindow: Duration.hours(2) };
    expect(() => subjectOf(subject, stack, at(prop, { critical: threshold }))).toThrow(`app/Subject: ${prop}.critical.olderThan must be shorter than the timeWindow of 2h, got 2h; `
      + 'shorten it, or pass a longer timeWindow');
  });
});

/** What is accepted, and what is not, with the text after the prop. */
interface Limits {
  readonly accepted: readonly number[];
  readonly rejected: readonly (readonly [value: number, text: string])[];
}

const rejectedFor = (must: string, advice: string) => (...values: readonly number[]) => (
  values.map((value) => [value, `must be ${must}, got ${value}; ${advice}`] as const));
const percent = rejectedFor('from 0 to below 100', 'pass a percentage such as 5');
const capacity = (advice: string) => rejectedFor('above 1 and below 100, in percent', advice);
const amount = rejectedFor('a number of 0 or more', 'pass a number such as 10');
const count = rejectedFor('a whole number of 1 or more', 'pass a number such as 3');
const percentile = (advice: string) => rejectedFor('from 1 to 100', advice);

const LIMITS: { readonly [path: string]: Limits } = {
  'ai errorRate abovePercent': { accepted: [0, 0.5, 99.9], rejected: percent(-0.1, 100, NaN) },
  'ai errorRate minimumCount': { accepted: [1, 20], rejected: count(0, 1.5, NaN) },
  'ai errorRate minimumFailures': { accepted: [1, 20], rejected: count(0, 1.5, NaN) },
  'ai spend aboveUsd': { accepted: [0, 0.5], rejected: amount(-0.1, Infinity, NaN) },
  'ai tokenUsage aboveTokens': {
    accepted: [0, 1_000_000], rejected: rejectedFor('a whole number of 0 or more', 'pass a number such as 1000000')(-1, 1.5, 2 ** 53, NaN),
  },
  'ai evaluationScore below': { accepted: [-1, 0, 0.7], rejected: rejectedFor('a finite number', 'pass a score such as 0.7')(Infinity, NaN) },
  'ai latency aboveSeconds': { accepted: [0.1, 30], rejected: rejectedFor('above 0', 'pass a number of seconds such as 0.5')(0, -1, Infinity, NaN) },
  'ai latency percentile': {
    accepted: [1, 99.9, 100],
    rejected: [
      ...percentile('did you mean 95?')(0.95), ...percentile('did you mean 99.9?')(0.999), ...percentile('pass a percentile such as 95')(0, -1, 100.1, NaN),
    ],
  },
  'host cpu abovePercent': {
    accepted: [1.1, 90, 99.9],
    rejected: [...capacity('did you mean 90?')(0.9), ...capacity('did you mean 100?')(1), ...capacity('pass a percentage such as 90')(0, -0.5, 100, NaN)],
  },
  'host cpu minimumMinutes': { accepted: [1, 5], rejected: count(0, 0.5, NaN) },
  'queue backlog above': { accepted: [0, 0.5], rejected: amount(-0.1, Infinity, NaN) },
  'service trafficDrop belowPercent': { accepted: [0.1, 100], rejected: rejectedFor('above 0 and at most 100', 'pass a percentage such as 50')(0, -1, 100.1, NaN) },
};
/** What a threshold needs beside the number that is looked at. */
const BASES: Options = { errorRate: { abovePercent: 5 }, latency: { aboveSeconds: 1 }, cpu: { abovePercent: 90 } };

describe.each(Object.entries(LIMITS).map(([place, limits]) => [...place.split(' '), limits] as [Kind, string, string, Limits]))('%s: %s.%s', (subject, prop, name, { accepted, rejected }) => {
  const make = (value: unknown) => subjectOf(subject, stack, at(prop, { warning: { ...BASES[prop] as object, [name]: value } }));

  test.each(accepted)('may be %d', (value) => {
    expect(make(value).alerts.length).toBeGreaterThan(0);
  });

  test.each(rejected)('may not be %d', (value, text) => {
    expect(() => make(value)).toThrow(`app/Subject: ${prop}.warning.${name} ${text} [logfire:alert-threshold]`);
  });

  test('may be undefined where it has a default', () => {
    const isRequired = !(prop in BASES) || name in (BASES[prop] as object);
    expect(isRequired || make(undefined).alerts.length > 0).toBe(true);
  });

  if (name !== 'percentile') {
    test('may be a variable', () => {
      expect(make(new TerraformVariable(stack, 'v', {}).numberValue).alerts.length).toBeGreaterThan(0);
    });
  }
});

describe('the age at which something is missed', () => {
  const silence = (olderThan: Duration, timeWindow?: Duration) => subjectOf('host', stack, { silence: { critical: { olderThan, timeWindow } } });
  const unknown = () => Duration.minutes(new TerraformVariable(stack, 'v', {}).numberValue);

  test('is shorter than the lookback window', () => {
    expect(() => silence(Duration.minutes(60))).toThrow('silence.critical.olderThan must be shorter than the timeWindow of 1h, got 1h; ');
    stack = newStack();
    expect(silence(Duration.minutes(59)).alerts.map(({ node: { id } }) => id)).toContain('SilenceCritical');
  });

  test('may be a variable, and so may the window', () => {
    expect(silence(unknown()).alerts.length).toBeGreaterThan(0);
    stack = newStack();
    expect(silence(Duration.days(100), unknown()).alerts.length).toBeGreaterThan(0);
  });
});

describe('a warning that comes after the critical alert', () => {
  test.each<[Kind, string, string, number, number, string]>([
    ['ai', 'errorRate', 'abovePercent', 5, 10, 'higher'],
    ['queue', 'backlog', 'above', 10, 100, 'higher'],
    ['ai', 'latency', 'aboveSeconds', 1, 2, 'higher'],
    ['ai', 'spend', 'aboveUsd', 50, 51, 'higher'],
    ['ai', 'tokenUsage', 'aboveTokens', 1000, 2000, 'higher'],
    ['ai', 'evaluationScore', 'below', 0.7, 0.5, 'lower'],
    ['service', 'trafficDrop', 'belowPercent', 50, 20, 'lower'],
  ])('is noticed: %s, %s.%s', (subject, prop, name, critical, warning, later) => {
    const warned = (high: number, low: number) => {
      stack = newStack();
      subjectOf(subject, stack, { [prop]: { critical: { [name]: high }, warning: { [name]: low } } });
      return warnings(stack);
    };
    expect(warned(critical, warning)).toEqual([
      `${prop}.warning.${name} is ${later} than ${prop}.critical.${name}, got ${warning} and ${critical}: the critical alert fires first; swap them [logfire:alert-threshold]`,
    ]);
    expect(warned(warning, critical)).toEqual([]);
    expect(warned(critical, critical)).toEqual([]);
  });

  test('may be one with a variable', () => {
    const unknown = new TerraformVariable(stack, 'v', {}).numberValue;
    const errorRate = { critical: { abovePercent: unknown }, warning: { abovePercent: 10 } };
    subjectOf('ai', stack, { errorRate, evaluationScore: { critical: { below: 1 }, warning: { below: unknown } } });
    expect(warnings(stack)).toEqual([]);
  });
});

const OPTIONS: { readonly [kind in Kind]?: Options } = {
  ai: {
    spend: { warning: { aboveUsd: 1 } },
    tokenUsage: { warning: { aboveTokens: 1 } },
    latency: { warning: { aboveSeconds: 1 } },
    timeToFirstChunk: { warning: { aboveSeconds: 1 } },
    evaluationScore: { warning: { below: 1 } },
  },
  database: { latency: { warning: { aboveSeconds: 1 } } },
  queue: { latency: { warning: { aboveSeconds: 1 } }, backlog: { warning: { above: 1 } } },
  job: { slowRun: { critical: { longerThan: Duration.hours(1) } } },
  frontend: { silence: { critical: { olderThan: Duration.minutes(5) } } },
};

describe('an alert has a name, and says what is wrong and what to look at', () => {
  test.each<[Kind, string[]]>([
    ['ai', [
      'agent errors (critical)', 'agent errors (warning)', 'evaluation score (warning)', 'model errors (critical)', 'model errors (warning)', 'model latency (warning)',
      'refusals (warning)', 'spend (warning)', 'time to first chunk (warning)', 'token usage (warning)', 'tool errors (warning)', 'truncated responses (warning)',
    ]],
    ['host', ['CPU (critical)', 'CPU (warning)', 'disk (critical)', 'disk (warning)', 'memory (critical)', 'memory (warning)', 'silence (critical)']],
    ['database', ['connection pool (critical)', 'connection pool (warning)', 'query errors (critical)', 'query errors (warning)', 'query latency (warning)']],
    ['queue', [
      'backlog (warning)', 'backlog not measured (warning)', 'failed messages (critical)', 'failed messages (warning)', 'slow messages (warning)', 'stalled consumers (critical)',
    ]],
    ['job', ['failed run (warning)', 'no successful run (critical)', 'slow run (critical)']],
    ['frontend', [
      'errors (critical)', 'errors (warning)', 'failed requests (critical)', 'failed requests (warning)', 'fewer page loads (critical)', 'fewer page loads (warning)',
      'no page loads (critical)', 'slow page loads (warning)',
    ]],
    ['service', [
      'Pydantic validation errors (warning)', 'critical log lines (warning)', 'error rate (critical)', 'exception burst (warning)', 'exceptions (warning)', 'latency (warning)',
      'new exceptions (warning)', 'silence (critical)', 'slow requests (warning)', 'traffic drop (warning)', 'unhandled errors (warning)',
    ]],
  ])('%s', (subject, names) => {
    const { alerts: created } = subjectOf(subject, stack, OPTIONS[subject]);
    expect(created.map(({ node: { id } }) => id).filter((id) => !/^([A-Z][a-z]+)+(Critical|Warning)$/.test(id) || /^(Critical|Warning)$/.test(id))).toEqual([]);
    const alerts = byName(synth(stack), 'logfire_alert');
    expect(Object.keys(alerts).sort()).toEqual(names.map((name) => `It: ${name}`));
    for (const [name, { description }] of Object.entries(alerts)) {
      const [, severity] = /\((\w+)\)$/.exec(name)!;
      expect(description).toMatch(new RegExp(`^[A-Z][^\\n]+[a-z]\\. [A-Z][^\\n]+[a-z]\\.\\n\\nSeverity: ${severity}$`));
    }
  });
});

const MODEL = "GROUP BY coalesce((attributes->>'gen_ai.request.model'), '(none)')";
const FINISHED = (reason: string) => `coalesce(strpos((attributes->>'gen_ai.response.finish_reasons'), '"${reason}"') > 0, false)`;
const OTHERS = ['invoke_agent', 'create_agent', 'execute_tool'].map((name) => `((attributes->>'gen_ai.operation.name') IS DISTINCT FROM '${name}')`);
const HOSTS = 'GROUP BY group_1, minute_start';
const inState = (name: string, state: string) => `WHERE metric_name = '${name}'\n  AND coalesce((attributes->>'state') = '${state}', false)`;

test.each<[Kind, string, string[]]>([
  ['ai', 'model errors (critical)', [MODEL, ...OTHERS, "(span_name IS DISTINCT FROM 'agent run')", "(coalesce(otel_status_code = 'ERROR', false) OR is_exception)"]],
  ['ai', 'time to first chunk (warning)', [MODEL]],
  ['ai', 'refusals (warning)', [MODEL, `(${['content_filter', 'refusal', 'SAFETY'].map(FINISHED).join(' OR ')})`]],
  ['ai', 'truncated responses (warning)', [MODEL, `(${['length', 'max_tokens'].map(FINISHED).join(' OR ')})`]],
  ['ai', 'tool errors (warning)', [
    "GROUP BY coalesce((attributes->>'gen_ai.tool.name'), '(none)')",
    "(coalesce((attributes->>'gen_ai.operation.name') = 'execute_tool', false) OR starts_with(span_name, 'execute_tool ') OR span_name = 'running tool')",
  ]],
  ['ai', 'agent errors (critical)', [
    "GROUP BY coalesce((attributes->>'gen_ai.agent.name'), '(none)')",
    "(coalesce((attributes->>'gen_ai.operation.name') = 'invoke_agent', false) OR span_name = 'agent run')",
  ]],
  ['ai', 'evaluation score (warning)', ["GROUP BY coalesce((attributes->>'gen_ai.evaluation.name'), '(none)')"]],
  ['host', 'CPU (critical)', ['group_1 AS "host.name"', HOSTS, inState('system.cpu.utilization', 'idle')]],
  ['host', 'memory (critical)', ['group_1 AS "host.name"', HOSTS, inState('system.memory.utilization', 'used')]],
  ['host', 'disk (critical)', [
    'group_1 AS "host.name"', 'group_2 AS "mountpoint"', "WHERE metric_name = 'system.filesystem.utilization'\n  AND ((coalesce((attributes->>'mode') = 'ro', false)) IS NOT TRUE)",
  ]],
  ['database', 'connection pool (critical)', [
    'group_1 AS service_name', 'group_2 AS service_instance_id', 'group_3 AS "db.client.connection.pool.name"',
    "(metric_name = 'db.client.connection.count' AND (coalesce((attributes->>'db.client.connection.state') = 'used', false) OR coalesce((attributes->>'state') = 'used', false)))",
  ]],
  ['queue', 'failed messages (critical)', [
    "GROUP BY coalesce((attributes->>'messaging.destination.name'), '(none)')", "coalesce((attributes->>'messaging.operation.type') = 'process', false)",
  ]],
  ['queue', 'stalled consumers (critical)', ['send', 'publish'].map((word) => `coalesce((attributes->>'messaging.operation.type') = '${word}', false)`)],
  ['queue', 'backlog (warning)', ['group_1 AS "messaging.destination.name"']],
  ['job', 'failed run (warning)', ['SELECT\n  trace_id,\n  exception_type,\n  exception_message\nFROM']],
  ['job', 'slow run (critical)', ['SELECT\n  trace_id,\n  duration\nFROM']],
  ['frontend', 'fewer page loads (critical)', ['100.0 * current_count < 10 * previous_count']],
])('what an alert looks at: %s, %s', (subject, name, fragments) => {
  subjectOf(subject, stack, OPTIONS[subject]);
  const { query } = byName(synth(stack), 'logfire_alert')[`It: ${name}`];
  expect(fragments.filter((fragment) => !query.includes(fragment))).toEqual([]);
});

test('the SDK of Logfire reports the memory that is available', () => {
  subjectOf('host', stack, { source: HostMetricsSource.LOGFIRE_SDK });
  const { query } = byName(synth(stack), 'logfire_alert')['It: memory (critical)'];
  expect(query).toContain(inState('system.memory.utilization', 'available'));
});

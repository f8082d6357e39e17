import { TerraformStack, Token } from 'cdktf';
import { byName, documentOf, projectIn, routingIn } from './resources';
import {
  AiMonitoringOptions, DatabaseMonitoringOptions, Duration, FrontendMonitoringOptions, HostMetricsSource, HostMonitoringOptions, JobMonitoringOptions,
  LogfireAiMonitoring, LogfireDatabaseMonitoring, LogfireFrontendMonitoring, LogfireHostMonitoring, LogfireJobMonitoring, LogfireQueueMonitoring,
  LogfireSubjectMonitoring, MetricFilter, NotifyWhen, QueueMonitoringOptions,
} from '../../src';
import { cleanUp, newStack, only, synth, TerraformJson, warnings } from '../synth';

afterEach(cleanUp);

let stack: TerraformStack;
beforeEach(() => {
  stack = newStack();
});

const common = () => ({ project: projectIn(stack), routing: routingIn(stack), title: 'It' });
const ai = (options: AiMonitoringOptions = {}) => new LogfireAiMonitoring(stack, 'Subject', { ...common(), ...options });
const host = (options: HostMonitoringOptions = {}) => new LogfireHostMonitoring(stack, 'Subject', { ...common(), ...options });
const database = (options: DatabaseMonitoringOptions = {}) => new LogfireDatabaseMonitoring(stack, 'Subject', { ...common(), ...options });
const queue = (options: QueueMonitoringOptions = {}) => new LogfireQueueMonitoring(stack, 'Subject', { ...common(), ...options });
const job = (options: Partial<JobMonitoringOptions> = {}) => (
  new LogfireJobMonitoring(stack, 'Subject', { ...common(), spanName: 'import', every: Duration.days(1), ...options }));
const frontend = (options: Partial<FrontendMonitoringOptions> = {}) => new LogfireFrontendMonitoring(stack, 'Subject', { ...common(), serviceName: 'web', ...options });

const COLLECTOR = HostMetricsSource.COLLECTOR;
const WAITING = MetricFilter.metricName('waiting');

/** The ids of the alerts, of which those that do not run are in parentheses. */
function idsOf({ alerts }: LogfireSubjectMonitoring): string[] {
  const json = Object.values<TerraformJson>(synth(stack).resource.logfire_alert);
  const active = new Map(json.map((alert) => [alert['//'].metadata.path, alert.active]));
  return alerts.map(({ resource, node: { id } }) => active.get(resource.node.path) ? id : `(${id})`);
}

test.each<[string, () => LogfireSubjectMonitoring, string[]]>([
  ['AI', ai, ['ErrorRateCritical', 'ErrorRateWarning', 'ToolErrorRateWarning', 'AgentErrorRateCritical', 'AgentErrorRateWarning', '(TruncationWarning)', '(RefusalsWarning)']],
  ['host', host, ['CpuCritical', 'CpuWarning', 'MemoryCritical', 'MemoryWarning', 'SilenceCritical']],
  ['host of a Collector', () => host({ source: COLLECTOR }), [
    'CpuCritical', 'CpuWarning', 'MemoryCritical', 'MemoryWarning', 'DiskCritical', 'DiskWarning', 'SilenceCritical',
  ]],
  ['database', database, ['ErrorRateCritical', 'ErrorRateWarning', 'PoolUsageCritical', 'PoolUsageWarning']],
  ['queue', queue, ['ErrorRateCritical', 'ErrorRateWarning', 'StallCritical']],
  ['queue with a backlog', () => queue({ backlogMetric: WAITING, backlog: { critical: { above: 10 } } }), [
    'ErrorRateCritical', 'ErrorRateWarning', 'StallCritical', 'BacklogCritical', 'BacklogSilenceWarning',
  ]],
  ['job', job, ['MissedRunCritical', 'FailedRunWarning']],
  ['frontend', frontend, [
    'ErrorRateCritical', 'ErrorRateWarning', 'RequestErrorRateCritical', 'RequestErrorRateWarning', 'LoadTimeWarning', 'PageLoadDropCritical', 'PageLoadDropWarning',
  ]],
])('what is watched by default: %s', (_, make, expected) => {
  const subject = make();
  expect(idsOf(subject)).toEqual(expected);
  expect(warnings(stack)).toEqual([]);
  const dashboard = documentOf(only(synth(stack), 'logfire_dashboard'));
  expect(dashboard.spec.layouts[0].spec.items.length).toBeGreaterThanOrEqual(2);
});

test.each<[string, () => LogfireSubjectMonitoring]>([
  ['AI', () => ai({ errorRate: {}, toolErrorRate: {}, agentErrorRate: {}, truncation: {}, refusals: {} })],
  ['host', () => host({ cpu: {}, memory: {}, disk: {}, silence: {} })],
  ['host of a Collector', () => host({ source: COLLECTOR, cpu: {}, memory: {}, disk: {}, silence: {} })],
  ['database', () => database({ errorRate: {}, poolUsage: {} })],
  ['queue', () => queue({ errorRate: {}, stall: {}, backlogMetric: WAITING, backlogSilence: {} })],
  ['job', () => job({ missedRun: {}, failedRun: {} })],
  ['frontend', () => frontend({ errorRate: {}, requestErrorRate: {}, loadTime: {}, pageLoadDrop: {} })],
])('an empty struct switches alerts off: %s', (_, make) => {
  expect(make().alerts).toEqual([]);
});

const alertOf = (id: string) => byName(synth(stack), 'logfire_alert')[id];

describe('an AI application', () => {
  test('has a budget for a day', () => {
    ai({ serviceName: 'assistant', spend: { warning: { aboveUsd: 50 } } });
    expect(alertOf('It: spend (warning)')).toMatchObject({ time_window: '24h', frequency: '1h', notify_when: NotifyWhen.STARTS_HAVING_MATCHES, active: true });
    const { query }: TerraformJson = alertOf('It: spend (warning)');
    expect(query).toContain("service_name = 'assistant'");
    expect(query).toContain("sum(try_cast((attributes->>'operation.cost') AS double)) > 50");
    expect(query).toContain("((attributes->>'gen_ai.operation.name') IS DISTINCT FROM 'invoke_agent')");
  });

  test('has a budget of tokens for a day, of input and output together', () => {
    ai({ tokenUsage: { warning: { aboveTokens: 1_000_000 } } });
    expect(alertOf('It: token usage (warning)')).toMatchObject({ time_window: '24h', frequency: '1h', notify_when: NotifyWhen.STARTS_HAVING_MATCHES, active: true });
    const { query }: TerraformJson = alertOf('It: token usage (warning)');
    expect(query).toContain("coalesce(sum(try_cast((attributes->>'gen_ai.usage.input_tokens') AS double)), 0)"
      + " + coalesce(sum(try_cast((attributes->>'gen_ai.usage.output_tokens') AS double)), 0) > 1000000");
    expect(query).toContain("((attributes->>'gen_ai.operation.name') IS DISTINCT FROM 'invoke_agent')");
  });

  test('can be tuned', () => {
    const tuning = { active: true, frequency: Duration.minutes(30), timeWindow: Duration.hours(6) };
    ai({ truncation: { critical: { abovePercent: 50, minimumCount: 7, minimumFailures: 5, ...tuning } } });
    expect(alertOf('It: truncated responses (critical)')).toMatchObject({ time_window: '6h', frequency: '30m', active: true, query: expect.stringContaining('> 50') });
    expect(alertOf('It: truncated responses (critical)').query).toContain('count(*) >= 7');
    expect(alertOf('It: truncated responses (warning)')).toBeUndefined();
  });

  test('can have an objective on the provider of its models', () => {
    ai({ slo: { llmProvider: 'openai' } });
    expect(only(synth(stack), 'logfire_slo')).toMatchObject({
      scope_kind: 'provider',
      scope_value: 'openai',
      target_percent: '99',
      rolling_window: '28d',
      name: 'It: model provider',
      description: 'Calls of language models that do not fail at their provider: errors of its servers, rate limits, timeouts and lost connections.',
    });
    expect(warnings(stack)).toEqual([]);
  });

  test('has no objective otherwise', () => {
    expect(ai().slos).toEqual([]);
  });
});

test('one host is missed also if it never sent anything, and several are judged one by one', () => {
  host({ hostName: 'web-1' });
  const { query } = alertOf('It: silence (critical)');
  expect(query).toContain('max(recorded_timestamp) IS NULL');
  expect(query).toContain("(otel_resource_attributes->>'host.name') = 'web-1'");
  stack = newStack();
  host();
  expect(alertOf('It: silence (critical)').query).toContain("GROUP BY coalesce((otel_resource_attributes->>'host.name'), '(none)')");
});

test.each<[Duration, Duration | undefined, string, string, string]>([
  [Duration.minutes(5), undefined, '15 minutes', '1h', '5m'],
  [Duration.hours(1), undefined, '75 minutes', '6h', '5m'],
  [Duration.hours(4), Duration.hours(2), '6 hours', '12h', '15m'],
  [Duration.hours(8), undefined, '10 hours', '12h', '15m'],
  [Duration.days(1), undefined, '26 hours', '7d', '1h'],
  [Duration.days(1), Duration.hours(6), '30 hours', '7d', '1h'],
  [Duration.days(7), undefined, '170 hours', '30d', '24h'],
])('a job that runs every %s with a grace of %s', (every, grace, age, window, frequency) => {
  job({ every, missedRun: { critical: { grace } } });
  expect(alertOf('It: no successful run (critical)')).toMatchObject({ time_window: window, frequency, query: expect.stringContaining(`interval '${age}'`) });
});

test.each<[string, string, () => LogfireSubjectMonitoring]>([
  ['AI', "service_name = 'shop'", () => ai({ serviceName: 'shop' })],
  ['host', "(otel_resource_attributes->>'host.name') = 'web-1'", () => host({ hostName: 'web-1' })],
  ['database', "service_name = 'shop'", () => database({ serviceName: 'shop' })],
  ['job', "service_name = 'shop'", () => job({ serviceName: 'shop', slowRun: { warning: { longerThan: Duration.hours(1) } } })],
  ['queue', "(attributes->>'messaging.destination.name') = 'mail'", () => queue({ queueName: 'mail' })],
  ['frontend', "service_name = 'web'", () => frontend()],
])('a name restricts all alerts and panels, and then there is nothing to group by: %s', (_, condition, make) => {
  make();
  const json = synth(stack);
  const alerts = Object.values(byName(json, 'logfire_alert')).map(({ query }) => query as string);
  const panels = Object.values<TerraformJson>(documentOf(only(json, 'logfire_dashboard')).spec.panels)
    .map(({ spec }) => spec.queries[0].spec.plugin.spec.query as string);
  expect([...alerts, ...panels].filter((sql) => !sql.includes(condition))).toEqual([]);
  expect(alerts.filter((sql) => sql.includes("GROUP BY coalesce((attributes->>'messaging.destination.name')"))).toEqual([]);
});

test('a database has one of two attributes', () => {
  database();
  expect(alertOf('It: query errors (critical)').query).toContain("(coalesce(attributes ? 'db.system.name', false) OR coalesce(attributes ? 'db.system', false))");
  stack = newStack();
  database({ databaseSystem: 'redis' });
  expect(alertOf('It: query errors (critical)').query).toContain(
    "(coalesce((attributes->>'db.system.name') = 'redis', false) OR coalesce((attributes->>'db.system') = 'redis', false))");
});

test.each<[HostMetricsSource, string]>([
  [HostMetricsSource.LOGFIRE_SDK, 'system.swap.utilization'], [HostMetricsSource.COLLECTOR, 'system.paging.utilization'],
])('a host shows the swap that is used: %s', (source, metric) => {
  host({ source });
  const { panels } = documentOf(only(synth(stack), 'logfire_dashboard')).spec;
  expect(panels['swap-by-host'].spec.queries[0].spec.plugin.spec.query).toContain(`metric_name = '${metric}'\n  AND coalesce((attributes->>'state') = 'used', false)`);
});

test('the usual grace of a severity without an alert is no part of the lookback window', () => {
  job({ every: Duration.hours(22), missedRun: { critical: { grace: Duration.hours(1) } } });
  expect(alertOf('It: no successful run (critical)').time_window).toBe('24h');
});

test('a job without alerts for missed runs runs as rarely as it likes', () => {
  job({ every: Duration.days(90), missedRun: {} });
  expect(() => synth(stack)).not.toThrow();
});

test('the lookback window of a job is longer than its longest grace', () => {
  job({ every: Duration.hours(1), missedRun: { critical: { grace: Duration.minutes(10) }, warning: { grace: Duration.hours(6) } } });
  expect(alertOf('It: no successful run (critical)').time_window).toBe('12h');
});

test.each<[() => unknown, string]>([
  [() => ai({ serviceName: ' ' }), 'app/Subject: serviceName must not be blank, got " "; leave it out for all services'],
  [() => ai({ spend: { critical: { aboveUsd: -1 } } }), 'app/Subject: spend.critical.aboveUsd must be a number of 0 or more, got -1'],
  [() => ai({ tokenUsage: { critical: { aboveTokens: 1.5 } } }), 'app/Subject: tokenUsage.critical.aboveTokens must be a whole number of 0 or more, got 1.5'],
  [() => ai({ errorRate: { warning: { abovePercent: 100 } } }), 'errorRate.warning.abovePercent must be from 0 to below 100, got 100'],
  [() => ai({ toolErrorRate: { warning: { abovePercent: 5, minimumFailures: 0 } } }), 'toolErrorRate.warning.minimumFailures must be a whole number of 1 or more, got 0'],
  [() => ai({ latency: { warning: { aboveSeconds: NaN } } }), 'latency.warning.aboveSeconds must be above 0, got NaN'],
  [() => ai({ evaluationScore: { warning: { below: Infinity } } }), 'evaluationScore.warning.below must be a finite number, got Infinity'],
  [() => ai({ slo: { llmProvider: '' } }), 'must not be blank'],
  [() => host({ hostName: '' }), 'app/Subject: hostName must not be blank, got ""; leave it out for all hosts'],
  [() => host({ disk: { critical: { abovePercent: 80 } } }), 'app/Subject: disk must be left out for HostMetricsSource.LOGFIRE_SDK'],
  [() => host({ disk: { warning: { abovePercent: 80 } } }), 'app/Subject: disk must be left out for HostMetricsSource.LOGFIRE_SDK'],
  [() => host({ cpu: { warning: { abovePercent: 80, minimumMinutes: 0.5 } } }), 'cpu.warning.minimumMinutes must be a whole number of 1 or more, got 0.5'],
  [() => host({ memory: { critical: { abovePercent: 0.9 } } }), 'app/Subject: memory.critical.abovePercent must be above 1 and below 100, in percent, got 0.9; did you mean 90?'],
  [() => host({ memory: { critical: { abovePercent: 100 } } }), 'app/Subject: memory.critical.abovePercent must be above 1 and below 100, in percent, got 100; pass a percentage such as 90'],
  [() => host({ silence: { critical: { olderThan: Duration.hours(1) } } }), 'app/Subject: silence.critical.olderThan must be shorter than the timeWindow of 1h, got 1h; shorten it, or pass a longer timeWindow'],
  [() => database({ poolUsage: { warning: { abovePercent: 0.8 } } }), 'app/Subject: poolUsage.warning.abovePercent must be above 1 and below 100, in percent, got 0.8; did you mean 80?'],
  [() => queue({ stall: { critical: { olderThan: Duration.days(100) } } }), 'app/Subject: stall.critical.olderThan must be shorter than the timeWindow of'],
  [() => database({ serviceName: '' }), 'app/Subject: serviceName must not be blank, got ""; leave it out for all services'],
  [() => database({ databaseSystem: '' }), 'app/Subject: databaseSystem must not be blank, got ""; leave it out for all kinds'],
  [() => queue({ queueName: '' }), 'app/Subject: queueName must not be blank, got ""; leave it out for all queues'],
  [() => queue({ backlog: { warning: { above: 9 } } }), 'app/Subject: backlog must be left out without backlogMetric'],
  [() => queue({ backlogSilence: { warning: { olderThan: Duration.hours(1) } } }), 'app/Subject: backlogSilence must be left out without backlogMetric'],
  [() => job({ spanName: '' }), 'app/Subject: spanName must not be blank, got ""; pass the name of the span that each run has'],
  [() => job({ serviceName: '' }), 'app/Subject: serviceName must not be blank, got ""; leave it out for all services'],
  [() => job({ every: Duration.days(0) }), 'app/Subject: every must be longer than zero'],
  [() => job({ every: Duration.days(Token.asNumber('${var.days}')) }), 'app/Subject: every must be known at synth'],
  [() => job({ missedRun: { critical: { grace: Duration.days(Token.asNumber('${var.days}')) } } }), 'app/Subject: missedRun.critical.grace must be known at synth'],
  [() => job({ every: Duration.days(30) }), 'app/Subject: every must be less than 30 days together with the grace, got 30d'],
  [() => frontend({ serviceName: '' }), 'app/Subject: serviceName must not be blank, got ""; pass the name of the service that the application reports'],
  [() => frontend({ pageLoadDrop: { warning: { belowPercent: 0 } } }), 'pageLoadDrop.warning.belowPercent must be above 0 and at most 100, got 0'],
])('fails for a value that is not allowed (%#)', (make, message) => {
  expect(make).toThrow(expect.objectContaining({ name: 'LogfireError', message: expect.stringContaining(message) }));
});

test('a warning about tokens that comes after the critical alert is noticed', () => {
  ai({ tokenUsage: { critical: { aboveTokens: 1000 }, warning: { aboveTokens: 2000 } } });
  expect(warnings(stack)).toEqual(['tokenUsage.warning.aboveTokens is higher than tokenUsage.critical.aboveTokens, got 2000 and 1000: the critical alert fires first; swap them [logfire:alert-threshold]']);
});

test('a longer lookback window allows a longer silence', () => {
  host({ silence: { critical: { olderThan: Duration.hours(1), timeWindow: Duration.hours(2) } } });
  expect(alertOf('It: silence (critical)')).toMatchObject({ time_window: '2h' });
});

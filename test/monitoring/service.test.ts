import { TerraformStack } from 'cdktf';
import { addresses, byName, documentOf, PAGER, projectIn, routingIn, sectionsOf } from './resources';
import { Duration, LogfireServiceMonitoring, NotifyWhen, RecordFilter, LogfireServiceMonitoringProps } from '../../src';
import { cleanUp, newStack, only, synth, TerraformJson, warnings } from '../synth';

afterEach(cleanUp);

const DIAGNOSTICS = ['SlowRequests', 'NewExceptions', 'ExceptionBurst', 'Exceptions', 'UnhandledErrors', 'ValidationErrors', 'CriticalLogs'];

function serviceIn(stack: TerraformStack, props: Partial<LogfireServiceMonitoringProps> = {}): LogfireServiceMonitoring {
  return new LogfireServiceMonitoring(stack, 'Checkout', { project: projectIn(stack), serviceName: 'checkout', routing: routingIn(stack), ...props });
}

function alertsOf(props: Partial<LogfireServiceMonitoringProps> = {}): { [name: string]: TerraformJson } {
  const stack = newStack();
  serviceIn(stack, props);
  return byName(synth(stack), 'logfire_alert');
}

const EMPTY: LogfireServiceMonitoringProps['diagnostics'] = {
  slowRequests: {}, newExceptions: {}, exceptionBurst: {}, exceptions: {}, unhandledErrors: {}, validationErrors: {}, criticalLogs: {},
};

test('the name alone gives the alerts of an experienced SRE, the dashboard, and inactive diagnostics', () => {
  const stack = newStack();
  const service = serviceIn(stack);
  const json = synth(stack);
  const windows: { readonly [kind: string]: string } = { ErrorRateCritical: '10m', LatencyWarning: '10m', TrafficDropWarning: '30m', SilenceCritical: '15m' };
  expect(addresses(json, 'logfire_alert')).toEqual([...Object.keys(windows), ...DIAGNOSTICS.map((kind) => `${kind}Warning`)].map((id) => `Checkout_${id}`).sort());
  for (const [address, alert] of Object.entries<TerraformJson>(json.resource.logfire_alert)) {
    const kind = address.split('_')[1];
    expect(alert).toMatchObject(kind in windows
      ? { active: true, time_window: windows[kind], frequency: '5m', notify_when: 'has_matches_changed' }
      : { active: false });
  }
  expect(byName(json, 'logfire_alert')['Checkout: error rate (critical)'].channel_assignments).toEqual([{ channel_id: PAGER }]);
  expect(json.resource).not.toHaveProperty('logfire_slo');
  expect(warnings(stack)).toEqual([]);
  expect(service.alerts).toHaveLength(11);
  expect(sectionsOf(only(json, 'logfire_dashboard'))).toEqual({
    Summary: ['Requests', 'Failed requests', 'Latency'],
    Details: ['Busiest operations', 'Slowest operations', 'Telemetry', 'Requests by operation'],
    Errors: ['Exceptions', 'Failing operations', 'Latest errors'],
  });
});

test('one filter is that of alerts, SLO and panels', () => {
  const stack = newStack();
  const service = serviceIn(stack, { requests: RecordFilter.spanName('checkout'), failures: RecordFilter.isException(), slo: { targetPercent: 99.5 } });
  const json = synth(stack);
  const alerts = byName(json, 'logfire_alert');
  const where = "service_name = 'checkout'\n  AND span_name = 'checkout'";
  for (const title of ['error rate (critical)', 'latency (warning)', 'traffic drop (warning)', 'slow requests (warning)']) {
    expect(alerts[`Checkout: ${title}`].query).toContain(where);
  }
  expect(alerts['Checkout: error rate (critical)'].query).toContain('FILTER (WHERE is_exception)');
  expect(documentOf(only(json, 'logfire_dashboard')).spec.panels.requests.spec.queries[0].spec.plugin.spec.query).toContain(where);
  expect(only(json, 'logfire_slo')).toMatchObject({
    name: 'Checkout: availability', scope_value: 'checkout', target_percent: '99.5', total_query: service.requests.sql, bad_query: 'is_exception',
  });
});

test('thresholds are chosen by severity, and tune their alert alone', () => {
  const alerts = alertsOf({
    errorRate: {
      critical: { abovePercent: 12.5, minimumCount: 7, minimumFailures: 4 },
      warning: { abovePercent: 2, frequency: Duration.minutes(2), notifyWhen: NotifyWhen.MATCHES_CHANGED },
    },
    latency: { critical: { aboveSeconds: 3, percentile: 99, minimumCount: 9 } },
    trafficDrop: { critical: { belowPercent: 10, minimumCount: 8, timeWindow: Duration.hours(2) } },
    silence: { warning: { timeWindow: Duration.hours(6), runbook: 'https://example.com/silence' } },
    diagnostics: { slowRequests: { critical: { aboveSeconds: 4, minimumCount: 3, active: true } }, exceptionBurst: { warning: { above: 6 } } },
  });
  expect(alerts['Checkout: error rate (critical)'].query).toMatch(/count\(\*\) >= 7\n.*>= 4\n.*> 12\.5/);
  expect(alerts['Checkout: error rate (warning)']).toMatchObject({ frequency: '2m', time_window: '10m', notify_when: 'matches_changed' });
  expect(alerts['Checkout: latency (critical)'].query).toMatch(/approx_percentile_cont\(0\.99\)[\s\S]*>= 9\n.*> 3/);
  expect(alerts).not.toHaveProperty(['Checkout: latency (warning)']);
  expect(alerts['Checkout: traffic drop (critical)']).toMatchObject({ time_window: '2h', query: expect.stringMatching(/previous_count >= 8\n.*< 10 \* previous_count/) });
  expect(alerts['Checkout: traffic drop (critical)'].query).toContain("now() - interval '1 hour'");
  expect(alerts['Checkout: silence (warning)']).toMatchObject({ time_window: '6h', description: expect.stringContaining('Runbook: https://example.com/silence') });
  expect(alerts['Checkout: slow requests (critical)']).toMatchObject({ active: true, query: expect.stringMatching(/duration >= 4[\s\S]*> 2$/) });
  expect(alerts['Checkout: exception burst (warning)'].query).toContain('count(*) > 6');
});

test('an empty struct switches a kind of alert off', () => {
  expect(alertsOf({ errorRate: {}, latency: {}, trafficDrop: {}, silence: {}, diagnostics: EMPTY })).toEqual({});
  expect(Object.keys(alertsOf({ errorRate: {}, latency: {}, trafficDrop: {}, diagnostics: EMPTY }))).toEqual(['Checkout: silence (critical)']);
});

test.each<[Partial<LogfireServiceMonitoringProps>, string]>([
  [{ errorRate: { critical: { abovePercent: 100 } } }, 'app/Checkout: errorRate.critical.abovePercent must be from 0 to below 100, got 100'],
  [{ trafficDrop: { warning: { belowPercent: 0 } } }, 'app/Checkout: trafficDrop.warning.belowPercent must be above 0 and at most 100, got 0'],
  [{ latency: { warning: { aboveSeconds: -1 } } }, 'app/Checkout: latency.warning.aboveSeconds must be'],
  [{ diagnostics: { slowRequests: { warning: { minimumCount: 0 } } } }, 'app/Checkout: diagnostics.slowRequests.warning.minimumCount must be'],
  [{ latency: { warning: { aboveSeconds: 0 } } }, 'app/Checkout: latency.warning.aboveSeconds must be above 0, got 0'],
  [{ latency: { critical: { aboveSeconds: 1, percentile: 0.95 } } }, 'app/Checkout: latency.critical.percentile must be from 1 to 100, got 0.95; did you mean 95?'],
  [{ latency: { critical: { aboveSeconds: 1, percentile: 101 } } }, 'app/Checkout: latency.critical.percentile must be from 1 to 100, got 101; pass a percentile such as 95'],
  [{ serviceName: ' ' }, 'app/Checkout: serviceName must not be blank, got " "; pass the name of the service as it reports itself'],
  [{ slo: { targetPercent: 0.99 } }, 'app/Checkout/Availability: targetPercent must be in percent, got 0.99; did you mean 99?'],
])('fails for %j', (props, error) => {
  expect(() => serviceIn(newStack(), props)).toThrow(error);
});

describe('a warning that comes after the critical alert', () => {
  test.each<[Partial<LogfireServiceMonitoringProps>, string]>([
    [{ errorRate: { critical: { abovePercent: 5 }, warning: { abovePercent: 10 } } }, 'errorRate.warning.abovePercent is higher than errorRate.critical.abovePercent, got 10 and 5'],
    [{ trafficDrop: { critical: { belowPercent: 50 }, warning: { belowPercent: 20 } } }, 'trafficDrop.warning.belowPercent is lower than trafficDrop.critical.belowPercent, got 20 and 50'],
  ])('is noticed: %j', (props, message) => {
    const stack = newStack();
    serviceIn(stack, props);
    expect(warnings(stack)).toEqual([`${message}: the critical alert fires first; swap them [logfire:alert-threshold]`]);
  });

  test.each<Partial<LogfireServiceMonitoringProps>>([
    { errorRate: { critical: { abovePercent: 10 }, warning: { abovePercent: 5 } } },
    { errorRate: { critical: { abovePercent: 5 }, warning: { abovePercent: 5 } } },
    { errorRate: { critical: { abovePercent: 5, minimumCount: 1000 }, warning: { abovePercent: 10 } } },
    { trafficDrop: { critical: { belowPercent: 20 }, warning: { belowPercent: 50 } } },
    { errorRate: { critical: { abovePercent: 5, minimumCount: 10 }, warning: { abovePercent: 5, minimumCount: 20 } } },
  ])('is not: %j', (props) => {
    const stack = newStack();
    serviceIn(stack, props);
    expect(warnings(stack)).toEqual([]);
  });
});

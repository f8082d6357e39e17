import {
  Duration, HostMetricsSource, LogfireAiMonitoring, LogfireDatabaseMonitoring, LogfireFrontendMonitoring, LogfireHostMonitoring, LogfireJobMonitoring,
  LogfireProject, LogfireQueueMonitoring, LogfireServiceMonitoring, MetricFilter, NotificationRouting,
} from '../../src';
import { newStack, synth } from '../synth';

/** An alert as Terraform gets it. */
export interface SynthesizedAlert {
  /** The ids of its subject and its own, such as `Hosts/CpuCritical`. */
  readonly alert: string;
  /** What it says when it fires. */
  readonly description: string;
  readonly sql: string;
  readonly windowSeconds: number;
  readonly frequencySeconds: number;
  readonly notifyWhen: string;
  readonly active: boolean;
}

/**
 * The alerts of all subjects.
 *
 * @param complete whether those that have no default are among them
 */
export function synthesizedAlerts(complete = true): SynthesizedAlert[] {
  const stack = newStack();
  const common = { project: new LogfireProject(stack, 'Project'), routing: NotificationRouting.nobody() };
  new LogfireServiceMonitoring(stack, 'Service', { ...common, serviceName: 'shop' });
  new LogfireAiMonitoring(stack, 'Ai', {
    ...common,
    serviceName: 'assistant',
    ...complete && {
      spend: { critical: { aboveUsd: 60 }, warning: { aboveUsd: 30 } },
      tokenUsage: { critical: { aboveTokens: 5_000_000 }, warning: { aboveTokens: 2_500_000 } },
      latency: { warning: { aboveSeconds: 20 } },
      timeToFirstChunk: { warning: { aboveSeconds: 3 } },
      evaluationScore: { warning: { below: 0.7 } },
    },
  });
  new LogfireHostMonitoring(stack, 'Hosts', { ...common, source: HostMetricsSource.COLLECTOR });
  new LogfireHostMonitoring(stack, 'Host', { ...common, hostName: 'web-1' });
  new LogfireDatabaseMonitoring(stack, 'Database', { ...common, databaseSystem: 'postgresql', ...complete && { latency: { warning: { aboveSeconds: 0.5 } } } });
  new LogfireQueueMonitoring(stack, 'Queues', {
    ...common,
    ...complete && {
      latency: { warning: { aboveSeconds: 5 } },
      backlogMetric: MetricFilter.metricName('messages.waiting'),
      backlog: { critical: { above: 1000 }, warning: { above: 100 } },
    },
  });
  new LogfireJobMonitoring(stack, 'Job', {
    ...common, spanName: 'nightly import', every: Duration.days(1), ...complete && { slowRun: { warning: { longerThan: Duration.hours(1) } } },
  });
  new LogfireFrontendMonitoring(stack, 'Frontend', { ...common, serviceName: 'web', ...complete && { silence: { critical: { olderThan: Duration.minutes(30) } } } });
  const alerts = Object.values(synth(stack).resource.logfire_alert) as { readonly [attribute: string]: any }[];
  return alerts.map((alert) => ({
    alert: alert['//'].metadata.path.split('/').slice(1, 3).join('/'),
    description: alert.description.split('\n')[0],
    sql: alert.query,
    windowSeconds: secondsOf(alert.time_window),
    frequencySeconds: secondsOf(alert.frequency),
    notifyWhen: alert.notify_when,
    active: alert.active,
  }));
}

const UNITS: { readonly [unit: string]: number } = { d: 86_400, h: 3600, m: 60, s: 1 };

function secondsOf(duration: string): number {
  return [...duration.matchAll(/(\d+)([dhms])/g)].reduce((sum, [, amount, unit]) => sum + Number(amount) * UNITS[unit], 0);
}

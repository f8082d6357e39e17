import { TerraformStack } from 'cdktf';
import { projectIn, routingIn } from './resources';
import {
  Duration, HostMetricsSource, LogfireAiMonitoring, LogfireDatabaseMonitoring, LogfireFrontendMonitoring, LogfireHostMonitoring, LogfireJobMonitoring,
  LogfireQueueMonitoring, LogfireServiceMonitoring, LogfireSubjectMonitoring, MetricFilter,
} from '../../src';

/** Options of any subject: a test says which one has them. */
export type Options = { readonly [prop: string]: unknown };

export type Kind = 'ai' | 'host' | 'database' | 'queue' | 'job' | 'frontend' | 'service';

/** A subject `Subject` with the title `It`, with all that its kind can watch. */
export function subjectOf(kind: Kind, stack: TerraformStack, options: Options = {}): LogfireSubjectMonitoring {
  const common = { project: projectIn(stack), routing: routingIn(stack), title: 'It', ...options };
  switch (kind) {
    case 'ai': return new LogfireAiMonitoring(stack, 'Subject', common);
    case 'host': return new LogfireHostMonitoring(stack, 'Subject', { source: HostMetricsSource.COLLECTOR, ...common });
    case 'database': return new LogfireDatabaseMonitoring(stack, 'Subject', common);
    case 'queue': return new LogfireQueueMonitoring(stack, 'Subject', { backlogMetric: MetricFilter.metricName('waiting'), ...common });
    case 'job': return new LogfireJobMonitoring(stack, 'Subject', { spanName: 'import', every: Duration.days(1), ...common });
    case 'frontend': return new LogfireFrontendMonitoring(stack, 'Subject', { serviceName: 'web', ...common });
    case 'service': return new LogfireServiceMonitoring(stack, 'Subject', { serviceName: 'shop', ...common });
  }
}

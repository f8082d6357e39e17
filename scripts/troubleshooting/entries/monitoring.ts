import { TerraformStack } from 'cdktf';
import {
  DeploymentEnvironments, Duration, HostMetricsSource, LogfireHostMonitoring, LogfireJobMonitoring, LogfireMonitoring, LogfireProject,
  LogfireQueueMonitoring, LogfireServiceMonitoring, NotificationRouting,
} from '../../../src';
import type { MonitoringId } from '../../../src/core/error-ids';
import type { Entries } from '../entry';

const common = (stack: TerraformStack) => ({ project: new LogfireProject(stack, 'Shop'), routing: NotificationRouting.nobody() });

export const MONITORING: Entries<MonitoringId> = {
  'alert-threshold': {
    program: (stack) => new LogfireServiceMonitoring(stack, 'Checkout', {
      ...common(stack), serviceName: 'checkout', errorRate: { critical: { abovePercent: 500 } },
    }),
    meaning: 'The threshold of a ready-made alert is out of its range, or two thresholds contradict each other.',
    why: 'An error rate above 100 percent does not exist, so the alert would never fire. A usage of 0.9 is meant as 90 percent, and would always fire. '
      + 'A warning with a higher threshold than the critical alert comes after it.',
    remedy: 'Pass a number in the unit that is a part of the name: `abovePercent` from 0 to below 100, `aboveSeconds` in seconds, `aboveUsd` in US dollars. '
      + '`olderThan` has to be shorter than `timeWindow`, because an alert sees nothing older.',
    code: 'new LogfireServiceMonitoring(this, \'Checkout\', {\n  project, serviceName: \'checkout\', errorRate: { critical: { abovePercent: 5 } },\n  routing: NotificationRouting.bySeverity({ critical: [Delivery.to(channel)] }),\n});',
  },
  'environment-name': {
    program: (stack) => {
      const environments = DeploymentEnvironments.inProject(new LogfireProject(stack, 'Shop'), ['production', 'staging']);
      environments.projectOf('prod');
    },
    meaning: 'A deployment environment is not one that was declared, its name has a character that construct ids cannot have, or no environment pages.',
    why: 'The name must be the one that programs send. With another one, filters match nothing and alerts never fire. Only an environment named `production` '
      + 'or `prod` pages by itself.',
    remedy: 'Use one of the names in the error, or declare the environment. Pass the names of those that page as `paging`. [Environments](environments.md) shows how.',
  },
  'host-disk': {
    program: (stack) => new LogfireHostMonitoring(stack, 'Hosts', {
      ...common(stack), source: HostMetricsSource.LOGFIRE_SDK, disk: { critical: { abovePercent: 90 } },
    }),
    meaning: 'Host monitoring has thresholds for disks, but its metrics come from Logfire\'s SDK.',
    why: 'The SDK sends no metrics of file systems, so the alert would never fire.',
    remedy: 'Collect host metrics with an OpenTelemetry Collector and pass `source: HostMetricsSource.COLLECTOR`, or leave `disk` out.',
  },
  'job-interval': {
    program: (stack) => new LogfireJobMonitoring(stack, 'Invoices', { ...common(stack), spanName: 'invoices', every: Duration.days(31) }),
    meaning: 'A monitored job runs less often than every 30 days, including the grace.',
    why: 'An alert looks back 30 days at most. It could not see the last run, and would fire all the time.',
    remedy: 'Shorten `every` or `grace`. An alert cannot watch a job that runs less often.',
  },
  'monitoring-subject': {
    program: (stack) => {
      const monitoring = new LogfireMonitoring(stack, 'Monitoring', common(stack));
      const subject = new LogfireQueueMonitoring(stack, 'Orders', { project: monitoring.node.scope!.node.findChild('Shop') as LogfireProject, routing: NotificationRouting.nobody() });
      monitoring.add(subject);
      monitoring.add(subject);
    },
    meaning: 'A subject was added twice to a `LogfireMonitoring`, or watches a project of another system.',
    why: 'Its overview has one row for each subject, from queries in its own projects.',
    remedy: 'Remove one of the calls, or create another `LogfireMonitoring` for the other project.',
  },
  'project-or-environments': {
    program: (stack) => new LogfireServiceMonitoring(stack, 'Checkout', { serviceName: 'checkout', routing: NotificationRouting.nobody() }),
    meaning: 'Monitoring has both `project` and `environments`, or neither.',
    why: 'Environments bring their projects with them, so `project` would contradict them.',
    remedy: 'Pass `project` for one project, or `environments` for several environments.',
  },
  'queue-backlog': {
    program: (stack) => new LogfireQueueMonitoring(stack, 'Orders', { ...common(stack), backlog: { critical: { above: 1000 } } }),
    meaning: 'Queue monitoring has thresholds for the backlog, but no metric that counts waiting messages.',
    why: 'Spans say what is sent and processed, not what waits. Without the metric there is nothing to compare.',
    remedy: 'Pass the gauge of waiting messages as `backlogMetric`, or leave the thresholds out.',
    code: 'new LogfireQueueMonitoring(this, \'Orders\', {\n  project, queueName: \'orders\', backlogMetric: MetricFilter.metricName(\'orders.waiting\'),\n  backlog: { critical: { above: 1000 } }, routing: NotificationRouting.nobody(),\n});',
  },
};

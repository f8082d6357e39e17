import { TerraformStack } from 'cdktf';
import { SynthMistake } from './mistake';
import {
  AiMonitoringOptions, DeploymentEnvironments, Duration, HostMonitoringOptions, LogfireAiMonitoring, LogfireDefaults, LogfireHostMonitoring,
  LogfireJobMonitoring, LogfireMonitoring, LogfireProject, LogfireQueueMonitoring, LogfireServiceMonitoring, NotificationRouting,
  QueueMonitoringOptions, ServiceMonitoringOptions, TokenExpiry,
} from '../../src';

const watched = (stack: TerraformStack) => ({ project: new LogfireProject(stack, 'Shop'), routing: NotificationRouting.nobody() });
const service = (options: Partial<ServiceMonitoringOptions>) => (stack: TerraformStack) => (
  new LogfireServiceMonitoring(stack, 'Checkout', { ...watched(stack), serviceName: 'checkout', ...options }));
const host = (options: HostMonitoringOptions) => (stack: TerraformStack) => new LogfireHostMonitoring(stack, 'Web', { ...watched(stack), ...options });
const queue = (options: QueueMonitoringOptions) => (stack: TerraformStack) => new LogfireQueueMonitoring(stack, 'Orders', { ...watched(stack), ...options });
const ai = (options: AiMonitoringOptions) => (stack: TerraformStack) => new LogfireAiMonitoring(stack, 'Assistant', { ...watched(stack), ...options });
const environments = (...names: string[]) => (stack: TerraformStack) => DeploymentEnvironments.inProject(new LogfireProject(stack, 'Shop'), names);

export const MONITORING: readonly SynthMistake[] = [
  { name: 'monitoring of a service without a name', error: 'Checkout: serviceName must not be blank', build: service({ serviceName: ' ' }) },
  { name: 'more errors than requests', error: 'errorRate.critical.abovePercent must be from 0 to below 100, got 500', build: service({ errorRate: { critical: { abovePercent: 500 } } }) },
  { name: 'a latency that every request has', error: 'latency.warning.aboveSeconds must be above 0, got 0', build: service({ latency: { warning: { aboveSeconds: 0 } } }) },
  {
    name: 'a percentile of a service as a fraction',
    error: 'latency.critical.percentile must be from 1 to 100, got 0.95; did you mean 95?',
    build: service({ latency: { critical: { aboveSeconds: 1, percentile: 0.95 } } }),
  },
  { name: 'an objective as a fraction', error: 'targetPercent must be in percent, got 0.999; did you mean 99.9?', build: service({ slo: { targetPercent: 0.999 } }) },
  { name: 'half a request', error: 'errorRate.critical.minimumCount must be a whole number of 1 or more, got 0.5', build: service({ errorRate: { critical: { abovePercent: 5, minimumCount: 0.5 } } }) },
  { name: 'a usage as a fraction', error: 'cpu.critical.abovePercent must be above 1 and below 100, in percent, got 0.9; did you mean 90?', build: host({ cpu: { critical: { abovePercent: 0.9 } } }) },
  {
    name: 'a silence longer than what the alert sees',
    error: 'silence.critical.olderThan must be shorter than the timeWindow of 1h, got 1d',
    build: host({ silence: { critical: { olderThan: Duration.days(1) } } }),
  },
  { name: 'a disk that nobody measures', error: 'disk must be left out for HostMetricsSource.LOGFIRE_SDK', build: host({ disk: { critical: { abovePercent: 90 } } }) },
  { name: 'a backlog that nobody measures', error: 'backlog must be left out without backlogMetric', build: queue({ backlog: { warning: { above: 5 } } }) },
  { name: 'a budget below nothing', error: 'spend.critical.aboveUsd must be a number of 0 or more, got -1', build: ai({ spend: { critical: { aboveUsd: -1 } } }) },
  {
    name: 'a job that an alert cannot watch',
    error: 'every must be less than 30 days together with the grace',
    build: (stack) => new LogfireJobMonitoring(stack, 'Report', { ...watched(stack), spanName: 'report', every: Duration.days(90) }),
  },
  { name: 'monitoring of nothing', error: 'project must be given, or environments, got neither', build: (stack) => new LogfireMonitoring(stack, 'All', { routing: NotificationRouting.nobody() }) },
  { name: 'an environment twice', error: 'names of environments must be there once, got staging twice', build: environments('staging', 'staging') },
  { name: 'one environment in two spellings', error: 'names of environments must differ in more than case, got prod and Prod', build: environments('prod', 'Prod') },
  {
    name: 'an environment that pages and is none',
    error: 'paging must be one of prod, staging, got "production"; did you mean prod?',
    build: (stack) => DeploymentEnvironments.inProject(new LogfireProject(stack, 'Shop'), ['prod', 'staging'], { paging: ['production'] }),
  },
  {
    name: 'a password in the address of runbooks',
    error: 'runbookBaseUrl must have no secret in it',
    build: (stack) => new LogfireMonitoring(stack, 'All', { ...watched(stack), runbookBaseUrl: 'https://ops:Kx7-2mQp9@runbooks.example.com' }),
  },
  {
    name: 'a default after what it is for',
    error: 'expiry must be set before the constructs that use it',
    build: (stack) => {
      new LogfireProject(stack, 'Shop').addWriteToken('Token');
      LogfireDefaults.of(stack).set({ expiry: TokenExpiry.after(Duration.days(30)) });
    },
  },
];

import { TerraformStack, Testing } from 'cdktf';
import { Construct } from 'constructs';
import type { Tree } from './trees';
import {
  DashboardDefinition, Delivery, Duration, LogfireAlert, LogfireChannel, LogfireDashboard, LogfireMonitoring, LogfireProject, LogfireProvider,
  LogfireSlo, NotificationRouting, NotifyWhen, Sli, SloRouting, SloScope,
} from 'cdktf-logfire';

const CHANNEL = '11111111-1111-4111-8111-111111111111';
/** The name of the service in the texts that are written by hand. */
const NAME = 'templated';
/** With more rows, the overview opens with closed ones. */
const MOST_OPEN_ROWS = 6;

/** Services with everything that monitoring has for them. */
export const servicesMonitored: Tree = (app, count) => monitor(new TerraformStack(app, 'app'), names(count));

/** The same alerts, SLOs and dashboards as a program would write them out, with queries and documents as strings. */
export const servicesByHand: Tree = (app, count) => {
  const service = templates();
  const stack = new TerraformStack(app, 'app');
  const { project, delivery } = commonIn(stack);
  const monitoring = new Construct(stack, 'Monitoring');
  const overview = JSON.parse(service.overview);
  const rows = names(count).map((name) => JSON.parse(service.overview.replaceAll(NAME, name)).spec);
  rows.forEach((row) => row.layouts.forEach(({ spec }: any) => spec.display.collapse = { open: count <= MOST_OPEN_ROWS }));
  overview.spec.layouts = rows.flatMap(({ layouts }) => layouts);
  overview.spec.panels = Object.assign({}, ...rows.map(({ panels }) => panels));
  new LogfireDashboard(monitoring, 'Overview', { project, dashboardName: 'Overview', definition: DashboardDefinition.fromObject(overview) });
  for (const name of names(count)) {
    const scope = new Construct(monitoring, name);
    const text = (template: string) => template.replaceAll(NAME, name);
    new LogfireDashboard(scope, 'Dashboard', { project, dashboardName: name, definition: DashboardDefinition.fromJson(text(service.dashboard)) });
    for (const { id, name: alertName, query, description, active, ...alert } of service.alerts) {
      new LogfireAlert(scope, id, {
        project,
        alertName: text(alertName),
        query: text(query),
        description,
        active,
        notifyWhen: alert.notify_when as NotifyWhen,
        timeWindow: duration(alert.time_window),
        frequency: duration(alert.frequency),
        notify: alert.channel_assignments.length === 0 ? [] : [delivery],
      });
    }
    new LogfireSlo(scope, 'Availability', {
      project,
      sloName: text(service.slo.name),
      sloScope: SloScope.service(name),
      sli: Sli.ratio({ totalQuery: text(service.slo.total_query), badQuery: service.slo.bad_query }),
      targetPercent: 99.9,
      routing: SloRouting.bySeverity({ page: [delivery], ticket: [] }),
    });
  }
};

interface Template {
  readonly alerts: readonly { readonly [attribute: string]: any }[];
  readonly dashboard: string;
  readonly overview: string;
  readonly slo: { readonly [attribute: string]: string };
}

/** What monitoring creates for one service. */
function templates(): Template {
  const stack = new TerraformStack(Testing.app(), 'app');
  monitor(stack, [NAME]);
  const { logfire_alert, logfire_dashboard, logfire_slo } = JSON.parse(Testing.synth(stack)).resource;
  const [slo] = Object.values<any>(logfire_slo);
  const definition = (name: string) => Object.values<any>(logfire_dashboard).find((dashboard) => dashboard.name === name).definition.replaceAll('$${', '${');
  return {
    alerts: Object.entries<any>(logfire_alert).map(([address, alert]) => ({ ...alert, id: address.split('_')[2] })),
    dashboard: definition(NAME),
    overview: definition('Overview'),
    slo,
  };
}

function monitor(stack: TerraformStack, services: readonly string[]): void {
  const { project, delivery } = commonIn(stack);
  const monitoring = new LogfireMonitoring(stack, 'Monitoring', {
    project,
    routing: NotificationRouting.bySeverity({ critical: [delivery] }),
    runbookBaseUrl: 'https://runbooks.example.com',
    owner: 'Payments',
  });
  services.forEach((serviceName) => monitoring.monitorService(serviceName, { serviceName, slo: { targetPercent: 99.9 } }));
}

function commonIn(stack: TerraformStack) {
  new LogfireProvider(stack, 'Logfire');
  return { project: new LogfireProject(stack, 'Shop'), delivery: Delivery.to(LogfireChannel.fromChannelId(stack, 'Pager', CHANNEL)) };
}

const names = (count: number) => Array.from({ length: count }, (_, index) => `service-${index}`);

function duration(text: string): Duration {
  return text.endsWith('h') ? Duration.hours(parseInt(text, 10)) : Duration.minutes(parseInt(text, 10));
}

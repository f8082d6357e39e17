import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { Anchor, ExpiryCheck } from './by-hand';
import type { Tree } from './trees';
import {
  DashboardDefinition, Delivery, l1, LogfireAlert, LogfireDashboard, LogfireOpsgenieChannel, LogfireProject, LogfireProvider, LogfireSchedule,
  LogfireSlo, ScheduleWindow, SecretValue, Sli, SloRouting, SloScope, Timezone,
} from 'cdktf-logfire';

export const PANELS = 20;
/** The query of each panel. */
export const RATE = 'SELECT time_bucket($resolution, start_timestamp) AS x, count(*) AS n FROM records GROUP BY x';
const QUERY = 'SELECT trace_id FROM records WHERE is_exception';

// Each tree describes `count` times a project, a token, a channel, a schedule, an alert, an SLO and a dashboard with 20 panels.

/** As a user of the library writes it. */
export const mixedByConstructs: Tree = (app, count) => {
  const stack = new TerraformStack(app, 'app');
  new LogfireProvider(stack, 'Logfire');
  for (let index = 0; index < count; index += 1) {
    const project = new LogfireProject(stack, `Project${index}`);
    project.addWriteToken('Token');
    const channel = new LogfireOpsgenieChannel(stack, `Channel${index}`, { authKey: SecretValue.unsafePlainText('not-a-real-key') });
    const schedule = new LogfireSchedule(stack, `Schedule${index}`, { timezone: Timezone.of('Europe/Berlin'), windows: ScheduleWindow.officeHours() });
    const notify = [Delivery.to(channel).during(schedule)];
    new LogfireAlert(stack, `Alert${index}`, { project, query: QUERY, notify });
    new LogfireSlo(stack, `Slo${index}`, {
      project,
      sli: Sli.availability(),
      sloScope: SloScope.service('shop'),
      targetPercent: 99.9,
      routing: SloRouting.bySeverity({ page: notify, ticket: [] }),
    });
    new LogfireDashboard(stack, `Dashboard${index}`, { project, definition: DashboardDefinition.fromObject(dashboard(`Dashboard${index}`)) });
  }
};

/** The same JSON, byte for byte, by the bindings and by hand. */
export const mixedByBindings: Tree = (app, count) => {
  const stack = new TerraformStack(app, 'app');
  new l1.LogfireProvider(stack, 'Logfire');
  for (let index = 0; index < count; index += 1) {
    const projectScope = new Construct(stack, `Project${index}`);
    const project = new l1.Project(projectScope, 'Resource', { name: `app-project${index}`, visibility: 'public', lifecycle: { preventDestroy: true } });
    const tokenScope = new Construct(projectScope, 'Token');
    const anchor = new Anchor(tokenScope, 'Anchor');
    const token = new l1.WriteToken(tokenScope, 'Resource', {
      projectId: project.id,
      expiresAt: anchor.getStringAttribute('input'),
      lifecycle: { createBeforeDestroy: true, replaceTriggeredBy: [`terraform_data.${anchor.friendlyUniqueId}`] },
    });
    new ExpiryCheck(tokenScope, 'ExpiryCheck', `app/Project${index}/Token`, token);
    const channel = new l1.Channel(new Construct(stack, `Channel${index}`), 'Resource', {
      name: `app-channel${index}`,
      active: true,
      config: { type: 'opsgenie', authKey: '${trimspace(sensitive("not-a-real-key"))}' },
    });
    const schedule = new l1.Schedule(new Construct(stack, `Schedule${index}`), 'Resource', {
      label: `app-schedule${index}`,
      timezone: 'Europe/Berlin',
      windows: [{ days: [1, 2, 3, 4, 5], startTime: '09:00', endTime: '17:00' }],
    });
    const channelAssignments = [{ channelId: channel.id, scheduleId: schedule.id }];
    new l1.Alert(new Construct(stack, `Alert${index}`), 'Resource', {
      projectId: project.id,
      name: `app-alert${index}`,
      query: QUERY,
      frequency: '5m',
      timeWindow: '5m',
      notifyWhen: 'has_matches_changed',
      active: true,
      channelAssignments,
    });
    new l1.Slo(new Construct(stack, `Slo${index}`), 'Resource', {
      projectId: project.id,
      name: `app-slo${index}`,
      scopeKind: 'service',
      scopeValue: 'shop',
      source: 'records',
      metricAggregation: 'additive',
      totalQuery: 'http_route IS NOT NULL',
      badQuery: "http_response_status_code >= 500 OR (http_response_status_code IS NULL AND otel_status_code = 'ERROR')",
      targetPercent: '99.9',
      rollingWindow: '30d',
      alerts: { fast: { channelAssignments }, medium: { channelAssignments }, slow: { channelAssignments: [] } },
    });
    new l1.Dashboard(new Construct(stack, `Dashboard${index}`), 'Resource', {
      projectId: project.id,
      name: `Dashboard${index}`,
      slug: `app-dashboard${index}`,
      definition: JSON.stringify(dashboard(`Dashboard${index}`)),
    });
  }
};

/** In the order of keys in which it is emitted, so that by hand it only has to be written down. */
export function dashboard(name: string): object {
  const numbers = Array.from({ length: PANELS }, (_, index) => index);
  // As a sort by key has it: p0, p1, p10, ...
  const keys = numbers.map((number) => `p${number}`).sort();
  return {
    kind: 'Dashboard',
    metadata: {},
    spec: {
      datasources: {},
      display: { name },
      duration: '1h',
      layouts: [{
        kind: 'Grid',
        spec: {
          display: { collapse: { open: true }, title: 'All' },
          items: numbers.map((number) => ({
            content: { $ref: `#/spec/panels/p${number}` }, height: 6, width: 12, x: (number % 2) * 12, y: Math.floor(number / 2) * 6,
          })),
        },
      }],
      panels: Object.fromEntries(keys.map((key) => [key, panel(key)])),
      refreshInterval: '0s',
      variables: [],
    },
  };
}

function panel(key: string): object {
  return {
    kind: 'Panel',
    spec: {
      display: { name: `Panel ${key}` },
      plugin: { kind: 'TimeSeriesChart', spec: {} },
      queries: [{ kind: 'TimeSeriesQuery', spec: { plugin: { kind: 'LogfireTimeSeriesQuery', spec: { groupBy: '', metrics: ['n'], query: RATE } } } }],
    },
  };
}

import { TerraformStack } from 'cdktf';
import { dashboard, PANELS, RATE } from './mixed-trees';
import type { Tree } from './trees';
import {
  AlertQuery, DashboardDefinition, DashboardSection, LogfireAlert, LogfireDashboard, LogfireProject, LogfireProvider, RecordFilter, RecordLevel,
  TimeSeriesPanel, TimeSeriesQuery,
} from 'cdktf-logfire';

/** Dashboards as a program builds them. */
export const dashboardsByBuilder: Tree = (app, count) => {
  dashboards(app, count, (displayName) => DashboardDefinition.fromSections({
    displayName,
    sections: [new DashboardSection({
      title: 'All',
      panels: Array.from({ length: PANELS }, (_, index) => new TimeSeriesPanel({
        panelId: `p${index}`, title: `Panel p${index}`, width: 12, height: 6, query: TimeSeriesQuery.fromSql(RATE, { metrics: ['n'] }),
      })),
    })],
  }));
};

/** The same dashboards from objects. */
export const dashboardsByObjects: Tree = (app, count) => {
  dashboards(app, count, (name) => DashboardDefinition.fromObject(dashboard(name)));
};

function dashboards(app: Parameters<Tree>[0], count: number, definitionOf: (name: string) => DashboardDefinition): void {
  const project = projectIn(new TerraformStack(app, 'app'));
  for (let index = 0; index < count; index += 1) {
    new LogfireDashboard(TerraformStack.of(project), `Dashboard${index}`, { project, definition: definitionOf(`Dashboard${index}`) });
  }
}

const errorRatio = (service: string) => AlertQuery.errorRatio({
  filter: RecordFilter.service(service).also(RecordFilter.isRootSpan()), bad: RecordFilter.levelAtLeast(RecordLevel.ERROR), abovePercent: 5,
}).sql;
const TEXT = errorRatio('SERVICE');

/** Alerts whose queries are written by factories. */
export const alertsByQueries: Tree = (app, count) => alerts(app, count, errorRatio);

/** The same alerts with queries as strings. */
export const alertsByStrings: Tree = (app, count) => alerts(app, count, (service) => TEXT.replace('SERVICE', service));

function alerts(app: Parameters<Tree>[0], count: number, queryOf: (service: string) => string): void {
  const project = projectIn(new TerraformStack(app, 'app'));
  for (let index = 0; index < count; index += 1) {
    new LogfireAlert(TerraformStack.of(project), `Alert${index}`, { project, query: queryOf(`service-${index}`) });
  }
}

function projectIn(stack: TerraformStack): LogfireProject {
  new LogfireProvider(stack, 'Logfire');
  return new LogfireProject(stack, 'Shop');
}

import { TerraformStack } from 'cdktf';
import { DashboardDefinition, LogfireDashboard, LogfireDashboardProps, LogfireProject } from '../../../src';
import { BY_REFERENCE, Checks } from '../check';

const UUID = '00000000-0000-4000-8000-000000000001';
const EMPTY = { kind: 'Dashboard', spec: { panels: {}, layouts: [] } };

const dashboard = (props: Partial<LogfireDashboardProps>) => (stack: TerraformStack) => new LogfireDashboard(stack, 'Dashboard', {
  project: LogfireProject.fromProjectId(stack, 'Shop', UUID), definition: DashboardDefinition.fromObject(EMPTY), ...props,
});

export const DASHBOARD: Checks = {
  'json_objects definition': {
    breaks: (stack) => dashboard({ definition: DashboardDefinition.fromJson('[]') })(stack),
    error: 'must be a JSON object',
    keeps: (stack) => dashboard({ definition: DashboardDefinition.fromJson(JSON.stringify(EMPTY)) })(stack),
  },
  'min_length name': {
    breaks: dashboard({ dashboardName: '' }),
    error: 'app/Dashboard: dashboardName must be',
    keeps: dashboard({ dashboardName: 'x' }),
  },
  'min_length project_id': BY_REFERENCE,
  'min_length slug': {
    breaks: dashboard({ dashboardSlug: '' }),
    error: 'app/Dashboard: dashboardSlug must be',
    keeps: dashboard({ dashboardSlug: 'shop' }),
  },
  'server_limits definition': {
    breaks: dashboard({ definition: DashboardDefinition.fromObject({ kind: 'Dashboard', spec: { panels: [], layouts: [] } }) }),
    error: 'app/Dashboard: definition must have an object at spec.panels',
    keeps: dashboard({}),
  },
  'unique slug': {
    breaks: (stack) => {
      const project = LogfireProject.fromProjectId(stack, 'Shop', UUID);
      ['A', 'B'].forEach((id) => new LogfireDashboard(stack, id, { project, dashboardSlug: 'shop', definition: DashboardDefinition.fromObject(EMPTY) }));
    },
    error: 'app/B: dashboardSlug "shop" is taken by app/A; it must be unique in a project',
    keeps: (stack) => {
      const project = LogfireProject.fromProjectId(stack, 'Shop', UUID);
      ['A', 'B'].forEach((id) => new LogfireDashboard(stack, id, { project, definition: DashboardDefinition.fromObject(EMPTY) }));
    },
  },
};

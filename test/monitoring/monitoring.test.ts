import { TerraformStack } from 'cdktf';
import { addresses, byName, documentOf, projectIn, routingIn, sectionsOf } from './resources';
import {
  DeploymentEnvironments, Duration, LogfireMonitoring, LogfireMonitoringProps, LogfireProject, LogfireSubjectMonitoring, MarkdownPanel,
  NotificationRouting,
} from '../../src';
import { cleanUp, newStack, synth } from '../synth';

afterEach(cleanUp);

function monitoringIn(stack: TerraformStack, props: Partial<LogfireMonitoringProps> = {}): LogfireMonitoring {
  return new LogfireMonitoring(stack, 'Monitoring', { project: projectIn(stack), routing: routingIn(stack), ...props });
}

test('the overview has a row for each subject, and each subject has a dashboard', () => {
  const stack = newStack();
  const monitoring = monitoringIn(stack, { owner: 'Payments', runbookBaseUrl: 'https://runbooks.example.com', title: 'Shop' });
  const checkout = monitoring.monitorService('Checkout', { serviceName: 'checkout' });
  monitoring.monitorService('Mailer', { serviceName: 'mailer', title: 'Mail', owner: 'Growth', latency: {} });
  checkout.addSummaryPanel(new MarkdownPanel({ panelId: 'note', title: 'Note', text: 'note' }));
  const json = synth(stack);
  const dashboards = byName(json, 'logfire_dashboard');
  expect(sectionsOf(dashboards.Shop)).toEqual({ Checkout: ['Requests', 'Failed requests', 'Latency', 'Note'], Mail: ['Requests', 'Failed requests', 'Latency'] });
  expect(Object.keys(documentOf(dashboards.Shop).spec.panels)).toContain('mailer-error-ratio');
  expect(addresses(json, 'logfire_dashboard')).toEqual(['Monitoring_Checkout_Dashboard', 'Monitoring_Mailer_Dashboard', 'Monitoring_Overview']);
  const alerts = byName(json, 'logfire_alert');
  expect(alerts['Checkout: error rate (critical)'].description).toMatch(/Severity: critical\nOwner: Payments\nRunbook: https:\/\/runbooks.example.com\/error-rate$/);
  expect(alerts['Mail: silence (critical)'].description).toContain('Owner: Growth');
  expect(alerts).not.toHaveProperty(['Mail: latency (warning)']);
  expect(monitoring.subjects).toHaveLength(2);
  expect(monitoring.overviews.map(({ node }) => node.path)).toEqual(['app/Monitoring/Overview']);
});

test('subjects of the program join the overview, once', () => {
  const stack = newStack();
  const project = projectIn(stack);
  const monitoring = monitoringIn(stack, { project });
  const imports = new LogfireSubjectMonitoring(stack, 'Imports', { project, routing: NotificationRouting.nobody() });
  monitoring.add(imports);
  imports.addSummaryPanel(new MarkdownPanel({ panelId: 'note', title: 'Note', text: 'note' }));
  expect(() => monitoring.add(imports)).toThrow('app/Monitoring: subject must be added once, got app/Imports again');
  expect(sectionsOf(byName(synth(stack), 'logfire_dashboard').Overview)).toEqual({ Imports: ['Note'] });
  const other = new LogfireSubjectMonitoring(stack, 'Elsewhere', { project: projectIn(stack, 'Other'), routing: NotificationRouting.nobody() });
  expect(() => monitoring.add(other)).toThrow('app/Monitoring: subject must watch a project of this system, got app/Elsewhere, which watches another one');
});

test('each kind of subject joins the overview, with the defaults of the system', () => {
  const stack = newStack();
  const monitoring = monitoringIn(stack, { owner: 'Payments' });
  const subjects = [
    monitoring.monitorService('Service', { serviceName: 'shop' }),
    monitoring.monitorAi('Ai', {}),
    monitoring.monitorDatabase('Database', {}),
    monitoring.monitorFrontend('Frontend', { serviceName: 'web' }),
    monitoring.monitorHost('Host', {}),
    monitoring.monitorJob('Job', { spanName: 'import', every: Duration.days(1) }),
    monitoring.monitorQueue('Queue', {}),
  ];
  const kinds = ['Service', 'Ai', 'Database', 'Frontend', 'Host', 'Job', 'Queue'];
  expect(subjects.map((subject) => subject.constructor.name)).toEqual(kinds.map((kind) => `Logfire${kind}Monitoring`));
  expect(monitoring.subjects.map(({ node: { path } }) => path)).toEqual(kinds.map((kind) => `app/Monitoring/${kind}`));
  const json = synth(stack);
  expect(Object.keys(sectionsOf(byName(json, 'logfire_dashboard').Overview))).toEqual(kinds);
  for (const { description } of Object.values(byName(json, 'logfire_alert'))) {
    expect(description).toContain('\nOwner: Payments');
  }
});

test('an overview has the subjects of its project, of which one may have a project or environments of its own', () => {
  const stack = newStack();
  const [shop, lab] = [projectIn(stack), projectIn(stack, 'Lab')];
  const environments = DeploymentEnvironments.ofProjects([{ environmentName: 'production', project: shop }, { environmentName: 'staging', project: lab }]);
  const monitoring = monitoringIn(stack, { project: undefined, environments });
  monitoring.monitorService('Both', { serviceName: 'both' });
  monitoring.monitorService('One', { serviceName: 'one', project: lab });
  monitoring.monitorService('Other', { serviceName: 'other', environments: DeploymentEnvironments.inProject(shop, ['production']) });
  const { logfire_dashboard } = synth(stack).resource;
  expect(monitoring.overviews.map(({ resource }) => Object.keys(sectionsOf(logfire_dashboard[resource.friendlyUniqueId])))).toEqual([['Both', 'Other'], ['Both', 'One']]);
});

test('environments of a subject replace the project of the system', () => {
  const stack = newStack();
  const shop = projectIn(stack);
  const environments = DeploymentEnvironments.inProject(shop, ['production']);
  const service = monitoringIn(stack, { project: shop }).monitorService('Checkout', { serviceName: 'checkout', environments });
  expect(service.alerts.map(({ node: { path } }) => path)).toContain('app/Monitoring/Checkout/production/ErrorRateCritical');
});

test('a project is known by its id, too', () => {
  const stack = newStack();
  const [one, same] = ['One', 'Same'].map((id) => LogfireProject.fromProjectId(stack, id, '11111111-1111-4111-8111-111111111111'));
  const monitoring = monitoringIn(stack, { project: one });
  monitoring.add(new LogfireSubjectMonitoring(stack, 'Imports', { project: same, routing: NotificationRouting.nobody() }));
  expect(monitoring.subjects).toHaveLength(1);
});

test('with more subjects the rows are closed, and without dashboards there are none', () => {
  const opened = (count: number) => {
    const stack = newStack();
    const monitoring = monitoringIn(stack);
    Array.from({ length: count }, (_, index) => monitoring.monitorService(`S${index}`, { serviceName: `s${index}` }));
    return documentOf(byName(synth(stack), 'logfire_dashboard').Overview).spec.layouts.map(({ spec }: any) => spec.display.collapse.open);
  };
  expect(opened(6)).toEqual(Array(6).fill(true));
  expect(opened(7)).toEqual(Array(7).fill(false));
  const stack = newStack();
  const monitoring = monitoringIn(stack, { dashboards: false });
  expect(monitoring.overviews).toEqual([]);
  expect(monitoring.monitorService('Checkout', { serviceName: 'checkout' }).dashboards).toEqual([]);
  monitoring.monitorService('Mailer', { serviceName: 'mailer', dashboard: true });
  expect(addresses(synth(stack), 'logfire_dashboard')).toEqual(['Monitoring_Mailer_Dashboard']);
});

test('an environment or a subject that is added changes nothing that exists', () => {
  const resources = (environments: string[], services: string[]): { [address: string]: unknown } => {
    const stack = newStack();
    const monitoring = monitoringIn(stack, { project: undefined, environments: DeploymentEnvironments.inProject(projectIn(stack), environments) });
    services.forEach((service) => monitoring.monitorService(service, { serviceName: service }));
    const { logfire_alert, logfire_dashboard } = synth(stack).resource;
    const overview = Object.keys(logfire_dashboard).find((address) => address.startsWith('Monitoring_Overview'))!;
    delete logfire_dashboard[overview];
    return { ...logfire_alert, ...logfire_dashboard };
  };
  const before = resources(['production', 'staging'], ['checkout']);
  const after = resources(['testing', 'production', 'staging'], ['mailer', 'checkout']);
  expect(after).toMatchObject(before);
  expect(Object.keys(after).length).toBe(2 * 3 * 11 + 2);
  expect(Object.keys(before).length).toBe(2 * 11 + 1);
});

test('fails without a project and environments', () => {
  expect(() => monitoringIn(newStack(), { project: undefined })).toThrow('app/Monitoring: project must be given, or environments, got neither');
});

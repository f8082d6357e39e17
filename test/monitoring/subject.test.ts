import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { addresses, byName, documentOf, PAGER, projectIn, routingIn, sectionsOf, SLACK } from './resources';
import {
  AlertQuery, AlertSeverity, DeploymentEnvironments, Duration, LogfireDefaults, LogfireEnvironmentProjects, LogfireSubjectMonitoring,
  MarkdownPanel, NotificationRouting, RecordFilter, RowsQuery, Sli, SloScope, SubjectAlertOptions, LogfireSubjectMonitoringProps, TablePanel,
} from '../../src';
import { cleanUp, newStack, only, synth, warnings } from '../synth';

afterEach(cleanUp);

const query = AlertQuery.silence({ filter: RecordFilter.service('import') });
const NO_IMPORT: SubjectAlertOptions = { title: 'no import', query, severity: AlertSeverity.CRITICAL, description: 'Look at the scheduler.' };
const note = (panelId: string, title = panelId) => new MarkdownPanel({ panelId, title, text: title });

function subjectIn(stack: TerraformStack, props: Partial<LogfireSubjectMonitoringProps> = {}): LogfireSubjectMonitoring {
  return new LogfireSubjectMonitoring(stack, 'Import', { project: projectIn(stack), routing: routingIn(stack), ...props });
}

test('an alert has the name, the routing, the owner and the runbook of its subject', () => {
  const stack = newStack();
  const subject = subjectIn(stack, { title: 'Nightly import', owner: 'Data', runbookBaseUrl: 'https://runbooks.example.com//' });
  expect(subject.addAlert('NoImportCritical', NO_IMPORT)).toEqual(subject.alerts);
  subject.addAlert('NoImportWarning', {
    ...NO_IMPORT, title: 'late import', severity: AlertSeverity.WARNING, timeWindow: Duration.hours(2), active: false, runbook: 'https://example.com/late',
  });
  const json = synth(stack);
  const alerts = byName(json, 'logfire_alert');
  expect(alerts['Nightly import: no import']).toMatchObject({
    query: query.sql,
    active: true,
    channel_assignments: [{ channel_id: PAGER }],
    description: 'Look at the scheduler.\n\nSeverity: critical\nOwner: Data\nRunbook: https://runbooks.example.com/no-import',
  });
  expect(alerts['Nightly import: no import']).not.toHaveProperty('environments');
  expect(alerts['Nightly import: late import']).toMatchObject({ active: false, time_window: '2h', channel_assignments: [{ channel_id: SLACK }] });
  expect(alerts['Nightly import: late import'].description).toContain('Severity: warning\nOwner: Data\nRunbook: https://example.com/late');
  expect(addresses(json, 'logfire_alert')).toEqual(['Import_NoImportCritical', 'Import_NoImportWarning']);
});

test('an SLO has the routing of its subject', () => {
  const stack = newStack();
  const subject = subjectIn(stack);
  const [slo] = subject.addSlo('Availability', { title: 'availability', sloScope: SloScope.service('import'), sli: Sli.availability(), targetPercent: 99 });
  expect(only(synth(stack), 'logfire_slo')).toMatchObject({
    name: 'Import: availability',
    alerts: { fast: { channel_assignments: [{ channel_id: PAGER }] }, slow: { channel_assignments: [{ channel_id: SLACK }] } },
  });
  expect(slo.node.path).toBe('app/Import/Availability');
  expect(subject.slos).toEqual([slo]);
});

describe('the dashboard', () => {
  test('has panels that are added at any time, by the program or by a subclass', () => {
    class Imports extends LogfireSubjectMonitoring {
      constructor(scope: Construct, id: string, props: LogfireSubjectMonitoringProps) {
        super(scope, id, props);
        this.addPanel(note('rows', 'Rows ${x}'));
        this.addSummaryPanel(note('state'));
      }
    }
    const stack = newStack();
    const imports = new Imports(stack, 'Import', { project: projectIn(stack), routing: NotificationRouting.nobody() });
    imports.addPanel(note('files'), 'Files');
    imports.addPanel(note('sizes'));
    const dashboard = only(synth(stack), 'logfire_dashboard');
    expect(dashboard).toMatchObject({ name: 'Import', slug: 'app-import-dashboard' });
    expect(Object.entries(sectionsOf(dashboard))).toEqual([['Summary', ['state']], ['Details', ['Rows ${x}', 'sizes']], ['Files', ['files']]]);
    expect(imports.dashboards.map(({ node: { path } }) => path)).toEqual(['app/Import/Dashboard']);
    expect(documentOf(dashboard).spec.duration).toBe('6h');
    expect(synth(stack)).toEqual(synth(stack));
  });

  test('has no section without panels', () => {
    const stack = newStack();
    subjectIn(stack).addPanel(note('rows'));
    expect(sectionsOf(only(synth(stack), 'logfire_dashboard'))).toEqual({ Details: ['rows'] });
  });

  test('is left out if it is switched off', () => {
    const stack = newStack();
    const subject = subjectIn(stack, { dashboard: false });
    subject.addPanel(note('rows'));
    expect(synth(stack).resource).not.toHaveProperty('logfire_dashboard');
    expect(subject.dashboards).toEqual([]);
  });

  test.each<[string, (subject: LogfireSubjectMonitoring) => void, string]>([
    ['a panel with a wrong value', (subject) => subject.addPanel(note('a b')), 'app/Import, panel "a b": panelId must be letters, digits, - and _, got "a b"'],
    ['an id twice', (subject) => [note('a'), note('a', 'b')].forEach((panel, index) => subject.addPanel(panel, `S${index}`)), 'app/Import: panelId must be unique among the panels of the subject, got "a" twice'],
    ['a title twice', (subject) => [note('a', 'x'), note('b', 'x')].forEach((panel) => subject.addPanel(panel)), 'app/Import: title must be unique in the section "Details", got "x" twice'],
    ['a width beyond the grid', (subject) => subject.addSummaryPanel(new MarkdownPanel({ panelId: 'a', title: 'a', text: 'a', width: 25 })), 'app/Import, panel "a": width must be a whole number from 1 to 24'],
  ])('fails at once for %s', (_, add, error) => {
    expect(() => add(subjectIn(newStack()))).toThrow(error);
  });

  test('fails at synth for a query that cannot run, with the path', () => {
    const stack = newStack();
    subjectIn(stack).addPanel(new TablePanel({ panelId: 'rows', title: 'Rows', query: RowsQuery.fromSql('SELECT (') }));
    expect(() => synth(stack)).toThrow(/app\/Import\/Dashboard: the query of panel "Rows".* must /);
  });
});

describe('with environments', () => {
  const alertsOf = (environments: DeploymentEnvironments, stack: TerraformStack) => {
    const subject = subjectIn(stack, { project: undefined, environments });
    subject.addAlert('NoImportCritical', NO_IMPORT);
    return synth(stack);
  };

  test('in one project, each has its alert and all share the dashboard', () => {
    const stack = newStack();
    const json = alertsOf(DeploymentEnvironments.inProject(projectIn(stack), ['production', 'staging']), stack);
    expect(byName(json, 'logfire_alert')).toMatchObject({
      'Import (production): no import': { environments: ['production'], channel_assignments: [{ channel_id: PAGER }] },
      'Import (staging): no import': { environments: ['staging'] },
    });
    expect(byName(json, 'logfire_alert')['Import (staging): no import'].channel_assignments).toEqual([]);
    expect(addresses(json, 'logfire_alert')).toEqual(['Import_production_NoImportCritical', 'Import_staging_NoImportCritical']);
    expect(addresses(json, 'logfire_dashboard')).toEqual(['Import_Dashboard']);
  });

  test('with a project each, each has its alert and its dashboard', () => {
    const stack = newStack();
    const json = alertsOf(new LogfireEnvironmentProjects(stack, 'Environments', { names: ['production', 'staging'], projectNamePrefix: 'shop' }).environments, stack);
    const projects = Object.values(byName(json, 'logfire_alert')).map(({ project_id }) => project_id);
    expect(new Set(projects).size).toBe(2);
    expect(addresses(json, 'logfire_dashboard')).toEqual(['Import_production_Dashboard', 'Import_staging_Dashboard']);
  });

  test.each<[string, object, string]>([
    ['neither', { project: undefined }, 'project must be given, or environments, got neither; pass one of them'],
    ['both', {}, 'project must be given, or environments, got both; leave out project'],
  ])('fails for %s of project and environments', (_, props, error) => {
    const stack = newStack();
    const environments = DeploymentEnvironments.inProject(projectIn(stack, 'Other'), ['production']);
    expect(() => subjectIn(stack, error.includes('both') ? { environments } : props)).toThrow(`app/Import: ${error}`);
  });
});

test.each<[string, Partial<LogfireSubjectMonitoringProps>, string]>([
  ['title', { title: ' ' }, 'title must not be blank, got " "; leave it out to use the id of the construct'],
  ['owner', { owner: '' }, 'owner must not be blank, got ""; leave it out, or pass the name of a team'],
  ['runbookBaseUrl', { runbookBaseUrl: 'runbooks' },
    'runbookBaseUrl must be an address that begins with https:// or http:// and has no whitespace, got "runbooks"; pass for example "https://runbooks.example.com"'],
])('fails for a wrong %s', (_, props, error) => {
  expect(() => subjectIn(newStack(), props)).toThrow(`app/Import: ${error}`);
});

test('takes what it was not given from the defaults of its scope', () => {
  const stack = newStack();
  LogfireDefaults.of(stack).set({ routing: routingIn(stack), runbookBaseUrl: 'https://runbooks.example.com', owner: 'Data', environments: ['production'] });
  const project = projectIn(stack);
  new LogfireSubjectMonitoring(stack, 'Import', { project }).addAlert('NoImportCritical', NO_IMPORT);
  new LogfireSubjectMonitoring(stack, 'Export', { environments: DeploymentEnvironments.ofProjects([{ environmentName: 'testing', project }], { paging: ['testing'] }) })
    .addAlert('NoExportCritical', NO_IMPORT);
  const alerts = byName(synth(stack), 'logfire_alert');
  expect(alerts['Import: no import']).toMatchObject({
    environments: ['production'],
    channel_assignments: [{ channel_id: PAGER }],
    description: 'Look at the scheduler.\n\nSeverity: critical\nOwner: Data\nRunbook: https://runbooks.example.com/no-import',
  });
  expect(alerts['Export (testing): no import']).not.toHaveProperty('environments');
});

test('warns once about a routing that is missing, and not about one that is to notify nobody', () => {
  const stack = newStack();
  const subject = subjectIn(stack, { routing: undefined });
  subject.addAlert('NoImportCritical', NO_IMPORT);
  subject.addSlo('Availability', { title: 'availability', sloScope: SloScope.service('import'), sli: Sli.availability(), targetPercent: 99.9 });
  new LogfireSubjectMonitoring(stack, 'Other', { project: projectIn(stack) });
  synth(stack);
  expect(warnings(stack)).toEqual([expect.stringContaining('routing is not set: nobody is notified when an alert fires')]);
  const quiet = newStack();
  subjectIn(quiet, { routing: NotificationRouting.nobody() }).addAlert('NoImportCritical', NO_IMPORT);
  synth(quiet);
  expect(warnings(quiet)).toEqual([]);
});

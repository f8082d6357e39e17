import { App, TerraformStack, TerraformVariable, Token } from 'cdktf';
import {
  AlertImportId, AlertSeverity, Delivery, Duration, l1, LogfireAlert, LogfireAlertProps, LogfireChannel, LogfireDefaults, LogfireProject,
  LogfireProvider, LogfireSchedule, LogfireWebhookChannel, NotificationRouting, NotifyWhen, ScheduleWindow, SecretValue, TerraformExpression,
  Timezone,
} from '../../src';
import { cleanUp, newApp, newStack, only, synth, TerraformJson, warnings } from '../synth';

const UUID = '00000000-0000-4000-8000-000000000001';
const QUERY = 'SELECT trace_id FROM records WHERE is_exception';

afterEach(cleanUp);

type Props = Partial<LogfireAlertProps>;

function newAlert(stack: TerraformStack, props: Props = {}, id = 'Errors'): LogfireAlert {
  const project = props.project ?? stack.node.tryFindChild('Shop') as LogfireProject | undefined ?? new LogfireProject(stack, 'Shop');
  return new LogfireAlert(stack, id, { query: QUERY, ...props, project });
}

function alert(props: Props | ((stack: TerraformStack) => Props) = {}): TerraformJson {
  const stack = newStack();
  newAlert(stack, typeof props === 'function' ? props(stack) : props);
  const { '//': _metadata, ...resource } = only(synth(stack), 'logfire_alert');
  return resource;
}

function warningsOf(props: Props): string[] {
  const stack = newStack();
  newAlert(stack, { notify: [Delivery.to(LogfireChannel.fromChannelId(stack, 'Channel', UUID))], ...props });
  return warnings(stack);
}

function reportOf(stack: TerraformStack): string {
  try {
    (stack.node.root as App).synth();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('synth was expected to fail');
}

describe('LogfireAlert', () => {
  test('by default looks every five minutes at the last five, and says when it begins and when it is over', () => {
    expect(alert()).toEqual({
      project_id: expect.stringMatching(/^\$\{logfire_project\.Shop_[0-9A-F]{8}\.id\}$/),
      name: 'app-errors',
      query: QUERY,
      frequency: '5m',
      time_window: '5m',
      notify_when: 'has_matches_changed',
      channel_assignments: [],
      active: true,
    });
  });

  test('writes what it is given', () => {
    expect(alert((stack) => ({
      project: LogfireProject.fromProjectId(stack, 'Other', UUID),
      alertName: 'Errors in the shop',
      frequency: Duration.hours(1),
      timeWindow: Duration.days(7),
      notifyWhen: NotifyWhen.STARTS_HAVING_MATCHES,
      notify: [Delivery.to(LogfireChannel.fromChannelId(stack, 'Channel', UUID))],
      environments: ['production', 'staging', 'production'],
      description: 'Look at the shop',
      active: false,
    }))).toEqual({
      project_id: UUID,
      name: 'Errors in the shop',
      query: QUERY,
      frequency: '1h',
      time_window: '7d',
      notify_when: 'starts_having_matches',
      channel_assignments: [{ channel_id: UUID }],
      environments: ['production', 'staging'],
      description: 'Look at the shop',
      active: false,
    });
  });

  test.each(['', ' \n'])('fails when the query is %j', (query) => {
    expect(() => alert({ query })).toThrow(`app/Errors: query must not be blank, got ${JSON.stringify(query)}; pass for example "SELECT trace_id FROM records WHERE is_exception"`);
  });

  test.each(['', ' errors', 'errors '])('fails when the name is %j', (alertName) => {
    expect(() => alert({ alertName })).toThrow(
      `app/Errors: alertName must be a string that is not blank and has no whitespace around it, got ${JSON.stringify(alertName)}; leave it out`);
  });

  test('takes variables', () => {
    expect(alert((stack) => {
      const text = (name: string) => new TerraformVariable(stack, name, {}).stringValue;
      const number = (name: string) => new TerraformVariable(stack, name, { type: 'number' }).numberValue;
      return {
        query: text('query'),
        alertName: text('name'),
        frequency: Duration.minutes(number('frequency')),
        timeWindow: Duration.seconds(number('window')),
        environments: [text('environment')],
        runbook: text('runbook'),
      };
    })).toMatchObject({
      query: '${var.query}',
      name: '${var.name}',
      frequency: '${format("%ds", var.frequency * 60)}',
      time_window: expect.stringContaining('var.window'),
      environments: ['${var.environment}'],
      description: 'Runbook: ${var.runbook}',
    });
    expect(alert((stack) => ({ environments: new TerraformVariable(stack, 'all', { type: 'list(string)' }).listValue })).environments).toBe('${var.all}');
  });
});

describe('the query', () => {
  test.each([
    ['SELEC trace_id FROM records', 'app/Errors: query must be one SELECT or WITH query, got "SELEC" at line 1, column 1; did you mean SELECT?'],
    ['SELECT trace_id\nFROM recordz', 'app/Errors: query must read records, records_all, records_full or metrics, got "recordz" at line 2, column 6; did you mean records? If Logfire has this table, add Q1 to ignoredLintRules'],
    ['SELECT trace_id FROM records WHERE service_name = $service', 'app/Errors: query must have no dashboard variables, which exist only in panels, got "$service" at line 1, column 51'],
  ])('fails for %j', (query, message) => {
    expect(() => alert({ query })).toThrow(message);
  });

  test('causes warnings with the id of the rule, which can be accepted', () => {
    const query = "SELECT * FROM records_all WHERE level >= 'ERROR'";
    expect(warningsOf({ query })).toEqual([
      'query has records_all at line 1, column 15: it also contains pending spans, so spans count twice; use records [logfire:Q3]',
      'query has all columns of a table at line 1, column 8: reading all columns is slow, and nobody reads that many; name the columns that you want to see [logfire:Q9]',
      "query has the level 'ERROR' at line 1, column 42: no level has this name; use 'error' [logfire:Q11]",
    ]);
    expect(warningsOf({ query, ignoredLintRules: ['Q9', 'Q3', 'Q11'] })).toEqual([]);
    expect(alert({ query: 'SELECT trace_id FROM events', ignoredLintRules: ['Q1'] }).query).toBe('SELECT trace_id FROM events');
  });

  test.each(['Q12', 'D13', 'q1', ''])('fails when %j is to be ignored', (id) => {
    expect(() => alert({ ignoredLintRules: [id] })).toThrow(
      `app/Errors: ignoredLintRules must contain only Q1, Q2, Q3, Q4, Q5, Q6, Q7, Q8, Q9, Q10, Q11, Q13, Q14, Q15, Q17, Q18, Q19, got ${JSON.stringify(id)}; copy the id from the finding`);
  });

  const stale = "SELECT max(start_timestamp) AS seen FROM records HAVING max(start_timestamp) < now() - interval '30 minutes'";

  test('is compared with the window, which is the frequency by default', () => {
    expect(warningsOf({ query: stale })).toEqual([expect.stringContaining("query has an interval of '30 minutes', longer than the lookback window at line 1, column 88")]);
    expect(warningsOf({ query: stale, timeWindow: Duration.hours(1) })).toEqual([]);
  });

  test('is compared with the way to notify', () => {
    const changes = { timeWindow: Duration.hours(1), notifyWhen: NotifyWhen.MATCHES_CHANGED };
    expect(warningsOf({ query: stale, ...changes })).toEqual([expect.stringContaining('query has max(…) in rows that are compared at line 1, column 8')]);
    expect(warningsOf({ query: 'SELECT trace_id FROM records', ...changes })).toEqual([]);
  });

  test('is checked as far as it is known', () => {
    const stack = newStack();
    const { stringValue } = new TerraformVariable(stack, 'service', {});
    expect(() => newAlert(stack, { query: `SELEC trace_id FROM records WHERE service_name = '${stringValue}'` })).toThrow('did you mean SELECT?');
    newAlert(stack, { query: `SELECT trace_id FROM records WHERE service_name = '${stringValue}'`, notify: [Delivery.to(LogfireChannel.fromChannelId(stack, 'C', UUID))] }, 'Known');
    expect(warnings(stack)).toEqual([]);
  });
});

describe('durations', () => {
  test.each([
    [{ frequency: Duration.seconds(59) }, 'frequency must be from 1m to 1d, got 59s; pass one in between, such as Duration.hours(1)'],
    [{ frequency: Duration.seconds(86_401) }, 'frequency must be from 1m to 1d, got 24h1s'],
    [{ timeWindow: Duration.seconds(0) }, 'timeWindow must be from 1m to 30d, got 0s'],
    [{ timeWindow: Duration.days(31) }, 'timeWindow must be from 1m to 30d, got 31d'],
  ])('fails out of range: %#', (props, message) => {
    expect(() => alert(props)).toThrow(`app/Errors: ${message}`);
  });

  test.each([
    [Duration.seconds(60), '1m'], [Duration.minutes(90), '1h30m'], [Duration.seconds(3601), '1h1s'], [Duration.hours(24), '24h'], [Duration.days(1), '24h'],
  ])('passes at the ends and in between, written as Logfire prints it: %#', (duration, text) => {
    expect(alert({ frequency: duration })).toMatchObject({ frequency: text, time_window: text });
  });

  test.each([[Duration.minutes(1), '1m'], [Duration.days(2), '48h'], [Duration.hours(168), '7d'], [Duration.days(30), '30d']])('a window as Logfire prints it: %#', (timeWindow, text) => {
    expect(alert({ timeWindow, frequency: Duration.minutes(1) }).time_window).toBe(text);
  });

  test('warns about a window that is shorter than the frequency', () => {
    expect(warningsOf({ frequency: Duration.hours(1), timeWindow: Duration.minutes(5) })).toEqual([
      'timeWindow is shorter than the frequency, got 5m every 1h: no run covers the time between two windows; pass at least 1h [logfire:alert-window]',
    ]);
    expect(warningsOf({ frequency: Duration.minutes(5), timeWindow: Duration.minutes(5) })).toEqual([]);
    expect(warningsOf({ frequency: Duration.hours(1), timeWindow: Duration.minutes(Token.asNumber('${var.window}')) })).toEqual([]);
  });
});

describe('notify', () => {
  test('warns when it is empty or left out', () => {
    const warning = 'notify is empty: this alert notifies nobody; pass for example [Delivery.to(channel)] [logfire:nobody-notified]';
    expect(warningsOf({ notify: [] })).toEqual([warning]);
    expect(warningsOf({ notify: undefined })).toEqual([warning]);
    expect(warningsOf({})).toEqual([]);
  });
});

describe('what the defaults of the stack say', () => {
  const withDefaults = (props: Props, base = 'https://example.com/runbooks//', id?: string) => {
    const stack = newStack();
    const deliver = (name: string) => [Delivery.to(LogfireChannel.fromChannelId(stack, name, `00000000-0000-4000-8000-00000000000${name}`))];
    LogfireDefaults.of(stack).set({
      routing: NotificationRouting.bySeverity({ critical: deliver('1'), warning: deliver('2') }), environments: ['production'], owner: 'Team Shop', runbookBaseUrl: base,
    });
    newAlert(stack, props, id);
    expect(warnings(stack)).toEqual([]);
    return only(synth(stack), 'logfire_alert');
  };

  test('is taken where the alert says nothing', () => {
    expect(withDefaults({})).toMatchObject({
      channel_assignments: [{ channel_id: '00000000-0000-4000-8000-000000000002' }],
      environments: ['production'],
      description: 'Owner: Team Shop\nRunbook: https://example.com/runbooks/errors',
    });
    expect(withDefaults({ severity: AlertSeverity.CRITICAL }).channel_assignments).toEqual([{ channel_id: '00000000-0000-4000-8000-000000000001' }]);
  });

  test('makes room for what the alert says', () => {
    const { channel_assignments: assignments, environments, description } = withDefaults({ environments: ['staging'], owner: 'Team Till', runbook: 'https://example.com/a' });
    expect([assignments.length, environments, description]).toEqual([1, ['staging'], 'Owner: Team Till\nRunbook: https://example.com/a']);
  });

  test('has an address for an id without letters', () => {
    expect(withDefaults({}, 'https://example.com', '警報').description).toMatch(/^Owner: Team Shop\nRunbook: https:\/\/example\.com\/c8[0-9a-f]{40}$/);
  });

  test('may be that nobody is notified, without a warning', () => {
    const stack = newStack();
    LogfireDefaults.of(stack).set({ routing: NotificationRouting.nobody() });
    newAlert(stack);
    expect(warnings(stack)).toEqual([]);
    expect(only(synth(stack), 'logfire_alert').channel_assignments).toEqual([]);
  });

  test('is warned about when nobody is notified of a critical alert', () => {
    const stack = newStack();
    LogfireDefaults.of(stack).set({ routing: NotificationRouting.bySeverity({ critical: [], warning: [] }) });
    newAlert(stack);
    expect(warnings(stack)).toEqual([expect.stringMatching(/^routing has no delivery for critical alerts: nobody is notified when one fires; pass/)]);
  });
});

describe('environments', () => {
  test('an empty list means all, as none does', () => {
    expect(alert({ environments: [] })).not.toHaveProperty('environments');
  });

  test('fails for a blank one', () => {
    expect(() => alert({ environments: ['production', ' '] })).toThrow('app/Errors: environments[1] must not be blank, got " "; leave environments out for all');
  });
});

describe('description', () => {
  test.each<[Props, string | undefined]>([
    [{}, undefined],
    [{ description: ' ' }, undefined],
    [{ description: ' Look. ' }, 'Look.'],
    [{ severity: AlertSeverity.CRITICAL }, 'Severity: critical'],
    [{ description: 'Look.', runbook: 'https://example.com/a' }, 'Look.\n\nRunbook: https://example.com/a'],
    [{ owner: 'Team Shop', runbook: 'http://example.com', severity: AlertSeverity.WARNING }, 'Severity: warning\nOwner: Team Shop\nRunbook: http://example.com'],
    [{ runbook: 'https://example.com/a', severity: AlertSeverity.INFO, description: 'One.\nTwo.' }, 'One.\nTwo.\n\nSeverity: info\nRunbook: https://example.com/a'],
  ])('%j', (props, description) => {
    expect(alert(props).description).toBe(description);
  });

  test.each(['https://ops:Kx7-2mQp9@example.com/runbook', 'https://example.com/runbook?token=Kx72mQp9Lw4'])('fails when the runbook is %j, and does not say it', (runbook) => {
    expect(() => alert({ runbook })).toThrow(/^app\/Errors: runbook must have no secret in it, because everyone who sees the alert reads it, got an address with a (?:password|key); remove the secret/);
  });

  test('fails when the owner is blank', () => {
    expect(() => alert({ owner: ' ' })).toThrow('app/Errors: owner must not be blank, got " "; leave it out, or pass the name of a team');
  });

  test.each(['', 'see https://example.com', 'see the wiki', 'https://', 'https://example.com/a page', 'ftp://example.com'])('fails when the runbook is %j', (runbook) => {
    expect(() => alert({ runbook })).toThrow(
      `app/Errors: runbook must be an address that begins with https:// or http:// and has no whitespace, got ${JSON.stringify(runbook)}; put other text into the description`);
  });
});

describe('the provider of an alert', () => {
  test('is the one of its project in the same stack, unless it names its own', () => {
    const stack = newStack();
    const apiKey = SecretValue.fromVariable(new TerraformVariable(stack, 'key', { sensitive: true }));
    const project = new LogfireProject(stack, 'Shop', { provider: new LogfireProvider(stack, 'Other', { alias: 'other', apiKey }) });
    newAlert(stack, { project }, 'A');
    newAlert(stack, { project, provider: new LogfireProvider(stack, 'Third', { alias: 'third', apiKey }) }, 'B');
    expect(Object.values<TerraformJson>(synth(stack).resource.logfire_alert).map(({ provider }) => provider)).toEqual(['logfire.other', 'logfire.third']);
  });

  test('is not the one of a project in another stack', () => {
    const app = newApp();
    const one = newStack(app, 'one');
    const two = newStack(app, 'two');
    newAlert(two, { project: new LogfireProject(one, 'Shop', { provider: new LogfireProvider(one, 'Other', { alias: 'other' }) }) });
    expect(only(synth(two), 'logfire_alert')).not.toHaveProperty('provider');
  });
});

describe('importFrom', () => {
  const importBlocks = (importFrom: AlertImportId) => {
    const stack = newStack();
    newAlert(stack, { importFrom });
    return synth(stack).import;
  };

  test('by names and by ids', () => {
    const to = expect.stringMatching(/^logfire_alert\.Errors_[0-9A-F]{8}$/);
    expect(importBlocks(AlertImportId.byName('shop', 'errors'))).toEqual([{ to, id: 'shop/errors' }]);
    expect(importBlocks(AlertImportId.byId(UUID, UUID))).toEqual([{ to, id: `${UUID}/${UUID}` }]);
    expect(importBlocks(AlertImportId.byName(TerraformExpression.raw('var.project'), 'errors'))).toEqual([{ to, id: '${var.project}/errors' }]);
  });

  test.each([['', 'errors'], ['shop', ' '], ['shop', 'a/b'], ['shop', 'a, b'], ['s|t', 'errors']])('fails for %j and %j', (project, name) => {
    expect(() => importBlocks(AlertImportId.byName(project, name))).toThrow(
      /^app\/Errors: importFrom must be made of names or ids that are not blank and have none of \/ , \|, got .*; use AlertImportId\.byId for names with such characters \[logfire:import-id\]$/);
  });
});

describe('unique names', () => {
  test('fails when two alerts of a project have one name', () => {
    const stack = newStack();
    newAlert(stack, { alertName: 'errors' }, 'A');
    newAlert(stack, { alertName: 'errors' }, 'B');
    expect(reportOf(stack)).toContain('[app] app/B: alertName "errors" is taken by app/A; it must be unique in a project: give one of them another alertName');
  });

  test('fails when the project is written in another way', () => {
    const stack = newStack();
    const project = new LogfireProject(stack, 'Shop');
    newAlert(stack, { project, alertName: 'errors' }, 'A');
    new l1.Alert(stack, 'Raw', {
      projectId: project.resource.id, name: 'errors', query: QUERY, timeWindow: '5m', frequency: '5m', notifyWhen: 'has_matches', channelAssignments: [],
    });
    expect(reportOf(stack)).toContain('app/Raw: alertName "errors" is taken by app/A');
  });

  test('fails when one project is referred to twice', () => {
    const stack = newStack();
    for (const id of ['A', 'B']) {
      newAlert(stack, { project: LogfireProject.fromProjectId(stack, `Project${id}`, UUID), alertName: 'errors' }, id);
    }
    expect(reportOf(stack)).toContain('app/B: alertName "errors" is taken by app/A');
  });

  test('passes in two projects, with another stack in between, and with variables', () => {
    const app = newApp();
    const other = new LogfireProject(newStack(app, 'one'), 'Shop');
    const stack = newStack(app, 'two');
    const alertName = new TerraformVariable(stack, 'name', {}).stringValue;
    newAlert(stack, { alertName: 'errors' }, 'A');
    newAlert(stack, { alertName: 'errors', project: other }, 'B');
    newAlert(stack, { alertName: 'errors', project: new LogfireProject(stack, 'Third') }, 'C');
    newAlert(stack, { alertName }, 'D');
    newAlert(stack, { alertName: new TerraformVariable(stack, 'another', {}).stringValue }, 'E');
    expect(Object.keys(synth(stack).resource.logfire_alert)).toHaveLength(5);
  });
});

describe('fromAlertId', () => {
  test('creates nothing, fails for a blank id and warns about one that is no UUID', () => {
    const stack = newStack();
    expect(LogfireAlert.fromAlertId(stack, 'Good', UUID).alertId).toBe(UUID);
    expect(() => LogfireAlert.fromAlertId(stack, 'Blank', ' ')).toThrow('app/Blank: alertId must be the UUID of an alert, got " "; copy it from the alert\'s settings');
    LogfireAlert.fromAlertId(stack, 'Name', 'errors');
    expect(warnings(stack)).toEqual(['alertId "errors" is not a UUID; Logfire finds alerts by UUID, not by name [logfire:uuid]']);
    expect(synth(stack).resource).toBeUndefined();
  });
});

describe('what an alert refers to', () => {
  const otherIn = (stack: TerraformStack) => new LogfireProvider(stack, 'Other', { alias: 'other' });
  const channel = (stack: TerraformStack, provider?: LogfireProvider) => (
    new LogfireWebhookChannel(stack, 'Channel', { url: SecretValue.fromVariable(new TerraformVariable(stack, 'url', { sensitive: true })), provider })
  );
  const schedule = (stack: TerraformStack, provider: LogfireProvider) => (
    new LogfireSchedule(stack, 'Hours', { timezone: Timezone.UTC, windows: ScheduleWindow.officeHours(), provider })
  );

  test.each<[string, string, string, (stack: TerraformStack) => Props]>([
    ['a project', 'project', 'app/Shop', (stack) => ({ provider: otherIn(stack) })],
    ['a channel', 'notify', 'app/Channel', (stack) => ({ notify: [Delivery.to(channel(stack, otherIn(stack)))] })],
    ['a schedule', 'notify', 'app/Hours', (stack) => ({ notify: [Delivery.to(channel(stack)).during(schedule(stack, otherIn(stack)))] })],
  ])('fails for %s of another organization', (_, prop, target, props) => {
    const stack = newStack();
    newAlert(stack, props(stack));
    expect(reportOf(stack)).toMatch(new RegExp(
      `app/Errors: ${prop} must be in the organization of this construct's provider app/\\w+, got ${target}, which uses the provider app/\\w+; pass the same`));
  });

  test('follows an address that is overridden after it was used', () => {
    const stack = newStack();
    const { alertId, resource } = newAlert(stack);
    resource.overrideLogicalId('errors');
    newAlert(stack, { alertName: alertId }, 'Copy');
    expect(Object.values<TerraformJson>(synth(stack).resource.logfire_alert).map(({ name }) => name)).toContain('${logfire_alert.errors.id}');
  });
});

import { TerraformStack, TerraformVariable } from 'cdktf';
import { reviewOf } from './apps';
import {
  ApiScope, DashboardDefinition, Delivery, Duration, GatewayVendor, l1, LogfireAlert, LogfireApiKey, LogfireDashboard, LogfireFrontendApplication,
  LogfireGatewayApiKey, LogfireGatewayProvider, LogfireOrganization, LogfireProject, LogfireSchedule, LogfireSlackChannel, LogfireSlo,
  LogfireWebhookChannel, NotifyWhen, SecretValue, Sli, SliGoodValues, SloRouting, SloScope, SloTierRouting, Timezone, TokenExpiry, TokenRotation,
} from '../../src';
import { readReview } from '../../src/review/model/read-review';
import type { Fact } from '../../src/review/model/review';
import { document, panel } from '../dashboards/documents';
import { cleanUp, newApp, newStack } from '../synth';

jest.setTimeout(60_000);
afterEach(cleanUp);

const QUERY = 'SELECT trace_id FROM records WHERE is_exception';
const UUID = '00000000-0000-4000-8000-000000000001';

const factsOf = ({ facts }: { readonly facts: readonly Fact[] }) => Object.fromEntries(facts.map(({ label, value }) => [label, value]));

function secretIn(stack: TerraformStack, id: string): SecretValue {
  return SecretValue.fromVariable(new TerraformVariable(stack, id, { type: 'string', sensitive: true }));
}

function webhook(stack: TerraformStack, id: string): LogfireWebhookChannel {
  return new LogfireWebhookChannel(stack, id, { url: secretIn(stack, `${id}Url`) });
}

test('a project says what it is and what belongs to it', () => {
  const stack = newStack();
  const project = new LogfireProject(stack, 'Shop', { description: 'All of it', deletionProtection: false });
  new LogfireProject(stack, 'Kept');
  new LogfireAlert(stack, 'Late', { project, query: QUERY });
  new LogfireAlert(stack, 'Errors', { project, query: QUERY });
  new LogfireSlo(stack, 'Slo', { project, sloScope: SloScope.service('shop'), sli: Sli.availability(), targetPercent: 99, routing: SloRouting.nobody() });
  new LogfireDashboard(stack, 'Board', { project, definition: DashboardDefinition.fromObject(document()) });
  project.addWriteToken('Token');
  new LogfireFrontendApplication(stack, 'Web', { project, serviceNamespace: 'shop', environment: 'prod' });
  new LogfireAlert(stack, 'Other', { project: LogfireProject.fromProjectId(stack, 'A', UUID), query: QUERY });
  new LogfireAlert(stack, 'Same', { project: LogfireProject.fromProjectId(stack, 'B', UUID), query: QUERY });
  const { projects } = reviewOf(stack);
  expect(projects.map(({ name, path, stack: of }) => [name, path, of])).toEqual([['app-kept', 'app/Kept', 'app'], ['app-shop', 'app/Shop', 'app'], [UUID, '', '']]);
  expect(projects.map(factsOf)).toEqual([
    { 'Visibility': 'public', 'Deletion protection': 'on' },
    { 'Visibility': 'public', 'Description': 'All of it', 'Deletion protection': 'off' },
    { 'Created by': 'not these stacks' },
  ]);
  expect(projects.map(({ members }) => members.map(({ kind, links }) => [kind, ...links.map(({ text, anchor }) => `${text} ${anchor}`)]))).toEqual([
    [],
    [
      ['Dashboards', 'Traffic app/Board'], ['Alerts', 'app-errors app/Errors', 'app-late app/Late'], ['SLOs', 'app-slo app/Slo'],
      ['Credentials', 'Shop/Token app/Shop/Token'], ['Others', 'app-web app/Web'],
    ],
    [['Alerts', 'app-other app/Other', 'app-same app/Same']],
  ]);
  expect(projects[2]).toMatchObject({ anchor: `project/${UUID}`, address: '' });
  expect(projects[1].address).toMatch(/^logfire_project\.Shop_[0-9A-F]{8}$/);
});

describe('an alert', () => {
  test.each([
    [NotifyWhen.HAS_MATCHES, 'every run that matches'],
    [NotifyWhen.HAS_MATCHES_CHANGED, 'when the problem starts and when it ends'],
    [NotifyWhen.MATCHES_CHANGED, 'when the rows change'],
    [NotifyWhen.STARTS_HAVING_MATCHES, 'when the problem starts'],
  ])('says when it sends a message: %s', (notifyWhen, text) => {
    const stack = newStack();
    new LogfireAlert(stack, 'Alert', {
      project: new LogfireProject(stack, 'Shop'), query: QUERY, notifyWhen, timeWindow: Duration.hours(1), frequency: Duration.minutes(5), environments: ['prod', 'test'],
    });
    const [alert] = reviewOf(stack).alerts;
    expect(factsOf(alert)).toEqual({ 'Looks back': '1 h', 'Runs every': '5 min', 'Sends a message': text, 'Environments': 'prod, test' });
    expect(alert).toMatchObject({ isActive: true, query: QUERY, description: '', deliveries: [], hoursCovered: 0, project: { text: 'app-shop', anchor: 'app/Shop' } });
  });

  test('says what an override sets, also an expression', () => {
    const stack = newStack();
    const project = new LogfireProject(stack, 'Shop');
    const one = new LogfireAlert(stack, 'One', { project, query: QUERY, active: false });
    one.resource.addOverride('notify_when', 'sometimes');
    one.resource.addOverride('channel_assignments', '${var.assignments}');
    const two = new LogfireAlert(stack, 'Two', { project, query: QUERY });
    two.resource.addOverride('channel_assignments', [{ channel_id: '${var.channel}', schedule_id: null }, null, 'odd']);
    two.resource.addOverride('project_id', null);
    const [first, second] = reviewOf(stack).alerts;
    expect(factsOf(first)).toMatchObject({ 'Sends a message': 'sometimes', 'Environments': 'all' });
    expect(first).toMatchObject({ isActive: false, deliveries: [{ channel: { text: '${var.assignments}' } }] });
    expect(second.deliveries).toEqual([{ channel: { text: '${var.channel}' } }, { channel: { text: '' } }, { channel: { text: 'odd' } }]);
    expect(second.project).toBeUndefined();
  });
});

test('channels and schedules say what they are, and which alerts and SLOs use them, each once', () => {
  const stack = newStack();
  const project = new LogfireProject(stack, 'Shop');
  const hook = webhook(stack, 'Hook');
  const slack = new LogfireSlackChannel(stack, 'Slack', { slackChannelId: 'C0123456789', installId: UUID, active: false });
  const [office] = ['Hours', 'Unused'].map((id) => LogfireSchedule.officeHours(stack, id, { timezone: Timezone.of('Europe/Berlin') }));
  new LogfireAlert(stack, 'Alert', { project, query: QUERY, notify: [Delivery.to(hook).during(office), Delivery.to(slack).during(office)] });
  new LogfireSlo(stack, 'Slo', {
    project,
    sloScope: SloScope.service('shop'),
    sli: Sli.availability(),
    targetPercent: 99.5,
    routing: SloRouting.byTier({ fast: SloTierRouting.to([Delivery.to(hook)]), slow: SloTierRouting.to([Delivery.to(hook)]) }),
  });
  const { channels, schedules, alerts } = reviewOf(stack);
  const alert = { text: 'app-alert', anchor: 'app/Alert' };
  expect(channels.map((channel) => [channel.name, channel.isActive, factsOf(channel), channel.users])).toEqual([
    ['app-hook', true, { Type: 'webhook', Format: 'auto' }, [alert, { text: 'app-slo', anchor: 'app/Slo' }]],
    ['app-slack', false, { 'Type': 'slack-integration', 'Slack channel': 'C0123456789' }, [alert]],
  ]);
  const open = [[{ from: 540, to: 1020 }]];
  const week = { timezone: 'Europe/Berlin', days: [...open, ...open, ...open, ...open, ...open, [], []], unknown: [] };
  expect(schedules.map((schedule) => [schedule.name, factsOf(schedule), schedule.week, schedule.users])).toEqual([
    ['app-hours', { 'Time zone': 'Europe/Berlin' }, week, [alert]], ['app-unused', { 'Time zone': 'Europe/Berlin' }, week, []],
  ]);
  expect(alerts[0]).toMatchObject({
    hoursCovered: 40,
    deliveries: ['hook', 'slack'].map((name) => ({ channel: { text: `app-${name}` }, schedule: { text: 'app-hours', anchor: 'app/Hours' }, week })),
  });
});

test('a channel without a readable configuration has no facts, and one of PagerDuty says its service', () => {
  const stack = newStack();
  webhook(stack, 'A').resource.addOverride('config', null);
  webhook(stack, 'B').resource.addOverride('config', [{ type: 'pagerduty', region: 'eu', service_id: 'P1', auth_token: 'hidden' }]);
  const { channels } = reviewOf(stack);
  expect(channels.map(factsOf)).toEqual([{}, { Type: 'pagerduty', Region: 'eu', Service: 'P1' }]);
});

describe('an SLO', () => {
  const common = (stack: TerraformStack) => ({ project: new LogfireProject(stack, 'Shop'), targetPercent: 99.5, routing: SloRouting.nobody() });

  test('says what it measures', () => {
    const stack = newStack();
    const shared = common(stack);
    new LogfireSlo(stack, 'A', {
      ...shared, sloScope: SloScope.llmProvider('openai'), sli: Sli.histogram({ totalQuery: "metric_name = 'a'", good: SliGoodValues.below(2) }), description: 'Fast',
    });
    new LogfireSlo(stack, 'B', {
      ...shared, sloScope: SloScope.llmProvider('groq'), sli: Sli.histogram({ totalQuery: "metric_name = 'a'", good: SliGoodValues.above(3) }), rollingWindow: Duration.days(7),
    });
    new LogfireSlo(stack, 'C', { ...shared, sloScope: SloScope.service('shop'), sli: Sli.ratio({ totalQuery: 'true', badQuery: 'is_exception' }), environments: ['prod', 'test'] });
    const { slos } = reviewOf(stack);
    expect(slos.map(factsOf)).toEqual([
      { 'Target': '99.5 %', 'Rolling window': '30 d', 'Model provider': 'openai', 'Measures': 'metrics, histogram_threshold', 'Good values': 'below 2', 'Environments': 'all' },
      { 'Target': '99.5 %', 'Rolling window': '7 d', 'Model provider': 'groq', 'Measures': 'metrics, histogram_threshold', 'Good values': 'above 3', 'Environments': 'all' },
      { 'Target': '99.5 %', 'Rolling window': '30 d', 'Service': 'shop', 'Measures': 'records, additive', 'Environments': 'prod, test' },
    ]);
    expect(slos[0]).toMatchObject({ target: '99.5', rollingWindow: '30d', description: 'Fast', totalQuery: "metric_name = 'a'", badQuery: '' });
    expect(slos[2]).toMatchObject({ rollingWindow: '30d', description: '', totalQuery: 'true', badQuery: 'is_exception' });
  });

  test('says what overrides set', () => {
    const stack = newStack();
    const shared = common(stack);
    const slo = new LogfireSlo(stack, 'A', { ...shared, sloScope: SloScope.service('shop'), sli: Sli.ratio({ totalQuery: 'true', badQuery: 'is_exception' }) });
    slo.resource.addOverride('target_percent', '${var.target}');
    slo.resource.addOverride('rolling_window', '${var.window}');
    slo.resource.addOverride('metric_aggregation', null);
    slo.resource.addOverride('threshold', 5);
    slo.resource.addOverride('comparison', 'about');
    slo.resource.addOverride('alerts', null);
    const [found] = reviewOf(stack).slos;
    expect(factsOf(found)).toMatchObject({ 'Target': '${var.target}', 'Rolling window': '${var.window}', 'Measures': 'records', 'Good values': 'about 5' });
    expect(found.tiers.map(({ routing, reach }) => [routing, reach])).toEqual([['unmanaged', undefined], ['unmanaged', undefined], ['unmanaged', undefined]]);
  });

  test.each<[unknown, unknown]>([
    [0, undefined], [100, undefined], [99, { badPercent: 14.4, secondsToFire: 519, secondsToSpend: 180_000 }],
    // The rate of the fast tier is 14.4, so that this one needs all events to be bad.
    [100 - 100 / 14.4, { badPercent: 100, secondsToSpend: 180_000 }],
  ])('with the target %p has the reach %j', (target, reach) => {
    const stack = newStack();
    const slo = new LogfireSlo(stack, 'A', { ...common(stack), sloScope: SloScope.service('shop'), sli: Sli.availability() });
    slo.resource.addOverride('target_percent', target);
    expect(reviewOf(stack).slos[0].tiers[0].reach).toEqual(reach);
  });

  test('whose rolling window is known only at apply does not say when the budget is spent', () => {
    const stack = newStack();
    const slo = new LogfireSlo(stack, 'A', { ...common(stack), sloScope: SloScope.service('shop'), sli: Sli.availability() });
    slo.resource.addOverride('rolling_window', '${var.window}');
    expect(reviewOf(stack).slos[0].tiers[0].reach).toEqual({ badPercent: 7.2, secondsToFire: 260 });
  });
});

test('a dashboard has its slug, and anchors for its panels', () => {
  const stack = newStack();
  const project = new LogfireProject(stack, 'Shop');
  const given = document({ 'a': panel('A'), 'b c': panel('B') });
  given.spec.layouts[0].spec.items.push({ x: 0, y: 90, width: 1, height: 1, content: { $ref: '#/spec/panels/a' } });
  given.spec.layouts[0].spec.display.collapse = { open: false };
  given.spec.panels.a.spec.display.description = 'About';
  new LogfireDashboard(stack, 'Board', { project, dashboardSlug: 'traffic', definition: DashboardDefinition.fromObject(given) });
  const [board] = reviewOf(stack).dashboards;
  expect(factsOf(board)).toEqual({ Slug: 'traffic' });
  expect(board.panelAnchors).toEqual([['app/Board/a', 'app/Board/b-c', 'app/Board/a-2']]);
  expect(board.drawn).toMatchObject({
    name: 'Traffic',
    sections: [{ title: 'All', isClosed: true, panels: [{ key: 'a', title: 'A', kind: 'time series', description: 'About', text: '' }, { key: 'b c' }, {}] }],
  });
});

test('organizations, gateway providers and frontend applications say what they are', () => {
  const stack = newStack();
  const project = new LogfireProject(stack, 'Shop');
  new LogfireOrganization(stack, 'Org', { displayName: 'Acme', description: 'All of it' });
  new LogfireGatewayProvider(stack, 'Plain', { vendor: GatewayVendor.OPENAI, apiKey: secretIn(stack, 'key') });
  const bedrock = new LogfireGatewayProvider(stack, 'Bedrock', { vendor: GatewayVendor.OPENAI, apiKey: secretIn(stack, 'other') });
  bedrock.resource.addOverride('bedrock_api', 'converse');
  bedrock.resource.addOverride('bedrock_region', 'eu-west-1');
  new LogfireFrontendApplication(stack, 'Web', { project, serviceNamespace: 'shop', environment: 'prod' });
  const { others } = reviewOf(stack);
  expect(others.map((other) => [other.kind, other.name, factsOf(other)])).toEqual([
    ['organization', 'app-org', { 'Display name': 'Acme', 'Description': 'All of it', 'Deletion protection': 'true' }],
    ['gateway provider', 'app-bedrock', { 'Vendor': 'openai', 'Slug': 'app-bedrock', 'Bedrock API': 'converse', 'Bedrock region': 'eu-west-1', 'Requires prices': 'true' }],
    ['gateway provider', 'app-plain', { 'Vendor': 'openai', 'Slug': 'app-plain', 'Requires prices': 'true' }],
    ['frontend application', 'app-web', { 'Service namespace': 'shop', 'Environment': 'prod' }],
  ]);
});

describe('a credential', () => {
  test('says its scopes, expiration and rotation', () => {
    const stack = newStack();
    const project = new LogfireProject(stack, 'Shop');
    new LogfireApiKey(stack, 'A', { project, scopes: ApiScope.query(), expiry: TokenExpiry.after(Duration.days(90)), description: 'Reads' });
    new LogfireApiKey(stack, 'B', { project, scopes: ApiScope.ingest(), expiry: TokenExpiry.at('2031-01-01T00:00:00Z'), rotation: TokenRotation.manual(2) });
    new LogfireApiKey(stack, 'C', { project, scopes: ApiScope.query(), expiry: TokenExpiry.never('devices') });
    const { credentials } = reviewOf(stack);
    expect(credentials.map(({ kind, expiry, neverExpires, reason, rotation, ...item }) => (
      [factsOf(item), kind, expiry, neverExpires, reason, rotation]))).toEqual([
      [{ Description: 'Reads' }, 'api key', '90d after its creation', false, undefined, 'none'],
      [{}, 'api key', '2031-01-01T00:00:00Z', false, undefined, 'by hand, generation 2'],
      [{}, 'api key', 'never', true, 'devices', 'none'],
    ]);
    expect(credentials[0].scopes).toEqual(['project:read_otlp']);
  });

  test('for the gateway says its limits, also those of an API key', () => {
    const stack = newStack();
    const project = new LogfireProject(stack, 'Shop');
    new LogfireGatewayApiKey(stack, 'A', { project, dailyLimitUsd: 1, weeklyLimitUsd: 5, monthlyLimitUsd: 10, totalLimitUsd: 100 });
    const key = new LogfireApiKey(stack, 'B', { project, scopes: ApiScope.query(), expiry: TokenExpiry.never('devices') });
    key.resource.addOverride('gateway', { spending_limit_daily: 2 });
    expect(reviewOf(stack).credentials.map(factsOf)).toMatchObject([
      { 'Limit, daily': '1 USD', 'Limit, weekly': '5 USD', 'Limit, monthly': '10 USD', 'Limit, total': '100 USD' }, { 'Limit, daily': '2 USD' },
    ]);
  });
});

describe('an item', () => {
  test('is called by its name, otherwise its label or slug, and in the end by its path in the stack', () => {
    const stack = newStack();
    const project = new LogfireProject(stack, 'Shop');
    const alert = (id: string, name: unknown, more: { [key: string]: unknown } = {}) => {
      const { resource } = new LogfireAlert(stack, id, { project, query: QUERY });
      Object.entries({ name, ...more }).forEach(([key, value]) => resource.addOverride(key, value));
    };
    alert('A', 'own', { label: 'label' });
    alert('B', null, { label: 'label', slug: 'slug' });
    alert('C', '', { slug: 'slug' });
    alert('D', null);
    expect(reviewOf(stack).alerts.map(({ name }) => name)).toEqual(['own', 'label', 'slug', 'D']);
  });

  test('has an anchor that nothing else on the page has', () => {
    const stack = newStack(newApp(), 'data');
    ['Ä ö-ü', 'Shop', '!?', '! '].forEach((id) => new LogfireProject(stack, id));
    new l1.Project(stack, 'bound', { name: 'bound' });
    new LogfireAlert(stack, 'Other', { project: LogfireProject.fromProjectId(stack, 'A', UUID), query: QUERY });
    new LogfireAlert(stack, 'Others', { project: LogfireProject.fromProjectId(stack, 'B', `${UUID.slice(0, -1)}2`), query: QUERY });
    expect(reviewOf(stack).projects.map(({ anchor, path }) => [anchor, path])).toEqual([
      ['data/-', 'data/! '], ['data/--2', 'data/!?'], ['data/Shop', 'data/Shop'], ['data/bound', 'data/bound'], ['data/Ä-ö-ü', 'data/Ä ö-ü'],
      [`project/${UUID}`, ''], [`project/${UUID.slice(0, -1)}2`, ''],
    ]);
  });
});

describe('the page of a stack', () => {
  test('shows what is in it, and what it refers to elsewhere only by its id', () => {
    const app = newApp();
    const shared = newStack(app, 'shared');
    const project = new LogfireProject(shared, 'Shop');
    const team = newStack(app, 'team');
    new LogfireAlert(team, 'Alert', { project, query: QUERY });
    const review = readReview(team);
    expect(review).toMatchObject({ path: 'team', stacks: ['team'], alerts: [{ name: 'team-alert', stack: 'team' }] });
    expect(review.projects.map(({ path }) => path)).toEqual(['']);
  });
});

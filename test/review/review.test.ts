import { createHash } from 'node:crypto';
import { App, TerraformStack, TerraformVariable } from 'cdktf';
import * as fc from 'fast-check';
import { appSaying, dataIn, emptyApp, htmlOf, reviewOf, stackOf } from './apps';
import {
  DashboardDefinition, Delivery, Duration, LogfireAlert, LogfireChannel, LogfireDashboard, LogfirePolicies, LogfireProject, LogfireReview,
  LogfireSchedule, LogfireSlo, LogfireWebhookChannel, ProtectProjects, ScheduleWindow, SecretValue, Sli, SloRouting, SloScope, SloTierRouting,
  Timezone, TokenExpiry, TokenRotation, Weekday,
} from '../../src';
import { SCRIPT } from '../../src/review/page/script';
import { STYLE } from '../../src/review/page/style';
import { document } from '../dashboards/documents';
import { cleanUp, newApp, newStack, writtenFiles } from '../synth';

jest.setTimeout(60_000);
afterEach(cleanUp);

const QUERY = 'SELECT trace_id FROM records WHERE is_exception';
const UUID = '00000000-0000-4000-8000-000000000001';

function schedule(stack: TerraformStack, id: string, windows: ScheduleWindow[], timezone = 'Europe/Berlin'): LogfireSchedule {
  return new LogfireSchedule(stack, id, { timezone: Timezone.of(timezone), windows });
}

describe('who is notified when', () => {
  const covered = (notify: (stack: TerraformStack, channel: () => Delivery) => Delivery[]) => {
    const stack = newStack();
    let count = 0;
    const channel = () => Delivery.to(LogfireChannel.fromChannelId(stack, `Channel${count += 1}`, `00000000-0000-4000-8000-00000000000${count}`));
    new LogfireAlert(stack, 'Alert', { project: LogfireProject.fromProjectId(stack, 'Shop', UUID), query: QUERY, notify: notify(stack, channel) });
    return reviewOf(stack).alerts[0].hoursCovered;
  };

  test('is counted over all deliveries, without counting an hour twice', () => {
    const office = ScheduleWindow.officeHours();
    expect(covered((_, to) => [to()])).toBe(168);
    expect(covered(() => [])).toBe(0);
    expect(covered((stack, to) => [to().during(schedule(stack, 'A', office)), to().during(schedule(stack, 'B', office))])).toBe(40);
    expect(covered((stack, to) => [to().during(schedule(stack, 'A', office)), to().during(schedule(stack, 'B', ScheduleWindow.outsideOfficeHours()))])).toBe(168);
    expect(covered((stack, to) => [to().during(schedule(stack, 'A', [ScheduleWindow.overnight([Weekday.SUNDAY], '22:00', '06:30')]))])).toBe(8.5);
  });

  test('is not counted where nobody can know', () => {
    const office = ScheduleWindow.officeHours();
    expect(covered((stack, to) => [to().during(schedule(stack, 'A', office)), to().during(schedule(stack, 'B', office, 'Asia/Tokyo'))])).toBeUndefined();
    expect(covered((stack, to) => [to().during(LogfireSchedule.fromScheduleId(stack, 'A', UUID))])).toBeUndefined();
    expect(covered((stack, to) => {
      const start = new TerraformVariable(stack, 'start', { type: 'string' }).stringValue;
      return [to().during(schedule(stack, 'A', [ScheduleWindow.between([Weekday.MONDAY], start, '17:00')]))];
    })).toBeUndefined();
  });

  test('reads well', () => {
    const stack = newStack();
    schedule(stack, 'A', [ScheduleWindow.between([Weekday.MONDAY, Weekday.TUESDAY], '09:00', '12:00'), ScheduleWindow.allDay([Weekday.SUNDAY])]);
    LogfireReview.writeFor(stack.node.root);
    expect(htmlOf(stack.node.root as App)).toContain('Mon–Tue 09:00–12:00, Sun all day');
  });
});

test('the tiers of an SLO say what they can still catch', () => {
  const stack = newStack();
  const common = { project: new LogfireProject(stack, 'Shop'), sloScope: SloScope.service('shop'), sli: Sli.availability() };
  const channel = LogfireChannel.fromChannelId(stack, 'Channel', UUID);
  new LogfireSlo(stack, 'High', { ...common, targetPercent: 99.9, routing: SloRouting.byTier({ fast: SloTierRouting.to([Delivery.to(channel)]), slow: SloTierRouting.nobody() }) });
  new LogfireSlo(stack, 'Low', { ...common, targetPercent: 90, rollingWindow: Duration.days(7), routing: SloRouting.unmanaged() });
  new LogfireSlo(stack, 'Open', { ...common, targetPercent: new TerraformVariable(stack, 'target', { type: 'number' }).numberValue, routing: SloRouting.unmanaged() });
  const [high, low, open] = reviewOf(stack).slos;
  expect(high.tiers.map(({ routing }) => routing)).toEqual(['deliveries', 'unmanaged', 'nobody']);
  // In percent: 14.4 × 0.1. In seconds: 1.44 % of an hour, and 30 days / 14.4.
  expect(high.tiers[0].reach).toEqual({ badPercent: 1.44, secondsToFire: 52, secondsToSpend: 180_000 });
  expect(high.tiers[2].reach).toEqual({ badPercent: 0.1, secondsToFire: 260, secondsToSpend: 30 * 86_400 });
  expect(low.tiers[0].reach).toEqual({ badPercent: 144, secondsToSpend: 42_000 });
  expect(low.tiers[1].reach).toMatchObject({ badPercent: 60, secondsToFire: 12_960 });
  expect(open.tiers.map(({ reach }) => reach)).toEqual([undefined, undefined, undefined]);
  expect(htmlOf(stack.node.root as App)).toContain('Can never fire');
});

describe('what is shown', () => {
  test('is what is written in the end: with overrides of elements and of stacks, and bindings', () => {
    const stack = newStack();
    const project = new LogfireProject(stack, 'Shop', { projectName: 'shop' });
    const alert = new LogfireAlert(stack, 'Alert', { project, query: QUERY });
    alert.resource.addOverride('query', 'SELECT 2 FROM records');
    alert.resource.addOverride('frequency', '1h');
    const gone = new LogfireAlert(stack, 'Gone', { project, query: QUERY });
    stack.addOverride(`resource.logfire_alert.${gone.resource.friendlyUniqueId}`, undefined);
    stack.addOverride(`resource.logfire_project.${project.resource.friendlyUniqueId}.name`, 'renamed');
    const token = project.addWriteToken('Token');
    token.resource.addOverride('expires_at', '2031-01-01T00:00:00Z');
    const review = reviewOf(stack);
    expect(review.alerts.map(({ name, query }) => [name, query])).toEqual([['app-alert', 'SELECT 2 FROM records']]);
    expect(review.alerts[0].facts).toContainEqual({ label: 'Runs every', value: '1 h' });
    expect(review.projects[0]).toMatchObject({ name: 'renamed', members: [{ kind: 'Alerts' }, { kind: 'Credentials' }] });
    expect(review.credentials[0].expiry).toBe('2031-01-01T00:00:00Z');
  });

  test('follows references through other stacks, and shows existing projects and expressions', () => {
    const app = newApp();
    const shared = newStack(app, 'shared');
    const project = new LogfireProject(shared, 'Shop');
    const url = new TerraformVariable(shared, 'url', { type: 'string', sensitive: true });
    const channel = new LogfireWebhookChannel(shared, 'Hook', { url: SecretValue.fromVariable(url) });
    const stack = newStack(app, 'team');
    const description = `About ${new TerraformVariable(stack, 'subject', { type: 'string' }).stringValue}, not \${this}`;
    new LogfireAlert(stack, 'Alert', { project, query: QUERY, notify: [Delivery.to(channel)], description });
    new LogfireAlert(stack, 'Other', { project: LogfireProject.fromProjectId(stack, 'Billing', UUID), query: QUERY, description: 'Costs ${amount}' });
    const { alerts, projects, channels } = reviewOf(stack);
    expect(alerts[0].project).toEqual({ text: 'shared-shop', anchor: 'shared/Shop' });
    expect(alerts[0].deliveries).toEqual([{ channel: { text: 'shared-hook', anchor: 'shared/Hook' } }]);
    expect(alerts[0].description).toBe('About ${var.subject}, not $${this}');
    expect(alerts[1]).toMatchObject({ description: 'Costs ${amount}', project: { text: UUID } });
    expect(projects.map(({ name, members }) => [name, members[0].links[0].anchor])).toEqual([['shared-shop', 'team/Alert'], [UUID, 'team/Other']]);
    expect(channels[0]).toMatchObject({ users: [{ anchor: 'team/Alert' }], facts: [{ label: 'Type', value: 'webhook' }, { label: 'Format', value: 'auto' }] });
  });

  test('has the panels of dashboards, also with expressions in the definition, and the definition that is one', () => {
    const stack = newStack();
    const project = new LogfireProject(stack, 'Shop');
    const given = document();
    given.spec.panels.rate.spec.display.name = `Rate of ${new TerraformVariable(stack, 'service', { type: 'string' }).stringValue} {"x"}`;
    new LogfireDashboard(stack, 'A', { project, definition: DashboardDefinition.fromObject(given) });
    const whole = new LogfireDashboard(stack, 'B', { project, definition: DashboardDefinition.fromObject(document()) });
    whole.resource.addOverride('definition', '${file("x.json")}');
    const [first, second] = reviewOf(stack).dashboards;
    expect(first.drawn!.sections[0].panels[0].title).toMatch(/^Rate of \$\{.*var\.service.*\} \{"x"\}$/);
    expect(first.drawn!.sections[0].panels[0].queries[0]).toMatch(/^SELECT time_bucket/);
    expect(second).toMatchObject({ facts: [{ label: 'Slug' }, { label: 'Definition', value: '${file("x.json")}' }] });
  });

  test('has warnings with their rules, policies, and suppressions with what they accept', () => {
    const stack = newStack();
    const project = new LogfireProject(stack, 'Shop', { deletionProtection: false });
    new LogfireAlert(stack, 'Alert', { project, query: 'SELECT count(*) FROM records GROUP BY service_name HAVING count(*) = 0' });
    LogfirePolicies.suppress(project, 'ProtectProjects', 'a trial');
    new ProtectProjects().applyTo(stack);
    project.addWriteToken('Token', { expiry: TokenExpiry.never('devices'), rotation: TokenRotation.manual(3) });
    const { findings, suppressions, policies, credentials } = reviewOf(stack);
    expect(findings.map(({ rule, anchor }) => [rule, anchor])).toEqual(expect.arrayContaining([[expect.stringMatching(/^Q\d+$/), 'app/Alert'], ['nobody-notified', 'app/Alert']]));
    expect(suppressions).toMatchObject([{ path: 'app/Shop', rule: 'ProtectProjects', reason: 'a trial', accepted: [{ path: 'app/Shop', rule: 'ProtectProjects' }] }]);
    expect(policies).toEqual([{ rule: 'ProtectProjects', path: 'app' }]);
    expect(credentials[0]).toMatchObject({ neverExpires: true, reason: 'devices', rotation: 'by hand, generation 3', sinks: [] });
  });

  test('has the lint rules that are ignored, with what that accepts', () => {
    const stack = newStack();
    const project = new LogfireProject(stack, 'Shop');
    const query = 'SELECT count(*) FROM records GROUP BY service_name HAVING count(*) = 0';
    new LogfireAlert(stack, 'Alert', { project, query, ignoredLintRules: ['Q4', 'Q1'] });
    const given = document();
    given.spec.panels.rate.spec.queries[0].spec.plugin.spec.query = 'SELECT count(*) AS n FROM records_all';
    new LogfireDashboard(stack, 'Board', { project, definition: DashboardDefinition.fromObject(given), ignoredLintRules: ['D13'] });
    const { suppressions, findings } = reviewOf(stack);
    expect(suppressions).toMatchObject([
      { path: 'app/Alert', anchor: 'app/Alert', rule: 'Q4', accepted: [{ message: expect.stringContaining('query has') }] },
      { path: 'app/Alert', rule: 'Q1', accepted: [] },
      { path: 'app/Board', anchor: 'app/Board', rule: 'D13', accepted: [{ message: expect.stringContaining('reads records_all') }] },
    ]);
    expect(suppressions.map(({ reason }) => reason)).toEqual([undefined, undefined, undefined]);
    expect(findings.filter(({ rule }) => rule === 'D13' || rule === 'Q4')).toEqual([]);
    expect(htmlOf(stack.node.root as App)).toContain('<span class="badge ">D13</span><a href="#app/Board">app/Board</a></span></h3><p>Accepted with ignoredLintRules, which has no reasons.</p>');
  });

  test('has no secret in what looks harmless', () => {
    const secret = `pylf_v1_eu_${'aB3dE5gH7jK9mN1pQ3rS5tU7vW9'}`;
    expect(htmlOf(appSaying(`see ${secret}`))).not.toContain(secret);
  });
});

describe('the page', () => {
  test('is the same at each synth, and in the same app', () => {
    const app = appSaying('a <b>text</b>');
    const first = htmlOf(app);
    expect(htmlOf(appSaying('a <b>text</b>'))).toBe(first);
    expect(htmlOf(app)).toBe(first);
  });

  test('has room for what a plan changes, in three places that no text can have', () => {
    expect(htmlOf(appSaying('<!--changes:section-->')).match(/<!--.*?-->/g)).toEqual(['<!--changes:kind-->', '<!--changes:contents-->', '<!--changes:section-->']);
  });

  test('runs and loads nothing but its own style and script', () => {
    const html = htmlOf(emptyApp());
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(html).toContain(`content="default-src 'none'; style-src ${hash(/<style>(.*?)<\/style>/s.exec(html)![1])}; script-src ${hash(/<script>(.*?)<\/script>/s.exec(html)![1])}; base-uri 'none'; form-action 'none'"`);
    expect(html).not.toMatch(/https?:|url\(|@import| on\w+=| style=/);
    expect(STYLE.length + SCRIPT.length).toBeLessThan(40_000);
  });

  test('shows every text as text', () => {
    /** The tags of a page, without the values of their attributes. */
    const tagsOf = (html: string) => html.replace(/<script.*?<\/script>|<style>.*?<\/style>/gs, '').match(/<[^>]*>/g)!.map((tag) => tag.replace(/"[^"]*"/g, '""'));
    const plain = tagsOf(htmlOf(appSaying('plain')));
    const pieces = fc.constantFrom('<', '>', '"', "'", '&', '<b>', '</script>', '<!--', '-->', ']]>', '&lt;', 'x', ' ', 'onload=', '\u202e', 'é', '\u2028', '=', '/');
    fc.assert(fc.property(fc.array(pieces, { minLength: 1, maxLength: 12 }), (parts) => {
      const text = `a${parts.join('')}z`;
      const html = htmlOf(appSaying(text));
      expect(tagsOf(html)).toEqual(plain);
      expect(dataIn(html).projects[0].facts).toContainEqual({ label: 'Description', value: text });
      expect(html).not.toContain('\u202e');
      cleanUp();
    }), { numRuns: 40 });
  });

  test('is written where it is asked for, once, and not with a finding', () => {
    const app = newApp();
    const stack = newStack(app);
    expect(LogfireReview.writeFor(app, { fileName: 'shop.html' }).fileName).toBe('shop.html');
    LogfireReview.writeFor(app, { fileName: 'shop.html' });
    LogfireReview.writeFor(stack);
    expect(() => LogfireReview.writeFor(app)).toThrow('fileName must be the same for one app, got "logfire-review.html" after "shop.html"');
    expect(htmlOf(app, 'shop.html')).toContain('<h1>Logfire review</h1>');
    expect(htmlOf(app, 'stacks/app/logfire-review.html')).toContain('<h1>Logfire review of app</h1>');

    const broken = emptyApp();
    new TerraformVariable(stackOf(broken), 'x', {});
    new LogfireProject(stackOf(broken), 'A', { projectName: 'same' });
    new LogfireProject(stackOf(broken), 'B', { projectName: 'same' });
    expect(() => broken.synth()).toThrow();
    expect(writtenFiles(broken)).toEqual([]);
  });

  test.each(['', 'review', 'Review.HTML', '.html', '-a.html', 'a/b.html', 'a b.html', '../a.html', 'a.html\n'])('fails for the file name %j', (fileName) => {
    expect(() => LogfireReview.writeFor(emptyApp(), { fileName })).toThrow(
      `fileName must be letters, digits, ., _ and -, and end in .html, got ${JSON.stringify(fileName)}; omit it for logfire-review.html [logfire:file-name]`);
  });

  test('has one name for a stack', () => {
    const stack = newStack();
    LogfireReview.writeFor(stack, { fileName: '1_a-B.html' });
    expect(() => LogfireReview.writeFor(stack)).toThrow(
      'app: fileName must be the same for one stack, got "logfire-review.html" after "1_a-B.html"; call LogfireReview.writeFor once [logfire:file-name]');
  });

  test('fails without a stack', () => {
    const message = 'scope must be an app that has stacks, or a stack, got neither; call LogfireReview.writeFor with the app, after the last stack [logfire:file-scope]';
    expect(() => LogfireReview.writeFor(newApp())).toThrow(message);
    expect(() => LogfireReview.writeFor(new LogfireProject(newStack(), 'Shop'))).toThrow(`app/Shop: ${message}`);
  });

  test('fails for a stack that comes after it, unless it is that of another stack', () => {
    const app = newApp();
    LogfireReview.writeFor(newStack(app, 'one'));
    newStack(app, 'two');
    app.synth();
    LogfireReview.writeFor(app);
    newStack(app, 'three');
    expect(() => app.synth()).toThrow(
      'three: the stack was added after LogfireReview.writeFor was called for the app; call it at the end of the program, after the last stack [logfire:late-stack]');
    LogfireReview.writeFor(app);
    expect(htmlOf(app)).toContain('<p>3 stacks: one, two, three. ');
  });
});

import { describeStandIn } from './harness';
import { appJson, created, operations, stackJson, useStacks } from './stacks';
import {
  AlertImportId, AlertSeverity, Delivery, Duration, LogfireAlert, LogfireAlertProps, LogfireChannel, LogfireProject, LogfireSchedule,
  LogfireSlackChannel, NotifyWhen, ScheduleWindow, Timezone,
} from '../../src';
import { newStack, TerraformJson } from '../synth';

const INSTALL = '00000000-0000-4000-8000-00000000aaaa';
const QUERY = 'SELECT trace_id FROM records WHERE is_exception';

interface Parts {
  readonly slack: LogfireSlackChannel;
  readonly other: LogfireSlackChannel;
  readonly office: LogfireSchedule;
  readonly second: LogfireProject;
}

type Props = (parts: Parts) => Partial<LogfireAlertProps>;

/** An alert, and around it two channels, a schedule and two projects that its props may use. */
function json(props: Props = () => ({})) {
  return stackJson((stack) => {
    const [slack, other] = ['Slack', 'Other'].map((id) => new LogfireSlackChannel(stack, id, { installId: INSTALL, slackChannelId: 'C1' }));
    const office = new LogfireSchedule(stack, 'Office', { timezone: Timezone.of('Europe/Berlin'), windows: ScheduleWindow.officeHours() });
    const [project, second] = ['shop', 'second'].map((projectName) => new LogfireProject(stack, projectName, { projectName, deletionProtection: false }));
    new LogfireAlert(stack, 'Errors', { project, query: QUERY, notify: [Delivery.to(slack)], ...props({ slack, other, office, second }) });
  });
}

describeStandIn('LogfireAlert in Terraform', () => {
  const stacks = useStacks();
  const alerts = () => stacks.standIn.logfire.objects('logfire_alert');

  test('is made, with all that it refers to, changed in place and destroyed, and each second plan is empty', async () => {
    const workspace = await stacks.workspace(json());
    await workspace.mustApply();
    const shop = stacks.standIn.logfire.objects('logfire_project').find(({ name }) => name === 'shop');
    expect(alerts()).toMatchObject([{
      project_id: shop!.id,
      name: 'app-errors',
      query: QUERY,
      frequency: '5m',
      time_window: '5m',
      notify_when: 'has_matches_changed',
      channel_assignments: [{ schedule_id: null }],
      environments: null,
      description: null,
      active: true,
    }]);
    expect(await workspace.planExitCode()).toBe(0);

    const changes: [Props, object][] = [
      [() => ({ alertName: 'errors' }), { name: 'errors' }],
      [() => ({ query: 'SELECT 1' }), { query: 'SELECT 1' }],
      [() => ({ frequency: Duration.hours(24), timeWindow: Duration.days(7) }), { frequency: '24h', time_window: '7d' }],
      [() => ({ notifyWhen: NotifyWhen.HAS_MATCHES }), { notify_when: 'has_matches' }],
      [({ slack, other, office }) => ({ notify: [Delivery.to(slack).during(office), Delivery.to(other)] }), { channel_assignments: [{}, {}] }],
      [() => ({ notify: [] }), { channel_assignments: [] }],
      [() => ({ environments: ['production'] }), { environments: ['production'] }],
      [() => ({ environments: [] }), { environments: null }],
      [() => ({ description: 'Look.', severity: AlertSeverity.CRITICAL, runbook: 'https://example.com/a' }),
        { description: 'Look.\n\nSeverity: critical\nRunbook: https://example.com/a' }],
      [() => ({ active: false }), { active: false, description: null }],
    ];
    for (const [props, changed] of changes) {
      workspace.write(json(props));
      expect((await workspace.mustApply()).text).toContain('0 added, 1 changed, 0 destroyed');
      expect(alerts()).toMatchObject([changed]);
      expect(await workspace.planExitCode()).toBe(0);
    }
    expect(created(stacks.standIn, 'logfire_alert')).toHaveLength(1);
    expect((await workspace.destroy()).exitCode).toBe(0);
    expect(['logfire_alert', 'logfire_channel', 'logfire_schedule', 'logfire_project'].flatMap((type) => stacks.standIn.logfire.objects(type))).toEqual([]);
  }, 120_000);

  test('another project replaces it', async () => {
    const workspace = await stacks.workspace(json());
    await workspace.mustApply();
    workspace.write(json(({ second }) => ({ project: second })));
    expect((await workspace.mustApply()).text).toContain('1 added, 0 changed, 1 destroyed');
    expect(alerts()).toMatchObject([{ id: created(stacks.standIn, 'logfire_alert')[1] }]);
    expect(await workspace.planExitCode()).toBe(0);
  });

  test('is made after what it refers to, and destroyed before it', async () => {
    const workspace = await stacks.workspace(json(({ slack, other, office }) => ({
      notify: [Delivery.to(slack).during(office), Delivery.to(other)],
    })));
    await workspace.mustApply();
    expect(operations(stacks.standIn).at(-1)).toBe('create logfire_alert');
    await workspace.destroy();
    const deleted = operations(stacks.standIn).filter((operation) => /^delete logfire_(alert|channel|schedule)$/.test(operation));
    expect(deleted).toHaveLength(4);
    expect(deleted[0]).toBe('delete logfire_alert');
  });

  test('the plan of a change knows every attribute: none is left to Logfire', async () => {
    const workspace = await stacks.workspace(json());
    await workspace.mustApply();
    workspace.write(json(() => ({ query: 'SELECT 1' })));
    const [change] = (await workspace.planJson()).resource_changes!.filter(({ type, change: { actions } }) => type === 'logfire_alert' && actions[0] === 'update');
    expect(JSON.stringify(change.change.after_unknown)).not.toContain('true');
  });

  test.each(['name', 'id'])('is imported by %s, and left as it is', async (kind) => {
    const { logfire } = stacks.standIn;
    const project = logfire.add('logfire_project', { name: 'shop' });
    const channel = logfire.add('logfire_channel', { name: 'on call', config: { type: 'slack-integration', install_id: INSTALL, channel_id: 'C1' } });
    const { id } = logfire.add('logfire_alert', {
      project_id: project.id,
      name: 'errors',
      query: QUERY,
      frequency: '1h',
      time_window: '24h',
      notify_when: 'has_matches_changed',
      channel_assignments: [{ channel_id: channel.id, schedule_id: null }],
    });
    const workspace = await stacks.workspace(stackJson((stack) => {
      new LogfireAlert(stack, 'Errors', {
        project: LogfireProject.fromProjectId(stack, 'Shop', project.id),
        alertName: 'errors',
        query: QUERY,
        frequency: Duration.hours(1),
        timeWindow: Duration.days(1),
        notify: [Delivery.to(LogfireChannel.fromChannelId(stack, 'Channel', channel.id))],
        importFrom: kind === 'name' ? AlertImportId.byName('shop', 'errors') : AlertImportId.byId(project.id, id),
      });
    }));
    expect((await workspace.plan()).text).toContain('1 to import, 0 to add, 0 to change, 0 to destroy');
    await workspace.mustApply();
    expect(operations(stacks.standIn)).toEqual([]);
    expect(await workspace.planExitCode()).toBe(0);
  });
});

describeStandIn('deliveries across stacks in Terraform', () => {
  const stacks = useStacks();

  test('an alert notifies the channel of another stack', async () => {
    const [shared, service] = appJson((app) => {
      const producer = newStack(app, 'shared');
      const consumer = newStack(app, 'service');
      const channel = new LogfireSlackChannel(producer, 'Slack', { installId: INSTALL, slackChannelId: 'C1' });
      const project = new LogfireProject(consumer, 'Shop', { deletionProtection: false });
      new LogfireAlert(consumer, 'Errors', { project, query: QUERY, notify: [Delivery.to(channel)] });
      return [producer, consumer];
    });
    const first = await stacks.workspace(shared);
    await first.mustApply();
    const [remote] = Object.values<TerraformJson>(service.data.terraform_remote_state);
    remote.config.path = `${first.folder}/terraform.tfstate`;
    const second = await stacks.workspace(service);
    await second.mustApply();
    expect(stacks.standIn.logfire.objects('logfire_alert')).toMatchObject([{ channel_assignments: [{ channel_id: created(stacks.standIn, 'logfire_channel')[0] }] }]);
    expect(await second.planExitCode()).toBe(0);
  });
});

import { describeStandIn } from './harness';
import { stackJson, useStacks } from './stacks';
import {
  AlertQuery, AlertSeverity, Delivery, DeploymentEnvironments, LogfireDefaults, LogfireEnvironmentProjects, LogfireOfficeHoursSplit,
  LogfireProject, LogfireSlackChannel, LogfireSubjectMonitoring, NotificationRouting, RecordFilter, Sli, SloScope, Timezone, TokenExpiry,
} from '../../src';
import { TerraformJson } from '../synth';

const INSTALL = '00000000-0000-4000-8000-000000000004';

/** A shop in some environments, with all that the defaults give it. */
function shop(names: string[], inOneProject: boolean): TerraformJson {
  return stackJson((stack) => {
    const [pager, chat] = ['Pager', 'Chat'].map((id) => new LogfireSlackChannel(stack, id, { installId: INSTALL, slackChannelId: 'C0123456789' }));
    const week = new LogfireOfficeHoursSplit(stack, 'Week', { timezone: Timezone.of('Europe/Berlin') });
    LogfireDefaults.of(stack).set({
      expiry: TokenExpiry.at('2099-01-01T00:00:00Z'),
      routing: NotificationRouting.bySeverity({
        critical: [Delivery.to(pager)], warning: week.deliverTo({ during: [chat], outside: [pager] }), info: [Delivery.to(chat).during(week.during)],
      }),
      runbookBaseUrl: 'https://runbooks.example.com',
      owner: 'Payments',
      deletionProtection: false,
    });
    let environments: DeploymentEnvironments;
    if (inOneProject) {
      environments = DeploymentEnvironments.inProject(new LogfireProject(stack, 'Shop'), names);
    } else {
      const projects = new LogfireEnvironmentProjects(stack, 'Shop', { names });
      names.forEach((name) => projects.projectOf(name).addWriteToken('Token'));
      ({ environments } = projects);
    }
    const orders = new LogfireSubjectMonitoring(stack, 'Orders', { environments });
    const query = AlertQuery.silence({ filter: RecordFilter.service('orders') });
    orders.addAlert('NoOrders', { title: 'no orders', query, severity: AlertSeverity.CRITICAL, description: 'No order came in.' });
    orders.addSlo('Availability', { title: 'availability', sloScope: SloScope.service('orders'), sli: Sli.availability(), targetPercent: 99.9 });
  });
}

const addresses = (json: TerraformJson) => Object.entries<TerraformJson>(json.resource).flatMap(([type, byName]) => Object.keys(byName).map((name) => `${type}.${name}`));

describeStandIn('environments and defaults in Terraform', () => {
  const stacks = useStacks();
  const objects = (type: string) => stacks.standIn.logfire.objects(`logfire_${type}`);

  test.each([['one project', true], ['a project each', false]])('in %s, another environment only adds', async (_, inOneProject) => {
    const before = shop(['production', 'staging'], inOneProject);
    const workspace = await stacks.workspace(before);
    await workspace.mustApply();
    expect(await workspace.planExitCode()).toBe(0);

    const [pager, chat] = ['pager', 'chat'].map((name) => objects('channel').find((channel) => channel.name === `app-${name}`)!.id);
    const hours = objects('schedule').find(({ label }) => label === 'app-week-during')!.id;
    const alertOf = (environment: string) => objects('alert').find(({ name }) => name === `Orders (${environment}): no orders`)!;
    expect(alertOf('production')).toMatchObject({
      channel_assignments: [{ channel_id: pager }],
      description: 'No order came in.\n\nSeverity: critical\nOwner: Payments\nRunbook: https://runbooks.example.com/no-orders',
    });
    expect(alertOf('staging').channel_assignments).toMatchObject([{ channel_id: chat, schedule_id: hours }]);
    const slo = objects('slo').find(({ name }) => name === 'Orders (staging): availability')!;
    expect(slo).toMatchObject({ alerts: { slow: { channel_assignments: [{ channel_id: chat, schedule_id: hours }] } } });
    objects('write_token').forEach((token) => expect(token.expires_at).toBe('2099-01-01T00:00:00Z'));

    const after = shop(['dev', 'production', 'staging'], inOneProject);
    expect(addresses(after)).toEqual(expect.arrayContaining(addresses(before)));
    const added = addresses(after).length - addresses(before).length;
    expect(added).toBe(inOneProject ? 2 : 5);
    workspace.write(after);
    expect((await workspace.mustApply()).text).toContain(`${added} added, 0 changed, 0 destroyed`);
    expect(await workspace.planExitCode()).toBe(0);
    expect((await workspace.destroy()).exitCode).toBe(0);
  });
});

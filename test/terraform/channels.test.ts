import { TerraformStack, TerraformVariable } from 'cdktf';
import { describeStandIn } from './harness';
import { operations, stackJson, useStacks } from './stacks';
import {
  ChannelImportId, LogfireChannel, LogfireOpsgenieChannel, LogfirePagerDutyChannel, LogfirePagerDutyService,
  LogfirePagerDutyServiceChannel, LogfireSlackChannel, LogfireSlackWebhookChannel, LogfireWebhookChannel, PagerDutyRegion, SecretValue,
  SlackMessageFormat, WebhookFormat,
} from '../../src';

const INSTALL = '00000000-0000-4000-8000-00000000aaaa';
const OTHER_INSTALL = '00000000-0000-4000-8000-00000000bbbb';
// A secret often comes with the end of the line of the file that it is kept in.
const SECRETS = { TF_VAR_secret: 'https://hooks.example.com/not-a-real-secret-1\n', TF_VAR_other: 'https://hooks.example.com/not-a-real-secret-2' };
const [SECRET, OTHER] = Object.values(SECRETS).map((text) => text.trim());

type Build = (stack: TerraformStack, secret: SecretValue, other: SecretValue) => LogfireChannel | undefined;

/** The stack of the build, with two secrets that it may use. */
function json(build: Build) {
  return stackJson((stack) => {
    const [secret, other] = ['secret', 'other'].map((name) =>
      SecretValue.fromVariable(new TerraformVariable(stack, name, { type: 'string', sensitive: true, default: '' })));
    build(stack, secret, other);
  });
}

const service = (stack: TerraformStack, pagerDutyServiceId: string) => new LogfirePagerDutyService(stack, 'Service', { accountSubdomain: 'acme', pagerDutyServiceId });

describeStandIn('channels in Terraform', () => {
  const stacks = useStacks();
  const configs = () => stacks.standIn.logfire.objects('logfire_channel').map(({ config }) =>
    Object.fromEntries(Object.entries(config as object).filter(([, value]) => value !== null)));

  beforeEach(() => {
    for (const id of ['PABC1', 'PABC2']) {
      stacks.standIn.logfire.addPagerdutyService({ account_subdomain: 'acme', pagerduty_service_id: id });
    }
  });

  test.each<[string, Build, object, [Build, object][]]>([
    ['LogfireWebhookChannel', (stack, url) => new LogfireWebhookChannel(stack, 'On', { url }), { type: 'webhook', format: 'auto', url: SECRET }, [
      [(stack, _, url) => new LogfireWebhookChannel(stack, 'On', { url }), { url: OTHER }],
      [(stack, _, url) => new LogfireWebhookChannel(stack, 'On', { url, format: WebhookFormat.RAW_DATA }), { format: 'raw-data' }],
    ]],
    ['LogfireSlackWebhookChannel', (stack, url) => new LogfireSlackWebhookChannel(stack, 'On', { url }), { type: 'webhook', format: 'slack-blockkit', url: SECRET }, [
      [(stack, url) => new LogfireSlackWebhookChannel(stack, 'On', { url, format: SlackMessageFormat.LEGACY }), { format: 'slack-legacy' }],
      [(stack, _, url) => new LogfireSlackWebhookChannel(stack, 'On', { url, format: SlackMessageFormat.LEGACY }), { url: OTHER }],
    ]],
    ['LogfireSlackChannel', (stack) => new LogfireSlackChannel(stack, 'On', { installId: INSTALL, slackChannelId: 'C1' }),
      { type: 'slack-integration', install_id: INSTALL, channel_id: 'C1', include_agent_prompt: true }, [
        [(stack) => new LogfireSlackChannel(stack, 'On', { installId: OTHER_INSTALL, slackChannelId: 'C1' }), { install_id: OTHER_INSTALL }],
        [(stack) => new LogfireSlackChannel(stack, 'On', { installId: OTHER_INSTALL, slackChannelId: 'C2' }), { channel_id: 'C2' }],
        [(stack) => new LogfireSlackChannel(stack, 'On', { installId: OTHER_INSTALL, slackChannelId: 'C2', includeAgentPrompt: false }), { include_agent_prompt: false }],
      ]],
    ['LogfireOpsgenieChannel', (stack, authKey) => new LogfireOpsgenieChannel(stack, 'On', { authKey }), { type: 'opsgenie', auth_key: SECRET }, [
      [(stack, _, authKey) => new LogfireOpsgenieChannel(stack, 'On', { authKey }), { auth_key: OTHER }],
    ]],
    ['LogfirePagerDutyChannel', (stack, routingKey) => new LogfirePagerDutyChannel(stack, 'On', { routingKey }), { type: 'pagerduty', routing_key: SECRET, region: 'us' }, [
      [(stack, routingKey) => new LogfirePagerDutyChannel(stack, 'On', { routingKey, region: PagerDutyRegion.EU }), { region: 'eu' }],
      [(stack, _, routingKey) => new LogfirePagerDutyChannel(stack, 'On', { routingKey, region: PagerDutyRegion.EU }), { routing_key: OTHER }],
    ]],
    ['LogfirePagerDutyServiceChannel', (stack) => new LogfirePagerDutyServiceChannel(stack, 'On', { service: service(stack, 'PABC1') }),
      { type: 'pagerduty-integration', install_id: expect.any(String), service_id: expect.any(String) }, [
        [(stack) => new LogfirePagerDutyServiceChannel(stack, 'On', { service: service(stack, 'PABC2') }), {}],
      ]],
    ['a channel of any kind', (stack, url) => new LogfireWebhookChannel(stack, 'On', { url }), { type: 'webhook', format: 'auto', url: SECRET }, [
      [(stack) => new LogfireSlackChannel(stack, 'On', { installId: INSTALL, slackChannelId: 'C1' }), { type: 'slack-integration', install_id: INSTALL }],
    ]],
  ])('%s is made, changed in place and destroyed, and each second plan is empty', async (_, build, config, changes) => {
    const workspace = await stacks.workspace(json(build), SECRETS);
    await workspace.mustApply();
    expect(configs()).toEqual([config]);
    expect(stacks.standIn.logfire.objects('logfire_channel')).toMatchObject([{ name: 'app-on', active: true }]);
    expect(await workspace.planExitCode()).toBe(0);
    for (const [change, changed] of changes) {
      workspace.write(json(change));
      expect((await workspace.mustApply()).text).toContain('0 added, 1 changed, 0 destroyed');
      expect(configs()).toMatchObject([changed]);
      expect(await workspace.planExitCode()).toBe(0);
    }
    expect(operations(stacks.standIn)).toEqual(['create logfire_channel', ...changes.map(() => 'update logfire_channel')]);
    expect((await workspace.destroy()).exitCode).toBe(0);
    expect(stacks.standIn.logfire.objects('logfire_channel')).toEqual([]);
  });

  test('name and switch are changed in place', async () => {
    const slack = { installId: INSTALL, slackChannelId: 'C1' };
    const workspace = await stacks.workspace(json((stack) => new LogfireSlackChannel(stack, 'On', slack)));
    await workspace.mustApply();
    workspace.write(json((stack) => new LogfireSlackChannel(stack, 'On', { ...slack, channelName: 'On call, EU / US', active: false })));
    expect((await workspace.mustApply()).text).toContain('0 added, 1 changed, 0 destroyed');
    expect(stacks.standIn.logfire.objects('logfire_channel')).toMatchObject([{ name: 'On call, EU / US', active: false }]);
    expect(await workspace.planExitCode()).toBe(0);
  });

  test('the service of PagerDuty gives the channel its ids while planning, and must be approved', async () => {
    const { install_id, service_id } = stacks.standIn.logfire.addPagerdutyService({ account_subdomain: 'acme', pagerduty_service_id: 'PNEW' });
    const workspace = await stacks.workspace(json((stack) => new LogfirePagerDutyServiceChannel(stack, 'On', { service: service(stack, 'PNEW') })));
    const [change] = (await workspace.planJson()).resource_changes!.filter(({ type }) => type === 'logfire_channel');
    expect(change.change.after!.config).toMatchObject({ install_id, service_id });
    workspace.write(json((stack) => new LogfirePagerDutyServiceChannel(stack, 'On', { service: service(stack, 'PUNKNOWN') })));
    expect(await workspace.plan()).toMatchObject({ exitCode: 1, text: expect.stringContaining('PUNKNOWN') });
  });

  test.each(['name', 'id'])('is imported by %s: its secret is written once more, and then nothing', async (kind) => {
    const { id } = stacks.standIn.logfire.add('logfire_channel', { name: 'EU / US', active: true, config: { type: 'webhook', format: 'auto', url: SECRET } });
    const importFrom = kind === 'name' ? ChannelImportId.byName('EU / US') : ChannelImportId.byId(id);
    const workspace = await stacks.workspace(json((stack, url) => new LogfireWebhookChannel(stack, 'On', { channelName: 'EU / US', url, importFrom })), SECRETS);
    expect((await workspace.plan()).text).toContain('1 to import, 0 to add, 1 to change, 0 to destroy');
    await workspace.mustApply();
    expect(operations(stacks.standIn)).toEqual(['update logfire_channel']);
    expect(stacks.standIn.logfire.objects('logfire_channel')).toMatchObject([{ id }]);
    expect(await workspace.planExitCode()).toBe(0);
  });
});

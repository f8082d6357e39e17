import { TerraformStack, TerraformVariable } from 'cdktf';
import {
  ChannelImportId, ChannelOptions, LogfireChannel, LogfireOpsgenieChannel, LogfirePagerDutyChannel, LogfirePagerDutyService,
  LogfirePagerDutyServiceChannel, LogfireProvider, LogfireSlackChannel, LogfireSlackChannelProps, LogfireSlackWebhookChannel,
  LogfireWebhookChannel, PagerDutyRegion, SecretValue, SlackMessageFormat, WebhookFormat,
} from '../../src';
import { cleanUp, newApp, newStack, only, synth, TerraformJson, warnings } from '../synth';

const UUID = '00000000-0000-4000-8000-000000000001';

afterEach(cleanUp);

function secret(stack: TerraformStack): SecretValue {
  return SecretValue.fromVariable(new TerraformVariable(stack, 'secret', { type: 'string', sensitive: true }));
}

function made(build: (stack: TerraformStack) => void): TerraformJson {
  const stack = newStack();
  build(stack);
  const { '//': _metadata, ...resource } = only(synth(stack), 'logfire_channel');
  return resource;
}

function slack(props: Partial<LogfireSlackChannelProps> = {}): TerraformJson {
  return made((stack) => new LogfireSlackChannel(stack, 'Slack', { installId: UUID, slackChannelId: 'C0123456789', ...props }));
}

const SECRET = '${trimspace(sensitive(var.secret))}';

describe('each kind of channel', () => {
  test.each<[string, (stack: TerraformStack) => LogfireChannel, TerraformJson]>([
    ['LogfireWebhookChannel', (stack) => new LogfireWebhookChannel(stack, 'On', { url: secret(stack) }), { type: 'webhook', url: SECRET, format: 'auto' }],
    ['LogfireWebhookChannel with a format', (stack) => new LogfireWebhookChannel(stack, 'On', { url: secret(stack), format: WebhookFormat.RAW_DATA }),
      { type: 'webhook', url: SECRET, format: 'raw-data' }],
    ['LogfireSlackWebhookChannel', (stack) => new LogfireSlackWebhookChannel(stack, 'On', { url: secret(stack) }), { type: 'webhook', url: SECRET, format: 'slack-blockkit' }],
    ['LogfireSlackWebhookChannel in the older form', (stack) => new LogfireSlackWebhookChannel(stack, 'On', { url: secret(stack), format: SlackMessageFormat.LEGACY }),
      { type: 'webhook', url: SECRET, format: 'slack-legacy' }],
    ['LogfireSlackChannel', (stack) => new LogfireSlackChannel(stack, 'On', { installId: UUID, slackChannelId: 'C0123456789' }),
      { type: 'slack-integration', install_id: UUID, channel_id: 'C0123456789', include_agent_prompt: true }],
    ['LogfireSlackChannel without a prompt', (stack) => new LogfireSlackChannel(stack, 'On', { installId: UUID, slackChannelId: 'C0123456789', includeAgentPrompt: false }),
      { type: 'slack-integration', install_id: UUID, channel_id: 'C0123456789', include_agent_prompt: false }],
    ['LogfireOpsgenieChannel', (stack) => new LogfireOpsgenieChannel(stack, 'On', { authKey: secret(stack) }), { type: 'opsgenie', auth_key: SECRET }],
    ['LogfirePagerDutyChannel', (stack) => new LogfirePagerDutyChannel(stack, 'On', { routingKey: secret(stack) }), { type: 'pagerduty', routing_key: SECRET, region: 'us' }],
    ['LogfirePagerDutyChannel in a region', (stack) => new LogfirePagerDutyChannel(stack, 'On', { routingKey: secret(stack), region: PagerDutyRegion.EU }),
      { type: 'pagerduty', routing_key: SECRET, region: 'eu' }],
    ['LogfirePagerDutyServiceChannel', (stack) => new LogfirePagerDutyServiceChannel(stack, 'On', {
      service: new LogfirePagerDutyService(stack, 'Service', { accountSubdomain: 'acme', pagerDutyServiceId: 'PABC123' }),
    }), {
      type: 'pagerduty-integration',
      install_id: expect.stringMatching(/^\$\{data\.logfire_pagerduty_service\.Service_[0-9A-F]{8}\.install_id\}$/),
      service_id: expect.stringMatching(/^\$\{data\.logfire_pagerduty_service\.Service_[0-9A-F]{8}\.service_id\}$/),
    }],
  ])('%s writes what its kind needs and nothing else', (_, build, config) => {
    expect(made(build)).toEqual({ name: 'app-on', active: true, config });
  });
});

describe('what all channels have', () => {
  test('a name and a switch', () => {
    expect(slack({ channelName: 'On call, EU / US', active: false })).toMatchObject({ name: 'On call, EU / US', active: false });
  });

  test.each(['', ' ', ' on call', 'on call\n'])('fails when the name is %j', (channelName) => {
    expect(() => slack({ channelName })).toThrow(
      `app/Slack: channelName must be a string that is not blank and has no whitespace around it, got ${JSON.stringify(channelName)}; leave it out`);
  });

  test('a name from a variable', () => {
    expect(made((stack) => new LogfireSlackChannel(stack, 'Slack', {
      installId: UUID, slackChannelId: 'C0123456789', channelName: new TerraformVariable(stack, 'name', {}).stringValue,
    })).name).toBe('${var.name}');
  });

  test('two channels may have one name', () => {
    const stack = newStack();
    for (const id of ['A', 'B']) {
      new LogfireSlackChannel(stack, id, { installId: UUID, slackChannelId: 'C0123456789', channelName: 'on call' });
    }
    expect(Object.keys(synth(stack).resource.logfire_channel)).toHaveLength(2);
  });

  test('a provider, and what has to be there before', () => {
    const stack = newStack();
    const provider = new LogfireProvider(stack, 'Other', { alias: 'other' });
    const first = new LogfireWebhookChannel(stack, 'First', { url: secret(stack), provider });
    new LogfireSlackChannel(stack, 'Second', { installId: UUID, slackChannelId: 'C0123456789', dependsOn: [first] });
    const [one, two] = Object.values<TerraformJson>(synth(stack).resource.logfire_channel);
    expect(one.provider).toBe('logfire.other');
    expect(two.depends_on).toEqual([expect.stringMatching(/^logfire_channel\.First_[0-9A-F]{8}$/)]);
  });

  test('an id that follows an overridden address', () => {
    const stack = newStack();
    const channel = new LogfireSlackChannel(stack, 'Slack', { installId: UUID, slackChannelId: 'C0123456789' });
    const { channelId } = channel;
    channel.resource.overrideLogicalId('slack');
    new LogfireSlackChannel(stack, 'Copy', { installId: UUID, slackChannelId: 'C0123456789', channelName: channelId });
    const names = Object.values<TerraformJson>(synth(stack).resource.logfire_channel).map((resource) => resource.name);
    expect(names).toContain('${logfire_channel.slack.id}');
  });
});

describe('importFrom', () => {
  function importBlocks(importFrom: ChannelImportId, options: ChannelOptions = {}): TerraformJson {
    const stack = newStack();
    new LogfireSlackChannel(stack, 'Slack', { installId: UUID, slackChannelId: 'C0123456789', importFrom, ...options });
    return synth(stack).import;
  }

  test.each([['name', ChannelImportId.byName(' on call\n'), 'on call'], ['a name with separators', ChannelImportId.byName('EU / US, all'), 'EU / US, all'], ['id', ChannelImportId.byId(UUID), UUID]])(
    'by %s', (_, importFrom, id) => {
      expect(importBlocks(importFrom)).toEqual([{ to: expect.stringMatching(/^logfire_channel\.Slack_[0-9A-F]{8}$/), id }]);
    });

  test('fails when it is blank', () => {
    expect(() => importBlocks(ChannelImportId.byName(' '))).toThrow('app/Slack: importFrom must not be blank, got " "; pass the name or the UUID of a channel');
  });
});

describe('fromChannelId', () => {
  test('creates nothing, fails for a blank id and warns about one that is no UUID', () => {
    const stack = newStack();
    expect(LogfireChannel.fromChannelId(stack, 'Good', UUID).channelId).toBe(UUID);
    expect(() => LogfireChannel.fromChannelId(stack, 'Blank', '')).toThrow('app/Blank: channelId must be the UUID of a channel, got ""; copy it from the channel\'s settings');
    expect(warnings(stack)).toEqual([]);
    LogfireChannel.fromChannelId(stack, 'Name', 'on-call');
    expect(warnings(stack)).toEqual(['channelId "on-call" is not a UUID; Logfire finds channels by UUID, not by name [logfire:uuid]']);
    expect(synth(stack).resource).toBeUndefined();
  });
});

describe('the address of a webhook', () => {
  const webhook = (url: string) => made((stack) => new LogfireWebhookChannel(stack, 'Hook', { url: SecretValue.unsafePlainText(url) }));
  const slackWebhook = (url: string) => made((stack) => new LogfireSlackWebhookChannel(stack, 'Hook', { url: SecretValue.unsafePlainText(url) }));

  test.each(['hooks.example.com/key', 'POST https://hooks.example.com/key', 'ftp://hooks.example.com/key', 'HTTPS//hooks.example.com/key', 'https:///key', 'https:// key'])('fails for %j, and does not show it', (url) => {
    for (const build of [webhook, slackWebhook]) {
      expect(() => build(url)).toThrow(/^app\/Hook: url must be an address that begins with https:\/\/( or http:\/\/)?, got a different string, not shown because it is a secret; copy the address of the webhook again/);
      expect(() => build(url)).not.toThrow('key');
    }
  });

  test('is cut of blanks, which Logfire cuts too', () => {
    expect(webhook(' https://hooks.example.com/a\n').config.url).toBe('${trimspace(sensitive(" https://hooks.example.com/a\\n"))}');
  });

  test('warns when it is not encrypted, without showing it', () => {
    const stack = newStack();
    new LogfireWebhookChannel(stack, 'Hook', { url: SecretValue.unsafePlainText('http://hooks.example.com/key') });
    new LogfireWebhookChannel(stack, 'Encrypted', { url: SecretValue.unsafePlainText('https://hooks.example.com/key') });
    expect(warnings(stack)).toEqual(['url is not encrypted: others on the network can read the notifications and the address; use https [logfire:webhook-encryption]']);
  });

  test('of Slack must be encrypted', () => {
    expect(() => slackWebhook('http://hooks.slack.com/services/a')).toThrow('app/Hook: url must be an address that begins with https://, got a different string');
    expect(slackWebhook('https://hooks.slack.com/services/a').config.format).toBe('slack-blockkit');
  });

  test('fails when it is blank', () => {
    expect(() => webhook(' ')).toThrow('app/Hook: url must not be empty');
    expect(() => slackWebhook('')).toThrow('app/Hook: url must not be empty');
  });
});

describe('the Slack app', () => {
  test.each(['', 'T0123', 'slack'])('fails when the connection is %j', (installId) => {
    expect(() => slack({ installId })).toThrow(`app/Slack: installId must be the UUID of a Slack connection, got ${JSON.stringify(installId)}; copy it from the organization's settings in Logfire, under Connections`);
  });

  test.each(['', '#alerts', 'alerts', 'C', 'C012 345', '0C012', 'xC012', 'C012x'])('fails when the channel is %j', (slackChannelId) => {
    expect(() => slack({ slackChannelId })).toThrow(
      `app/Slack: slackChannelId must be the id of a Slack channel, such as C0123456789, got ${JSON.stringify(slackChannelId)}; copy it from the channel's details in Slack`);
  });

  test('cuts blanks, and takes variables', () => {
    expect(slack({ installId: ` ${UUID}`, slackChannelId: 'C0123456789\n' }).config).toMatchObject({ install_id: UUID, channel_id: 'C0123456789' });
    expect(made((stack) => new LogfireSlackChannel(stack, 'Slack', {
      installId: new TerraformVariable(stack, 'install', {}).stringValue,
      slackChannelId: new TerraformVariable(stack, 'channel', {}).stringValue,
    })).config).toMatchObject({ install_id: '${var.install}', channel_id: '${var.channel}' });
  });
});

describe('LogfirePagerDutyService', () => {
  test('fails when it is alone in a stack without a provider', () => {
    const stack = new TerraformStack(newApp(), 'app');
    new LogfirePagerDutyService(stack, 'Service', { accountSubdomain: 'acme', pagerDutyServiceId: 'PABC123' });
    expect(() => synth(stack)).toThrow('app: the stack has Logfire resources, the first is app/Service, but no Logfire provider');
  });

  test('is looked up by account and id', () => {
    const stack = newStack();
    const provider = new LogfireProvider(stack, 'Other', { alias: 'other' });
    const service = new LogfirePagerDutyService(stack, 'Service', { accountSubdomain: 'acme', pagerDutyServiceId: ' PABC123', region: PagerDutyRegion.EU, provider });
    new LogfirePagerDutyServiceChannel(stack, 'Channel', { service, channelName: service.serviceName });
    const json = synth(stack);
    const [{ '//': _metadata, ...data }] = Object.values<TerraformJson>(json.data.logfire_pagerduty_service);
    expect(data).toEqual({ account_subdomain: 'acme', pagerduty_service_id: 'PABC123', region: 'eu', provider: 'logfire.other' });
    expect(only(json, 'logfire_channel')).toMatchObject({ name: expect.stringMatching(/service_name\}$/), provider: 'logfire.other' });
  });

  test('takes names of 255 bytes', () => {
    const stack = newStack();
    new LogfirePagerDutyService(stack, 'Service', { accountSubdomain: `${'a'.repeat(255)} `, pagerDutyServiceId: 'P'.repeat(255) });
    expect(Object.values<TerraformJson>(synth(stack).data.logfire_pagerduty_service)).toMatchObject([
      { account_subdomain: 'a'.repeat(255), pagerduty_service_id: 'P'.repeat(255), region: 'us' },
    ]);
  });

  test('fails as the service of a channel in another organization', () => {
    const stack = newStack();
    const service = new LogfirePagerDutyService(stack, 'Service', { accountSubdomain: 'acme', pagerDutyServiceId: 'PABC123' });
    new LogfirePagerDutyServiceChannel(stack, 'Channel', { service, provider: new LogfireProvider(stack, 'Other', { alias: 'other' }) });
    expect(() => synth(stack)).toThrow("app/Channel: service must be in the organization of this construct's provider app/Other, got app/Service, which uses the provider app/Logfire; pass");
  });

  test.each([
    [{ accountSubdomain: ' ', pagerDutyServiceId: 'P1' }, 'accountSubdomain must not be blank, got " "; pass the first part of the account\'s address, such as acme in acme.pagerduty.com'],
    [{ accountSubdomain: 'a'.repeat(256), pagerDutyServiceId: 'P1' }, 'accountSubdomain must be at most 255 bytes in UTF-8, got 256; shorten it'],
    [{ accountSubdomain: 'acme', pagerDutyServiceId: '' }, 'pagerDutyServiceId must not be blank, got ""; copy it from the address of the service\'s page in PagerDuty'],
    [{ accountSubdomain: 'acme', pagerDutyServiceId: 'P'.repeat(256) }, 'pagerDutyServiceId must be at most 255 bytes in UTF-8, got 256'],
  ])('fails for %j', (props, message) => {
    expect(() => new LogfirePagerDutyService(newStack(), 'Service', props)).toThrow(`app/Service: ${message}`);
  });

  test('takes variables', () => {
    const stack = newStack();
    new LogfirePagerDutyService(stack, 'Service', {
      accountSubdomain: new TerraformVariable(stack, 'account', {}).stringValue,
      pagerDutyServiceId: new TerraformVariable(stack, 'service', {}).stringValue,
    });
    expect(Object.values<TerraformJson>(synth(stack).data.logfire_pagerduty_service)).toMatchObject([{ account_subdomain: '${var.account}', pagerduty_service_id: '${var.service}' }]);
  });
});

import { App, TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import { deliveryTo, rendered, sloIn, SloProps, warningsOf } from './slos';
import {
  Delivery, Duration, LogfireDefaults, LogfireOpsgenieChannel, LogfireProject, LogfireProvider, LogfireSchedule, LogfireSlo, NotificationRouting,
  ScheduleWindow, SecretValue, Sli, SloImportId, SloRouting, SloScope, SloTier, SloTierRouting, Timezone,
} from '../../src';
import { SLO_TIER_RULES } from '../../src/slo/slo-routing';
import { cleanUp, newApp, newStack, only, synth, warnings } from '../synth';

afterEach(cleanUp);

const UUID = '11111111-1111-4111-8111-111111111111';

test('an SLO has defaults, and nothing that is left out', () => {
  expect(rendered()).toEqual({
    '//': expect.anything(),
    'project_id': expect.stringMatching(/^\$\{logfire_project\.Shop_[0-9A-F]{8}\.id\}$/),
    'scope_kind': 'service',
    'scope_value': 'checkout',
    'name': 'app-availability',
    'source': 'records',
    'metric_aggregation': 'additive',
    'total_query': 'true',
    'bad_query': 'is_exception',
    'target_percent': '99.9',
    'rolling_window': '30d',
  });
});

describe('the scope', () => {
  test('is a service or a provider of models', () => {
    expect(SloScope.service('checkout').kind).toBe('service');
    expect(rendered({ sloScope: SloScope.llmProvider('openai') })).toMatchObject({ scope_kind: 'provider', scope_value: 'openai' });
    expect(rendered((v) => ({ sloScope: SloScope.service(v.stringValue) })).scope_value).toBe('${var.v}');
  });

  test('fails when it is blank', () => {
    expect(() => rendered({ sloScope: SloScope.service(' ') })).toThrow('app/Availability: sloScope must not be blank, got " "; pass the name that the service reports as service.name');
    expect(() => rendered({ sloScope: SloScope.llmProvider('') })).toThrow('app/Availability: sloScope must not be blank, got ""; pass a slug such as "openai"');
  });
});

describe('the conditions', () => {
  const sli = Sli.ratio({ totalQuery: "level <> 'INFO'", badQuery: "span_name = '$name'" });

  test('cause warnings with the id of the rule, which can be accepted', () => {
    expect(warningsOf(() => ({ sli, routing: SloRouting.unmanaged() }))).toEqual([
      "sli.totalQuery has the level 'INFO' at line 1, column 10: no level has this name; use 'info' [logfire:Q11]",
      "sli.badQuery has '$name' at line 1, column 13: this is a text, and only dashboards have variables; write the value [logfire:Q2]",
    ]);
    expect(warningsOf(() => ({ sli, routing: SloRouting.unmanaged(), ignoredLintRules: ['Q2', 'Q11'] }))).toEqual([]);
  });

  test.each(['Q4', 'Q8', ''])('fails when %j is to be ignored', (id) => {
    expect(() => rendered({ ignoredLintRules: [id] })).toThrow(`app/Availability: ignoredLintRules must contain only Q1, Q2, Q3, Q11, Q17, Q18, Q19, got ${JSON.stringify(id)}`);
  });
});

describe('the target', () => {
  test.each([[99.9, '99.9'], [50, '50'], [1, '1'], [99.9999999, '99.9999999'], [99.99999, '99.99999'], [100 - 0.1, '99.9'], [33.3 * 3, '99.9']])('%d is written as %s', (targetPercent, text) => {
    expect(rendered({ targetPercent }).target_percent).toBe(text);
  });

  test.each([0, 100, -1, 100.1, NaN, Infinity, 99.99999999999999])('fails for %d', (targetPercent) => {
    expect(() => rendered({ targetPercent })).toThrow(`app/Availability: targetPercent must be above 0 and below 100, got ${targetPercent}; pass for example 99.9`);
  });

  test.each([[0.999, '99.9'], [0.5, '50'], [0.99999, '99.999']])('fails for the fraction %d', (targetPercent, meant) => {
    expect(() => rendered({ targetPercent })).toThrow(`app/Availability: targetPercent must be in percent, got ${targetPercent}; did you mean ${meant}?`);
  });

  test('takes a variable', () => {
    expect(rendered((v) => ({ targetPercent: v.numberValue })).target_percent).toBe('${var.v}');
    expect(warningsOf((stack) => {
      const delivery = deliveryTo(stack, 'a');
      return { targetPercent: new TerraformVariable(stack, 'v', {}).numberValue, routing: SloRouting.bySeverity({ page: [delivery], ticket: [delivery] }) };
    })).toEqual([]);
  });
});

describe('the window', () => {
  test.each([[Duration.hours(1), '1h'], [Duration.days(90), '90d'], [Duration.minutes(90), '1h30m'], [Duration.hours(720), '30d']])('%s is written as %s', (rollingWindow, text) => {
    expect(rendered({ rollingWindow }).rolling_window).toBe(text);
  });

  test.each([[Duration.minutes(59), '59m'], [Duration.days(91), '91d'], [Duration.hours(0), '0s']])('fails for %s', (rollingWindow, text) => {
    expect(() => rendered({ rollingWindow })).toThrow(`app/Availability: rollingWindow must be from 1h to 90d, got ${text}`);
  });

  test('takes a variable', () => {
    expect(rendered((v) => ({ rollingWindow: Duration.days(v.numberValue) })).rolling_window).toBe('${format("%ds", var.v * 86400)}');
  });
});

describe('the name', () => {
  test.each(['', ' ', ' slo'])('fails for %j', (sloName) => {
    expect(() => rendered({ sloName })).toThrow(`app/Availability: sloName must be a string that is not blank and has no whitespace around it, got ${JSON.stringify(sloName)}`);
  });

  test('fails when two SLOs of a project have it, and passes in two projects and with variables', () => {
    const stack = newStack();
    const name = new TerraformVariable(stack, 'name', { type: 'string' }).stringValue;
    const add = (id: string, project: LogfireProject, sloName: string) => new LogfireSlo(stack, id, {
      project, sloName, sloScope: SloScope.service('a'), sli: Sli.availability(), targetPercent: 99, routing: SloRouting.unmanaged(),
    });
    const [one, two] = ['One', 'Two'].map((id) => new LogfireProject(stack, id));
    add('A', one, 'slo');
    add('B', two, 'slo');
    add('C', one, name);
    add('D', two, name);
    synth(stack);
    add('E', one, 'slo');
    expect(() => (stack.node.root as App).synth()).toThrow('app/E: sloName "slo" is taken by app/A; it must be unique in a project: give one of them another sloName');
  });
});

describe('more props', () => {
  test('are passed on, and empty ones left out', () => {
    expect(rendered({ description: 'Promise', environments: ['production', 'production'], deletionProtection: true })).toMatchObject({
      description: 'Promise', environments: ['production'], lifecycle: { prevent_destroy: true },
    });
    const empty = rendered({ description: '', environments: [], deletionProtection: false });
    expect([empty.description, empty.environments, empty.lifecycle]).toEqual([undefined, undefined, undefined]);
  });

  test('environments fail when one is blank, and take variables', () => {
    expect(() => rendered({ environments: ['production', ' '] })).toThrow('app/Availability: environments[1] must not be blank, got " "; leave environments out for all of them');
    expect(rendered((v) => ({ environments: [v.stringValue] })).environments).toEqual(['${var.v}']);
  });

  test('the provider is that of the project in the same stack', () => {
    const stack = newStack();
    const provider = new LogfireProvider(stack, 'Other', { alias: 'other' });
    sloIn(stack, { project: new LogfireProject(stack, 'Project', { provider }) });
    expect(only(synth(stack), 'logfire_slo').provider).toBe('logfire.other');
  });

  test('the project may be in another stack', () => {
    const app = newApp();
    const project = new LogfireProject(newStack(app, 'one'), 'Shop');
    const two = newStack(app, 'two');
    sloIn(two, { project });
    expect(only(synth(two), 'logfire_slo').project_id).toMatch(/^\$\{data\.terraform_remote_state\./);
  });

  test('ids are references', () => {
    const stack = newStack();
    const slo = sloIn(stack);
    new TerraformOutput(stack, 'id', { value: slo.sloId });
    for (const tier of Object.values(SloTier)) {
      new TerraformOutput(stack, tier, { value: slo.alertId(tier) });
    }
    slo.resource.overrideLogicalId('moved');
    expect(synth(stack).output).toEqual({
      id: { value: '${logfire_slo.moved.id}' },
      fast: { value: '${logfire_slo.moved.alerts.fast.alert_id}' },
      medium: { value: '${logfire_slo.moved.alerts.medium.alert_id}' },
      slow: { value: '${logfire_slo.moved.alerts.slow.alert_id}' },
    });
  });
});

describe('the defaults of the scope', () => {
  const withDefaults = (stack: TerraformStack): void => {
    const critical = [deliveryTo(stack, 'a')];
    LogfireDefaults.of(stack).set({ deletionProtection: true, environments: ['production'], routing: NotificationRouting.bySeverity({ critical }) });
  };
  const routing = undefined;

  test('are taken for what is left out', () => {
    const slo = rendered((_, stack) => {
      withDefaults(stack);
      return { routing };
    });
    const page = { channel_assignments: [{ channel_id: 'aaaaaaaa-1111-4111-8111-111111111111' }] };
    expect(slo).toMatchObject({ lifecycle: { prevent_destroy: true }, environments: ['production'], alerts: { fast: page, medium: page, slow: { channel_assignments: [] } } });
  });

  test('are not taken for what is there', () => {
    const slo = rendered((_, stack) => {
      withDefaults(stack);
      return { deletionProtection: false, environments: [], routing: SloRouting.unmanaged() };
    });
    expect([slo.lifecycle, slo.environments, slo.alerts]).toEqual([undefined, undefined, undefined]);
  });

  test('warn when their routing is silent', () => {
    expect(warningsOf((stack) => {
      LogfireDefaults.of(stack).set({ routing: NotificationRouting.bySeverity({ critical: [], warning: [deliveryTo(stack, 'a')] }) });
      return { routing };
    })).toEqual([expect.stringMatching(/^routing has no delivery for critical alerts: /)]);
  });
});

describe('an existing SLO', () => {
  test('is its UUID, and creates nothing', () => {
    const stack = newStack();
    expect(LogfireSlo.fromSloId(stack, 'Existing', UUID).sloId).toBe(UUID);
    expect(synth(stack)).not.toHaveProperty('resource');
    expect(warnings(stack)).toEqual([]);
  });

  test('warns about an id that is no UUID, and fails for a blank one', () => {
    const stack = newStack();
    LogfireSlo.fromSloId(stack, 'Existing', 'availability');
    expect(warnings(stack)).toEqual(['sloId "availability" is not a UUID; Logfire finds SLOs by UUID, not by name [logfire:uuid]']);
    expect(() => LogfireSlo.fromSloId(stack, 'Blank', ' ')).toThrow('app/Blank: sloId must be the UUID of an SLO, got " "; copy it from the SLO\'s settings');
  });
});

describe('importFrom', () => {
  test.each<[string, SloImportId, string]>([
    ['name', SloImportId.byName('shop', 'availability'), 'shop/availability'],
    ['id', SloImportId.byId(UUID, UUID), `${UUID}/${UUID}`],
  ])('by %s', (kind, importFrom, id) => {
    const stack = newStack();
    sloIn(stack, { importFrom });
    expect(importFrom.kind).toBe(kind);
    expect(synth(stack).import).toEqual([{ to: expect.stringMatching(/^logfire_slo\.Availability_/), id }]);
  });

  test.each([['', 'slo', ''], ['shop', 'a/b', 'a/b'], ['shop', 'a,b', 'a,b'], ['a|b', 'slo', 'a|b']])('fails for %j and %j', (project, slo, wrong) => {
    expect(() => rendered({ importFrom: SloImportId.byName(project, slo) })).toThrow(
      `app/Availability: importFrom must be made of names or ids that are not blank and have none of / , |, got ${JSON.stringify(wrong)}; `
      + 'use SloImportId.byId for names with such characters');
  });

  test('takes variables', () => {
    const stack = newStack();
    const id = new TerraformVariable(stack, 'id', {}).stringValue;
    sloIn(stack, { importFrom: SloImportId.byId(id, id) });
    expect(synth(stack).import).toMatchObject([{ id: '${var.id}/${var.id}' }]);
  });
});

describe('routing', () => {
  const a = { channel_id: 'aaaaaaaa-1111-4111-8111-111111111111' };
  const b = { channel_id: 'bbbbbbbb-1111-4111-8111-111111111111' };

  test('by severity pages for fast and medium, and files a ticket for slow', () => {
    expect(rendered((_, stack) => ({ routing: SloRouting.bySeverity({ page: [deliveryTo(stack, 'a')], ticket: [deliveryTo(stack, 'b')] }) })).alerts).toEqual({
      fast: { channel_assignments: [a] }, medium: { channel_assignments: [a] }, slow: { channel_assignments: [b] },
    });
    expect(rendered((_, stack) => ({ routing: SloRouting.bySeverity({ page: [deliveryTo(stack, 'a')], ticket: [] }) })).alerts.slow).toEqual({ channel_assignments: [] });
  });

  test('by tier tells three states apart', () => {
    const routing = (stack: TerraformStack) => SloRouting.byTier({ fast: SloTierRouting.to([deliveryTo(stack, 'a')]), medium: SloTierRouting.nobody() });
    const { kind, fast, medium, slow } = routing(newStack());
    expect([kind, fast.kind, medium.kind, slow.kind]).toEqual(['by-tier', 'deliveries', 'nobody', 'unmanaged']);
    expect(rendered((_, stack) => ({ routing: routing(stack) })).alerts).toEqual({
      fast: { channel_assignments: [a] }, medium: { channel_assignments: [] },
    });
    expect(slow.deliveries).toEqual([]);
    expect(rendered({ routing: SloRouting.unmanaged() }).alerts).toBeUndefined();
    expect(rendered({ routing: SloRouting.byTier({}) }).alerts).toBeUndefined();
  });

  test('says how it was specified', () => {
    const routings = [SloRouting.bySeverity({ page: [], ticket: [] }), SloRouting.byTier({}), SloRouting.nobody(), SloRouting.unmanaged()];
    expect(routings.map(({ kind }) => kind)).toEqual(['by-severity', 'by-tier', 'nobody', 'unmanaged']);
  });

  test.each<[SloTier, number, Duration, Duration, string]>([
    [SloTier.FAST, 14.4, Duration.hours(1), Duration.minutes(5), 'page'],
    [SloTier.MEDIUM, 6, Duration.hours(6), Duration.minutes(30), 'page'],
    [SloTier.SLOW, 1, Duration.days(3), Duration.hours(6), 'ticket'],
  ])('of the %s tier fires as Logfire documents it', (tier, burnRate, long, short, urgency) => {
    expect(SLO_TIER_RULES[tier]).toEqual({ burnRate, longWindow: long.toSeconds(), shortWindow: short.toSeconds(), urgency });
  });

  test('fails for a tier with no deliveries', () => {
    expect(() => rendered({ routing: SloRouting.byTier({ slow: SloTierRouting.to([]) }) })).toThrow(
      'app/Availability: routing.slow must have at least one delivery, got none; pass SloTierRouting.nobody() to notify nobody');
  });

  test('notifies a channel once', () => {
    expect(() => rendered((_, stack) => ({ routing: SloRouting.byTier({ slow: SloTierRouting.to([deliveryTo(stack, 'a'), deliveryTo(stack, 'a')]) }) })))
      .toThrow('routing.slow must have one delivery for each channel, got app/a at any time and once more; remove one of them');
  });
});

describe('what an SLO refers to', () => {
  const secret = (stack: TerraformStack, id: string) => SecretValue.fromVariable(new TerraformVariable(stack, id, { sensitive: true }));
  const channel = (stack: TerraformStack, provider?: LogfireProvider) => new LogfireOpsgenieChannel(stack, 'Channel', { authKey: secret(stack, 'genie'), provider });
  const hours = (stack: TerraformStack, provider: LogfireProvider) => new LogfireSchedule(stack, 'Hours', {
    timezone: Timezone.UTC, windows: ScheduleWindow.officeHours(), provider,
  });
  const tiers = Object.values(SloTier);

  test.each<[string, string, (stack: TerraformStack, other: LogfireProvider) => SloProps]>([
    ['project', 'app/Shop', (stack, provider) => ({ project: new LogfireProject(stack, 'Shop', { provider }) })],
    ...tiers.flatMap((tier): [string, string, (stack: TerraformStack, other: LogfireProvider) => SloProps][] => [
      ['routing', 'app/Channel', (stack, other) => ({ routing: SloRouting.byTier({ [tier]: SloTierRouting.to([Delivery.to(channel(stack, other))]) }) })],
      ['routing', 'app/Hours', (stack, other) => ({ routing: SloRouting.byTier({ [tier]: SloTierRouting.to([Delivery.to(channel(stack)).during(hours(stack, other))]) }) })],
    ]),
  ])('must be of its organization: %s %s (%#)', (prop, target, props) => {
    const stack = newStack();
    const other = new LogfireProvider(stack, 'Other', { alias: 'other', apiKey: secret(stack, 'key') });
    sloIn(stack, { provider: stack.node.findChild('Logfire') as LogfireProvider, ...props(stack, other) });
    expect(() => synth(stack)).toThrow(`app/Availability: ${prop} must be in the organization of this construct's provider app/Logfire, got ${target}, which uses the provider app/Other; `);
  });
});

test('a lifecycle that replaces the protection fails at synth, with the way out', () => {
  const stack = newStack();
  sloIn(stack, { deletionProtection: true }).resource.lifecycle = {};
  expect(() => synth(stack)).toThrow('app/Availability: its lifecycle has lost prevent_destroy, which this construct sets, so Terraform could destroy it; '
    + 'add to the lifecycle that the resource has instead of replacing it, or pass deletionProtection: false to allow that [logfire:lost-protection]');
});

describe('silence is warned about', () => {
  const paged = (targetPercent: number) => (stack: TerraformStack): SloProps => {
    const delivery = deliveryTo(stack, 'a');
    return { targetPercent, routing: SloRouting.bySeverity({ page: [delivery], ticket: [delivery] }) };
  };
  const tooLow = (tier: string, above: number) => (targetPercent: number) => (
    `targetPercent is too low for the ${tier} tier, got ${targetPercent}: its alert can never fire, even if all events are bad; `
    + `raise the target above ${above}, or pass SloTierRouting.nobody() for the tier [logfire:slo-silent-tier]`);
  const [fast, medium] = [tooLow('fast', 93.06), tooLow('medium', 83.34)];
  const nobody = 'routing has no delivery for a tier that can fire: nobody is notified when the error budget burns; '
    + 'pass a delivery for at least one such tier [logfire:nobody-notified]';
  const unset = 'routing is not set: nobody is notified when the error budget burns until you configure channels in the Logfire UI; '
    + 'pass SloRouting.bySeverity(...), or SloRouting.unmanaged() to keep the channels of the UI [logfire:nobody-notified]';

  test.each<[number, ((target: number) => string)[]]>([[99.9, []], [93.06, []], [93.05, [fast]], [83.34, [fast]], [100 - 100 / 6, [fast, medium]], [83.33, [fast, medium]], [1, [fast, medium]]])('at a target of %d', (target, found) => {
    expect(warningsOf(paged(target))).toEqual(found.map((text) => text(target)));
  });

  test.each<[string, (stack: TerraformStack) => SloProps, string[]]>([
    ['left out', () => ({ routing: undefined }), [unset]],
    ['on purpose', () => ({ routing: SloRouting.unmanaged() }), []],
    ['nobody on purpose', () => ({ routing: SloRouting.nobody() }), []],
    ['nobody at all', () => ({ routing: SloRouting.bySeverity({ page: [], ticket: [] }) }), [nobody]],
    ['nobody in one tier', (stack) => ({ routing: SloRouting.bySeverity({ page: [deliveryTo(stack, 'a')], ticket: [] }) }), []],
    ['nobody, but one is for the UI', () => ({ routing: SloRouting.byTier({ fast: SloTierRouting.nobody(), medium: SloTierRouting.nobody() }) }), []],
    ['only tiers that cannot fire', (stack) => ({ targetPercent: 80, routing: SloRouting.bySeverity({ page: [deliveryTo(stack, 'a')], ticket: [] }) }), [fast(80), medium(80), nobody]],
    ['no page at a low target', (stack) => ({ targetPercent: 80, routing: SloRouting.bySeverity({ page: [], ticket: [deliveryTo(stack, 'a')] }) }), []],
  ])('%s', (_, props, found) => {
    expect(warningsOf(props)).toEqual(found);
  });
});

import { TerraformStack, TerraformVariable } from 'cdktf';
import {
  Delivery, ILogfireChannel, LogfireAlert, LogfireChannel, LogfireProject, LogfireSchedule, LogfireSlackChannel, ScheduleWindow, Timezone,
} from '../../src';
import { cleanUp, newApp, newStack, only, synth, TerraformJson, warnings } from '../synth';

const UUID = '00000000-0000-4000-8000-000000000001';

afterEach(cleanUp);

function slack(stack: TerraformStack, id = 'Slack'): LogfireSlackChannel {
  return new LogfireSlackChannel(stack, id, { installId: UUID, slackChannelId: 'C0123456789' });
}

function officeHours(stack: TerraformStack, id = 'Office'): LogfireSchedule {
  return new LogfireSchedule(stack, id, { timezone: Timezone.UTC, windows: ScheduleWindow.officeHours() });
}

function assignments(stack: TerraformStack, notify: Delivery[]): TerraformJson[] {
  new LogfireAlert(stack, 'Errors', { project: LogfireProject.fromProjectId(stack, 'Shop', UUID), query: 'SELECT 1', notify });
  return only(synth(stack), 'logfire_alert').channel_assignments;
}

describe('Delivery', () => {
  test('refers to its channel, and to its schedule', () => {
    const stack = newStack();
    const [always, daily] = assignments(stack, [Delivery.to(slack(stack)), Delivery.to(slack(stack, 'Other')).during(officeHours(stack))]);
    expect(always).toEqual({ channel_id: expect.stringMatching(/^\$\{logfire_channel\.Slack_[0-9A-F]{8}\.id\}$/) });
    expect(daily).toEqual({
      channel_id: expect.stringMatching(/^\$\{logfire_channel\.Other_[0-9A-F]{8}\.id\}$/),
      schedule_id: expect.stringMatching(/^\$\{logfire_schedule\.Office_[0-9A-F]{8}\.id\}$/),
    });
  });

  test('during leaves the delivery that it is called on as it is', () => {
    const stack = newStack();
    const always = Delivery.to(slack(stack));
    const schedule = officeHours(stack);
    const daily = always.during(schedule);
    expect([always.schedule, daily.schedule, daily.channel]).toEqual([undefined, schedule, always.channel]);
  });

  test('fails when it gets a second schedule', () => {
    const stack = newStack();
    const daily = Delivery.to(slack(stack)).during(officeHours(stack));
    expect(() => daily.during(officeHours(stack, 'Night'))).toThrow(
      'app/Slack: schedule must be the only one of a delivery, got app/Night after app/Office; create one schedule with the windows of both');
  });

  test('follows an address that is overridden after it was used', () => {
    const stack = newStack();
    const channel = slack(stack);
    const delivery = Delivery.to(channel);
    channel.resource.overrideLogicalId('slack');
    expect(assignments(stack, [delivery])).toEqual([{ channel_id: '${logfire_channel.slack.id}' }]);
  });

  test('reaches the channel and the schedule of another stack', () => {
    const app = newApp();
    const one = newStack(app, 'one');
    const two = newStack(app, 'two');
    expect(assignments(two, [Delivery.to(slack(one)).during(officeHours(one))])).toEqual([{
      channel_id: expect.stringMatching(/^\$\{data\.terraform_remote_state\..*id\}$/),
      schedule_id: expect.stringMatching(/^\$\{data\.terraform_remote_state\..*id\}$/),
    }]);
  });
});

describe('one channel twice', () => {
  test('fails when both deliveries are the same', () => {
    const stack = newStack();
    const channel = slack(stack);
    const schedule = officeHours(stack);
    expect(() => assignments(stack, [Delivery.to(channel).during(schedule), Delivery.to(channel).during(schedule)])).toThrow(
      `notify must have one delivery for each channel, got app/Slack during ${schedule.node.path} and once more; remove one of them`);
  });

  test.each<[string, (channel: ILogfireChannel, one: LogfireSchedule, two: LogfireSchedule) => Delivery[], string]>([
    ['always and at some times', (channel, one) => [Delivery.to(channel), Delivery.to(channel).during(one)], 'at any time and during app/One'],
    ['at different times', (channel, one, two) => [Delivery.to(channel).during(one), Delivery.to(channel).during(two)], 'during app/One and during app/Two'],
  ])('fails when it is notified %s', (_, deliveries, both) => {
    const stack = newStack();
    const notify = deliveries(slack(stack), officeHours(stack, 'One'), officeHours(stack, 'Two'));
    expect(() => assignments(stack, notify)).toThrow(
      `app/Errors: notify must have one delivery for each channel, got app/Slack ${both}; keep one of them, or create one schedule with the windows of both`);
  });

  test('fails when two constructs stand for one schedule', () => {
    const stack = newStack();
    const channel = slack(stack);
    const [one, two] = ['One', 'Two'].map((id) => Delivery.to(channel).during(LogfireSchedule.fromScheduleId(stack, id, UUID)));
    expect(() => assignments(stack, [one, two])).toThrow('got app/Slack during app/One and once more; remove one of them');
  });

  test('is told by its id where that is known', () => {
    const stack = newStack();
    const channels = ['A', 'B'].map((id) => LogfireChannel.fromChannelId(stack, id, UUID));
    expect(() => assignments(stack, channels.map((channel) => Delivery.to(channel)))).toThrow('got app/B at any time and once more');
  });

  test('passes for ids that Terraform alone knows', () => {
    const stack = newStack();
    const channels = ['a', 'b'].map((id) => LogfireChannel.fromChannelId(stack, id, new TerraformVariable(stack, `${id}-id`, {}).stringValue));
    expect(assignments(stack, channels.map((channel) => Delivery.to(channel)))).toEqual([{ channel_id: '${var.a-id}' }, { channel_id: '${var.b-id}' }]);
    expect(warnings(stack)).toEqual([]);
  });
});

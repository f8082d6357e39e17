import { LogfireChannel, LogfireOfficeHoursSplit, LogfireProvider, Timezone } from '../../src';
import { cleanUp, newStack, synth, TerraformJson } from '../synth';

const BERLIN = Timezone.of('Europe/Berlin');
const UUID = '00000000-0000-4000-8000-00000000000';

afterEach(cleanUp);

describe('LogfireOfficeHoursSplit', () => {
  test('has a schedule for the hours, and one in the same time zone for all others', () => {
    const stack = newStack();
    const provider = new LogfireProvider(stack, 'Other', { alias: 'other' });
    new LogfireOfficeHoursSplit(stack, 'Week', { timezone: BERLIN, hours: { start: '08:00' }, provider });
    const { logfire_schedule: schedules } = synth(stack).resource;
    expect(Object.keys(schedules).map((address) => address.replace(/_[0-9A-F]{8}$/, ''))).toEqual(['Week_During', 'Week_Outside']);
    expect(Object.values<TerraformJson>(schedules)).toMatchObject([
      { label: 'app-week-during', timezone: 'Europe/Berlin', provider: 'logfire.other', windows: [{ start_time: '08:00', end_time: '17:00' }] },
      { label: 'app-week-outside', timezone: 'Europe/Berlin', provider: 'logfire.other', windows: [{ end_time: '08:00' }, { start_time: '17:00' }, { days: [6, 7] }] },
    ]);
  });

  test('delivers to each channel once, and to one of both times at any time', () => {
    const stack = newStack();
    const [slack, pager, mail] = [1, 2, 3].map((number) => LogfireChannel.fromChannelId(stack, `C${number}`, `${UUID}${number}`));
    const week = new LogfireOfficeHoursSplit(stack, 'Week', { timezone: BERLIN });
    const deliveries = week.deliverTo({ during: [slack, mail], outside: [pager, slack] });
    expect(deliveries.map(({ channel, schedule }) => [channel, schedule])).toEqual([[slack, undefined], [mail, week.during], [pager, week.outside]]);
  });
});

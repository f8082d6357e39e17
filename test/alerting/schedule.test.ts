import { TerraformStack, TerraformVariable } from 'cdktf';
import * as fc from 'fast-check';
import {
  ILogfireSchedule, LogfireProvider, LogfireSchedule, LogfireScheduleProps, OfficeHours, ScheduleImportId, ScheduleWindow, Timezone, Weekday,
} from '../../src';
import { timesOutside } from '../../src/alerting/schedule';
import { cleanUp, newStack, only, synth, TerraformJson, warnings } from '../synth';

const UUID = '00000000-0000-4000-8000-000000000001';
const WEEK = [1, 2, 3, 4, 5, 6, 7];
const { MONDAY, WEDNESDAY, FRIDAY, SATURDAY, SUNDAY } = Weekday;

afterEach(cleanUp);

function schedule(props: Partial<LogfireScheduleProps> = {}): TerraformJson {
  const stack = newStack();
  new LogfireSchedule(stack, 'Office', { timezone: Timezone.of('Europe/Berlin'), windows: ScheduleWindow.officeHours(), ...props });
  const { '//': _metadata, ...resource } = only(synth(stack), 'logfire_schedule');
  return resource;
}

function windows(...given: ScheduleWindow[]): TerraformJson[] {
  return schedule({ windows: given }).windows;
}

describe('LogfireSchedule', () => {
  test('by default is named by its path', () => {
    expect(schedule()).toEqual({
      label: 'app-office',
      timezone: 'Europe/Berlin',
      windows: [{ days: [1, 2, 3, 4, 5], start_time: '09:00', end_time: '17:00' }],
    });
  });

  test('takes a name, which need not be unique', () => {
    expect(schedule({ scheduleName: 'Office hours, EU' }).label).toBe('Office hours, EU');
  });

  test.each(['', ' office', 'office '])('fails when the name is %j', (scheduleName) => {
    expect(() => schedule({ scheduleName })).toThrow(
      `app/Office: scheduleName must be a string that is not blank and has no whitespace around it, got ${JSON.stringify(scheduleName)}; leave it out`);
  });

  test('fails without windows', () => {
    expect(() => windows()).toThrow('app/Office: windows must have at least one window, got none; pass for example ScheduleWindow.officeHours(), or deliver without a schedule to notify at any time');
  });

  test('takes a provider, and what has to be there before', () => {
    const stack = newStack();
    const provider = new LogfireProvider(stack, 'Other', { alias: 'other' });
    const props = { timezone: Timezone.UTC, windows: ScheduleWindow.officeHours() };
    const first = new LogfireSchedule(stack, 'First', { ...props, provider });
    new LogfireSchedule(stack, 'Second', { ...props, dependsOn: [first] });
    const [one, two] = Object.values<TerraformJson>(synth(stack).resource.logfire_schedule);
    expect(one.provider).toBe('logfire.other');
    expect(two.depends_on).toEqual([expect.stringMatching(/^logfire_schedule\.First_[0-9A-F]{8}$/)]);
  });

  test('is imported by its id, and by nothing else', () => {
    const importBlocks = (id: string, stack = newStack()) => {
      new LogfireSchedule(stack, 'Office', { timezone: Timezone.UTC, windows: ScheduleWindow.officeHours(), importFrom: ScheduleImportId.byId(id) });
      return synth(stack).import;
    };
    expect(importBlocks(` ${UUID}`)).toEqual([{ to: expect.stringMatching(/^logfire_schedule\.Office_[0-9A-F]{8}$/), id: UUID }]);
    expect(() => importBlocks('office')).toThrow('app/Office: importFrom must be the UUID of a schedule, got "office"; Logfire finds schedules only by UUID, not by name');
    const stack = newStack();
    expect(importBlocks(new TerraformVariable(stack, 'id', {}).stringValue, stack)[0].id).toBe('${var.id}');
  });

  test('fromScheduleId creates nothing, fails for a blank id and warns about one that is no UUID', () => {
    const stack = newStack();
    expect(LogfireSchedule.fromScheduleId(stack, 'Good', UUID).scheduleId).toBe(UUID);
    expect(() => LogfireSchedule.fromScheduleId(stack, 'Blank', ' ')).toThrow('app/Blank: scheduleId must be the UUID of a schedule, got " "; copy it from the schedule\'s settings');
    LogfireSchedule.fromScheduleId(stack, 'Name', 'office');
    expect(warnings(stack)).toEqual(['scheduleId "office" is not a UUID; Logfire finds schedules by UUID, not by name [logfire:uuid]']);
    expect(synth(stack).resource).toBeUndefined();
  });
});

describe('ScheduleWindow', () => {
  test('writes the days in the order of the week', () => {
    const days = [FRIDAY, MONDAY, WEDNESDAY];
    expect(windows(ScheduleWindow.between(days, '08:30', '12:00:30'))).toEqual([{ days: [1, 3, 5], start_time: '08:30', end_time: '12:00:30' }]);
    expect(days).toEqual([FRIDAY, MONDAY, WEDNESDAY]);
  });

  test('lasts a whole day', () => {
    expect(windows(ScheduleWindow.allDay([SUNDAY, SATURDAY]))).toEqual([{ days: [6, 7], start_time: '00:00', end_time: '23:59' }]);
  });

  test('passes midnight as two, the second on the days after', () => {
    expect(windows(ScheduleWindow.overnight([FRIDAY, SUNDAY], '22:00', '06:00'))).toEqual([
      { days: [5, 7], start_time: '22:00', end_time: '23:59' },
      { days: [1, 6], start_time: '00:00', end_time: '06:00' },
    ]);
    expect(windows(ScheduleWindow.overnight([MONDAY], '22:00', '00:00'))).toEqual([{ days: [1], start_time: '22:00', end_time: '23:59' }]);
    expect(windows(ScheduleWindow.overnight([MONDAY], '08:00', '08:00'))).toHaveLength(2);
  });

  test('fails without a day, and for a day that is there twice', () => {
    expect(() => windows(ScheduleWindow.allDay([MONDAY]), ScheduleWindow.allDay([]))).toThrow('app/Office: windows[1].days must have at least one day, got none; pass for example Weekday.MONDAY [logfire:schedule-window]');
    expect(() => windows(ScheduleWindow.allDay([MONDAY, FRIDAY, MONDAY]))).toThrow('app/Office: windows[0].days must have each day once, got MONDAY twice; remove one of them [logfire:schedule-window]');
    expect(() => windows(ScheduleWindow.allDay([8 as Weekday]))).toThrow(
      'app/Office: windows[0].days must be values of Weekday, got 8; use the enum, in which Monday is 1 and Sunday is 7 [logfire:schedule-window]');
  });

  test.each(['9:00', '109:00', '24:00', '09:60', '09', '', '09:00:60', '09:00 ', '9 am'])('fails for the time %j', (time) => {
    const message = `must be HH:MM or HH:MM:SS from 00:00 to 23:59, got ${JSON.stringify(time)}; write for example "09:30" [logfire:schedule-window]`;
    expect(() => windows(ScheduleWindow.between([MONDAY], time, '17:00'))).toThrow(`app/Office: windows[0].start ${message}`);
    expect(() => windows(ScheduleWindow.between([MONDAY], '09:00', time))).toThrow(`app/Office: windows[0].end ${message}`);
  });

  test.each([['17:00', '09:00'], ['09:00', '09:00'], ['09:00', '09:00:00']])('fails when it lasts from %s to %s of one day', (start, end) => {
    expect(() => windows(ScheduleWindow.between([MONDAY], start, end))).toThrow(
      `app/Office: windows[0].end must be later than the start "${start}", got "${end}"; use ScheduleWindow.overnight to span midnight, or "23:59" for the end of the day [logfire:schedule-window]`);
  });

  test('passes when it lasts a second', () => {
    expect(windows(ScheduleWindow.between([MONDAY], '09:00', '09:00:01'))).toHaveLength(1);
  });

  test('fails when one that passes midnight does not', () => {
    expect(() => windows(ScheduleWindow.overnight([MONDAY], '09:00', '17:00'))).toThrow(
      'app/Office: windows[0].end must not be later than the start "09:00", because it is on the next day, got "17:00"; use ScheduleWindow.between for a window within one day [logfire:schedule-window]');
  });

  test('takes variables', () => {
    const stack = newStack();
    const time = new TerraformVariable(stack, 'time', {}).stringValue;
    new LogfireSchedule(stack, 'Office', {
      timezone: Timezone.UTC,
      windows: [ScheduleWindow.between([MONDAY], time, '00:00'), ScheduleWindow.overnight([MONDAY], '00:00', time)],
    });
    expect(only(synth(stack), 'logfire_schedule').windows).toMatchObject([
      { start_time: '${var.time}', end_time: '00:00' }, { start_time: '00:00', end_time: '23:59' }, { days: [2], end_time: '${var.time}' },
    ]);
  });
});

describe('office hours', () => {
  const all = (hours: OfficeHours) => [...ScheduleWindow.officeHours(hours), ...ScheduleWindow.outsideOfficeHours(hours)];

  test('are nine to five on working days, and the rest of the week is outside', () => {
    expect(windows(...ScheduleWindow.outsideOfficeHours())).toEqual([
      { days: [1, 2, 3, 4, 5], start_time: '00:00', end_time: '09:00' },
      { days: [1, 2, 3, 4, 5], start_time: '17:00', end_time: '23:59' },
      { days: [6, 7], start_time: '00:00', end_time: '23:59' },
    ]);
  });

  test.each<[string, OfficeHours, number]>([
    ['begin at midnight', { start: '00:00:00' }, 2],
    ['end at midnight', { end: '23:59:59' }, 2],
    ['are every day', { days: WEEK }, 2],
    ['are always', { days: WEEK, start: '00:00', end: '23:59' }, 0],
  ])('that %s have no empty window outside', (_, hours, count) => {
    expect(ScheduleWindow.outsideOfficeHours(hours)).toHaveLength(count);
  });

  test.each(['17:00', '09:00'])('fail when they end at 09:00 and start at %s', (start) => {
    expect(() => ScheduleWindow.outsideOfficeHours({ start, end: '09:00' })).toThrow(
      `hours.end must be later than the start "${start}", got "09:00"; pass the office hours, within one day`);
  });

  test('and the hours outside cover each minute of the week, and no minute twice', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const days = fc.uniqueArray(fc.constantFrom(...WEEK), { minLength: 1 });
    const hours = fc.record({ days, from: minute, to: minute }).filter(({ from, to }) => from < to);
    const text = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
    fc.assert(fc.property(hours, ({ from, to, ...given }) => {
      const spans = windows(...all({ ...given, start: text(from), end: text(to) })).flatMap((window) =>
        (window.days as number[]).map((day) => [day, minutes(window.start_time), minutes(window.end_time)]));
      spans.sort(([dayA, startA], [dayB, startB]) => dayA - dayB || startA - startB);
      for (const day of WEEK) {
        const ofDay = spans.filter(([spanDay]) => spanDay === day);
        expect(ofDay[0][1]).toBe(0);
        expect(ofDay.at(-1)![2]).toBe(1439);
        ofDay.slice(1).forEach(([, start], index) => expect(start).toBe(ofDay[index][2]));
      }
    }), { numRuns: 50 });
  });
});

describe('all times outside some windows', () => {
  const outside = (...given: ScheduleWindow[]) => windows(...ScheduleWindow.outside(given));

  test('are the rest of the week, in parts that are each within a day', () => {
    expect(outside(ScheduleWindow.overnight([FRIDAY, SUNDAY], '22:00', '06:00'), ScheduleWindow.between([WEDNESDAY], '09:00', '10:00:30'))).toEqual([
      { days: [1, 6], start_time: '06:00', end_time: '23:59' },
      { days: [2, 4], start_time: '00:00', end_time: '23:59' },
      { days: [3], start_time: '00:00', end_time: '09:00' },
      { days: [3], start_time: '10:00:30', end_time: '23:59' },
      { days: [5, 7], start_time: '00:00', end_time: '22:00' },
    ]);
  });

  test('are the whole week without a window, and none with all of it', () => {
    expect(outside()).toEqual([{ days: WEEK, start_time: '00:00', end_time: '23:59' }]);
    expect(ScheduleWindow.outside([ScheduleWindow.allDay(WEEK)])).toEqual([]);
    expect(ScheduleWindow.outside([ScheduleWindow.overnight(WEEK, '08:00', '08:00')])).toEqual([]);
  });

  test.each(WEEK)('are the opposite of office hours on day %d, and of themselves', (day) => {
    const office = ScheduleWindow.officeHours({ days: [day] });
    const seconds = (given: ScheduleWindow[]) => windows(...given).flatMap(({ days, start_time: start, end_time: end }) => (
      (days as number[]).map((each) => `${each} ${start} ${end}`))).sort();
    expect(seconds(ScheduleWindow.outside(office))).toEqual(seconds(ScheduleWindow.outsideOfficeHours({ days: [day] })));
    expect(seconds(ScheduleWindow.outside(ScheduleWindow.outside(office)))).toEqual(seconds(office));
  });

  test('fail for a window that is not legal, or is known only at apply', () => {
    expect(() => ScheduleWindow.outside([ScheduleWindow.between([MONDAY], '9:00', '17:00')])).toThrow('windows[0].start must be HH:MM or HH:MM:SS');
    expect(() => ScheduleWindow.outside([ScheduleWindow.allDay([])])).toThrow('windows[0].days must have at least one day, got none');
    const time = new TerraformVariable(newStack(), 'time', {}).stringValue;
    expect(() => ScheduleWindow.outside([ScheduleWindow.between([MONDAY], time, '17:00')])).toThrow(
      'windows must have times that are known at synth, got a Terraform expression; write the other windows yourself');
  });
});

describe('schedules of office hours', () => {
  const berlin = Timezone.of('Europe/Berlin');

  test('have the windows of the hours in one time zone', () => {
    const stack = newStack();
    LogfireSchedule.officeHours(stack, 'Office', { timezone: berlin });
    LogfireSchedule.outsideOfficeHours(stack, 'Outside', { timezone: berlin, hours: { start: '08:00' } });
    const [office, outside] = Object.values<TerraformJson>(synth(stack).resource.logfire_schedule);
    expect(office).toMatchObject({ label: 'app-office', timezone: 'Europe/Berlin', windows: windows(...ScheduleWindow.officeHours()) });
    expect(outside).toMatchObject({ label: 'app-outside', timezone: 'Europe/Berlin', windows: windows(...ScheduleWindow.outsideOfficeHours({ start: '08:00' })) });
  });
});

describe('the times that no schedule has', () => {
  const berlin = Timezone.of('Europe/Berlin');
  const times = (timezone: Timezone, start = '00:00') => (scope: TerraformStack, id: string) => (
    new LogfireSchedule(scope, id, { timezone, windows: [ScheduleWindow.between(WEEK, start, '12:00')] })
  );
  const outside = (...make: ((scope: TerraformStack, id: string) => ILogfireSchedule)[]) => {
    const stack = newStack();
    return timesOutside(make.map((each, index) => each(stack, `S${index}`)))?.map(({ start, end }) => [start, end]);
  };

  test('are those outside all of them, in one time zone', () => {
    expect(outside(times(berlin))).toEqual([['12:00', '23:59']]);
    expect(outside(times(berlin), (scope, id) => LogfireSchedule.officeHours(scope, id, { timezone: berlin, hours: { days: WEEK, start: '12:00', end: '23:59' } }))).toEqual([]);
    expect(outside()).toEqual([['00:00', '23:59']]);
  });

  test.each<[string, (scope: TerraformStack, id: string) => ILogfireSchedule]>([
    ['in another time zone', times(Timezone.UTC)],
    ['that exists', (scope, id) => LogfireSchedule.fromScheduleId(scope, id, UUID)],
    ['whose times are known only at apply', (scope, id) => times(berlin, new TerraformVariable(scope, 'time', {}).stringValue)(scope, id)],
  ])('are not known with a schedule %s', (_, other) => {
    expect(outside(times(berlin), other)).toBeUndefined();
  });
});

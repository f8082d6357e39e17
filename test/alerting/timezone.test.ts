import { TerraformVariable } from 'cdktf';
import { LogfireSchedule, ScheduleWindow, Timezone } from '../../src';
import { TIMEZONE_NAMES } from '../../src/alerting/timezones';
import { cleanUp, newStack, only, synth } from '../synth';

afterEach(cleanUp);

function timezone(zone: Timezone): string {
  const stack = newStack();
  new LogfireSchedule(stack, 'Office', { timezone: zone, windows: ScheduleWindow.officeHours() });
  return only(synth(stack), 'logfire_schedule').timezone;
}

describe('Timezone', () => {
  test.each(['Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Asia/Kolkata', 'Asia/Calcutta', 'UTC', 'Etc/GMT+5'])('takes %s', (name) => {
    expect(timezone(Timezone.of(name))).toBe(name);
  });

  test('has UTC', () => {
    expect(timezone(Timezone.UTC)).toBe('UTC');
  });

  test.each([
    ['Berlin', 'use Europe/Berlin'],
    ['europe/berlin', 'use Europe/Berlin'],
    [' Europe/Berlin', 'use Europe/Berlin'],
    ['New York', 'use America/New_York'],
    ['New  York', 'use America/New_York'],
    ['Louisville', 'use America/Kentucky/Louisville or America/Louisville'],
    ['York', 'correct it'],
    ['Europe/Munich', 'correct it, or use Timezone.unlisted for a time zone that is newer than this library'],
    ['+02:00', 'correct it, or use Timezone.unlisted'],
  ])('fails for %j', (name, advice) => {
    expect(() => timezone(Timezone.of(name))).toThrow(
      `app/Office: timezone must be a name of the IANA time zone database, such as Europe/Berlin, got ${JSON.stringify(name)}; ${advice}`);
  });

  test('takes one that is not listed, and a variable', () => {
    expect(timezone(Timezone.unlisted(' Mars/Olympus_Mons'))).toBe('Mars/Olympus_Mons');
    const stack = newStack();
    const variable = new TerraformVariable(stack, 'zone', {}).stringValue;
    new LogfireSchedule(stack, 'Office', { timezone: Timezone.of(variable), windows: ScheduleWindow.officeHours() });
    expect(only(synth(stack), 'logfire_schedule').timezone).toBe('${var.zone}');
  });

  test.each([Timezone.of(' '), Timezone.unlisted('')])('fails when it is blank', (zone) => {
    expect(() => timezone(zone)).toThrow(`app/Office: timezone must not be blank, got ${JSON.stringify(zone.name)}; pass for example Timezone.of("Europe/Berlin")`);
  });

  test('every listed name is one that the runtime knows', () => {
    const known = (name: string) => {
      try {
        return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
      } catch {
        return false;
      }
    };
    expect([...TIMEZONE_NAMES].filter((name) => !known(name))).toEqual([]);
    expect(TIMEZONE_NAMES.size).toBeGreaterThan(590);
  });
});

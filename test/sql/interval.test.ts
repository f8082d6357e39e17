import { intervalSeconds } from '../../src/sql/interval';

test.each<[string, number | undefined]>([
  ['250 ms', 0.25], ['1 millisecond', 0.001], ['2 milliseconds', 0.002],
  ['1 s', 1], ['1 sec', 1], ['2 secs', 2], ['1 second', 1], ['2 seconds', 2],
  ['1 m', 60], ['1 min', 60], ['2 mins', 120], ['1 minute', 60], ['2 minutes', 120],
  ['1 h', 3600], ['1 hr', 3600], ['2 hrs', 7200], ['1 hour', 3600], ['2 hours', 7200],
  ['1 d', 86_400], ['1 day', 86_400], ['2 days', 172_800],
  ['1 w', 604_800], ['1 week', 604_800], ['2 weeks', 1_209_600],
  ['1 mon', 2_592_000], ['2 mons', 5_184_000], ['1 month', 2_592_000], ['2 months', 5_184_000],
  ['1 y', 31_536_000], ['1 year', 31_536_000], ['2 years', 63_072_000],
  [' 1 HOUR 30 Minutes ', 5400], ['1h30m', 5400], ['1.5 hours', 5400], ['0 s', 0],
  ['', undefined], ['5', undefined], ['hour', undefined], ['hour 1', undefined], ['1 fortnight', undefined], ['1 hour 30', undefined], ['-1 hour', undefined],
  ['1 hour ago', undefined], ['hour 1 minute 2', undefined], ['1 xs', undefined], ['1 sx', undefined], ['1 ams', undefined], ['1 dayx', undefined], ['1 hour - 2 m', undefined],
  ...['msx', 'xm', 'hx', 'xd', 'xw', 'wx', 'xmon', 'monx', 'xy', 'yx'].map((unit) => [`1 ${unit}`, undefined] as [string, undefined]),
  ['1.25 hours', 4500], ['x1 hour', undefined],
])('the interval %j has %p seconds', (text, seconds) => {
  expect(intervalSeconds(text)).toBe(seconds);
});

import { join } from 'node:path';
import { onEngine } from '../../queries/engine/engine';
import { cleanUp } from '../../synth';
import { STORIES } from '../stories';
import { AlertStories } from '../story';
import { SynthesizedAlert, synthesizedAlerts } from '../subjects';
import { DAY, HOUR, ONSET, Telemetry, WATCHED_DAY } from '../telemetry';

jest.setTimeout(600_000);
afterAll(cleanUp);

/** The runs of an alert in a timeline. */
interface Watch {
  readonly timeline: string;
  readonly sql: string;
  readonly window: number;
  readonly runs: readonly number[];
}

interface Watched {
  readonly matches: readonly boolean[];
  readonly error?: string;
}

const timelines: { [name: string]: Telemetry } = {};
const names = new Map<Telemetry, string>();
const watches: Watch[] = [];
let results: readonly Watched[];

/** Stories share timelines, which are read once. */
function nameOf(telemetry: Telemetry): string {
  const name = names.get(telemetry) ?? `timeline ${names.size}`;
  names.set(telemetry, name);
  timelines[name] = telemetry;
  return name;
}

/** Lets an alert watch a timeline later, with all others, and returns how to get at the times when it matched. */
function watch({ sql, windowSeconds }: SynthesizedAlert, telemetry: Telemetry, runs: readonly number[]): () => number[] {
  const index = watches.push({ timeline: nameOf(telemetry), sql, window: windowSeconds, runs }) - 1;
  return () => {
    expect(results[index].error).toBeUndefined();
    return runs.filter((_, run) => results[index].matches[run]);
  };
}

const from = (start: number, step: number, count: number) => Array.from({ length: count }, (_, index) => start + index * step);

/** One run in each hour, each time at another minute. An alert that runs less often has all its runs. */
function runsOfDay(frequency: number): number[] {
  const inHour = Math.max(1, HOUR / frequency);
  const hours = Math.min(24, DAY / frequency);
  return from(0, 1, hours).map((hour) => WATCHED_DAY + hour * Math.max(HOUR, frequency) + hour % inHour * frequency);
}

function storyOf(alert: SynthesizedAlert, { incident, quiet, three }: AlertStories) {
  const frequency = alert.frequencySeconds;
  const late = incident.firesAfter * 60 / frequency;
  return {
    ...alert,
    says: incident.says,
    firesAfter: incident.firesAfter,
    // Two runs before the onset, the one at it, and those until two after the first that matches.
    incident: watch(alert, incident.telemetry, from(ONSET - 2 * frequency, frequency, Math.ceil(late) + 5)),
    quiet: watch(alert, quiet, runsOfDay(frequency)),
    empty: watch(alert, {}, [ONSET]),
    three: watch(alert, three, from(ONSET, frequency, 3)),
  };
}

const alerts = synthesizedAlerts();
const stories = alerts.filter(({ alert }) => STORIES[alert] !== undefined).map((alert) => storyOf(alert, STORIES[alert.alert]));

beforeAll(async () => {
  results = await onEngine(join(__dirname, 'timelines.py'), { timelines, watches }) as readonly Watched[];
});

test('each alert has stories, and each story an alert', () => {
  expect(alerts.map(({ alert }) => alert).sort()).toEqual(Object.keys(STORIES).sort());
});

describe.each(stories)('$alert', ({ alert, says, firesAfter, incident, quiet, empty, three }) => {
  const { firesOnEmpty = false, firesOnThree = false } = STORIES[alert];

  test(`fires after ${firesAfter} minutes: ${says}`, () => {
    expect((incident()[0] - ONSET) / 60).toBe(firesAfter);
  });

  test('does not fire on an ordinary day', () => {
    expect(quiet().map((at) => (at - WATCHED_DAY) / HOUR)).toEqual([]);
  });

  test(`${firesOnEmpty ? 'fires' : 'does not fire'} without telemetry`, () => {
    expect(empty().length > 0).toBe(firesOnEmpty);
  });

  test(`${firesOnThree ? 'fires' : 'does not fire'} for three events`, () => {
    expect(three().length > 0).toBe(firesOnThree);
  });
});

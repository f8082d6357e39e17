import { AlertStories, StoriesByAlert } from '../story';
import { DAY, every, FAILED, HOUR, ONSET, span, Telemetry } from '../telemetry';

type Columns = { readonly [column: string]: unknown };

const run = (at: number, duration = HOUR / 2, columns: Columns = {}) => span(at, duration, { span_name: 'nightly import', ...columns });

/** The runs of the nights before, and the next ones: each begins at two. */
const nights = (from: number, to: number) => every(DAY, from * DAY + 2 * HOUR, (to + 1) * DAY, (at) => run(at));

const QUIET: Telemetry = { records: nights(-7, 2) };
const THREE: Telemetry = { records: [run(ONSET - 9000, 60, FAILED), run(ONSET - 8000, 60, FAILED), run(ONSET - 7000, 60)] };

const story = (says: string, firesAfter: number, telemetry: Telemetry, firesOnEmpty = false): AlertStories => ({
  incident: { says, firesAfter, telemetry }, quiet: QUIET, three: THREE, firesOnEmpty,
});

export const JOB: StoriesByAlert = {
  // The last run began at two on the day before the onset at ten: 26 hours later is four in the morning, after 18 hours.
  'Job/MissedRunCritical': story('The scheduler forgets the job of the next night.', 1140, { records: nights(-7, 1) }, true),
  // It began two hours before the onset, and fails then.
  'Job/FailedRunWarning': story('A run fails after two hours.', 15, { records: [...nights(-7, 1), run(ONSET - 2 * HOUR + 10, 2 * HOUR, FAILED)] }),
  'Job/SlowRunWarning': story('A run takes two hours.', 15, { records: [...nights(-7, 1), run(ONSET - 2 * HOUR + 10, 2 * HOUR)] }),
};

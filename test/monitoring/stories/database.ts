import { AlertStories, StoriesByAlert } from '../story';
import { DAY, dayAndNight, every, FAILED, HOUR, MINUTE, ONSET, point, Row, span, Telemetry, together, WATCHED_DAY } from '../telemetry';

type Columns = { readonly [column: string]: unknown };

const attributes = JSON.stringify({ 'db.system.name': 'postgresql', 'db.operation.name': 'SELECT' });
const query = (at: number, duration = 0.01, columns: Columns = {}) => span(at, duration, { span_name: 'SELECT orders', attributes, ...columns });

/** One query in a hundred fails, and one in fifty takes a second. */
const queries = (from: number, to: number): Row[] => dayAndNight(15, 5 * MINUTE, from, to, (at, index) => (
  query(at, index % 50 === 19 ? 1 : 0.01, index % 100 === 71 ? FAILED : {})));

/** A pool of ten connections, of which so many are in use. */
const pool = (from: number, to: number, used: (at: number) => number, instance = 'one') => every(MINUTE, from, to, (at) => {
  const name = { 'db.client.connection.pool.name': 'main' };
  return [
    point(at + 3, 'db.client.connection.count', used(at), { ...name, 'db.client.connection.state': 'used' }),
    point(at + 3, 'db.client.connection.count', 10 - used(at), { ...name, 'db.client.connection.state': 'idle' }),
    point(at + 3, 'db.client.connection.max', 10, name),
  ].map((row) => ({ ...row, service_instance_id: instance }));
});

const QUIET: Telemetry = {
  records: queries(WATCHED_DAY - HOUR, WATCHED_DAY + DAY),
  // Each half an hour all connections are in use for a moment.
  metrics: pool(WATCHED_DAY - HOUR, WATCHED_DAY + DAY, (at) => at % (30 * MINUTE) === 0 ? 10 : 4),
};
const THREE: Telemetry = {
  records: [query(ONSET - 300, 9, FAILED), query(ONSET - 200, 9, FAILED), query(ONSET - 100)],
  metrics: pool(ONSET - 2 * MINUTE, ONSET, () => 10),
};

const calm: Telemetry = { records: queries(ONSET - 2 * HOUR, ONSET + HOUR) };
const incident = (step: number, duration: number, columns: Columns = {}) => (
  together(calm, { records: every(step, ONSET, ONSET + HOUR, (at) => query(at, duration, columns)) }));
const exhausted = (used: number): Telemetry => ({
  metrics: [...pool(ONSET - HOUR, ONSET, () => 4), ...pool(ONSET, ONSET + HOUR, () => used), ...pool(ONSET - HOUR, ONSET + HOUR, () => 2, 'two')],
});
const story = (says: string, firesAfter: number, telemetry: Telemetry): AlertStories => ({
  incident: { says, firesAfter, telemetry }, quiet: QUIET, three: THREE,
});

export const DATABASE: StoriesByAlert = {
  'Database/ErrorRateCritical': story('The database restarts again and again.', 5, incident(10, 0.01, FAILED)),
  'Database/ErrorRateWarning': story('A migration locks a table.', 5, incident(90, 0.01, FAILED)),
  'Database/LatencyWarning': story('One query in four lost its index.', 5, incident(45, 2)),
  'Database/PoolUsageCritical': story('An instance never returns its connections.', 10, exhausted(10)),
  'Database/PoolUsageWarning': story('The pool of an instance is too small for its traffic.', 10, exhausted(9)),
};

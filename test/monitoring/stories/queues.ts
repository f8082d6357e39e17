import { AlertStories, StoriesByAlert } from '../story';
import { DAY, dayAndNight, every, FAILED, HOUR, MINUTE, ONSET, point, Row, span, Telemetry, together, WATCHED_DAY } from '../telemetry';

type Columns = { readonly [column: string]: unknown };

const operation = (type: string, queue: string) => (at: number, duration = 0.2, columns: Columns = {}) => span(at, duration, {
  span_name: `${type} ${queue}`,
  attributes: JSON.stringify({ 'messaging.system': 'rabbitmq', 'messaging.operation.type': type, 'messaging.destination.name': queue }),
  ...columns,
});
const send = operation('send', 'orders');
const process = operation('process', 'orders');
const processMail = operation('process', 'mail');

/** Each message is processed soon. One in a hundred fails, and one in fifty takes ten seconds. */
const messages = (from: number, to: number): Row[] => dayAndNight(20, 10 * MINUTE, from, to, (at, index) => [
  send(at), process(at + 1, index % 50 === 23 ? 10 : 0.2, index % 100 === 53 ? FAILED : {}), ...index % 5 === 0 ? [processMail(at + 2)] : [],
]);

const waiting = (from: number, to: number, count: (at: number) => number, queue = 'orders') => every(MINUTE, from, to, (at) => (
  point(at + 5, 'messages.waiting', count(at), { 'messaging.destination.name': queue })));

const QUIET: Telemetry = {
  records: messages(WATCHED_DAY - 2 * HOUR, WATCHED_DAY + DAY),
  // Each hour a batch of orders waits for some minutes.
  metrics: waiting(WATCHED_DAY - 2 * HOUR, WATCHED_DAY + DAY, (at) => at % HOUR < 4 * MINUTE ? 5000 : 3),
};
const THREE: Telemetry = {
  records: [process(ONSET - 300, 60, FAILED), process(ONSET - 200, 60, FAILED), process(ONSET - 100), send(ONSET - 90)],
  metrics: waiting(ONSET - 2 * MINUTE, ONSET, () => 5000),
};

const calm: Telemetry = { records: messages(ONSET - 2 * HOUR, ONSET + HOUR) };
const incident = (rows: readonly Row[]) => together(calm, { records: rows });
const during = (step: number, make: (at: number) => Row) => every(step, ONSET, ONSET + HOUR, make);
const backlog = (count: number): Telemetry => ({
  metrics: [...waiting(ONSET - HOUR, ONSET, () => 3), ...waiting(ONSET, ONSET + HOUR, () => count), ...waiting(ONSET - HOUR, ONSET + HOUR, () => 3, 'mail')],
});
const story = (says: string, firesAfter: number, telemetry: Telemetry, firesOnEmpty = false): AlertStories => ({
  incident: { says, firesAfter, telemetry }, quiet: QUIET, three: THREE, firesOnEmpty,
});

export const QUEUES: StoriesByAlert = {
  'Queues/ErrorRateCritical': story('A release cannot read the messages.', 5, incident(during(10, (at) => process(at, 0.2, FAILED)))),
  'Queues/ErrorRateWarning': story('Some messages are refused by a service.', 5, incident(during(200, (at) => process(at, 0.2, FAILED)))),
  'Queues/LatencyWarning': story('One message in four takes ten seconds.', 5, incident(during(60, (at) => process(at, 10)))),
  'Queues/StallCritical': story('The consumer hangs, and that of another queue works.', 15, {
    records: [...messages(ONSET - 2 * HOUR, ONSET), ...during(20, (at) => send(at)), ...during(100, (at) => processMail(at))],
  }),
  'Queues/BacklogCritical': story('The consumers of one queue stop.', 10, backlog(8000)),
  'Queues/BacklogWarning': story('The consumers of one queue are too few.', 10, backlog(400)),
  'Queues/BacklogSilenceWarning': story('Nobody counts the messages any more.', 15, { metrics: waiting(ONSET - HOUR, ONSET, () => 3) }, true),
};

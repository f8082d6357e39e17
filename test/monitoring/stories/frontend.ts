import { AlertStories, StoriesByAlert } from '../story';
import { DAY, dayAndNight, every, HOUR, MINUTE, ONSET, Row, span, Telemetry, WATCHED_DAY } from '../telemetry';

const WEB = { service_name: 'web' };
const load = (at: number, duration = 1.2) => span(at, duration, { ...WEB, span_name: 'documentLoad', url_path: '/cart' });
const fetched = (at: number, status = 200) => (
  span(at, 0.2, { ...WEB, span_name: 'GET', http_response_status_code: status, level: status < 500 ? 9 : 17, otel_status_code: status < 500 ? null : 'ERROR' }));
const crash = (at: number) => span(at, 0, { ...WEB, span_name: 'error', kind: 'log', duration: null, level: 17, is_exception: true, exception_type: 'TypeError' });

/** One page load in twenty has an error, one in ten is slow, and one request in a hundred fails. */
const visitors = (from: number, to: number): Row[] => dayAndNight(10, 10 * MINUTE, from, to, (at, index) => [
  load(at, index % 10 === 3 ? 8 : 1.2), fetched(at + 2, index % 100 === 59 ? 503 : 200), ...index % 20 === 7 ? [crash(at + 3)] : [],
]);

const QUIET: Telemetry = { records: visitors(WATCHED_DAY - 2 * HOUR, WATCHED_DAY + DAY) };
const THREE: Telemetry = {
  records: [
    load(ONSET - 300, 30), load(ONSET - 200, 30), load(ONSET - 100),
    crash(ONSET - 290), crash(ONSET - 190),
    fetched(ONSET - 280, 500), fetched(ONSET - 180, 500),
  ],
};

const during = (step: number, make: (at: number) => Row | readonly Row[]) => every(step, ONSET, ONSET + 2 * HOUR, make);
const incident = (rows: readonly Row[], goesOn = true): Telemetry => ({
  records: [...visitors(ONSET - 2 * HOUR, goesOn ? ONSET + 2 * HOUR : ONSET), ...rows],
});
const story = (says: string, firesAfter: number, telemetry: Telemetry, firesOnEmpty = false): AlertStories => ({
  incident: { says, firesAfter, telemetry }, quiet: QUIET, three: THREE, firesOnEmpty,
});

export const FRONTEND: StoriesByAlert = {
  'Frontend/ErrorRateCritical': story('A release breaks each page.', 10, incident(during(4, crash))),
  'Frontend/ErrorRateWarning': story('A release breaks one page.', 10, incident(during(25, crash))),
  'Frontend/RequestErrorRateCritical': story('The server fails.', 10, incident(during(12, (at) => fetched(at, 502)))),
  'Frontend/RequestErrorRateWarning': story('One endpoint of the server fails.', 10, incident(during(80, (at) => fetched(at, 502)))),
  'Frontend/LoadTimeWarning': story('A script of somebody else blocks one page load in two.', 10, incident(during(12, (at) => load(at, 9)))),
  'Frontend/PageLoadDropCritical': story('A certificate expires.', 15, incident([], false)),
  'Frontend/PageLoadDropWarning': story('Two thirds of the visitors do not reach the application.', 15, incident(during(30, (at) => load(at)), false)),
  'Frontend/SilenceCritical': story('The application sends nothing any more.', 30, incident([], false), true),
};

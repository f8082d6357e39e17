import { AlertStories, StoriesByAlert } from '../story';
import { DAY, dayAndNight, every, FAILED, HOUR, MINUTE, ONSET, Row, span, Telemetry, WATCHED_DAY } from '../telemetry';

type Columns = { readonly [column: string]: unknown };

const REQUEST = { span_name: 'GET /cart', http_route: '/cart', http_response_status_code: 200 };
const BROKEN = { ...REQUEST, ...FAILED, http_response_status_code: 500 };
const request = (at: number, columns: Columns = {}, duration = 0.1 + at % 7 / 50) => span(at, duration, { ...REQUEST, ...columns });

/** Requests each ten seconds by day and each ten minutes at night. One in a hundred fails, and one in fifty is slow. */
function traffic(from: number, to: number, failures = true): Row[] {
  return dayAndNight(10, 10 * MINUTE, from, to, (at, index) => {
    const slow = index % 50 === 13 ? 1.5 : undefined;
    return failures && index % 100 === 37 ? request(at, { ...BROKEN, exception_type: 'TimeoutError' }) : request(at, {}, slow);
  });
}

const QUIET: Telemetry = { records: traffic(0, WATCHED_DAY + DAY) };
/** For alerts on single records: a day on which nothing fails. */
const FLAWLESS: Telemetry = { records: traffic(0, WATCHED_DAY + DAY, false) };
const THREE: Telemetry = { records: [request(ONSET - 300, BROKEN), request(ONSET - 200, BROKEN), request(ONSET - 100)] };

/** The traffic of the hours before, which goes on or not, and what comes with the incident. */
function incident(rows: readonly Row[], goesOn = true, before = 2 * HOUR): Telemetry {
  return { records: [...traffic(ONSET - before, goesOn ? ONSET + 2 * HOUR : ONSET, false), ...rows] };
}

const story = (says: string, firesAfter: number, telemetry: Telemetry, others: Partial<AlertStories> = {}): AlertStories => ({
  incident: { says, firesAfter, telemetry }, quiet: QUIET, three: THREE, ...others,
});

export const SERVICE: StoriesByAlert = {
  'Service/ErrorRateCritical': story('One request in six fails.', 5, incident(every(50, ONSET, ONSET + 2 * HOUR, (at) => request(at, BROKEN)))),
  'Service/LatencyWarning': story('One request in five takes three seconds.', 5, incident(every(40, ONSET, ONSET + 2 * HOUR, (at) => request(at, {}, 3)))),
  'Service/TrafficDropWarning': story('Two thirds of the clients are gone.', 15, {
    records: [...traffic(ONSET - 2 * HOUR, ONSET), ...every(30, ONSET, ONSET + 2 * HOUR, (at) => request(at))],
  }),
  'Service/SilenceCritical': story('The service stops.', 15, incident([], false), { firesOnEmpty: true }),
  'Service/SlowRequestsWarning': story('A request each minute takes five seconds.', 5, incident(every(MINUTE, ONSET, ONSET + HOUR, (at) => request(at, {}, 5)))),
  'Service/NewExceptionsWarning': story('A release has a new mistake.', 60, incident(every(MINUTE, ONSET, ONSET + 2 * HOUR, (at) => (
    request(at, { ...BROKEN, exception_type: 'KeyError' })))), { quiet: FLAWLESS, firesOnThree: true }),
  'Service/ExceptionBurstWarning': story('Ten exceptions a minute.', 10, incident(every(6, ONSET, ONSET + HOUR, (at) => request(at, BROKEN)))),
  'Service/ExceptionsWarning': story('One request raises an exception.', 10, incident([request(ONSET + 5, BROKEN)]), { quiet: FLAWLESS, firesOnThree: true }),
  'Service/UnhandledErrorsWarning': story('One request fails.', 10, incident([request(ONSET + 5, BROKEN)]), { quiet: FLAWLESS, firesOnThree: true }),
  'Service/ValidationErrorsWarning': story('A client sends data of a wrong form.', 10, incident([
    request(ONSET + 5, { ...BROKEN, exception_type: 'pydantic_core._pydantic_core.ValidationError' }),
  ])),
  'Service/CriticalLogsWarning': story('A worker cannot go on.', 10, incident([span(ONSET + 5, 0, { kind: 'log', duration: null, level: 21, message: 'no disk' })])),
};

/** A row of a table: when it began, in seconds after the start of its timeline, and its columns that are not null. */
export interface Row {
  readonly at: number;
  readonly [column: string]: unknown;
}

/** What Logfire stores, in the order of time or not. */
export interface Telemetry {
  readonly records?: readonly Row[];
  readonly metrics?: readonly Row[];
}

export const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Each timeline has a day before the one that is watched: some windows are as long. */
export const WATCHED_DAY = DAY;
/** When incidents begin: at ten in the morning of that day. */
export const ONSET = WATCHED_DAY + 10 * HOUR;

let ids = 0;

/** A span that ended well. */
export function span(at: number, duration: number, columns: { readonly [column: string]: unknown } = {}): Row {
  ids += 1;
  return {
    at,
    duration,
    trace_id: `trace${ids}`,
    span_id: `span${ids}`,
    span_name: 'work',
    message: 'work',
    kind: 'span',
    level: 9,
    is_exception: false,
    service_name: 'shop',
    attributes: '{}',
    otel_resource_attributes: '{}',
    ...columns,
  };
}

/** What a failed span has. */
export const FAILED = { level: 17, otel_status_code: 'ERROR', is_exception: true, exception_type: 'TimeoutError', exception_message: 'timed out' };

/** A point of a gauge. */
export function point(at: number, metricName: string, value: number, attributes: object = {}, resource: object = {}): Row {
  return {
    at,
    metric_name: metricName,
    metric_type: 'gauge',
    value: JSON.stringify(value),
    service_name: 'shop',
    service_instance_id: 'one',
    process_pid: 1,
    attributes: JSON.stringify(attributes),
    otel_resource_attributes: JSON.stringify(resource),
  };
}

/** What happens at a moment, with how often it happened before. */
type Make = (at: number, index: number) => Row | readonly Row[];

/** Something that happens again and again, at equal intervals. */
export function every(step: number, from: number, to: number, make: Make): Row[] {
  return Array.from({ length: Math.max(0, Math.ceil((to - from) / step)) }, (_, index) => make(from + index * step, index)).flat();
}

/** People work by day: much happens from eight to eight, and little at night. */
export function dayAndNight(byDay: number, byNight: number, from: number, to: number, make: Make): Row[] {
  const rows: Row[] = [];
  let at = from;
  for (let index = 0; at < to; index += 1) {
    rows.push(...[make(at, index)].flat());
    const hour = at % DAY / HOUR;
    at += hour >= 8 && hour < 20 ? byDay : byNight;
  }
  return rows;
}

/** Telemetry of several sources together. */
export function together(...parts: readonly Telemetry[]): Telemetry {
  return { records: parts.flatMap(({ records = [] }) => records), metrics: parts.flatMap(({ metrics = [] }) => metrics) };
}

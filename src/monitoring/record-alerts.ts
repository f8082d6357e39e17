import { FailureThreshold, LatencyThreshold } from './subject-thresholds';
import { Duration } from '../core/duration';
import { AlertQuery } from '../queries/alert-query';
import { QueryComparison } from '../queries/comparison';
import { RecordColumn } from '../queries/record-column';
import { RecordFilter } from '../queries/record-filter';

/** Spans that failed. */
export function failedSpans(): RecordFilter {
  return RecordFilter.column(RecordColumn.OTEL_STATUS_CODE, QueryComparison.EQUALS, 'ERROR').orElse(RecordFilter.isException());
}

/** The query of a threshold on the share of records that are bad. */
export function failureQuery(filter: RecordFilter, bad: RecordFilter, groupBy?: RecordColumn[]): (threshold: FailureThreshold) => AlertQuery {
  return ({ abovePercent, minimumCount = 20, minimumFailures = 3 }) => (
    AlertQuery.errorRatio({ filter, bad, abovePercent, minimumCount, minimumBad: minimumFailures, groupBy }));
}

/** The query of a threshold on how long spans take. */
export function latencyQuery(filter: RecordFilter, groupBy?: RecordColumn[]): (threshold: LatencyThreshold) => AlertQuery {
  return ({ aboveSeconds, percentile, minimumCount }) => (
    AlertQuery.durationPercentileAbove({ filter, thresholdSeconds: aboveSeconds, percentile, minimumCount, groupBy }));
}

/** The two halves of a window are compared with each other. */
export function halfOf(window: Duration): Duration {
  return Duration.seconds(Math.floor(window.toSeconds() / 2));
}

import { IConstruct } from 'constructs';
import { decimalText } from './decimal-text';
import type { SliConfig } from './sli-config';
import { checkNotBlank } from '../core/checks';
import { fail } from '../core/errors';
import { expression, quoted, stringOf } from '../core/expression';
import { isUnresolved } from '../core/unresolved';

/** What counts, and what of it counts as bad. */
export interface SliQueries {
  /** What counts: a condition in SQL over one row, such as `span_name = 'checkout'`. Not blank; Logfire checks it at apply. */
  readonly totalQuery: string;

  /** What of it is bad: a condition in SQL over one row, such as `is_exception`. Not blank; Logfire checks it at apply. */
  readonly badQuery: string;
}

/** Which requests the availability is about. */
export interface SliAvailabilityOptions {
  /**
   * The route of the requests, such as `/checkout`, as the server's framework reports it (`http_route`). Not blank.
   *
   * @default - all requests that have a route
   */
  readonly route?: string;
}

/** Which values of a histogram are good. */
export interface SliHistogramOptions {
  /**
   * What counts: a condition in SQL over one row of metrics, such as `metric_name = 'http.server.duration'`. Not blank; Logfire
   * checks it at apply.
   */
  readonly totalQuery: string;

  /** Which of the values are good. */
  readonly good: SliGoodValues;
}

/** The good side of a threshold. */
export class SliGoodValues {
  /** Values below the threshold are good, as for durations. */
  public static below(threshold: number): SliGoodValues {
    return new SliGoodValues('less_than', threshold);
  }

  /** Values above the threshold are good, as for the number of free places. */
  public static above(threshold: number): SliGoodValues {
    return new SliGoodValues('greater_than', threshold);
  }

  private constructor(
    /** How values are compared: `less_than` or `greater_than`. */
    public readonly kind: string,
    /** The value between good and bad, in the unit of the metric. */
    public readonly threshold: number,
  ) {}
}

/**
 * What an SLO measures: the share of good events among all (service level indicator).
 *
 * Each kind takes what belongs to it and nothing else: the provider refuses other pairs (provider: `metric_aggregation`).
 */
export class Sli {
  /** The share of spans and logs that are not bad. */
  public static ratio(queries: SliQueries): Sli {
    return new Sli('ratio', 'records', 'additive', queries.totalQuery, queries.badQuery);
  }

  /**
   * The share of HTTP requests to a service that it answers without a fault of its own: neither with a status of 500 and above,
   * nor with an error and no status at all. A request that no route matches does not count.
   */
  public static availability(options: SliAvailabilityOptions = {}): Sli {
    const total = options.route === undefined ? 'http_route IS NOT NULL' : `http_route = ${sqlText(options.route)}`;
    const bad = "http_response_status_code >= 500 OR (http_response_status_code IS NULL AND otel_status_code = 'ERROR')";
    return new Sli('availability', 'records', 'additive', total, bad, undefined, options.route);
  }

  /** The share of what metrics count that is not bad: for metrics that report what was added since the last report. */
  public static metricRatio(queries: SliQueries): Sli {
    return new Sli('metric-ratio', 'metrics', 'additive', queries.totalQuery, queries.badQuery);
  }

  /** The share of a gauge that is not bad, such as of the workers that are up. */
  public static gaugeFraction(queries: SliQueries): Sli {
    return new Sli('gauge-fraction', 'metrics', 'gauge_fraction', queries.totalQuery, queries.badQuery);
  }

  /** The share of the growth of counters that is not bad: for metrics that report a running total. */
  public static counterRate(queries: SliQueries): Sli {
    return new Sli('counter-rate', 'metrics', 'counter_rate', queries.totalQuery, queries.badQuery);
  }

  /** The share of a histogram's values on the good side of a threshold. */
  public static histogram(options: SliHistogramOptions): Sli {
    return new Sli('histogram', 'metrics', 'histogram_threshold', options.totalQuery, undefined, options.good);
  }

  private constructor(
    /** What is measured: `ratio`, `availability`, `metric-ratio`, `gauge-fraction`, `counter-rate` or `histogram`. */
    public readonly kind: string,
    private readonly source: string,
    private readonly aggregation: string,
    private readonly total: string,
    private readonly bad?: string,
    private readonly good?: SliGoodValues,
    private readonly route?: string,
  ) {}

  /** @internal */
  public _render(scope: IConstruct, prop: string): SliConfig {
    checkNotBlank(scope, `totalQuery of ${prop}`, this.total, 'pass a condition such as "http_route IS NOT NULL"');
    checkNotBlank(scope, `badQuery of ${prop}`, this.bad ?? 'none', 'pass a condition such as "is_exception"');
    checkNotBlank(scope, `route of ${prop}`, this.route ?? 'none', 'leave it out for all routes');
    const threshold = this.good?.threshold;
    if (threshold !== undefined && !isUnresolved(threshold) && !Number.isFinite(threshold)) {
      fail(scope, `threshold of ${prop} must be a finite number, got ${threshold}; pass a value in the unit of the metric`);
    }
    return {
      source: this.source,
      metricAggregation: this.aggregation,
      totalQuery: this.total,
      badQuery: this.bad,
      threshold: threshold === undefined ? undefined : decimalText(threshold),
      comparison: this.good?.kind,
    };
  }
}

/** Text as it stands in SQL, or in the SQL that Terraform puts together. */
function sqlText(text: string): string {
  return isUnresolved(text)
    ? `'${stringOf(expression`replace(${quoted(text)}, "'", "''")`)}'`
    : `'${text.replace(/'/g, "''")}'`;
}

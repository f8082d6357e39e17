import { IConstruct } from 'constructs';
import { checkCall } from '../core/calls';
import { checkNotBlank } from '../core/checks';
import { decimalText } from '../core/decimal-text';
import { fail } from '../core/errors';
import { isUnresolved } from '../core/unresolved';
import { sqlText } from '../queries/sql-text';
import { checkSql } from '../sql/check';
import { readSql } from '../sql/query';

/** Queries that count all events and the bad ones among them. */
export interface SliQueries {
  /**
   * Selects the events that count: an SQL condition over one row, such as `span_name = 'checkout'` or the `sql` of a filter.
   *
   * Synth fails for a condition that cannot run, with the line and column: one that is blank, is a whole query, has a quote or
   * bracket without an end, an aggregate, a semicolon or a dashboard variable. Logfire checks names of columns and functions at
   * apply.
   */
  readonly totalQuery: string;

  /**
   * Selects the bad events among them: an SQL condition over one row, such as `is_exception` or the `sql` of a filter.
   *
   * A row for which the condition is null is neither good nor bad. The condition of a filter is never null.
   *
   * Synth fails for a condition that cannot run, with the line and column: one that is blank, is a whole query, has a quote or
   * bracket without an end, an aggregate, a semicolon or a dashboard variable. Logfire checks names of columns and functions at
   * apply.
   */
  readonly badQuery: string;
}

/** Options of an availability indicator. */
export interface SliAvailabilityOptions {
  /**
   * Route of the requests, such as `/checkout`, as the server's framework reports it (`http_route`). A blank route fails at synth.
   *
   * @default - all requests that have a route
   */
  readonly route?: string;
}

/** Options of a histogram indicator. */
export interface SliHistogramOptions {
  /**
   * Selects the values that count: an SQL condition over one row of metrics, such as `metric_name = 'http.server.duration'`.
   *
   * Synth fails for a condition that cannot run, with the line and column: one that is blank, is a whole query, has a quote or
   * bracket without an end, an aggregate, a semicolon or a dashboard variable. Logfire checks names of columns and functions at
   * apply.
   */
  readonly totalQuery: string;

  /** The values that are good. */
  readonly good: SliGoodValues;
}

/** Side of a threshold on which values are good. */
export enum SliComparison {
  /** Values below the threshold are good. */
  LESS_THAN = 'less_than',
  /** Values above the threshold are good. */
  GREATER_THAN = 'greater_than',
}

/**
 * A threshold, and the side of it on which values are good.
 *
 * @example
 * const fast = SliGoodValues.below(0.3);
 */
export class SliGoodValues {
  /** Counts values below the threshold as good, for example durations. The threshold must be a finite number. */
  public static below(threshold: number): SliGoodValues {
    checkCall('SliGoodValues.below', arguments);
    return new SliGoodValues(SliComparison.LESS_THAN, threshold);
  }

  /** Counts values above the threshold as good, for example free capacity. The threshold must be a finite number. */
  public static above(threshold: number): SliGoodValues {
    checkCall('SliGoodValues.above', arguments);
    return new SliGoodValues(SliComparison.GREATER_THAN, threshold);
  }

  private constructor(
    /** Side of the threshold on which values are good. */
    public readonly comparison: SliComparison,
    /** The threshold, in the unit of the metric. */
    public readonly threshold: number,
  ) {}
}

/** Kind of a service level indicator: what it measures. */
export enum SliKind {
  /** The share of spans and logs that are not bad. */
  RATIO = 'ratio',
  /** The share of HTTP requests without a server error. */
  AVAILABILITY = 'availability',
  /** The share of delta metrics that is not bad. */
  METRIC_RATIO = 'metric-ratio',
  /** The share of a gauge that is not bad. */
  GAUGE_FRACTION = 'gauge-fraction',
  /** The share of the increase of counters that is not bad. */
  COUNTER_RATE = 'counter-rate',
  /** The share of the values of a histogram that are good. */
  HISTOGRAM = 'histogram',
}

/**
 * A service level indicator (SLI): the share of good events among all events, which an SLO measures.
 *
 * Each kind accepts only the options that it supports, because the provider rejects other combinations (provider:
 * `metric_aggregation`).
 *
 * @example
 * const sli = Sli.ratio({ totalQuery: "span_name = 'checkout'", badQuery: 'is_exception' });
 */
export class Sli {
  /** Measures the share of spans and logs that are not bad. */
  public static ratio(queries: SliQueries): Sli {
    checkCall('Sli.ratio', arguments);
    return new Sli(SliKind.RATIO, 'records', 'additive', queries.totalQuery, queries.badQuery);
  }

  /**
   * Measures the share of HTTP requests that a service answers without a server error.
   *
   * A request is bad if its status is 500 or above, or if it has an error and no status. Requests without a route do not count.
   */
  public static availability(options: SliAvailabilityOptions = {}): Sli {
    checkCall('Sli.availability', arguments);
    const total = options.route === undefined ? 'http_route IS NOT NULL' : `http_route = ${sqlText(options.route)}`;
    const bad = "http_response_status_code >= 500 OR (http_response_status_code IS NULL AND otel_status_code = 'ERROR')";
    return new Sli(SliKind.AVAILABILITY, 'records', 'additive', total, bad, undefined, options.route);
  }

  /** Measures the share of delta metrics that is not bad: metrics that report the increase since the last report. */
  public static metricRatio(queries: SliQueries): Sli {
    checkCall('Sli.metricRatio', arguments);
    return new Sli(SliKind.METRIC_RATIO, 'metrics', 'additive', queries.totalQuery, queries.badQuery);
  }

  /** Measures the share of a gauge that is not bad, such as the workers that are up. */
  public static gaugeFraction(queries: SliQueries): Sli {
    checkCall('Sli.gaugeFraction', arguments);
    return new Sli(SliKind.GAUGE_FRACTION, 'metrics', 'gauge_fraction', queries.totalQuery, queries.badQuery);
  }

  /** Measures the share of the increase of counters that is not bad: metrics that report a running total. */
  public static counterRate(queries: SliQueries): Sli {
    checkCall('Sli.counterRate', arguments);
    return new Sli(SliKind.COUNTER_RATE, 'metrics', 'counter_rate', queries.totalQuery, queries.badQuery);
  }

  /** Measures the share of a histogram's values on the good side of a threshold. */
  public static histogram(options: SliHistogramOptions): Sli {
    checkCall('Sli.histogram', arguments);
    return new Sli(SliKind.HISTOGRAM, 'metrics', 'histogram_threshold', options.totalQuery, undefined, options.good);
  }

  private constructor(
    /** What the indicator measures. */
    public readonly kind: SliKind,
    private readonly source: string,
    private readonly aggregation: string,
    private readonly total: string,
    private readonly bad?: string,
    private readonly good?: SliGoodValues,
    private readonly route?: string,
  ) {}

  /** @internal */
  public _render(scope: IConstruct, prop: string, ignoredLintRules: readonly string[]): SliConfig {
    checkNotBlank(scope, `${prop}.totalQuery`, this.total, 'pass a condition such as "http_route IS NOT NULL"');
    checkNotBlank(scope, `${prop}.badQuery`, this.bad ?? 'none', 'pass a condition such as "is_exception"');
    checkNotBlank(scope, `${prop}.route`, this.route ?? 'none', 'leave it out for all routes');
    for (const [name, condition] of [['totalQuery', this.total], ['badQuery', this.bad ?? 'false']]) {
      checkSql(scope, () => `${prop}.${name}`, readSql(condition), { use: 'condition' }, ignoredLintRules);
    }
    const threshold = this.good?.threshold;
    if (threshold !== undefined && !isUnresolved(threshold) && !Number.isFinite(threshold)) {
      fail(scope, 'number-range', `${prop}.good.threshold must be a finite number, got ${threshold}; pass a value in the unit of the metric`);
    }
    return {
      source: this.source,
      metricAggregation: this.aggregation,
      totalQuery: this.total,
      badQuery: this.bad,
      threshold: threshold === undefined ? undefined : decimalText(threshold),
      comparison: this.good?.comparison,
    };
  }
}

/** The attributes of an SLO that the indicator sets, as the binding takes them. */
interface SliConfig {
  readonly source: string;
  readonly metricAggregation: string;
  readonly totalQuery: string;
  readonly badQuery?: string;
  readonly threshold?: string;
  readonly comparison?: string;
}

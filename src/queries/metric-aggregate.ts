import { checkPercentile } from './query-checks';
import { fractionSql, percentileName } from './record-aggregate';
import { checkCall } from '../core/calls';

const AVERAGE = 'sum(metric_sum(value)) / nullif(sum(metric_count(value)), 0)';

/**
 * One number about many points of a metric.
 *
 * @example
 * const size = MetricFilter.metricName('backup.size');
 * const query = RowsQuery.metricValue({ filter: size, aggregate: MetricAggregate.maximum() });
 */
export class MetricAggregate {
  /** The average of a gauge, or of the values in histograms that report increases (delta), as `average`. */
  public static average(): MetricAggregate {
    checkCall('MetricAggregate.average', arguments);
    return new MetricAggregate(AVERAGE, 'average', false);
  }

  /** The average of a gauge from 0 to 1, in percent, as `average_percent`: 90 for 0.9. */
  public static averagePercent(): MetricAggregate {
    checkCall('MetricAggregate.averagePercent', arguments);
    return new MetricAggregate(`100.0 * ${AVERAGE}`, 'average_percent', false);
  }

  /** What the average of a gauge from 0 to 1 leaves, in percent, as `complement_percent`: 90 for 0.1. It is how much is in use if the gauge is what is free. */
  public static complementPercent(): MetricAggregate {
    checkCall('MetricAggregate.complementPercent', arguments);
    return new MetricAggregate(`100.0 - 100.0 * ${AVERAGE}`, 'complement_percent', false);
  }

  /**
   * A percentile of a histogram or a gauge, in the unit of the metric, as `p95`.
   *
   * The query fails if the points are histograms of different types: select one type with `MetricColumn.METRIC_TYPE`.
   *
   * @param percentile from 1 to 100, such as 95; others fail at synth
   */
  public static percentile(percentile: number): MetricAggregate {
    checkCall('MetricAggregate.percentile', arguments);
    checkPercentile('MetricAggregate.percentile', 'percentile', percentile);
    return new MetricAggregate(`metric_quantile(${fractionSql(percentile)}, value)`, percentileName(percentile), false);
  }

  /** The increase of a counter, as `increase`: of each process on its own, summed up. Restarts are taken into account. */
  public static increase(): MetricAggregate {
    checkCall('MetricAggregate.increase', arguments);
    return new MetricAggregate('metric_increase(value, recorded_timestamp)', 'increase', true);
  }

  /** The increase of a counter per second, as `rate_per_second`: of each process on its own, summed up. Restarts are taken into account. */
  public static rate(): MetricAggregate {
    checkCall('MetricAggregate.rate', arguments);
    return new MetricAggregate('metric_rate(value, recorded_timestamp)', 'rate_per_second', true);
  }

  /** The greatest value of a gauge or in histograms, as `maximum`. */
  public static maximum(): MetricAggregate {
    checkCall('MetricAggregate.maximum', arguments);
    return new MetricAggregate('max(metric_max(value))', 'maximum', false);
  }

  /** The least value of a gauge or in histograms, as `minimum`. */
  public static minimum(): MetricAggregate {
    checkCall('MetricAggregate.minimum', arguments);
    return new MetricAggregate('min(metric_min(value))', 'minimum', false);
  }

  private constructor(
    /** The aggregate in SQL. That of a counter is of one process; queries sum it up. */
    public readonly sql: string,
    /** What the column is called in a result, such as `average`. */
    public readonly alias: string,
    /** @internal */
    public readonly _isPerStream: boolean,
  ) {}
}

import { attributeSql, ColumnSql, hasAttributeSql, numberCondition, partCondition, textCondition } from './column-sql';
import { QueryComparison } from './comparison';
import { conjunction, disjunction, negation, rawCondition } from './conditions';
import { MetricColumn } from './metric-column';
import { checkSome, checkText } from './query-checks';
import { checkCall } from '../core/calls';

/**
 * A condition on rows of Logfire's table `metrics`.
 *
 * One filter can select what an alert, a panel and an indicator look at, so that they cannot disagree. Values are quoted; that of a Terraform
 * variable is quoted by Terraform. A filter is never null: a point without the column or attribute does not match.
 *
 * @example
 * const latency = MetricFilter.metricName('http.server.request.duration').also(MetricFilter.service('shop'));
 * const query = AlertQuery.metricAbove({ filter: latency, aggregate: MetricAggregate.percentile(95), threshold: 0.5 });
 */
export class MetricFilter {
  /** Matches every point. */
  public static all(): MetricFilter {
    checkCall('MetricFilter.all', arguments);
    return new MetricFilter([]);
  }

  /** Matches points of a metric, such as `http.server.request.duration`. A blank name fails at synth. */
  public static metricName(metricName: string): MetricFilter {
    checkCall('MetricFilter.metricName', arguments);
    checkText('MetricFilter.metricName', 'metricName', metricName, 'pass the name of a metric, such as "http.server.request.duration"');
    return MetricFilter.ofText('MetricFilter.metricName', MetricColumn.METRIC_NAME._column, QueryComparison.EQUALS, metricName);
  }

  /** Matches points of a service. A blank name fails at synth. */
  public static service(serviceName: string): MetricFilter {
    checkCall('MetricFilter.service', arguments);
    checkText('MetricFilter.service', 'serviceName', serviceName, 'pass the name of a service, such as "shop"');
    return MetricFilter.ofText('MetricFilter.service', MetricColumn.SERVICE_NAME._column, QueryComparison.EQUALS, serviceName);
  }

  /** Matches points of a deployment environment, such as `production`. A blank name fails at synth. */
  public static environment(environmentName: string): MetricFilter {
    checkCall('MetricFilter.environment', arguments);
    checkText('MetricFilter.environment', 'environmentName', environmentName, 'pass the name of an environment, such as "production"');
    return MetricFilter.ofText('MetricFilter.environment', MetricColumn.DEPLOYMENT_ENVIRONMENT._column, QueryComparison.EQUALS, environmentName);
  }
  /** Matches points with an attribute that has this string as its value. A blank name fails at synth. */
  public static attribute(attributeName: string, text: string): MetricFilter {
    checkCall('MetricFilter.attribute', arguments);
    return MetricFilter.ofText('MetricFilter.attribute', attributeSql('MetricFilter.attribute', 'attributes', attributeName), QueryComparison.EQUALS, text);
  }

  /**
   * Matches points by an attribute that is a number. An attribute that is no number does not match.
   *
   * A blank name fails at synth, and a value that is no finite number.
   */
  public static numberAttribute(attributeName: string, comparison: QueryComparison, value: number): MetricFilter {
    checkCall('MetricFilter.numberAttribute', arguments);
    return MetricFilter.ofNumber('MetricFilter.numberAttribute', attributeSql('MetricFilter.numberAttribute', 'attributes', attributeName), comparison, value);
  }

  /** Matches points that have an attribute, whatever its value. A blank name fails at synth. */
  public static hasAttribute(attributeName: string): MetricFilter {
    checkCall('MetricFilter.hasAttribute', arguments);
    return new MetricFilter([hasAttributeSql('MetricFilter.hasAttribute', attributeName)]);
  }

  /** Matches points by an attribute of what sent them, such as `host.name`. A blank name fails at synth. */
  public static resourceAttribute(attributeName: string, text: string): MetricFilter {
    checkCall('MetricFilter.resourceAttribute', arguments);
    return MetricFilter.ofText('MetricFilter.resourceAttribute', attributeSql('MetricFilter.resourceAttribute', 'otel_resource_attributes', attributeName), QueryComparison.EQUALS, text);
  }

  /**
   * Matches points by a column or attribute that contains strings.
   *
   * @param column fails at synth if it contains numbers
   * @param comparison `EQUALS` or `NOT_EQUALS`; others fail at synth
   * @param text what it is compared with
   */
  public static column(column: MetricColumn, comparison: QueryComparison, text: string): MetricFilter {
    checkCall('MetricFilter.column', arguments);
    return MetricFilter.ofText('MetricFilter.column', column._column, comparison, text);
  }

  /**
   * Matches points by a column or attribute with a string in it, such as a list in JSON. A point without it does not match.
   *
   * @param column fails at synth if it contains numbers
   * @param text what it contains, in the same case; a blank one fails at synth
   */
  public static columnContains(column: MetricColumn, text: string): MetricFilter {
    checkCall('MetricFilter.columnContains', arguments);
    return new MetricFilter([partCondition('MetricFilter.columnContains', column._column, (sql, part) => `strpos(${sql}, ${part}) > 0`, text)]);
  }

  /**
   * Matches points by how a column or attribute begins. A point without it does not match.
   *
   * @param column fails at synth if it contains numbers
   * @param text what it begins with, in the same case; a blank one fails at synth
   */
  public static columnStartsWith(column: MetricColumn, text: string): MetricFilter {
    checkCall('MetricFilter.columnStartsWith', arguments);
    return new MetricFilter([partCondition('MetricFilter.columnStartsWith', column._column, (sql, part) => `starts_with(${sql}, ${part})`, text)]);
  }

  /**
   * Matches points by a column or attribute that contains numbers.
   *
   * @param column fails at synth if it contains strings; an attribute that is no number does not match
   * @param comparison how the column is compared
   * @param value a finite number
   */
  public static numberColumn(column: MetricColumn, comparison: QueryComparison, value: number): MetricFilter {
    checkCall('MetricFilter.numberColumn', arguments);
    return MetricFilter.ofNumber('MetricFilter.numberColumn', column._column, comparison, value);
  }

  /** Matches points that have a column or attribute, whatever its value. */
  public static hasColumn(column: MetricColumn): MetricFilter {
    checkCall('MetricFilter.hasColumn', arguments);
    return new MetricFilter([`${column.sql} IS NOT NULL`]);
  }

  /** Matches points that match all filters. An empty list fails at synth. */
  public static allOf(filters: MetricFilter[]): MetricFilter {
    checkCall('MetricFilter.allOf', arguments);
    checkSome('MetricFilter.allOf', 'filters', filters, 'pass at least one filter');
    return new MetricFilter(filters.flatMap(({ conditions }) => conditions));
  }

  /** Matches points that match at least one of the filters. An empty list fails at synth. */
  public static anyOf(filters: MetricFilter[]): MetricFilter {
    checkCall('MetricFilter.anyOf', arguments);
    checkSome('MetricFilter.anyOf', 'filters', filters, 'pass at least one filter');
    return new MetricFilter([disjunction(filters.map(({ sql }) => sql))]);
  }

  /**
   * Matches points by a condition in SQL, which is put in parentheses. A blank condition fails at synth; Logfire checks the SQL at apply.
   *
   * @param condition a condition on one row, such as `metric_name LIKE 'system.%'`
   */
  public static fromSql(condition: string): MetricFilter {
    checkCall('MetricFilter.fromSql', arguments);
    checkText('MetricFilter.fromSql', 'condition', condition, 'pass a condition on one row');
    return new MetricFilter([rawCondition(condition)]);
  }

  private static ofText(entry: string, column: ColumnSql, comparison: QueryComparison, text: string): MetricFilter {
    return new MetricFilter([textCondition(entry, column, comparison, text)]);
  }

  private static ofNumber(entry: string, column: ColumnSql, comparison: QueryComparison, value: number): MetricFilter {
    return new MetricFilter([numberCondition(entry, column, comparison, value)]);
  }

  /** The condition in SQL. It can stand next to any operator: a condition of several parts has parentheses. */
  public readonly sql: string;

  /** Those that all must hold. */
  private readonly conditions: readonly string[];

  private constructor(conditions: readonly string[]) {
    this.conditions = conditions;
    this.sql = conjunction(conditions);
  }

  /** Matches points that match this filter and the other one. */
  public also(other: MetricFilter): MetricFilter {
    checkCall('MetricFilter#also', arguments, this);
    return new MetricFilter([...this.conditions, ...other.conditions]);
  }

  /** Matches points that match this filter or the other one, or both. */
  public orElse(other: MetricFilter): MetricFilter {
    checkCall('MetricFilter#orElse', arguments, this);
    return new MetricFilter([disjunction([this.sql, other.sql])]);
  }

  /** Matches points that do not match this filter. These include the ones for which a condition in SQL is null. */
  public negate(): MetricFilter {
    return new MetricFilter([negation(this.sql)]);
  }

  /**
   * The conditions that all must hold, for a clause with a line for each.
   *
   * @internal
   */
  public get _conditions(): readonly string[] {
    return this.conditions;
  }
}

import { attributeSql, ColumnSql, hasAttributeSql, numberCondition, partCondition, textCondition } from './column-sql';
import { QueryComparison } from './comparison';
import { conjunction, disjunction, negation, rawCondition } from './conditions';
import { checkEnum, checkLength, checkSeconds, checkSome, checkText, checkWhole } from './query-checks';
import { RecordColumn } from './record-column';
import { LEVEL_NUMBERS, RecordLevel } from './record-level';
import { sqlInterval } from './sql-text';
import { checkCall } from '../core/calls';
import { Duration } from '../core/duration';

/**
 * A condition on rows of Logfire's table `records`.
 *
 * One filter can select what an alert, a panel and an indicator look at, so that they cannot disagree. Values are quoted; that of a Terraform
 * variable is quoted by Terraform. A filter is never null: a record without the column or attribute does not match.
 *
 * @example
 * const requests = RecordFilter.service('shop').also(RecordFilter.isRootSpan());
 * const failed = RecordFilter.levelAtLeast(RecordLevel.ERROR).orElse(RecordFilter.httpStatusAtLeast(500));
 * const sli = Sli.ratio({ totalQuery: requests.sql, badQuery: failed.sql });
 */
export class RecordFilter {
  /** Matches every record. */
  public static all(): RecordFilter {
    checkCall('RecordFilter.all', arguments);
    return new RecordFilter([]);
  }

  /** Matches records of a service. A blank name fails at synth. */
  public static service(serviceName: string): RecordFilter {
    checkCall('RecordFilter.service', arguments);
    checkText('RecordFilter.service', 'serviceName', serviceName, 'pass the name of a service, such as "shop"');
    return RecordFilter.ofText('RecordFilter.service', RecordColumn.SERVICE_NAME._column, QueryComparison.EQUALS, serviceName);
  }

  /** Matches records of a deployment environment, such as `production`. A blank name fails at synth. */
  public static environment(environmentName: string): RecordFilter {
    checkCall('RecordFilter.environment', arguments);
    checkText('RecordFilter.environment', 'environmentName', environmentName, 'pass the name of an environment, such as "production"');
    return RecordFilter.ofText('RecordFilter.environment', RecordColumn.DEPLOYMENT_ENVIRONMENT._column, QueryComparison.EQUALS, environmentName);
  }

  /** Matches spans, and logs, of a name such as `GET /cart`. A blank name fails at synth. */
  public static spanName(spanName: string): RecordFilter {
    checkCall('RecordFilter.spanName', arguments);
    checkText('RecordFilter.spanName', 'spanName', spanName, 'pass the name of a span, such as "GET /cart"');
    return RecordFilter.ofText('RecordFilter.spanName', RecordColumn.SPAN_NAME._column, QueryComparison.EQUALS, spanName);
  }

  /** Matches HTTP requests of a route such as `/cart/{id}`, as the framework of the server reports it. A blank route fails at synth. */
  public static httpRoute(route: string): RecordFilter {
    checkCall('RecordFilter.httpRoute', arguments);
    checkText('RecordFilter.httpRoute', 'route', route, 'pass a route, such as "/cart"');
    return RecordFilter.ofText('RecordFilter.httpRoute', RecordColumn.HTTP_ROUTE._column, QueryComparison.EQUALS, route);
  }

  /**
   * Matches HTTP requests with this status or a higher one. Records without a status do not match.
   *
   * @param status a whole number from 100 to 599; others fail at synth
   */
  public static httpStatusAtLeast(status: number): RecordFilter {
    checkCall('RecordFilter.httpStatusAtLeast', arguments);
    checkWhole('RecordFilter.httpStatusAtLeast', 'status', status, 100, 599, 'pass a status such as 500');
    return RecordFilter.ofNumber('RecordFilter.httpStatusAtLeast', RecordColumn.HTTP_RESPONSE_STATUS_CODE._column, QueryComparison.AT_LEAST, status);
  }

  /** Matches records of a level, and of the more severe ones. */
  public static levelAtLeast(level: RecordLevel): RecordFilter {
    checkCall('RecordFilter.levelAtLeast', arguments);
    checkEnum('RecordFilter.levelAtLeast', 'level', LEVEL_NUMBERS, level);
    return RecordFilter.ofNumber('RecordFilter.levelAtLeast', RecordColumn.LEVEL._column, QueryComparison.AT_LEAST, LEVEL_NUMBERS[level]);
  }

  /**
   * Matches spans of this length or longer. Logs have no length and do not match.
   *
   * @param seconds a number of seconds that is 0 or more, such as 0.5
   */
  public static durationAtLeast(seconds: number): RecordFilter {
    checkCall('RecordFilter.durationAtLeast', arguments);
    checkSeconds('RecordFilter.durationAtLeast', 'seconds', seconds);
    return RecordFilter.ofNumber('RecordFilter.durationAtLeast', RecordColumn.DURATION._column, QueryComparison.AT_LEAST, seconds);
  }

  /**
   * Matches spans that ended not longer ago than this. Logs do not match.
   *
   * Logfire stores a span when it ends, and the lookback window of an alert counts from its beginning. For an alert on spans that take long, pass a
   * long window, and this filter, so that each is seen for a short time.
   *
   * @param duration must be longer than zero; others fail at synth
   */
  public static endedWithin(duration: Duration): RecordFilter {
    checkCall('RecordFilter.endedWithin', arguments);
    checkLength('RecordFilter.endedWithin', 'duration', duration);
    return new RecordFilter([`coalesce(${RecordColumn.END_TIMESTAMP.sql} >= now() - ${sqlInterval(duration)}, false)`]);
  }

  /** Matches spans that recorded an exception. */
  public static isException(): RecordFilter {
    checkCall('RecordFilter.isException', arguments);
    return new RecordFilter(['is_exception']);
  }

  /** Matches the first span of each trace: what a service did for a request or a job, without the steps. Logs do not match. */
  public static isRootSpan(): RecordFilter {
    checkCall('RecordFilter.isRootSpan', arguments);
    return new RecordFilter(['parent_span_id IS NULL', 'duration IS NOT NULL']);
  }
  /** Matches records with an attribute that has this string as its value. A blank name fails at synth. */
  public static attribute(attributeName: string, text: string): RecordFilter {
    checkCall('RecordFilter.attribute', arguments);
    return RecordFilter.ofText('RecordFilter.attribute', attributeSql('RecordFilter.attribute', 'attributes', attributeName), QueryComparison.EQUALS, text);
  }

  /**
   * Matches records by an attribute that is a number. An attribute that is no number does not match.
   *
   * A blank name fails at synth, and a value that is no finite number.
   */
  public static numberAttribute(attributeName: string, comparison: QueryComparison, value: number): RecordFilter {
    checkCall('RecordFilter.numberAttribute', arguments);
    return RecordFilter.ofNumber('RecordFilter.numberAttribute', attributeSql('RecordFilter.numberAttribute', 'attributes', attributeName), comparison, value);
  }

  /** Matches records that have an attribute, whatever its value. A blank name fails at synth. */
  public static hasAttribute(attributeName: string): RecordFilter {
    checkCall('RecordFilter.hasAttribute', arguments);
    return new RecordFilter([hasAttributeSql('RecordFilter.hasAttribute', attributeName)]);
  }

  /** Matches records by an attribute of what sent them, such as `host.name`. A blank name fails at synth. */
  public static resourceAttribute(attributeName: string, text: string): RecordFilter {
    checkCall('RecordFilter.resourceAttribute', arguments);
    return RecordFilter.ofText('RecordFilter.resourceAttribute', attributeSql('RecordFilter.resourceAttribute', 'otel_resource_attributes', attributeName), QueryComparison.EQUALS, text);
  }

  /**
   * Matches records by a column or attribute that contains strings.
   *
   * @param column fails at synth if it contains numbers
   * @param comparison `EQUALS` or `NOT_EQUALS`; others fail at synth
   * @param text what it is compared with
   */
  public static column(column: RecordColumn, comparison: QueryComparison, text: string): RecordFilter {
    checkCall('RecordFilter.column', arguments);
    return RecordFilter.ofText('RecordFilter.column', column._column, comparison, text);
  }

  /**
   * Matches records by a column or attribute with a string in it, such as a list in JSON. A record without it does not match.
   *
   * @param column fails at synth if it contains numbers
   * @param text what it contains, in the same case; a blank one fails at synth
   */
  public static columnContains(column: RecordColumn, text: string): RecordFilter {
    checkCall('RecordFilter.columnContains', arguments);
    return new RecordFilter([partCondition('RecordFilter.columnContains', column._column, (sql, part) => `strpos(${sql}, ${part}) > 0`, text)]);
  }

  /**
   * Matches records by how a column or attribute begins. A record without it does not match.
   *
   * @param column fails at synth if it contains numbers
   * @param text what it begins with, in the same case; a blank one fails at synth
   */
  public static columnStartsWith(column: RecordColumn, text: string): RecordFilter {
    checkCall('RecordFilter.columnStartsWith', arguments);
    return new RecordFilter([partCondition('RecordFilter.columnStartsWith', column._column, (sql, part) => `starts_with(${sql}, ${part})`, text)]);
  }

  /**
   * Matches records by a column or attribute that contains numbers.
   *
   * @param column fails at synth if it contains strings; an attribute that is no number does not match
   * @param comparison how the column is compared
   * @param value a finite number
   */
  public static numberColumn(column: RecordColumn, comparison: QueryComparison, value: number): RecordFilter {
    checkCall('RecordFilter.numberColumn', arguments);
    return RecordFilter.ofNumber('RecordFilter.numberColumn', column._column, comparison, value);
  }

  /** Matches records that have a column or attribute, whatever its value. */
  public static hasColumn(column: RecordColumn): RecordFilter {
    checkCall('RecordFilter.hasColumn', arguments);
    return new RecordFilter([`${column.sql} IS NOT NULL`]);
  }

  /** Matches records that match all filters. An empty list fails at synth. */
  public static allOf(filters: RecordFilter[]): RecordFilter {
    checkCall('RecordFilter.allOf', arguments);
    checkSome('RecordFilter.allOf', 'filters', filters, 'pass at least one filter');
    return new RecordFilter(filters.flatMap(({ conditions }) => conditions));
  }

  /** Matches records that match at least one of the filters. An empty list fails at synth. */
  public static anyOf(filters: RecordFilter[]): RecordFilter {
    checkCall('RecordFilter.anyOf', arguments);
    checkSome('RecordFilter.anyOf', 'filters', filters, 'pass at least one filter');
    return new RecordFilter([disjunction(filters.map(({ sql }) => sql))]);
  }

  /**
   * Matches records by a condition in SQL, which is put in parentheses. A blank condition fails at synth; Logfire checks the SQL at apply.
   *
   * @param condition a condition on one row, such as `message LIKE '%timeout%'`
   */
  public static fromSql(condition: string): RecordFilter {
    checkCall('RecordFilter.fromSql', arguments);
    checkText('RecordFilter.fromSql', 'condition', condition, 'pass a condition on one row');
    return new RecordFilter([rawCondition(condition)]);
  }

  private static ofText(entry: string, column: ColumnSql, comparison: QueryComparison, text: string): RecordFilter {
    return new RecordFilter([textCondition(entry, column, comparison, text)]);
  }

  private static ofNumber(entry: string, column: ColumnSql, comparison: QueryComparison, value: number): RecordFilter {
    return new RecordFilter([numberCondition(entry, column, comparison, value)]);
  }

  /** The condition in SQL. It can stand next to any operator: a condition of several parts has parentheses. */
  public readonly sql: string;

  /** Those that all must hold. */
  private readonly conditions: readonly string[];

  private constructor(conditions: readonly string[]) {
    this.conditions = conditions;
    this.sql = conjunction(conditions);
  }

  /** Matches records that match this filter and the other one. */
  public also(other: RecordFilter): RecordFilter {
    checkCall('RecordFilter#also', arguments, this);
    return new RecordFilter([...this.conditions, ...other.conditions]);
  }

  /** Matches records that match this filter or the other one, or both. */
  public orElse(other: RecordFilter): RecordFilter {
    checkCall('RecordFilter#orElse', arguments, this);
    return new RecordFilter([disjunction([this.sql, other.sql])]);
  }

  /** Matches records that do not match this filter. These include the ones for which a condition in SQL is null. */
  public negate(): RecordFilter {
    return new RecordFilter([negation(this.sql)]);
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

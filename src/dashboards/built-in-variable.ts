/**
 * The variables that Logfire supplies to every query of a dashboard, as SQL refers to them. You never declare them.
 *
 * Alerts have no variables.
 *
 * @example
 * const query = TimeSeriesQuery.fromSql(
 *   `SELECT time_bucket(${BuiltInVariable.RESOLUTION}, start_timestamp) AS x, count(*) AS requests FROM records GROUP BY x`,
 *   { metrics: ['requests'] },
 * );
 */
export class BuiltInVariable {
  /** The length of a time bucket, such as `1 minute`. A string in SQL: cast it with `$resolution::interval` to compute with it. */
  public static readonly RESOLUTION = '$resolution';
  /** The beginning of the time range, in milliseconds since 1970. */
  public static readonly FROM = '$__from';
  /** The end of the time range, in milliseconds since 1970. */
  public static readonly TO = '$__to';
  /** The beginning of the time range, in ISO 8601. */
  public static readonly FROM_ISO_STRING = '$__from_iso_string';
  /** The end of the time range, in ISO 8601. */
  public static readonly TO_ISO_STRING = '$__to_iso_string';
  /** The length of the time range, such as `1 hour`. */
  public static readonly RANGE = '$__range';
  /** The length of the time range, in seconds. */
  public static readonly RANGE_SECONDS = '$__range_s';
  /** The length of the time range, in milliseconds. */
  public static readonly RANGE_MILLISECONDS = '$__range_ms';
  /** The name of the organization. */
  public static readonly ORGANIZATION = '$__organization';
  /** The name of the project. */
  public static readonly PROJECT = '$__project';
  /** The slug of the dashboard. */
  public static readonly DASHBOARD_SLUG = '$__dashboard_slug';
  /** The environments that are selected on the page, as one string with commas. */
  public static readonly ENVIRONMENTS = '$__envs';

  private constructor() {}
}

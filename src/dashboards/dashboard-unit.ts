import { checkCall } from '../core/calls';

/**
 * The unit in which a panel shows numbers.
 *
 * @example
 * declare const query: RowsQuery;
 * const panel = new ValuesPanel({ panelId: 'p95', title: 'p95', query, unit: DashboardUnit.SECONDS, decimalPlaces: 2 });
 */
export class DashboardUnit {
  /** Nanoseconds. */
  public static readonly NANOSECONDS = new DashboardUnit('nanoseconds');
  /** Microseconds. */
  public static readonly MICROSECONDS = new DashboardUnit('microseconds');
  /** Milliseconds. */
  public static readonly MILLISECONDS = new DashboardUnit('milliseconds');
  /** Seconds. Durations of spans have this unit. */
  public static readonly SECONDS = new DashboardUnit('seconds');
  /** Minutes. */
  public static readonly MINUTES = new DashboardUnit('minutes');
  /** Hours. */
  public static readonly HOURS = new DashboardUnit('hours');
  /** Days. */
  public static readonly DAYS = new DashboardUnit('days');
  /** Weeks. */
  public static readonly WEEKS = new DashboardUnit('weeks');
  /** Months. */
  public static readonly MONTHS = new DashboardUnit('months');
  /** Years. */
  public static readonly YEARS = new DashboardUnit('years');
  /** Percent, for values from 0 to 100. */
  public static readonly PERCENT = new DashboardUnit('percent');
  /** Percent, for values from 0 to 1. */
  public static readonly PERCENT_DECIMAL = new DashboardUnit('percent-decimal');
  /** A plain number. */
  public static readonly DECIMAL = new DashboardUnit('decimal');
  /** Bits, in steps of 1024. */
  public static readonly BITS = new DashboardUnit('bits');
  /** Bits, in steps of 1000. */
  public static readonly DECIMAL_BITS = new DashboardUnit('decbits');
  /** Bytes, in steps of 1024. */
  public static readonly BYTES = new DashboardUnit('bytes');
  /** Bytes, in steps of 1000. */
  public static readonly DECIMAL_BYTES = new DashboardUnit('decbytes');
  /** Bits per second, in steps of 1024. */
  public static readonly BITS_PER_SECOND = new DashboardUnit('bits/sec');
  /** Bits per second, in steps of 1000. */
  public static readonly DECIMAL_BITS_PER_SECOND = new DashboardUnit('decbits/sec');
  /** Bytes per second, in steps of 1024. */
  public static readonly BYTES_PER_SECOND = new DashboardUnit('bytes/sec');
  /** Bytes per second, in steps of 1000. */
  public static readonly DECIMAL_BYTES_PER_SECOND = new DashboardUnit('decbytes/sec');
  /** Counts per second. */
  public static readonly COUNTS_PER_SECOND = new DashboardUnit('counts/sec');
  /** Events per second. */
  public static readonly EVENTS_PER_SECOND = new DashboardUnit('events/sec');
  /** Messages per second. */
  public static readonly MESSAGES_PER_SECOND = new DashboardUnit('messages/sec');
  /** Operations per second. */
  public static readonly OPERATIONS_PER_SECOND = new DashboardUnit('ops/sec');
  /** Packets per second. */
  public static readonly PACKETS_PER_SECOND = new DashboardUnit('packets/sec');
  /** Reads per second. */
  public static readonly READS_PER_SECOND = new DashboardUnit('reads/sec');
  /** Records per second. */
  public static readonly RECORDS_PER_SECOND = new DashboardUnit('records/sec');
  /** Requests per second. */
  public static readonly REQUESTS_PER_SECOND = new DashboardUnit('requests/sec');
  /** Rows per second. */
  public static readonly ROWS_PER_SECOND = new DashboardUnit('rows/sec');
  /** Writes per second. */
  public static readonly WRITES_PER_SECOND = new DashboardUnit('writes/sec');
  /** Australian dollars. */
  public static readonly AUD = new DashboardUnit('aud');
  /** Canadian dollars. */
  public static readonly CAD = new DashboardUnit('cad');
  /** Swiss francs. */
  public static readonly CHF = new DashboardUnit('chf');
  /** Chinese yuan. */
  public static readonly CNY = new DashboardUnit('cny');
  /** Euros. */
  public static readonly EUR = new DashboardUnit('eur');
  /** Pounds sterling. */
  public static readonly GBP = new DashboardUnit('gbp');
  /** Hong Kong dollars. */
  public static readonly HKD = new DashboardUnit('hkd');
  /** Indian rupees. */
  public static readonly INR = new DashboardUnit('inr');
  /** Japanese yen. */
  public static readonly JPY = new DashboardUnit('jpy');
  /** South Korean won. */
  public static readonly KRW = new DashboardUnit('krw');
  /** Norwegian kroner. */
  public static readonly NOK = new DashboardUnit('nok');
  /** New Zealand dollars. */
  public static readonly NZD = new DashboardUnit('nzd');
  /** Swedish kronor. */
  public static readonly SEK = new DashboardUnit('sek');
  /** Singapore dollars. */
  public static readonly SGD = new DashboardUnit('sgd');
  /** US dollars. */
  public static readonly USD = new DashboardUnit('usd');
  /** Degrees Celsius. */
  public static readonly CELSIUS = new DashboardUnit('celsius');
  /** Degrees Fahrenheit. */
  public static readonly FAHRENHEIT = new DashboardUnit('fahrenheit');
  /** Date and time, as in ISO 8601. */
  public static readonly DATETIME_ISO = new DashboardUnit('datetime-iso');
  /** Date and time, as in the United States. */
  public static readonly DATETIME_US = new DashboardUnit('datetime-us');
  /** Date and time, as the browser writes them. */
  public static readonly DATETIME_LOCAL = new DashboardUnit('datetime-local');
  /** Date, as in ISO 8601. */
  public static readonly DATE_ISO = new DashboardUnit('date-iso');
  /** Date, as in the United States. */
  public static readonly DATE_US = new DashboardUnit('date-us');
  /** Date, as the browser writes it. */
  public static readonly DATE_LOCAL = new DashboardUnit('date-local');
  /** Time of day, as in ISO 8601. */
  public static readonly TIME_ISO = new DashboardUnit('time-iso');
  /** Time of day, as in the United States. */
  public static readonly TIME_US = new DashboardUnit('time-us');
  /** Time of day, as the browser writes it. */
  public static readonly TIME_LOCAL = new DashboardUnit('time-local');
  /** Time from now, such as "2 hours ago". */
  public static readonly RELATIVE_TIME = new DashboardUnit('relative-time');
  /** Seconds since 1970. */
  public static readonly UNIX_TIMESTAMP = new DashboardUnit('unix-timestamp');
  /** Milliseconds since 1970. */
  public static readonly UNIX_TIMESTAMP_MS = new DashboardUnit('unix-timestamp-ms');

  /**
   * Any unit, including one that this library does not know yet, which causes a warning (D10).
   *
   * @param value the unit as Logfire writes it, such as `requests/sec`; a blank one fails where the unit is used
   */
  public static of(value: string): DashboardUnit {
    checkCall('DashboardUnit.of', arguments);
    return new DashboardUnit(value);
  }

  private constructor(
    /** The unit as Logfire writes it, such as `requests/sec`. */
    public readonly value: string,
  ) {}
}

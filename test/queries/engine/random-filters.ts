import * as fc from 'fast-check';
import type { Row } from './engine';
import { QueryComparison, RecordColumn, RecordFilter, RecordLevel } from '../../../src';

/** A filter, and what it means, in other words than the library's. */
interface Meant {
  readonly filter: RecordFilter;
  readonly matches: (row: Row) => boolean;
}

const TEXTS = ['a', 'b', "it's", '', 'é😀', '" OR 1=1 --', '5', "''"];
const NAMES = ['a', "it's", 'x.y', 'a "b"'];
const NUMBERS = [-5, 0, 0.1, 5, 17, 500, 1e9];
const text = fc.constantFrom(...TEXTS);
const named = fc.constantFrom(...TEXTS.filter((value) => value !== ''));
const number = fc.constantFrom(...NUMBERS);

const LEVELS: [RecordLevel, number][] = [
  [RecordLevel.TRACE, 1], [RecordLevel.DEBUG, 5], [RecordLevel.INFO, 9], [RecordLevel.WARN, 13], [RecordLevel.ERROR, 17], [RecordLevel.FATAL, 21],
];
const COMPARISONS: [QueryComparison, (left: number, right: number) => boolean][] = [
  [QueryComparison.EQUALS, (left, right) => left === right], [QueryComparison.GREATER_THAN, (left, right) => left > right],
  [QueryComparison.AT_LEAST, (left, right) => left >= right], [QueryComparison.LESS_THAN, (left, right) => left < right],
  [QueryComparison.AT_MOST, (left, right) => left <= right],
];
const TEXT_COLUMNS: [RecordColumn, string][] = [
  [RecordColumn.SERVICE_NAME, 'service_name'], [RecordColumn.MESSAGE, 'message'], [RecordColumn.HTTP_ROUTE, 'http_route'],
  [RecordColumn.OTEL_STATUS_CODE, 'otel_status_code'],
];
const NUMBER_COLUMNS: [RecordColumn, string][] = [
  [RecordColumn.DURATION, 'duration'], [RecordColumn.LEVEL, 'level'],
  [RecordColumn.HTTP_RESPONSE_STATUS_CODE, 'http_response_status_code'],
];

const attributesOf = (row: Row, column = 'attributes') => JSON.parse(row[column] as string) as { readonly [name: string]: unknown };
/** As `->>` gives it. */
const textOf = (value: unknown) => value === undefined ? undefined : typeof value === 'string' ? value : JSON.stringify(value);
const isNumber = (value: unknown) => typeof value === 'number' || (typeof value === 'string' && /^-?[0-9.]+$/.test(value));
const numberOf = (value: unknown) => isNumber(value) ? Number(value) : undefined;
const holds = (compare: (left: number, right: number) => boolean, value: unknown, right: number) => {
  const left = numberOf(value);
  return left !== undefined && compare(left, right);
};

const leaf: fc.Arbitrary<Meant> = fc.oneof(
  named.map((value) => ({ filter: RecordFilter.service(value), matches: (row: Row) => row.service_name === value })),
  named.map((value) => ({ filter: RecordFilter.environment(value), matches: (row: Row) => row.deployment_environment === value })),
  named.map((value) => ({ filter: RecordFilter.spanName(value), matches: (row: Row) => row.span_name === value })),
  named.map((value) => ({ filter: RecordFilter.httpRoute(value), matches: (row: Row) => row.http_route === value })),
  fc.constantFrom(100, 404, 500).map((status) => ({
    filter: RecordFilter.httpStatusAtLeast(status),
    matches: ({ http_response_status_code: actual }: Row) => actual !== null && (actual as number) >= status,
  })),
  fc.constantFrom(...LEVELS).map(([level, least]) => ({
    filter: RecordFilter.levelAtLeast(level), matches: (row: Row) => (row.level as number) >= least,
  })),
  fc.constantFrom(0, 0.1, 5).map((seconds) => ({
    filter: RecordFilter.durationAtLeast(seconds), matches: (row: Row) => row.duration !== null && (row.duration as number) >= seconds,
  })),
  fc.constant({ filter: RecordFilter.all(), matches: () => true }),
  fc.constant({ filter: RecordFilter.isException(), matches: (row: Row) => row.is_exception === true }),
  fc.constant({ filter: RecordFilter.isRootSpan(), matches: (row: Row) => row.parent_span_id === null && row.duration !== null }),
  fc.tuple(fc.constantFrom(...NAMES), text).map(([name, value]) => ({
    filter: RecordFilter.attribute(name, value), matches: (row: Row) => textOf(attributesOf(row)[name]) === value,
  })),
  fc.tuple(fc.constantFrom(...NAMES), text).map(([name, value]) => ({
    filter: RecordFilter.resourceAttribute(name, value), matches: (row: Row) => textOf(attributesOf(row, 'otel_resource_attributes')[name]) === value,
  })),
  fc.constantFrom(...NAMES).map((name) => ({ filter: RecordFilter.hasAttribute(name), matches: (row: Row) => name in attributesOf(row) })),
  fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...COMPARISONS), number).map(([name, [comparison, compare], value]) => ({
    filter: RecordFilter.numberAttribute(name, comparison, value), matches: (row: Row) => holds(compare, attributesOf(row)[name], value),
  })),
  fc.tuple(fc.constantFrom(...NAMES), number).map(([name, value]) => ({
    filter: RecordFilter.numberAttribute(name, QueryComparison.NOT_EQUALS, value), matches: (row: Row) => numberOf(attributesOf(row)[name]) !== value,
  })),
  fc.tuple(fc.constantFrom(...TEXT_COLUMNS), text, fc.boolean()).map(([[column, name], value, equal]) => ({
    filter: RecordFilter.column(column, equal ? QueryComparison.EQUALS : QueryComparison.NOT_EQUALS, value),
    matches: (row: Row) => (row[name] === value) === equal,
  })),
  fc.tuple(fc.constantFrom(...NUMBER_COLUMNS), fc.constantFrom(...COMPARISONS), number).map(([[column, name], [comparison, compare], value]) => ({
    filter: RecordFilter.numberColumn(column, comparison, value), matches: (row: Row) => holds(compare, row[name], value),
  })),
  fc.constantFrom(...TEXT_COLUMNS).map(([column, name]) => ({ filter: RecordFilter.hasColumn(column), matches: (row: Row) => row[name] !== null })),
  fc.constant({
    filter: RecordFilter.fromSql("message = 'a' OR http_route = 'b' -- either"), matches: (row: Row) => row.message === 'a' || row.http_route === 'b',
  }),
);

/** Filters that are composed of others. A raw condition may be null, which each composition has to turn into false in the end. */
export const FILTERS: fc.Arbitrary<Meant> = fc.letrec<{ filter: Meant }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    leaf,
    fc.tuple(tie('filter'), tie('filter')).map(([left, right]) => ({
      filter: left.filter.also(right.filter), matches: (row: Row) => left.matches(row) && right.matches(row),
    })),
    fc.tuple(tie('filter'), tie('filter')).map(([left, right]) => ({
      filter: left.filter.orElse(right.filter), matches: (row: Row) => left.matches(row) || right.matches(row),
    })),
    tie('filter').map(({ filter, matches }) => ({ filter: filter.negate(), matches: (row: Row) => !matches(row) })),
    fc.array(tie('filter'), { minLength: 1, maxLength: 3 }).map((all) => ({
      filter: RecordFilter.allOf(all.map(({ filter }) => filter)), matches: (row: Row) => all.every(({ matches }) => matches(row)),
    })),
    fc.array(tie('filter'), { minLength: 1, maxLength: 3 }).map((any) => ({
      filter: RecordFilter.anyOf(any.map(({ filter }) => filter)), matches: (row: Row) => any.some(({ matches }) => matches(row)),
    })),
  ),
})).filter;

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { freq: 2 });
const attributes = fc.dictionary(fc.constantFrom(...NAMES), fc.oneof(text, number)).map((value) => JSON.stringify(value));

/** Rows of `records`, with all columns that filters look at. */
export const ROWS: fc.Arbitrary<Row> = fc.record({
  ago: fc.constantFrom(1, 60, 3600),
  service_name: text,
  span_name: text,
  message: maybe(text),
  http_route: maybe(text),
  deployment_environment: maybe(text),
  otel_status_code: maybe(text),
  parent_span_id: maybe(text),
  duration: maybe(fc.constantFrom(0, 0.1, 5, 60)),
  level: fc.constantFrom(...LEVELS.map(([, level]) => level)),
  http_response_status_code: maybe(fc.constantFrom(200, 404, 500, 503)),
  is_exception: fc.boolean(),
  attributes,
  otel_resource_attributes: attributes,
});

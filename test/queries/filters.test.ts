import { Fn, Lazy, TerraformVariable } from 'cdktf';
import * as fc from 'fast-check';
import { Duration, QueryComparison, LogfireAlert, LogfireProject, MetricColumn, MetricFilter, RecordColumn, RecordFilter, RecordLevel } from '../../src';
import { cleanUp, newStack, synth } from '../synth';

afterEach(cleanUp);

const A = RecordFilter.service('a');
const B = RecordFilter.spanName('b');
const C = RecordFilter.isException();

describe('a filter of records', () => {
  test.each<[() => RecordFilter, string]>([
    [() => RecordFilter.all(), 'true'],
    [() => RecordFilter.service('shop'), "service_name = 'shop'"],
    [() => RecordFilter.environment('production'), "coalesce(deployment_environment = 'production', false)"],
    [() => RecordFilter.spanName('GET /'), "span_name = 'GET /'"],
    [() => RecordFilter.httpRoute('/cart/{id}'), "coalesce(http_route = '/cart/{id}', false)"],
    [() => RecordFilter.httpStatusAtLeast(500), 'coalesce(http_response_status_code >= 500, false)'],
    [() => RecordFilter.levelAtLeast(RecordLevel.TRACE), 'level >= 1'],
    [() => RecordFilter.levelAtLeast(RecordLevel.DEBUG), 'level >= 5'],
    [() => RecordFilter.levelAtLeast(RecordLevel.INFO), 'level >= 9'],
    [() => RecordFilter.levelAtLeast(RecordLevel.WARN), 'level >= 13'],
    [() => RecordFilter.levelAtLeast(RecordLevel.ERROR), 'level >= 17'],
    [() => RecordFilter.levelAtLeast(RecordLevel.FATAL), 'level >= 21'],
    [() => RecordFilter.durationAtLeast(0.5), 'coalesce(duration >= 0.5, false)'],
    [() => RecordFilter.endedWithin(Duration.minutes(10)), "coalesce(end_timestamp >= now() - interval '10 minutes', false)"],
    [() => RecordFilter.isException(), 'is_exception'],
    [() => RecordFilter.isRootSpan(), '(parent_span_id IS NULL AND duration IS NOT NULL)'],
    [() => RecordFilter.attribute('tenant', 'acme'), "coalesce((attributes->>'tenant') = 'acme', false)"],
    [() => RecordFilter.numberAttribute('n', QueryComparison.GREATER_THAN, -5), "coalesce(try_cast((attributes->>'n') AS double) > (-5), false)"],
    [() => RecordFilter.hasAttribute('k'), "coalesce(attributes ? 'k', false)"],
    [() => RecordFilter.resourceAttribute('host.name', 'web-1'), "coalesce((otel_resource_attributes->>'host.name') = 'web-1', false)"],
    [() => RecordFilter.column(RecordColumn.KIND, QueryComparison.NOT_EQUALS, 'log'), "(kind IS DISTINCT FROM 'log')"],
    [() => RecordFilter.column(RecordColumn.attribute('a'), QueryComparison.EQUALS, 'b'), "coalesce((attributes->>'a') = 'b', false)"],
    [() => RecordFilter.numberColumn(RecordColumn.LEVEL, QueryComparison.LESS_THAN, 17), 'level < 17'],
    [() => RecordFilter.numberColumn(RecordColumn.PROCESS_PID, QueryComparison.AT_MOST, 1e21), 'coalesce(process_pid <= 1000000000000000000000, false)'],
    [() => RecordFilter.numberColumn(RecordColumn.resourceAttribute('n'), QueryComparison.EQUALS, 1e-7),
      "coalesce(try_cast((otel_resource_attributes->>'n') AS double) = 0.0000001, false)"],
    [() => RecordFilter.columnContains(RecordColumn.MESSAGE, "it's"), "coalesce(strpos(message, 'it''s') > 0, false)"],
    [() => RecordFilter.columnStartsWith(RecordColumn.SPAN_NAME, 'GET '), "starts_with(span_name, 'GET ')"],
    [() => RecordFilter.columnStartsWith(RecordColumn.attribute('a'), 'b'), "coalesce(starts_with((attributes->>'a'), 'b'), false)"],
    [() => RecordFilter.hasColumn(RecordColumn.HTTP_ROUTE), 'http_route IS NOT NULL'],
    [() => RecordFilter.fromSql("message LIKE '%a%' OR is_exception"), "(message LIKE '%a%' OR is_exception)"],
    [() => RecordFilter.fromSql('is_exception -- all of them'), '(is_exception -- all of them\n)'],
  ])('%#', (make, sql) => {
    expect(make().sql).toBe(sql);
  });
});

describe('a filter of metrics', () => {
  test.each<[() => MetricFilter, string]>([
    [() => MetricFilter.all(), 'true'],
    [() => MetricFilter.metricName('orders'), "metric_name = 'orders'"],
    [() => MetricFilter.service('shop'), "service_name = 'shop'"],
    [() => MetricFilter.environment('production'), "coalesce(deployment_environment = 'production', false)"],
    [() => MetricFilter.attribute('queue', 'mail'), "coalesce((attributes->>'queue') = 'mail', false)"],
    [() => MetricFilter.numberAttribute('n', QueryComparison.AT_LEAST, 0.1 + 0.2), "coalesce(try_cast((attributes->>'n') AS double) >= 0.3, false)"],
    [() => MetricFilter.hasAttribute('k'), "coalesce(attributes ? 'k', false)"],
    [() => MetricFilter.resourceAttribute('host.name', 'web-1'), "coalesce((otel_resource_attributes->>'host.name') = 'web-1', false)"],
    [() => MetricFilter.column(MetricColumn.METRIC_TYPE, QueryComparison.EQUALS, 'gauge'), "metric_type = 'gauge'"],
    [() => MetricFilter.numberColumn(MetricColumn.SCALAR_VALUE, QueryComparison.LESS_THAN, 3), 'coalesce(scalar_value < 3, false)'],
    [() => MetricFilter.columnStartsWith(MetricColumn.METRIC_NAME, 'system.'), "starts_with(metric_name, 'system.')"],
    [() => MetricFilter.columnContains(MetricColumn.attribute('a'), 'b'), "coalesce(strpos((attributes->>'a'), 'b') > 0, false)"],
    [() => MetricFilter.hasColumn(MetricColumn.resourceAttribute('a')), "(otel_resource_attributes->>'a') IS NOT NULL"],
    [() => MetricFilter.allOf([MetricFilter.service('a'), MetricFilter.fromSql('b')]), "(service_name = 'a' AND (b))"],
    [() => MetricFilter.anyOf([MetricFilter.service('a'), MetricFilter.fromSql('b')]), "(service_name = 'a' OR (b))"],
    [() => MetricFilter.service('a').also(MetricFilter.fromSql('b')), "(service_name = 'a' AND (b))"],
    [() => MetricFilter.service('a').orElse(MetricFilter.fromSql('b')), "(service_name = 'a' OR (b))"],
    [() => MetricFilter.fromSql('b').negate(), '(((b)) IS NOT TRUE)'],
  ])('%#', (make, sql) => {
    expect(make().sql).toBe(sql);
  });
});

describe('composition', () => {
  test.each<[string, () => RecordFilter, string]>([
    ['and', () => A.also(B), "(service_name = 'a' AND span_name = 'b')"],
    ['and, flat', () => A.also(B.also(C)), "(service_name = 'a' AND span_name = 'b' AND is_exception)"],
    ['and with all', () => RecordFilter.all().also(A), "service_name = 'a'"],
    ['not all', () => RecordFilter.all().negate(), '((true) IS NOT TRUE)'],
    ['or', () => A.orElse(B), "(service_name = 'a' OR span_name = 'b')"],
    ['or in and', () => A.orElse(B).also(C), "((service_name = 'a' OR span_name = 'b') AND is_exception)"],
    ['and in or', () => A.also(B).orElse(C), "((service_name = 'a' AND span_name = 'b') OR is_exception)"],
    ['not', () => A.negate(), "((service_name = 'a') IS NOT TRUE)"],
    ['not in and', () => A.negate().also(C.negate()), "(((service_name = 'a') IS NOT TRUE) AND ((is_exception) IS NOT TRUE))"],
    ['not of and', () => A.also(B).negate(), "(((service_name = 'a' AND span_name = 'b')) IS NOT TRUE)"],
    ['all', () => RecordFilter.allOf([A, B.orElse(C)]), "(service_name = 'a' AND (span_name = 'b' OR is_exception))"],
    ['any', () => RecordFilter.anyOf([A, B, C]), "(service_name = 'a' OR span_name = 'b' OR is_exception)"],
    ['one', () => RecordFilter.anyOf([RecordFilter.allOf([A])]), "service_name = 'a'"],
  ])('%s', (_, make, sql) => {
    expect(make().sql).toBe(sql);
  });

  test('changes neither of its parts', () => {
    const list = [A, B];
    const all = RecordFilter.allOf(list);
    list.push(C);
    all.also(C);
    expect(all.sql).toBe("(service_name = 'a' AND span_name = 'b')");
    expect(A.sql).toBe("service_name = 'a'");
  });
});

/** The strings in quotes in SQL, and what is left around them. */
function parse(sql: string): { texts: string[]; rest: string } {
  const texts: string[] = [];
  const rest = sql.replace(/'((?:[^']|'')*)'/g, (_, text: string) => {
    texts.push(text.replaceAll("''", "'"));
    return '?';
  });
  return { texts, rest };
}

describe('a value', () => {
  const anyText = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom("'", '"', '\\', '-', ')', '$', '{', 'é', '😀', '\n', ';', 'a') }));

  test('never leaves its quotes', () => {
    fc.assert(fc.property(anyText, anyText.filter((name) => name.trim() !== '' && !/^\ufeff|\0/.test(name)), (text, name) => {
      fc.pre(!/^\ufeff|\0/.test(text));
      const filter = RecordFilter.attribute(name, text).orElse(RecordFilter.column(RecordColumn.MESSAGE, QueryComparison.NOT_EQUALS, text)).negate();
      expect(parse(filter.sql)).toEqual({
        texts: [name, text, text],
        rest: '(((coalesce((attributes->>?) = ?, false) OR (message IS DISTINCT FROM ?))) IS NOT TRUE)',
      });
    }));
  });

  function rendered(filter: (variable: TerraformVariable) => RecordFilter): string {
    const stack = newStack();
    const variable = new TerraformVariable(stack, 'v', { type: 'string' });
    new LogfireAlert(stack, 'Alert', { project: new LogfireProject(stack, 'Shop'), query: `SELECT 1 FROM records WHERE ${filter(variable).sql}`, notify: [] });
    const [alert] = Object.values(synth(stack).resource.logfire_alert) as { query: string }[];
    return alert.query.replace('SELECT 1 FROM records WHERE ', '');
  }

  test('of a variable is quoted by Terraform', () => {
    expect(rendered((v) => RecordFilter.service(v.stringValue))).toBe('service_name = \'${replace(var.v, "\'", "\'\'")}\'');
    expect(rendered((v) => RecordFilter.attribute(v.stringValue, v.stringValue)))
      .toBe('coalesce((attributes->>\'${replace(var.v, "\'", "\'\'")}\') = \'${replace(var.v, "\'", "\'\'")}\', false)');
    expect(rendered((v) => RecordFilter.service(`it's ${v.stringValue}`))).toBe('service_name = \'${replace("it\'s ${var.v}", "\'", "\'\'")}\'');
    expect(rendered((v) => RecordFilter.service(Fn.upper(v.stringValue)))).toBe('service_name = \'${replace(upper(var.v), "\'", "\'\'")}\'');
    expect(rendered(() => RecordFilter.service(Lazy.stringValue({ produce: () => "it's" })))).toBe('service_name = \'${replace("it\'s", "\'", "\'\'")}\'');
  });

  test('of a raw condition may end with a comment', () => {
    expect(rendered((v) => RecordFilter.fromSql(v.stringValue).also(C))).toBe('((${var.v}\n) AND is_exception)');
  });

  test('is no template', () => {
    expect(rendered(() => RecordFilter.service('${file("/etc/passwd")}'))).toBe("service_name = '$${file(\"/etc/passwd\")}'");
  });

  test('that is a number can be a variable', () => {
    expect(rendered((v) => RecordFilter.httpStatusAtLeast(v.numberValue))).toBe('coalesce(http_response_status_code >= (${var.v}), false)');
  });
});

test('a filter is not joined with one of another table', () => {
  expect(() => MetricFilter.service('a').also(A as never)).toThrow('MetricFilter.also: other must be a MetricFilter');
});

test('a blank string is a value that a row can have', () => {
  expect(RecordFilter.attribute('a', '').sql).toBe("coalesce((attributes->>'a') = '', false)");
});

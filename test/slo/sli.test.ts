import * as fc from 'fast-check';
import { rendered } from './slos';
import { Sli, SliGoodValues } from '../../src';
import { decimalText } from '../../src/core/decimal-text';
import { cleanUp, TerraformJson } from '../synth';

afterEach(cleanUp);

const QUERIES = { totalQuery: 'a', badQuery: 'b' };

function indicator(sli: Sli): TerraformJson {
  const { source, metric_aggregation, total_query, bad_query, threshold, comparison } = rendered({ sli });
  return { source, metric_aggregation, total_query, bad_query, threshold, comparison };
}

describe('an indicator', () => {
  test.each<[string, Sli, TerraformJson]>([
    ['ratio', Sli.ratio(QUERIES), { source: 'records', metric_aggregation: 'additive', total_query: 'a', bad_query: 'b' }],
    ['metric-ratio', Sli.metricRatio(QUERIES), { source: 'metrics', metric_aggregation: 'additive', total_query: 'a', bad_query: 'b' }],
    ['gauge-fraction', Sli.gaugeFraction(QUERIES), { source: 'metrics', metric_aggregation: 'gauge_fraction', total_query: 'a', bad_query: 'b' }],
    ['counter-rate', Sli.counterRate(QUERIES), { source: 'metrics', metric_aggregation: 'counter_rate', total_query: 'a', bad_query: 'b' }],
    ['histogram', Sli.histogram({ totalQuery: 'a', good: SliGoodValues.below(0.3) }),
      { source: 'metrics', metric_aggregation: 'histogram_threshold', total_query: 'a', threshold: '0.3', comparison: 'less_than' }],
    ['histogram', Sli.histogram({ totalQuery: 'a', good: SliGoodValues.above(-5) }),
      { source: 'metrics', metric_aggregation: 'histogram_threshold', total_query: 'a', threshold: '-5', comparison: 'greater_than' }],
  ])('%s', (kind, sli, json) => {
    expect(sli.kind).toBe(kind);
    expect(indicator(sli)).toEqual(json);
  });

  test('availability counts requests with a route, or with one', () => {
    const bad = "http_response_status_code >= 500 OR (http_response_status_code IS NULL AND otel_status_code = 'ERROR')";
    expect(indicator(Sli.availability())).toEqual({ source: 'records', metric_aggregation: 'additive', total_query: 'http_route IS NOT NULL', bad_query: bad });
    expect(indicator(Sli.availability({ route: "/it's" }))).toMatchObject({ total_query: "http_route = '/it''s'", bad_query: bad });
    expect(rendered((v) => ({ sli: Sli.availability({ route: v.stringValue }) })).total_query).toBe('http_route = \'${replace(var.v, "\'", "\'\'")}\'');
  });

  test.each<[Sli, string]>([
    [Sli.ratio({ totalQuery: ' ', badQuery: 'b' }), 'sli.totalQuery must not be blank, got " "; pass a condition such as "http_route IS NOT NULL"'],
    [Sli.counterRate({ totalQuery: 'a', badQuery: '' }), 'sli.badQuery must not be blank, got ""; pass a condition such as "is_exception"'],
    [Sli.ratio({ totalQuery: 'SELECT 1', badQuery: 'b' }), 'sli.totalQuery must be a condition over one row, got "SELECT" at line 1, column 1; write only what would follow WHERE'],
    [Sli.ratio({ totalQuery: 'a', badQuery: "b = 'c" }), 'sli.badQuery must close each quote'],
    [Sli.histogram({ totalQuery: 'a = $b', good: SliGoodValues.below(1) }), 'sli.totalQuery must have no dashboard variables'],
    [Sli.availability({ route: '' }), 'sli.route must not be blank, got ""; leave it out for all routes'],
    [Sli.histogram({ totalQuery: 'a', good: SliGoodValues.below(NaN) }), 'sli.good.threshold must be a finite number, got NaN'],
    [Sli.histogram({ totalQuery: 'a', good: SliGoodValues.above(Infinity) }), 'sli.good.threshold must be a finite number, got Infinity; pass a value in the unit of the metric'],
  ])('fails for what is blank or no number (%#)', (sli, message) => {
    expect(() => rendered({ sli })).toThrow(`app/Availability: ${message}`);
  });

  test('takes variables', () => {
    expect(rendered((v) => ({ sli: Sli.ratio({ totalQuery: v.stringValue, badQuery: v.stringValue }) }))).toMatchObject({ total_query: '${var.v}', bad_query: '${var.v}' });
    expect(rendered((v) => ({ sli: Sli.histogram({ totalQuery: 'a', good: SliGoodValues.below(v.numberValue) }) })).threshold).toBe('${var.v}');
  });
});

describe('a number as text', () => {
  test.each([
    [0, '0'], [99.9, '99.9'], [-0.5, '-0.5'], [1e-7, '0.0000001'], [1.25e-9, '0.00000000125'], [1e21, '1000000000000000000000'], [1.5e22, '15000000000000000000000'],
    [0.1 + 0.2, '0.3'], [99.90000000000001, '99.9'], [123456.789, '123456.789'],
  ])('%d is %s', (number, text) => {
    expect(decimalText(number)).toBe(text);
  });

  test('has no exponent and says the same number', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e30, max: 1e30 }), (number) => {
      const text = decimalText(number);
      expect(text).toMatch(/^-?[0-9]+(\.[0-9]+)?$/);
      expect(Number(text) + 0).toBe(Number(number.toPrecision(12)) + 0);
    }));
  });
});

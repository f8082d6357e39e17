/** Values that behaviour.json refuses and their accepted twins, made from the file itself. */
import { EXAMPLES, HISTOGRAM, withValues, type Attributes } from './examples';
import { behaviourOf, COMMITTED_SCHEMA, type Behaviour } from '../../src/stand-in/index';
import { durationSeconds } from '../../src/stand-in/meaning';

/** One configuration and what has to be said about it. */
export interface Trial {
  /** Resource type, or `data.<type>`. */
  readonly key: string;
  readonly title: string;
  readonly attributes: Attributes;
  /** Part of the text that refuses it; undefined when it has to pass. */
  readonly refused?: string;
  /** The path that is tried. */
  readonly path: string;
}

/** Resource types and the data source. */
export const KEYS = [...Object.keys(COMMITTED_SCHEMA.resource_schemas), 'data.logfire_pagerduty_service'];

/** A value that Terraform knows after apply only, of whatever type it is put in. */
export const UNKNOWN_VALUE = '${jsondecode(terraform_data.unknown.output)}';

/** Samples for patterns; the shape of a pattern cannot be read from the file. */
const SAMPLES: Readonly<Record<string, { readonly refused: readonly string[]; readonly accepted: readonly string[] }>> = {
  'name': { refused: ['Shop', 'a--b', '-ab', 'ab-', 'a_b'], accepted: ['a-b', '0a'] },
  'expires_at': {
    refused: ['tomorrow', '2030-01-01', '2030-01-01 00:00:00Z', '2030-01-01T00:00:00'],
    accepted: ['2030-01-01T00:00:00.5+02:00', '2020-01-01T00:00:00Z', ' '],
  },
  'config.url': { refused: ['ftp://example.com', 'example.com'], accepted: ['http://example.com/x'] },
  'time_window': { refused: ['PT5M', '5', '1d12h', '', '5 m'], accepted: ['1h30m', '1.5h', ' 90m ', '7d'] },
  'frequency': { refused: ['PT5M', '5', '1.5d', '', '5 m'], accepted: ['1h30m', '1.5h', ' 90m ', '1d'] },
  'target_percent': { refused: ['1e1', '-5', '99,9', '.5', '99%'], accepted: ['99', '0.1'] },
  'threshold': { refused: ['1e3', '+1', '1.'], accepted: ['-0.5', '3'] },
  'windows[].start_time': { refused: ['24:00', '9:00', '09:60', '09:00:60'], accepted: ['00:00', '08:30:15'] },
  'windows[].end_time': { refused: ['24:00', '9:00', '09:60', '09:00:60'], accepted: ['23:59', '23:59:59'] },
  'bedrock_region': { refused: ['EU-west-1', 'euwest', 'eu-', 'eu--west'], accepted: ['us-east-1'] },
  'slug': { refused: ['-a', 'a/b', '.a', 'a b'], accepted: ['A.b_c-1'] },
};

/** Everything about single values. */
export function valueTrials(key: string): Trial[] {
  const behaviour = behaviourOf(key);
  const late = behaviour.durations_checked === 'apply' ? Object.keys(behaviour.durations) : [];
  const trials: Trial[] = [];
  const put = (path: string, kind: string, refused: string, bad: readonly unknown[], good: readonly unknown[]) => {
    const make = (value: unknown): Attributes => withValues(baseOf(key, path, value), listed(path, value));
    for (const value of bad) trials.push({ key, path, title: `${path} ${kind} ${JSON.stringify(value)}`, attributes: make(value), refused });
    for (const value of good) trials.push({ key, path, title: `${path} ${kind} ${JSON.stringify(value)}`, attributes: make(value) });
  };

  for (const [path, values] of Object.entries(behaviour.enums)) put(path, 'enum', 'must be one of', ['nonsense', values[0].toUpperCase(), ''], values);
  for (const path of Object.keys(behaviour.patterns)) {
    if (late.includes(path)) continue;
    const samples = SAMPLES[path];
    if (!samples) throw new Error(`no samples for the pattern of ${path} (${key})`);
    put(path, 'pattern', 'must match', samples.refused, samples.accepted);
  }
  for (const [path, least] of Object.entries(behaviour.min_length)) {
    put(path, 'min_length', 'must have at least', [textOf(path, least - 1)], [textOf(path, least)]);
  }
  for (const [path, most] of Object.entries(behaviour.max_length)) {
    const wide = behaviour.patterns[path] ? [] : ['\u00e9'];
    put(path, 'max_length', 'must have at most',
      [textOf(path, most + 1), ...wide.map((letter) => letter.repeat(Math.ceil((most + 1) / 2)))],
      [textOf(path, most), ...wide.map((letter) => letter.repeat(Math.floor(most / 2)))]);
  }
  for (const [path, [low, high]] of Object.entries(behaviour.ranges)) put(path, 'range', 'must be between', [low - 1, high + 1], [low, high]);
  for (const path of Object.keys(behaviour.exclusive_ranges)) {
    const [low, high] = behaviour.exclusive_ranges[path];
    put(path, 'exclusive range', 'must be greater than', [`${low}`, `${low}.0`, `${high}`, `${high}.00`, `${high + 1}`], [`${low}.01`, `${high - 1}.99`]);
  }
  for (const path of behaviour.integers) put(path, 'integer', 'whole number', [1.5], [1]);
  for (const path of behaviour.timestamps) {
    put(path, 'timestamp', 'RFC 3339', ['2030-02-30T00:00:00Z', '2030-13-01T00:00:00Z', '2030-01-01T25:00:00Z'], ['2028-02-29T23:59:59-11:00']);
  }
  for (const path of behaviour.json_objects) put(path, 'JSON object', 'JSON object', ['null', '[]', '"x"', '1', '{'], ['{}']);
  for (const [path, [shortest, longest]] of Object.entries(behaviour.durations)) {
    if (late.includes(path)) continue;
    const [low, high] = [durationSeconds(shortest)!, durationSeconds(longest)!];
    put(path, 'duration', 'out of range', [`${low - 1}s`, `${high + 1}s`, `-${shortest}`], [shortest, longest, `${low}s`, `${high}s`]);
  }
  trials.push(...collectionTrials(key, behaviour));
  return trials;
}

function collectionTrials(key: string, behaviour: Behaviour): Trial[] {
  const trials: Trial[] = [];
  const put = (path: string, value: unknown, refused?: string) =>
    trials.push({ key, path, title: `${path} ${JSON.stringify(value)}`, attributes: withValues(baseOf(key, path, value), { [path]: value }), refused });
  const single: Readonly<Record<string, unknown>> = {
    'scopes': ['project:gateway_proxy'],
    'windows': [{ days: [7], start_time: '00:00', end_time: '23:59' }],
    'windows[].days': [3],
  };
  for (const path of Object.keys(behaviour.min_items)) {
    put(path, [], 'must have at least');
    if (!single[path]) throw new Error(`no list of one element for ${path} (${key})`);
    put(path, single[path]);
  }
  for (const path of behaviour.unique_items) {
    put(path, [2, 1, 2], 'more than once');
    put(path, [2, 1, 3]);
  }
  for (const [path, by] of Object.entries(behaviour.unique_by)) {
    put(path, [{ [by]: 'a', schedule_id: 's' }, { [by]: 'a' }], 'more than once');
    put(path, [{ [by]: 'a', schedule_id: 's' }, { [by]: 'b', schedule_id: 's' }]);
    put(path, []);
    // What is not known yet is not compared.
    put(path, [{ [by]: UNKNOWN_VALUE, schedule_id: 's' }, { [by]: UNKNOWN_VALUE }]);
  }
  return trials;
}

/** Refused and accepted for each rule of the validate phase, by its id. */
export const RULE_TRIALS: Readonly<Record<string, { readonly refused: readonly Attributes[]; readonly accepted: readonly Attributes[] }>> = {
  'project-bound-scope': {
    refused: ['project:gateway_proxy', 'project:read_otlp', 'project:write_otlp'].map((scope) => ({
      project_id: undefined, gateway: undefined, scopes: ['project:read', scope],
    })),
    accepted: [
      {},
      { project_id: undefined, gateway: undefined, scopes: ['project:read'] },
      { project_id: undefined, gateway: undefined, scopes: UNKNOWN_VALUE },
      { project_id: undefined, gateway: undefined, scopes: [UNKNOWN_VALUE] },
      { project_id: UNKNOWN_VALUE },
    ],
  },
  'gateway-needs-scope': {
    // An unknown element counts as absent.
    refused: [{ scopes: ['project:write_otlp'] }, { scopes: [UNKNOWN_VALUE] }],
    accepted: [{}, { gateway: undefined, scopes: ['project:write_otlp'] }, { scopes: UNKNOWN_VALUE }],
  },
  'gateway-not-empty': {
    refused: [{ gateway: {} }],
    accepted: [{ gateway: { cache_enabled: false } }, { gateway: { spending_limit_total: UNKNOWN_VALUE } }, { gateway: {}, scopes: UNKNOWN_VALUE }],
  },
  'config-required': { refused: [{ config: undefined }], accepted: [{}] },
  'bedrock': {
    refused: [{ bedrock_api: undefined }, { bedrock_region: undefined }],
    accepted: [{}, { bedrock_api: UNKNOWN_VALUE, bedrock_region: UNKNOWN_VALUE }, { vendor: UNKNOWN_VALUE, bedrock_api: undefined }],
  },
  'not-bedrock': {
    refused: [{ vendor: 'openai' }, { vendor: 'openai', bedrock_region: undefined }, { vendor: 'openai', bedrock_api: undefined }],
    accepted: [
      { vendor: 'openai', bedrock_api: undefined, bedrock_region: undefined },
      { vendor: UNKNOWN_VALUE },
      { vendor: 'openai', bedrock_api: UNKNOWN_VALUE, bedrock_region: UNKNOWN_VALUE },
    ],
  },
  'histogram-threshold': {
    refused: [{ ...HISTOGRAM, threshold: undefined }, { ...HISTOGRAM, comparison: undefined }, { ...HISTOGRAM, source: 'records' }, { ...HISTOGRAM, source: undefined }],
    accepted: [HISTOGRAM, { ...HISTOGRAM, threshold: UNKNOWN_VALUE, comparison: UNKNOWN_VALUE }, { ...HISTOGRAM, source: UNKNOWN_VALUE }],
  },
  'other-aggregations': {
    refused: [
      { bad_query: undefined }, { metric_aggregation: undefined, bad_query: undefined }, { threshold: '1' }, { comparison: 'less_than' },
      { metric_aggregation: 'gauge_fraction', source: 'metrics', threshold: '1' },
    ],
    accepted: [
      {}, { metric_aggregation: undefined, source: undefined }, { metric_aggregation: 'counter_rate', source: 'metrics' },
      { bad_query: UNKNOWN_VALUE, threshold: UNKNOWN_VALUE, comparison: UNKNOWN_VALUE }, { metric_aggregation: UNKNOWN_VALUE, bad_query: undefined },
    ],
  },
};

/** What a value is tried in: the example, with companions that the value needs. */
export function baseOf(key: string, path: string, value: unknown): Attributes {
  if (key.startsWith('data.')) return { account_subdomain: 'acme', pagerduty_service_id: 'PXYZ789', region: 'us' };
  const example = EXAMPLES[key];
  switch (key) {
    case 'logfire_gateway_provider':
      return path === 'vendor' && value !== 'bedrock' ? withValues(example, { bedrock_api: undefined, bedrock_region: undefined }) : example;
    case 'logfire_slo': {
      const tier = { channel_assignments: [{ channel_id: 'a', schedule_id: 's' }] };
      const all = { ...example, alerts: { fast: tier, medium: tier, slow: tier } };
      return value === 'histogram_threshold' || ['threshold', 'comparison'].includes(path) ? withValues(all, HISTOGRAM) : all;
    }
    default:
      return example;
  }
}

/** A value for an element of a list becomes a list of that one element. */
export function listed(path: string, value: unknown): Attributes {
  return path.endsWith('[]') ? { [path.slice(0, -2)]: [value] } : { [path]: value };
}

/** A text of a length, within the patterns. */
function textOf(path: string, length: number): string {
  return path === 'bedrock_region' ? `a-${'b'.repeat(length - 2)}` : 'x'.repeat(length);
}

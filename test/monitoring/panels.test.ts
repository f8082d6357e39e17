import { TerraformStack } from 'cdktf';
import { Kind, subjectOf } from './kinds';
import { documentOf } from './resources';
import { cleanUp, newStack, only, synth, TerraformJson } from '../synth';

afterEach(cleanUp);

/** A panel in one line: its title, how it is drawn, and what it explains. */
function lineOf({ display: { name, description }, plugin: { kind, spec }, queries }: TerraformJson): string {
  const { yAxis = {}, format = yAxis.format, visual = {}, legend, statusThresholds: thresholds } = spec;
  const { query }: TerraformJson = queries[0].spec.plugin.spec;
  const facts = [
    kind, format?.unit, visual.display, visual.stack && 'stacked', yAxis.max && `up to ${yAxis.max}`, legend && `legend at the ${legend.position}`,
    thresholds && `${thresholds.warning} and ${thresholds.critical}`, /NULLS FIRST, category DESC$/.test(query) && 'greatest last',
  ];
  return `${name}: ${facts.filter(Boolean).join(', ')}${description === undefined ? '' : `; ${description}`}`;
}

function panelsOf(stack: TerraformStack): { [section: string]: string[] } {
  const { panels, layouts } = documentOf(only(synth(stack), 'logfire_dashboard')).spec;
  return Object.fromEntries(layouts.map(({ spec }: TerraformJson) => [
    spec.display.title, spec.items.map(({ content }: TerraformJson) => lineOf(panels[content.$ref.split('/').at(-1)].spec)),
  ]));
}

test.each<[Kind, { [section: string]: string[] }]>([
  ['ai', {
    'Summary': [
      'Spend: Values, usd; In the time range of the page. Calls of models whose price the SDK does not know are missing.',
      'Calls: Values',
      'Failed calls: Values, percent',
      'p95: Values, seconds',
    ],
    'Models': [
      'Calls by model: TimeSeriesChart, bar, stacked',
      'Failed calls by model: TimeSeriesChart, percent',
      'p95 by model: TimeSeriesChart, seconds',
      'Time to first chunk by model, p95: TimeSeriesChart, seconds',
      'Latest failed calls: Table',
    ],
    'Spend and tokens': [
      'Spend by model: TimeSeriesChart, usd, bar, stacked',
      'Spend by agent: BarChart, usd, greatest last; Calls outside of an agent, or whose span does not have its name, are (none).',
      'Tokens of input by model: TimeSeriesChart, bar, stacked',
      'Tokens of output by model: TimeSeriesChart, bar, stacked',
      'Models without a price: Table; Their calls have tokens and no cost, so that the spend is too low.',
    ],
    'Agents and tools': [
      'Runs by agent: TimeSeriesChart, bar, stacked',
      'p95 by agent: TimeSeriesChart, seconds',
      'Failed runs by agent: TimeSeriesChart, percent',
      'Failed calls by tool: TimeSeriesChart, percent',
    ],
    'Answers': [
      'Truncated responses by model: TimeSeriesChart, percent',
      'Refusals by model: TimeSeriesChart, percent',
      'Average score by evaluation: TimeSeriesChart',
    ],
  }],
  ['database', {
    Summary: [
      'Queries: Values',
      'Failed queries: Values, percent',
      'p95: Values, seconds',
    ],
    Details: [
      'Queries per second: TimeSeriesChart, requests/sec',
      'Failed queries: TimeSeriesChart, percent',
      'Duration: TimeSeriesChart, seconds',
      'Connections in use by pool: TimeSeriesChart',
      'Requests that wait for a connection, by pool: TimeSeriesChart',
      'Slowest queries, p95 in seconds: Table',
      'Latest failed queries: Table',
    ],
  }],
  ['frontend', {
    Summary: [
      'Page loads: Values',
      'Errors: Values',
      'Load time, p75: Values, seconds, 2.5 and 4',
    ],
    Details: [
      'Page loads: TimeSeriesChart',
      'Load time: TimeSeriesChart, seconds',
      'Errors by type: TimeSeriesChart',
      'Failed requests: TimeSeriesChart, percent',
      'Slowest pages, p75: BarChart, seconds, greatest last',
      'Latest errors: Table',
    ],
  }],
  ['host', {
    Summary: [
      'CPU: Values, percent, 80 and 90; In use, on average.',
      'Memory: Values, percent, 80 and 90; In use, on average.',
    ],
    Details: [
      'CPU by host: TimeSeriesChart, percent, up to 100',
      'Memory by host: TimeSeriesChart, percent, up to 100',
      'Swap by host: TimeSeriesChart, percent, up to 100',
      'Fullest file systems, in percent: Table',
      'Busiest hosts, CPU in percent: Table',
    ],
  }],
  ['job', {
    Summary: [
      'Runs: Values',
      'Failed runs: Values',
      'Longest run: Values, seconds',
    ],
    Details: [
      'Duration: TimeSeriesChart, seconds, bar',
      'Failed runs: TimeSeriesChart, bar',
      'Latest runs: Table',
    ],
  }],
  ['queue', {
    Summary: [
      'Processed messages: Values',
      'Failed messages: Values, percent',
      'p95: Values, seconds',
      'Most messages that waited: Values',
    ],
    Details: [
      'Sent messages by queue: TimeSeriesChart, messages/sec',
      'Processed messages by queue: TimeSeriesChart, messages/sec',
      'Failed messages by queue: TimeSeriesChart, percent',
      'p95 by queue: TimeSeriesChart, seconds',
      'Latest failed messages: Table',
      'Messages that wait, by queue: TimeSeriesChart',
    ],
  }],
  ['service', {
    Summary: [
      'Requests: TimeSeriesChart, requests/sec',
      'Failed requests: TimeSeriesChart, percent',
      'Latency: TimeSeriesChart, seconds, legend at the bottom',
    ],
    Details: [
      'Busiest operations: TimeSeriesChart, requests/sec, legend at the bottom',
      'Slowest operations: BarChart, seconds, greatest last; The 95th percentile of the duration of each operation.',
      'Telemetry: TimeSeriesChart, legend at the bottom; All spans and logs of the service. None at all means that it does not run, or cannot send.',
      'Requests by operation: BarChart, greatest last',
    ],
    Errors: [
      'Exceptions: TimeSeriesChart, bar, stacked, legend at the bottom',
      'Failing operations: BarChart, greatest last',
      'Latest errors: Table',
    ],
  }],
])('what the dashboard shows: %s', (kind, expected) => {
  const stack = newStack();
  subjectOf(kind, stack);
  expect(panelsOf(stack)).toEqual(expected);
  const { panels } = documentOf(only(synth(stack), 'logfire_dashboard')).spec;
  expect(Object.keys(panels).filter((id) => !/^[a-z\d]+(-[a-z\d]+)*$/.test(id))).toEqual([]);
});

test('the summary of a service is one row', () => {
  const stack = newStack();
  subjectOf('service', stack);
  const [summary] = documentOf(only(synth(stack), 'logfire_dashboard')).spec.layouts;
  expect(summary.spec.items).toMatchObject([0, 8, 16].map((x) => ({ x, y: 0, width: 8, height: 7 })));
});

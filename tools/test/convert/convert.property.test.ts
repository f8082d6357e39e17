import './corpus';
import * as fc from 'fast-check';
import { configurationOf, JsonObject } from '../../src/convert/configuration';
import { convert } from '../../src/convert/convert';
import { runTypeScript } from '../program/transpiled';

jest.setTimeout(120_000);

/** With what could be taken for a template, for JSON or for the end of a string. */
const odd = fc.constantFrom('$${name}', '%%{if}', '"', "'", '\\', '\n', 'é', '$', '%', '`', '\u2028', '${var.text}', '${upper(var.text)}', '${"a ${var.text}"}');
const words = fc.array(fc.oneof(fc.stringMatching(/^[ -#&-~]{1,8}$/), odd), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
const label = fc.oneof(words, fc.constantFrom('Errors', 'Sells things'));
const slug = fc.stringMatching(/^[a-z0-9]{2,9}$/);
const flag = fc.oneof(fc.boolean(), fc.constant('${var.flag}'));
const instant = fc.constantFrom('2031-01-01T00:00:00Z', '2031-01-01T00:00:00+02:00', '${var.text}', null);
const duration = fc.constantFrom('5m', '90m', '1h30m', '0.5h', '24h', '7d', '1h');
const project = fc.constantFrom('${logfire_project.shop.id}', '${logfire_project.other.id}', '00000000-0000-4000-8000-000000000001', '${var.text}');
const lifecycle = fc.record({ prevent_destroy: fc.boolean(), ignore_changes: fc.constant(['name']), create_before_destroy: fc.boolean() }, { requiredKeys: [] })
  .filter((settings) => Object.keys(settings).length > 0);

/** Some attributes are required, and all others may be there. */
const body = (required: Record<string, fc.Arbitrary<unknown>>, optional: Record<string, fc.Arbitrary<unknown>> = {}) => (
  fc.record({ ...required, ...optional, lifecycle }, { requiredKeys: Object.keys(required) as never }) as fc.Arbitrary<JsonObject>);

const channelId = fc.constantFrom('${logfire_channel.pager.id}', '00000000-0000-4000-8000-000000000002', '${logfire_channel.both["a"].id}');
const assignments = fc.uniqueArray(channelId, { maxLength: 3 }).map((ids) => ids.map((channel_id) => ({ channel_id })));
const tier = fc.record({ channel_assignments: assignments });
const tiers = fc.record({ fast: tier, medium: tier, slow: tier }, { requiredKeys: [] });

const KINDS: { readonly [type: string]: fc.Arbitrary<JsonObject> } = {
  logfire_project: body({ name: slug }, { description: label, visibility: fc.constantFrom('public', 'private', '${var.text}') }),
  logfire_organization: body({ name: slug }, { display_name: label, location: label, deletion_protection: flag }),
  logfire_write_token: body({ project_id: project }, { expires_at: instant }),
  logfire_api_key: body({ name: label, scopes: fc.uniqueArray(fc.constantFrom('project:read', 'project:write', 'organization:read', 'a:new'), { minLength: 1 }) }, {
    project_id: project, description: label, expires_at: instant,
  }),
  logfire_gateway_api_key: body({ name: label, project_id: project }, {
    spending_limit_daily: fc.nat(100), spending_limit_total: fc.nat(100), cache_enabled: flag,
  }),
  logfire_gateway_provider: body({ slug, vendor: fc.constantFrom('openai', 'groq', 'newest'), api_key: fc.constantFrom('${var.secret}', 'key') }, { require_pricing: flag }),
  logfire_channel: body({
    name: label,
    config: fc.constantFrom<JsonObject>(
      { type: 'opsgenie', auth_key: '${var.secret}' }, { type: 'pagerduty', routing_key: 'key' }, { type: 'pagerduty', routing_key: 'key', region: 'eu' },
      { type: 'webhook', format: 'auto', url: '${var.secret}' }, { type: 'webhook', format: 'auto', url: 'https://example.com/${var.text}' },
    ),
  }, { active: flag }),
  logfire_schedule: body({
    label,
    timezone: fc.constantFrom('UTC', 'Europe/Berlin', 'Mars/Olympus', '${var.text}'),
    windows: fc.array(fc.record({ days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), start_time: fc.constantFrom('09:00', '10:00:00'), end_time: fc.constantFrom('17:00', '08:00') }), { minLength: 1 }),
  }),
  logfire_alert: body({
    project_id: project,
    name: label,
    query: fc.constantFrom('SELECT 1', 'SELECT trace_id FROM records WHERE message LIKE \'%${var.text}%\'', 'SELECT (1', 'SELECT\n  1\n'),
    time_window: duration,
    frequency: duration,
    notify_when: fc.constantFrom('has_matches', 'matches_changed', 'starts_having_matches'),
    channel_assignments: assignments,
  }, { description: fc.oneof(label, fc.constant('')), active: flag, environments: fc.uniqueArray(slug, { maxLength: 2 }) }),
  logfire_slo: body({ project_id: project, name: label, scope_value: label, total_query: fc.constant('true'), bad_query: fc.constant('is_exception'), rolling_window: duration, target_percent: fc.constantFrom('99.9', '99.90', '95', '${var.text}') }, {
    scope_kind: fc.constantFrom('service', 'provider'), source: fc.constantFrom('records', 'metrics'), metric_aggregation: fc.constantFrom('additive', 'counter_rate'), alerts: tiers, description: label,
  }),
};

const FIXED: JsonObject = {
  variable: { text: { type: 'string' }, flag: { type: 'bool' }, secret: { type: 'string', sensitive: true } },
};
const OTHERS = {
  logfire_project: { shop: { name: 'shop' }, other: { name: 'other' } },
  logfire_channel: {
    pager: { name: 'Pager', config: { type: 'opsgenie', auth_key: '${var.secret}' } },
    both: { for_each: '${toset(["a"])}', name: '${each.key}', config: { type: 'opsgenie', auth_key: '${var.secret}' } },
  },
};

/** What the library writes where the configuration has nothing, with the value that the provider or Logfire has then. */
const DEFAULTS: JsonObject = {
  visibility: 'public', deletion_protection: true, active: true, source: 'records', metric_aggregation: 'additive', scope_kind: 'service', require_pricing: true,
};

/** A value as it is meant: text without escapes, and without what hides or trims it. */
function meant(value: unknown, path: string): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => meant(item, path));
    return path === 'scopes' ? items.sort() : items;
  }
  if (typeof value === 'object' && value !== null) {
    const given = Object.entries(value).filter(([, item]) => item !== null && item !== false);
    return Object.fromEntries(given.map(([key, item]) => [key, meant(item, key)]));
  }
  if (['time_window', 'frequency'].includes(path)) {
    return [...String(value).matchAll(/([\d.]+)([mhd])/g)].reduce((sum, [, amount, unit]) => sum + Number(amount) * { m: 1, h: 60, d: 1440 }[unit]!, 0);
  }
  return typeof value === 'string' ? plain(value) : value;
}

function plain(text: string): string {
  const wrapped = /^\$\{(?:trimspace\()?sensitive\((.*?)\)\)?\}$/s.exec(text)?.[1];
  const opened = wrapped === undefined ? text : wrapped.startsWith('"') ? wrapped.slice(1, -1) : `\${${wrapped}}`;
  const inner = opened.replace(/\$\{"a (\$\{var\.text\})"\}/g, 'a $1');
  // `${"…"}` is the text in it, with the escapes of a string in quotes.
  return inner.replace(/^\$\{"(.*)"\}$/s, (whole, quoted: string) => (/(?<!\\)"/.test(quoted.replace(/\$\{[^}]*\}/g, '')) ? whole : unquoted(quoted)));
}

const unquoted = (text: string) => text.replace(/\\(u[0-9a-f]{4}|.)/g, (escape) => JSON.parse(`"${escape}"`) as string);

test('any resource is at its address with the same arguments, whatever says it', () => {
  const said = { constructs: 0, bindings: 0 };
  const anything = fc.constantFrom(...Object.keys(KINDS)).chain((type) => KINDS[type].map((value) => ({ type, value })));
  fc.assert(fc.property(fc.array(anything, { minLength: 1, maxLength: 4 }), (given) => {
    const resource: { [type: string]: { [name: string]: JsonObject } } = JSON.parse(JSON.stringify(OTHERS));
    given.forEach(({ type, value }, index) => {
      resource[type] = { ...resource[type], [`r${index}`]: value };
    });
    const { program, notes } = convert(configurationOf([{ ...FIXED, resource }]), 'stack', 'main.tf.json');
    const { resource: written } = runTypeScript(program);
    for (const [index, { type, value }] of given.entries()) {
      const { '//': _, ...block } = written[type][`r${index}`];
      const isConstruct = !notes.some((note) => note.startsWith(`${type}.r${index} `));
      said[isConstruct ? 'constructs' : 'bindings'] += 1;
      const wanted = meant(value, '') as JsonObject;
      const defaults = Object.fromEntries(Object.entries(DEFAULTS).filter(([name]) => isConstruct && value[name] === undefined && name in block));
      const created = isConstruct && block.lifecycle?.create_before_destroy === true;
      const settings = { ...wanted.lifecycle as JsonObject | undefined, ...created && { create_before_destroy: true } };
      expect(meant({ lifecycle: {}, ...block }, '')).toEqual({ ...wanted, ...meant(defaults, '') as JsonObject, lifecycle: settings });
    }
  }), { numRuns: 50 });
  expect(said.constructs).toBeGreaterThan(30);
  expect(said.bindings).toBeGreaterThan(10);
});

import { isObject, JsonObject, Resource } from './configuration';
import { expressionOf, Piece, piecesOf } from './template';
import { secondsOf } from './values';
import type { Json } from '../program/model';

/** What the provider or Logfire has for an attribute that is left out, and the library writes down. */
const DEFAULTS: { readonly [type: string]: { readonly [path: string]: Json } } = {
  'logfire_project': { visibility: 'public' },
  'logfire_organization': { deletion_protection: true },
  'logfire_channel': { 'active': true, 'config.include_agent_prompt': true },
  'logfire_alert': { active: true },
  'logfire_slo': { source: 'records', metric_aggregation: 'additive', scope_kind: 'service' },
  'logfire_gateway_provider': { require_pricing: true },
  'logfire_frontend_application_token': { revoke_on_destroy: true },
  'data.logfire_pagerduty_service': { region: 'us' },
};

const DURATIONS: { readonly [type: string]: readonly string[] } = { logfire_alert: ['frequency', 'time_window'] };
const SETS = ['scopes'];

/** A resource without nulls and with each block as an object, as the library writes it. */
export function plainBody({ body }: Pick<Resource, 'body'>): JsonObject {
  const { lifecycle, config, depends_on: dependsOn, provider, ...rest } = withoutNulls(body) as { [key: string]: Json };
  const settings = oneBlock(lifecycle);
  return {
    ...rest,
    ...config !== undefined && { config: oneBlock(config)! },
    ...provider !== undefined && { provider: bare(provider) },
    ...dependsOn !== undefined && { depends_on: bare(dependsOn) },
    ...settings !== undefined && {
      lifecycle: Object.fromEntries(Object.entries(settings as JsonObject)
        .map(([key, value]) => [key, ['ignore_changes', 'replace_triggered_by'].includes(key) ? bare(value) : value])),
    },
  };
}

/** What the library would write differently, so that a plan might not be empty. */
export function differenceOf(resource: Resource, given: JsonObject): string | undefined {
  const type = `${resource.mode === 'data' ? 'data.' : ''}${resource.type}`;
  const [a, b] = [plainBody(resource), plainBody({ body: given })];
  const paths = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((path) => path !== '//');
  const found = paths.map((path) => differenceAt(type, path, a[path], b[path])).find((path) => path !== undefined);
  return found && `${found} would be ${shown(b, found)}`;
}

const SECRETS = /(^|\.)(api_key|auth_key|routing_key|url)$/;

/** A value at a path, if that is short and no secret. */
function shown(body: JsonObject, path: string): string {
  if (SECRETS.test(path)) {
    return 'another value';
  }
  const value = path.split('.').reduce<Json | undefined>((at, key) => (isObject(at) ? at[key] : undefined), body);
  const text = value === undefined ? 'left out' : JSON.stringify(value);
  return text.length <= 80 ? text : 'another value';
}

function differenceAt(type: string, path: string, wanted: Json | undefined, given: Json | undefined): string | undefined {
  switch (path) {
    case 'provider': return (wanted ?? 'logfire') === (given ?? 'logfire') ? undefined : path;
    case 'depends_on': return sorted(wanted) === sorted(given) ? undefined : path;
    case 'lifecycle': return lifecycleDifference(wanted, given);
    case 'definition': return typeof wanted === 'string' && typeof given === 'string' && sameDashboard(wanted, given) ? undefined : attributeDifference(type, path, wanted, given);
    default: return attributeDifference(type, path, wanted, given);
  }
}

function attributeDifference(type: string, path: string, wanted: Json | undefined, given: Json | undefined): string | undefined {
  if (wanted === undefined) {
    return given !== undefined && given === DEFAULTS[type]?.[path] ? undefined : path;
  }
  if (isObject(wanted) && isObject(given)) {
    const keys = [...new Set([...Object.keys(wanted), ...Object.keys(given)])].filter((key) => wanted[key] !== undefined || given[key] !== undefined);
    return keys.map((key) => attributeDifference(type, `${path}.${key}`, wanted[key], given[key])).find((found) => found !== undefined);
  }
  if (Array.isArray(wanted) && Array.isArray(given)) {
    const [left, right] = SETS.includes(path) ? [[...wanted].sort(), [...given].sort()] : [wanted, given];
    return left.length !== right.length ? path
      : left.map((item: Json, index) => attributeDifference(type, path, item, right[index] as Json)).find((found) => found !== undefined);
  }
  return given !== undefined && sameScalar(wanted, given, DURATIONS[type]?.includes(path) ?? false) ? undefined : path;
}

function sameScalar(wanted: Json, given: Json, isDuration: boolean): boolean {
  if (typeof wanted === 'object' || typeof given === 'object') {
    return false;
  }
  const [a, b] = [String(wanted), String(given)];
  return a === b || meaningOf(a) === meaningOf(b) || (isDuration && secondsOf(a) !== undefined && secondsOf(a) === secondsOf(b));
}

/** `create_before_destroy` only says how a later replacement is done. */
function lifecycleDifference(wanted: Json | undefined, given: Json | undefined): string | undefined {
  const [a, b] = [isObject(wanted) ? wanted : {}, isObject(given) ? given : {}];
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  const differs = (key: string) => (key === 'create_before_destroy' && a[key] === undefined ? false : canonical(a[key] ?? false) !== canonical(b[key] ?? false));
  const key = keys.find(differs);
  return key && `lifecycle.${key}`;
}

/** The parts of a string of Terraform, without what the library puts around them. */
function meaningOf(template: string): string {
  const pieces = piecesOf(template);
  return pieces === undefined ? template : JSON.stringify(joinedTexts(pieces.flatMap(simplified)));
}

function simplified(piece: Piece): Piece[] {
  if ('text' in piece) {
    return [piece];
  }
  const expression = piece.expression.trim();
  const inner = /^(?:sensitive|trimspace)?\((.*)\)$/s.exec(expression)?.[1];
  if (inner !== undefined && isBalanced(inner)) {
    return simplified({ expression: inner });
  }
  const text = /^"(.*)"$/s.exec(expression)?.[1];
  const parts = text === undefined ? undefined : piecesOf(text);
  if (parts === undefined || parts.some((part) => 'text' in part && /(^|[^\\])(\\\\)*"/.test(part.text))) {
    return [{ expression }];
  }
  return parts.flatMap((part) => ('text' in part ? [{ text: unquoted(part.text) }] : simplified(part)));
}

function joinedTexts(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.reduce<Piece[]>((all, piece) => {
    const last = all[all.length - 1];
    if ('text' in piece && last !== undefined && 'text' in last) {
      return [...all.slice(0, -1), { text: last.text + piece.text }];
    }
    return 'text' in piece && piece.text === '' ? all : [...all, piece];
  }, []);
}

/** Whether brackets close in the order in which they open, so that what is around them belongs together. */
function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text.replace(/"(\\.|[^"\\])*"/g, '')) {
    depth += character === '(' ? 1 : character === ')' ? -1 : 0;
    if (depth < 0) {
      return false;
    }
  }
  return depth === 0;
}

function unquoted(text: string): string {
  try {
    return JSON.parse(`"${text}"`) as string;
  } catch {
    return text;
  }
}

/** What Logfire fills in when a document leaves it out; a plan does not show it. */
const DASHBOARD_DEFAULTS: JsonObject = { variables: [], refreshInterval: '0s', datasources: {} };

/** Whether the provider takes two dashboard documents for the same: the metadata, defaults and the spelling of `$ref` do not count. */
export function sameDashboard(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => {
    try {
      const pieces = piecesOf(text);
      const [only] = pieces ?? [];
      return pieces?.length === 1 && 'text' in only ? comparable(JSON.parse(only.text) as Json) : undefined;
    } catch {
      return undefined;
    }
  });
  return left !== undefined && canonical(left) === canonical(right);
}

function comparable(document: Json): Json {
  if (!isObject(document)) {
    return document;
  }
  const { metadata: _, spec, ...rest } = document;
  return { ...rest, ...isObject(spec) ? { spec: { ...DASHBOARD_DEFAULTS, ...withRefs(spec) as JsonObject } } : spec !== undefined && { spec } };
}

/** Some exports have `ref` where others have `$ref`. */
function withRefs(value: Json): Json {
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map(withRefs);
  }
  if (!isObject(value)) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, key === 'content' && isObject(item) && 'ref' in item
    ? Object.fromEntries(Object.entries(item).map(([name, inner]) => [name === 'ref' ? '$ref' : name, inner]))
    : withRefs(item)]));
}

function canonical(value: Json | undefined): string {
  return JSON.stringify(value, (_, inner: Json) => (isObject(inner)
    ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner)) ?? '';
}

function sorted(value: Json | undefined): string {
  return JSON.stringify(Array.isArray(value) ? [...value].sort() : value ?? []);
}

function oneBlock(value: Json | undefined): Json | undefined {
  return Array.isArray(value) && value.length === 1 ? value[0] as Json : value;
}

function withoutNulls(value: Json): Json {
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map(withoutNulls);
  }
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).filter(([, item]) => item !== null).map(([key, item]) => [key, withoutNulls(item)]))
    : value;
}

/** A reference that HCL has without quotes, and its parser in `${…}`. */
export function bare(value: Json): Json {
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map(bare);
  }
  return typeof value === 'string' ? expressionOf(value) ?? value : value;
}

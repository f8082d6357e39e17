import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expandTiers } from './paths';
import { SCHEMA_FOLDER } from './schema';
import type { Value } from './values';

/** Condition of a rule: a literal, a test of a list or set, or whether a value is there. */
export type Condition = string | number | boolean | {
  readonly any_of?: readonly Value[];
  readonly not_any_of?: readonly Value[];
  readonly contains?: Value;
  readonly contains_any?: readonly Value[];
  readonly lacks?: Value;
};

/** A rule over several attributes; `_about` in behaviour.json explains the fields. */
export interface Rule {
  readonly id: string;
  readonly phase: 'validate' | 'plan' | 'apply' | 'destroy';
  readonly when: Readonly<Record<string, Condition>>;
  readonly when_changed_any?: readonly string[];
  readonly when_unchanged?: readonly string[];
  readonly require?: readonly string[];
  readonly forbid?: readonly string[];
  readonly require_one_of?: readonly string[];
  readonly require_value?: Readonly<Record<string, Value>>;
  readonly assume?: Readonly<Record<string, Value>>;
  readonly blank_is_unset?: boolean;
}

/** What behaviour.json says about a resource type or the data source, with nothing absent. */
export interface Behaviour {
  readonly cross_field_rules: readonly string[];
  readonly defaults: Readonly<Record<string, Value>>;
  readonly durations: Readonly<Record<string, readonly [string, string]>>;
  readonly durations_checked: 'validate' | 'apply';
  readonly enums: Readonly<Record<string, readonly string[]>>;
  readonly equal_by_meaning: Readonly<Record<string, string>>;
  readonly exclusive_ranges: Readonly<Record<string, readonly [number, number]>>;
  readonly import_id: string | null;
  readonly integers: readonly string[];
  readonly json_objects: readonly string[];
  readonly keeps_state_value_while_planning: readonly string[];
  readonly local_only: readonly string[];
  readonly masked_on_read: Readonly<Record<string, string>>;
  readonly max_length: Readonly<Record<string, number>>;
  readonly min_items: Readonly<Record<string, number>>;
  readonly min_length: Readonly<Record<string, number>>;
  readonly minimum_logfire_release: string | null;
  readonly never_read_back: readonly string[];
  readonly patterns: Readonly<Record<string, string>>;
  readonly provider_key_scopes: Readonly<Record<string, readonly string[]>>;
  readonly ranges: Readonly<Record<string, readonly [number, number]>>;
  readonly removal: Readonly<Record<string, string>>;
  readonly requires_replace: readonly string[];
  readonly rules: readonly Rule[];
  readonly secret_only_at_create: readonly string[];
  readonly secret_read_back: readonly string[];
  readonly secret_though_not_marked: readonly string[];
  readonly self_hosted_only: boolean;
  readonly sensitive: readonly string[];
  readonly server_defaults: Readonly<Record<string, Value>>;
  readonly server_limits: Readonly<Record<string, string | { readonly max_length: number }>>;
  readonly timestamps: readonly string[];
  readonly unique: Readonly<Record<string, string>>;
  readonly unique_by: Readonly<Record<string, string>>;
  readonly unique_items: readonly string[];
  readonly unknown_on_update: readonly string[];
  readonly unknown_on_update_when_omitted: readonly string[];
  readonly updates: boolean;
}

/** What behaviour.json says about the configuration of the provider. */
export interface ProviderBehaviour {
  readonly base_url_from_key: { readonly patterns: readonly string[]; readonly regions: Readonly<Record<string, string>> };
  readonly environment: Readonly<Record<string, string>>;
  readonly must_be_known_while_planning: readonly string[];
  readonly patterns: Readonly<Record<string, string>>;
  readonly required_after_environment: readonly string[];
  readonly reserved_header_names: readonly string[];
}

const NOTHING: Behaviour = {
  cross_field_rules: [],
  defaults: {},
  durations: {},
  durations_checked: 'validate',
  enums: {},
  equal_by_meaning: {},
  exclusive_ranges: {},
  import_id: null,
  integers: [],
  json_objects: [],
  keeps_state_value_while_planning: [],
  local_only: [],
  masked_on_read: {},
  max_length: {},
  min_items: {},
  min_length: {},
  minimum_logfire_release: null,
  never_read_back: [],
  patterns: {},
  provider_key_scopes: {},
  ranges: {},
  removal: {},
  requires_replace: [],
  rules: [],
  secret_only_at_create: [],
  secret_read_back: [],
  secret_though_not_marked: [],
  self_hosted_only: false,
  sensitive: [],
  server_defaults: {},
  server_limits: {},
  timestamps: [],
  unique: {},
  unique_by: {},
  unique_items: [],
  unknown_on_update: [],
  unknown_on_update_when_omitted: [],
  updates: true,
};

const document = JSON.parse(readFileSync(join(SCHEMA_FOLDER, 'behaviour.json'), 'utf8')) as Record<string, object>;

/** Behaviour of the provider's configuration. */
export const PROVIDER_BEHAVIOUR = document.provider as ProviderBehaviour;

const behaviours = new Map(Object.entries(document).map(([key, entry]) => [key, complete(entry)]));

/** Behaviour of a resource type, or of a data source (`data.<type>`). */
export function behaviourOf(key: string): Behaviour {
  const behaviour = behaviours.get(key);
  if (!behaviour) throw new Error(`behaviour.json says nothing about ${key}`);
  return behaviour;
}

/** Fills in what is absent, and writes `<tier>` out. */
function complete(entry: object): Behaviour {
  const written = Object.entries(entry).map(([field, value]) => {
    if (Array.isArray(value)) return [field, value.flatMap((item) => (typeof item === 'string' ? expandTiers(item) : [item]))];
    if (typeof value !== 'object' || value === null) return [field, value];
    return [field, Object.fromEntries(Object.entries(value).flatMap(([path, inner]) => expandTiers(path).map((each) => [each, inner])))];
  });
  return { ...NOTHING, ...Object.fromEntries(written) };
}

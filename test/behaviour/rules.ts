import * as fs from 'node:fs';
import * as path from 'node:path';

type Entry = { readonly [field: string]: any };

const BEHAVIOUR: { readonly [type: string]: Entry } = JSON.parse(fs.readFileSync(path.resolve(__dirname, '..', '..', 'schema', 'behaviour.json'), 'utf8'));

/** Fields of `behaviour.json` that limit what may be written, by attribute. */
const LIMITS_BY_ATTRIBUTE = [
  'enums', 'patterns', 'min_length', 'max_length', 'min_items', 'ranges', 'exclusive_ranges', 'durations', 'server_limits', 'unique', 'unique_by',
];
/** The same as plain lists of attributes. */
const LIMITED_ATTRIBUTES = ['integers', 'timestamps', 'json_objects', 'unique_items', 'required_after_environment', 'must_be_known_while_planning'];

/** The resource types, the data source and `provider`. */
export const TYPES = Object.keys(BEHAVIOUR).filter((type) => !type.startsWith('_'));

/** Every rule of a type by a key such as `patterns name`, `rules bedrock` or `reserved_header_names`. */
export function rulesOf(type: string): string[] {
  const entry = BEHAVIOUR[type];
  const keys = [
    ...LIMITS_BY_ATTRIBUTE.flatMap((field) => Object.keys(entry[field] ?? {}).map((attribute) => `${field} ${attribute}`)),
    ...LIMITED_ATTRIBUTES.flatMap((field) => (entry[field] ?? []).map((attribute: string) => `${field} ${attribute}`)),
    ...(entry.rules ?? []).map((rule: { id: string }) => `rules ${rule.id}`),
    ...(entry.reserved_header_names === undefined ? [] : ['reserved_header_names']),
    ...(entry.import_id === null ? ['import_id null'] : []),
    ...(entry.self_hosted_only === true ? ['self_hosted_only'] : []),
  ];
  return keys.sort();
}

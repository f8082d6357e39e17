/** The region in a key's own text: `pylf_v1_eu_…` or `pylf_v2_eu_<uuid>_…` (provider: inference of base_url). */
export function regionOfKey(key: string): string | undefined {
  return (/^pylf_v1_([^_]+)_/.exec(key) ?? /^pylf_v2_([^_]+)_[^_]+_/.exec(key))?.[1];
}

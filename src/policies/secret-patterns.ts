/** Patterns of secrets, and their names. */
const PATTERNS: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'a Logfire token', pattern: /pylf_v\d+_[A-Za-z0-9]+_[A-Za-z0-9_-]{8,}/g },
  { name: 'a Slack webhook address', pattern: /https:\/\/hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)\/[^\s"\\]+/g },
  { name: 'a Slack token', pattern: /\bxox[a-z]-[A-Za-z0-9-]{8,}/g },
  { name: 'a PagerDuty integration address', pattern: /https:\/\/events\.(?:eu\.)?pagerduty\.com\/integration\/[^\s/"\\]+/g },
  { name: 'an Opsgenie address with its key', pattern: /https:\/\/api\.(?:eu\.)?opsgenie\.com\/[^\s"\\]*[?&]apiKey=[^\s"\\]+/g },
  { name: 'a Discord webhook address', pattern: /https:\/\/discord(?:app)?\.com\/api\/webhooks\/[^\s"\\]+/g },
  { name: 'a Teams webhook address', pattern: /https:\/\/[^\s/"\\]+\.webhook\.office\.com\/[^\s"\\]+/g },
  { name: 'an address with a password', pattern: /\bhttps?:\/\/[^\s/:@"\\$]+:[^\s/@"\\$]+@[^\s"\\]+/g },
  { name: 'an address with a key', pattern: /\bhttps?:\/\/[^\s"\\]+[?&](?:token|key|api_?key|secret|sig|signature)=[^\s"\\&$]{8,}/gi },
];

/** The kind of secret in a string. Undefined if there is none. */
export function secretIn(text: string): string | undefined {
  return PATTERNS.find(({ pattern }) => text.search(pattern) >= 0)?.name;
}

/** A string without the secrets in it. */
export function redacted(text: string): string {
  return PATTERNS.reduce((left, { name, pattern }) => left.replace(pattern, `(${name})`), text);
}

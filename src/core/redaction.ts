import { isBroken, isUnresolved } from './unresolved';

/** A kind of secret that has a form of its own. */
interface SecretForm {
  readonly name: string;
  /** Its first group is the secret part. */
  readonly pattern: RegExp;
  /** Whether the secret part is a value, and not a word or a placeholder. */
  readonly isSecret: (part: string) => boolean;
}

const MIN_VALUE = 6;
/** `hooks.slack.com/services/%` and `pylf_v1_us_________` are patterns for secrets, and not secrets. */
const isValue = (part: string) => (part.match(/[A-Za-z0-9]/g) ?? []).length >= MIN_VALUE;
/** After a name such as `token=`, less randomness is needed than elsewhere: `overview` is a word, `x7Gk2Lp9` is not. */
const isNoWord = (part: string) => part.length >= 8 && strangeness(part) > 0.4;

/** The beginning of a word, also after an escape such as `\n` in JSON. */
const START = '(?:(?<![A-Za-z0-9])|(?<=\\\\[bfnrt]))';
/** A character of an address: quotes, brackets and backslashes end it. */
const REST = '[^\\s"\'\\\\<>`]';
/** The middle of an address. It has an end, or a text of nothing but beginnings would take minutes. */
const MIDDLE = `${REST}{0,500}`;

const form = (name: string, pattern: string, isSecret = isValue): SecretForm => ({ name, pattern: new RegExp(START + pattern, 'g'), isSecret });

const FORMS: readonly SecretForm[] = [
  form('a Logfire token', 'pylf_v\\d+_[A-Za-z0-9]+_([A-Za-z0-9_-]{8,})'),
  form('a Slack webhook address', `https://hooks\\.slack(?:-gov)?\\.com/(?:services|workflows|triggers)/(${REST}+)`),
  form('a Slack token', '(xox[a-z]-[A-Za-z0-9-]{8,}|xapp-[A-Za-z0-9-]{8,})'),
  form('a PagerDuty integration address', 'https://events\\.(?:eu\\.)?pagerduty\\.com/integration/([^\\s/"\'\\\\<>`]+)'),
  form('an Opsgenie address with its key', `https://api\\.(?:eu\\.)?opsgenie\\.com/${MIDDLE}[?&]apiKey=(${REST}+)`),
  form('a Discord webhook address', `https://discord(?:app)?\\.com/api/webhooks/(${REST}+)`),
  form('a Teams webhook address', `https://[A-Za-z0-9.-]{1,200}\\.webhook\\.office\\.com/(${REST}+)`),
  // After the colon there may be a port as well: `https://host:8080/@user` has no password.
  form('an address with a password', '[A-Za-z][A-Za-z0-9+.-]{0,20}://[^\\s/:@"\\\\$]{0,200}:((?!\\d+[/?#])(?:[^\\s@"\\\\$]|\\$(?!\\{)|\\\\.){1,500})@' + `${REST}*`, () => true),
  form('an address with a key', `https?://${MIDDLE}[?&#](?:(?:access|auth|id|refresh|private)_)?(?:token|key|api_?key|secret|sig|signature|password)=([^\\s"'\\\\&$<>\`]{8,})`, isNoWord),
  form('an AWS access key', '((?:AKIA|ASIA)[A-Z0-9]{16})(?![A-Za-z0-9])'),
  form('a GitHub token', '(gh[opsur]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,})'),
  form('a GitLab token', '(glpat-[A-Za-z0-9_-]{16,})', isNoWord),
  form('an API key', '([prs]k[-_][A-Za-z0-9_-]{16,200}|AIza[A-Za-z0-9_-]{30,}|hv[bs]\\.[A-Za-z0-9_-]{16,}|npm_[A-Za-z0-9]{30,})', isNoWord),
  form('a JSON web token', '(eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{4,}\\.[A-Za-z0-9_-]*)'),
  form('a private key', '-----BEGIN [A-Z ]*PRIVATE KEY-----([\\s\\S]*?)(?:-----END [A-Z ]*PRIVATE KEY-----|$)', () => true),
];

/** What all of them have, or most texts would be looked through for each. */
const HINT = /pylf_|xox|xapp|:\/\/|AKIA|ASIA|gh[opsur]_|github_pat|glpat|[spr]k[-_]|AIza|hv[bs]\.|npm_|eyJ|PRIVATE KEY/;

/** Forms that are too loose to fail a build for, but not to hide a text for. */
const LOOSE: readonly SecretForm[] = [
  form('a secret', '(?:[Pp]asswor[dt]|[Pp]asswd|[Pp]wd|[Ss]ecret|[Tt]oken|[Aa]pi[_-]?[Kk]ey|[Aa]uthorization)(?:\\\\?["\']?(?:\\s*=\\s*|:\\s+)|\\\\?["\']:)\\\\?["\']?([^\\s"\'\\\\,;<>(){}\\[\\]$]{8,})', isNoWord),
  form('a secret', '(?:[Bb]earer|[Bb]asic)\\s+([A-Za-z0-9._~+/=-]{8,})', isNoWord),
];

/** As `HINT`, for these. */
const LOOSE_HINT = /[=:"']|[Bb]earer|[Bb]asic/;

/** The kind of secret in a string, by its form. Undefined if there is none. */
export function secretIn(text: string): string | undefined {
  return HINT.test(text)
    ? FORMS.find(({ pattern, isSecret }) => [...text.matchAll(pattern)].some(([, part]) => isSecret(part)))?.name
    : undefined;
}

/** A string without what looks like a secret in it: by its form, or because it is random. */
export function redacted(text: string): string {
  const known = HINT.test(text) ? replaced(text, FORMS) : text;
  return (LOOSE_HINT.test(known) ? replaced(known, LOOSE) : known).replace(WORD, withoutRandom).replace(PASSWORD, '(a secret)');
}

function replaced(text: string, forms: readonly SecretForm[]): string {
  return forms.reduce((left, { name, pattern, isSecret }) => (
    left.replace(pattern, (match: string, part: string) => isSecret(part) ? `(${name})` : match)
  ), text);
}

/** The characters of names, paths, ids and encoded secrets. */
const WORD = /[A-Za-z0-9][A-Za-z0-9_+/=~-]{14,}/g;
/** Upper case, lower case, digits and several special characters in one word that is not a path or an address. */
const PASSWORD = /(?<![^\s"'`(])(?=\S*[a-z])(?=\S*[A-Z])(?=\S*\d)(?=\S*[!@#$%^&*?]\S*[!@#$%^&*?])[^\s"'`,;()<>[\]{}\\|/:.]{12,}(?![^\s"'`)])/g;
const UUID = /(?<![A-Za-z0-9])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![A-Za-z0-9])/gi;
/** A run of letters and digits that may be random. */
const PIECE = /[A-Za-z0-9]{5,}/g;
const MIN_RANDOM = 16;
/** Fewer letters and digits between dashes are not taken for random. */
const MIN_DASHED = 24;
/** Random letters and digits have about 0.8, names in any language about 0.25. */
const STRANGE = 0.48;
/** For words in one case, which may be abbreviations written together. */
const STRANGE_IN_ONE_CASE = 0.6;

/** A word without its random part, from the first random piece to the last, with what is joined to them. */
function withoutRandom(word: string): string {
  if (/[^=]={1,2}$|\w\+\w/.test(word) && word.length % 4 === 0 && (strangeness(lettersOf(word)) > STRANGE || switches(lettersOf(word)) > STRANGE)) {
    return '(a secret)';
  }
  if (word.length < MIN_DASHED && (word.match(PIECE) ?? []).join('').length < MIN_RANDOM) {
    return word;
  }
  const rest = word.replace(UUID, (id) => '/'.repeat(id.length));
  const pieces = [...rest.matchAll(PIECE)].filter(([piece]) => isRandom(piece));
  const length = pieces.reduce((sum, [piece]) => sum + piece.length, 0);
  if (length < MIN_RANDOM || (pieces.length > 1 && length < MIN_RANDOM + 4)) {
    return rest.split('/').some(isRandomWithDashes) ? '(a secret)' : word;
  }
  const last = pieces[pieces.length - 1];
  // A slash ends a random id in a path. In Base64 it is a digit.
  const isBase64 = /[+=]/.test(word);
  const start = isBase64 ? 0 : rest.lastIndexOf('/', pieces[0].index) + 1;
  const end = isBase64 ? -1 : rest.indexOf('/', last.index + last[0].length);
  return `${word.slice(0, start)}(a secret)${end < 0 ? '' : word.slice(end)}`;
}

const lettersOf = (word: string) => word.replace(/[^A-Za-z0-9]/g, '');

/** A word or several written together, with a number after it; a version of an API; or one such as `k8s`. */
const PLAIN_PIECE = /^(?:(?:[A-Z]?[a-z]*|[A-Z]*|(?:[A-Z]{1,2}[a-z]{2,})+)\d{0,4}|v\d+(?:alpha|beta|rc)\d+|[a-z]\d{1,2}[a-z])$/;

/** Base64 for addresses, in which a dash and an underscore are digits: it may have no piece that is long enough. */
function isRandomWithDashes(word: string): boolean {
  const letters = lettersOf(word);
  return letters.length >= MIN_DASHED && !word.split(/[-_~]/).every((piece) => PLAIN_PIECE.test(piece)) && /[a-z]/.test(letters) && /[A-Z]/.test(letters) && /\d/.test(letters) && strangeness(letters) > 0.55;
}

function isRandom(piece: string): boolean {
  const distinct = new Set(piece).size;
  if (/^(?:[0-9a-f]+|[0-9A-F]+)$/.test(piece)) {
    return distinct >= 4 && /\d[a-f]|[a-f]\d/i.test(piece);
  }
  if (piece.length >= 7 && !isName(piece) && switches(piece) > (piece.length < 16 ? 0.55 : 0.42)) {
    return true;
  }
  const isMixed = (/[a-z]/.test(piece) && /[A-Z]/.test(piece)) || (piece.match(/\d(?=[A-Za-z])|[A-Za-z](?=\d)/g) ?? []).length >= 4;
  return distinct >= 5 && strangeness(piece) > (isMixed ? STRANGE : STRANGE_IN_ONE_CASE);
}

/** Words with a capital each, of four letters on average: `VaultKvSinkProps`. */
function isName(piece: string): boolean {
  return /^(?:[A-Z][a-z]+)+$/.test(piece) && piece.match(/[A-Z]/g)!.length * 4 <= piece.length;
}

/** How often upper case, lower case and digits follow each other, from 0 to 1. Random letters and digits have about 0.6, names at most 0.5. */
function switches(text: string): number {
  const changes = text.match(/[a-z](?=[A-Z0-9])|[A-Z](?=[a-z0-9])|\d(?=[A-Za-z])/g) ?? [];
  return changes.length / (text.length - 1);
}

/** For each letter, those that often follow it in words and names. */
const FOLLOWERS: { readonly [letter: string]: string } = Object.fromEntries((
  'a:bcdgiklmnprstuvy b:aegiloprsux c:aehiklorstu d:abeiosu e:abcdfgilmnprstvx f:aeilo g:aeilnorsu h:aeio i:abcdefglmnoprstv j:aes k:aei '
  + 'l:adeiostuy m:abeiop n:acdefgiost o:bcdfglmnprstuvw p:aeilorstu q:u r:acdegikmnopstuy s:acehiloptuy t:acehilorsuy u:abcdeilmnprst v:aei w:aehio '
  + 'x:pt y:ap'
).split(' ').map((entry) => [entry[0], entry.slice(2)]));

/** How many of the pairs of neighbors in a text are rare in words and names, from 0 to 1. */
function strangeness(text: string): number {
  let rare = 0;
  let common = 0;
  for (let index = 1; index < text.length; index += 1) {
    const pair = text.slice(index - 1, index + 1);
    // Repetitions are placeholders, digits after digits are numbers, and a capital begins a new word after one that is long enough.
    if (pair[0] === pair[1] || /^(?:\d\d|[^A-Za-z0-9].|.[^A-Za-z0-9]|[a-z][A-Z])$/.test(pair)) {
      rare += /[A-Z][a-z]?[a-z][A-Z]$/.test(text.slice(Math.max(0, index - 3), index + 1)) ? 0.5 : 0;
      continue;
    }
    const [before, after] = pair.toLowerCase();
    if (FOLLOWERS[before]?.includes(after)) {
      common += 1;
    } else {
      rare += 1;
    }
  }
  return rare === 0 ? 0 : rare / (rare + common);
}

const MAX_SHOWN = 120;
const MAX_ITEMS = 8;
const MAX_DEPTH = 3;
/** Members whose values are never shown. */
const SECRET_NAME = /(?:secret|password|passwd|token|api_?key|auth_?key|routing_?key|credential|authorization)$|^headers$/i;
const UNKNOWN = 'a value that is known only at apply';
const HIDDEN = 'a string that looks like a secret, not shown';

/**
 * A given value for an error, as JSON where it has a form there: shortened, and without secrets. It reads well after "got".
 */
export function shown(value: unknown): string {
  try {
    return render(value, 0);
  } catch {
    // A getter or a proxy of the caller failed.
    return 'an object';
  }
}

function render(value: unknown, depth: number): string {
  if (isUnresolved(value)) {
    return depth === 0 ? UNKNOWN : `(${UNKNOWN})`;
  }
  switch (typeof value) {
    case 'string': return renderText(value, depth);
    case 'number': return isBroken(value) ? 'a number that the program computed from one that is known only at apply' : String(value);
    case 'bigint': return `${value}n`;
    case 'symbol': return 'a symbol';
    case 'function': return value.name === '' ? 'a function' : `the function ${redacted(value.name)}`;
    case 'object': return value === null ? 'null' : renderObject(value, depth);
    default: return String(value);
  }
}

function renderText(text: string, depth: number): string {
  if (redacted(text) !== text) {
    return depth === 0 ? HIDDEN : `(${HIDDEN})`;
  }
  return JSON.stringify(text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN - 1)}…` : text);
}

function renderObject(value: object, depth: number): string {
  if (!Array.isArray(value) && !isPlain(value)) {
    const { node, constructor } = value as { readonly node?: { readonly path?: unknown }; readonly constructor?: { readonly name?: string } };
    const name = constructor?.name || 'object';
    const path = typeof node?.path === 'string' && node.path !== '' ? ` ${redacted(node.path)}` : '';
    return `${/^[AEIOaeio]/.test(name) ? 'an' : 'a'} ${redacted(name)}${path}`;
  }
  const isList = Array.isArray(value);
  const entries = isList ? value.slice(0, MAX_ITEMS).map((item, index) => [String(index), item] as const) : Object.entries(value).slice(0, MAX_ITEMS);
  if (depth >= MAX_DEPTH && entries.length > 0) {
    return isList ? '[…]' : '{…}';
  }
  const parts = entries.map(([name, item]) => {
    const text = !isList && SECRET_NAME.test(name) && typeof item === 'string' ? '(not shown)' : render(item, depth + 1);
    return isList ? text : `${renderText(name, 1)}: ${text}`;
  });
  const more = (isList ? value.length : Object.keys(value).length) > MAX_ITEMS ? ['…'] : [];
  const [open, close] = isList ? '[]' : '{}';
  return open + [...parts, ...more].join(', ') + close;
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

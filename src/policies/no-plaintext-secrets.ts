import { LogfirePolicy } from './policy';
import { PolicySubject } from './policy-subject';
import { checkCall } from '../core/calls';
import { inHostLanguage } from '../core/host-language';
import { secretIn } from '../core/redaction';

/** Attributes that hold a secret, by the type of their block. */
const SECRET_PLACES: { readonly [type: string]: readonly (readonly string[])[] } = {
  logfire: [['api_key'], ['custom_headers']],
  logfire_channel: [['config', 'auth_key'], ['config', 'routing_key'], ['config', 'url']],
  logfire_gateway_provider: [['api_key']],
};
/** The rendering of `SecretValue.unsafePlainText`. */
const MARKED_LITERAL = /\bsensitive\("(?:[^"\\$]|\\.|\$(?!\{)|\$\$\{)+"\)/;
const REMEDY = 'pass it at apply through SecretValue.fromVariable, or from a secret store through SecretValue.fromAttribute';

/**
 * Policy: the synthesized files must not contain secrets in plain text, and only sensitive outputs may contain credentials.
 *
 * It reports secrets with a known pattern (Logfire tokens, webhook addresses), literals in attributes for secrets (including
 * `SecretValue.unsafePlainText`), and defaults of sensitive variables. It also reports outputs that are not sensitive but contain a
 * credential, directly or through references, strings, locals and functions.
 *
 * @example
 * new NoPlaintextSecrets().applyTo(this);
 */
export class NoPlaintextSecrets extends LogfirePolicy {
  constructor() {
    super('NoPlaintextSecrets');
    checkCall('new NoPlaintextSecrets', arguments, this);
  }

  /** Reports secrets in a block that is about to be written. A finding says where the secret is, never what it is. */
  public check(subject: PolicySubject): void {
    checkCall('NoPlaintextSecrets#check', arguments, this);
    const found = new Set<string>();
    forEachText(subject._block, [], (text, path) => {
      const name = secretIn(text);
      if (name !== undefined) {
        found.add(path.join('.'));
        subject.report(`${path.join('.')} holds ${name} in plain text`, inHostLanguage(REMEDY));
      }
    });
    const isKnown = (path: string) => [...found].some((known) => known === path || known.endsWith(`.${path}`) || path.endsWith(`.${known}`));
    const reportLiteral = (isSecret: (text: string) => boolean) => (text: string, path: readonly string[]) => {
      const place = path.join('.');
      if (isSecret(text) && !isKnown(place)) {
        found.add(place);
        subject.report(`${place} holds a secret in plain text`, inHostLanguage(REMEDY));
      }
    };
    for (const place of SECRET_PLACES[subject.resourceType] ?? []) {
      const value = place.reduce<any>((inner, name) => inner?.[name], subject.attributes);
      forEachText(value, place, reportLiteral(isLiteral));
    }
    forEachText(subject._block, [], reportLiteral((text) => MARKED_LITERAL.test(text)));
    if (subject.kind === 'variable' && subject.attributes.sensitive === true && hasDefault(subject.attributes.default) && found.size === 0) {
      subject.report('the default of a sensitive variable is in plain text', 'omit the default, and pass the value at apply as TF_VAR_…');
    }
    if (subject.kind === 'output' && subject.attributes.sensitive !== true && subject._facts.carriesSecret(subject.attributes.value)) {
      subject.report('the output contains a credential or another secret but is not sensitive', inHostLanguage('create it with sensitive: true'));
    }
  }
}

function hasDefault(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

/** Visits each string in a value, and each name that is itself a secret. */
function forEachText(value: unknown, path: readonly string[], visit: (text: string, path: readonly string[]) => void): void {
  if (typeof value === 'string') {
    visit(value, path);
  } else if (value !== null && typeof value === 'object') {
    for (const [name, inner] of Object.entries(value)) {
      if (secretIn(name) !== undefined) {
        visit(name, path);
      }
      forEachText(inner, [...path, name], visit);
    }
  }
}

/** Whether a string is a literal: it refers to nothing. `${sensitive("…")}` hides a secret in the plan, but not in the file. */
function isLiteral(text: string): boolean {
  const start = text.search(/(?<!\$)\$\{/);
  if (start < 0) {
    return text !== '';
  }
  const unquoted = text.slice(start).replace(/"(?:[^"\\]|\\.)*"/g, (quoted) => /(?<!\$)\$\{/.test(quoted) ? 'a.reference' : '""');
  return !/[A-Za-z_][\w-]*\.[A-Za-z_]/.test(unquoted);
}

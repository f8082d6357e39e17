import { LogfirePolicy } from './policy';
import { PolicySubject } from './policy-subject';
import { secretIn } from './secret-patterns';

/** Attributes that hold a secret, whatever it looks like, by the type of their block. */
const SECRET_PLACES: { readonly [type: string]: readonly (readonly string[])[] } = {
  logfire: [['api_key'], ['custom_headers']],
  logfire_channel: [['config', 'auth_key'], ['config', 'routing_key'], ['config', 'url']],
  logfire_gateway_provider: [['api_key']],
};
/** `SecretValue.unsafePlainText`, wherever it was used. */
const MARKED_LITERAL = /\bsensitive\("(?:[^"\\$]|\\.|\$(?!\{)|\$\$\{)+"\)/;
const REMEDY = 'pass it at apply through SecretValue.fromVariable, or from a secret store through SecretValue.fromAttribute';

/**
 * No secret is written down: not one that is recognised by its form (tokens of Logfire, addresses of webhooks), not a literal where a
 * secret belongs (also `SecretValue.unsafePlainText`), not the default of a sensitive variable; and no output that is not sensitive
 * carries a token, through references, texts, locals and functions as well.
 */
export class NoPlaintextSecrets extends LogfirePolicy {
  constructor() {
    super('NoPlaintextSecrets');
  }

  /** Reports secrets in what is about to be written; a finding says where it is, never what it is. */
  public check(subject: PolicySubject): void {
    const found = new Set<string>();
    forEachText(subject._block, [], (text, path) => {
      const name = secretIn(text);
      if (name !== undefined) {
        found.add(path.join('.'));
        subject.report(`${path.join('.')} holds ${name} in plain text`, REMEDY);
      }
    });
    const isKnown = (path: string) => [...found].some((known) => known === path || known.endsWith(`.${path}`) || path.endsWith(`.${known}`));
    const reportLiteral = (isSecret: (text: string) => boolean) => (text: string, path: readonly string[]) => {
      const place = path.join('.');
      if (isSecret(text) && !isKnown(place)) {
        found.add(place);
        subject.report(`${place} holds a secret in plain text`, REMEDY);
      }
    };
    for (const place of SECRET_PLACES[subject.resourceType] ?? []) {
      const value = place.reduce<any>((inner, name) => inner?.[name], subject.attributes);
      forEachText(value, place, reportLiteral(isLiteral));
    }
    forEachText(subject._block, [], reportLiteral((text) => MARKED_LITERAL.test(text)));
    if (subject.kind === 'variable' && subject.attributes.sensitive === true && hasDefault(subject.attributes.default) && found.size === 0) {
      subject.report('the default of a sensitive variable is written in plain text', 'leave it out, and pass the value at apply as TF_VAR_…');
    }
    if (subject.kind === 'output' && subject.attributes.sensitive !== true && subject._facts.carriesSecret(subject.attributes.value)) {
      subject.report('the output carries a token or another secret and is not sensitive', 'create it with sensitive: true');
    }
  }
}

function hasDefault(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

/** Each text in a value, and each name: a value is not an object's, but its names may be a secret, too. */
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

/** Whether a text is known at synth: it refers to nothing. `${sensitive("…")}` hides a secret from the plan, not from the file. */
function isLiteral(text: string): boolean {
  const start = text.search(/(?<!\$)\$\{/);
  if (start < 0) {
    return text !== '';
  }
  const unquoted = text.slice(start).replace(/"(?:[^"\\]|\\.)*"/g, (quoted) => /(?<!\$)\$\{/.test(quoted) ? 'a.reference' : '""');
  return !/[A-Za-z_][\w-]*\.[A-Za-z_]/.test(unquoted);
}

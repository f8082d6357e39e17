import { LogfirePolicy } from './policy';
import { PolicySubject } from './policy-subject';
import { checkCall } from '../core/calls';
import { inHostLanguage } from '../core/host-language';
import { secretIn } from '../core/redaction';
import { hasDefault, StackValues } from '../core/stack-values';

/** Attributes that hold a secret, by the type of their block. */
const SECRET_PLACES: { readonly [type: string]: readonly (readonly string[])[] } = {
  logfire: [['api_key'], ['custom_headers']],
  logfire_channel: [['config', 'auth_key'], ['config', 'routing_key'], ['config', 'url']],
  logfire_gateway_provider: [['api_key']],
};
const REMEDY = 'pass it at apply through SecretValue.fromVariable, or from a secret store through SecretValue.fromAttribute';

/**
 * Policy: the synthesized files must not contain secrets in plain text, and only sensitive outputs may contain credentials.
 *
 * It reports secrets with a known pattern (Logfire tokens, webhook addresses), literals in attributes for secrets (including
 * `SecretValue.unsafePlainText`), however they are put together: by functions, locals, defaults of variables or overrides. It also reports
 * defaults of sensitive variables, secrets from variables that are not sensitive, and outputs that show a secret through `nonsensitive`.
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
    const values = subject._values;
    for (const place of SECRET_PLACES[subject.resourceType] ?? []) {
      const value = place.reduce<any>((inner, name) => inner?.[name], subject.attributes);
      forEachText(value, place, reportLiteral((text) => isLiteral(values, text)));
      forEachText(value, place, (text, path) => visibleVariables(values, text).forEach((variable) => {
        subject.report(`${path.join('.')} comes from ${variable}, which Terraform shows`, inHostLanguage('declare the variable with sensitive: true'));
      }));
    }
    forEachText(subject._block, [], reportLiteral((text) => values.hidesLiteral(text)));
    if (subject.kind === 'variable' && subject.attributes.sensitive === true && hasDefault(subject.attributes.default) && found.size === 0) {
      subject.report('the default of a sensitive variable is in plain text', 'omit the default, and pass the value at apply as TF_VAR_…');
    }
    // One that Terraform rejects itself is an error without policies, too.
    if (subject.kind === 'output' && subject.attributes.sensitive !== true
      && values.of(subject.attributes.value).sources().some(({ kind }) => kind === 'shown')) {
      subject.report('the output shows a credential or another secret', inHostLanguage('create it with sensitive: true, without nonsensitive'));
    }
  }
}

/** Whether a secret consists of nothing but what is written in the program, however it is put together. */
function isLiteral(values: StackValues, text: string): boolean {
  const sources = values.of(text).sources();
  return sources.some(({ kind, text: part }) => kind === 'literal' && part.trim() !== '') && sources.every(({ kind, text: part }) => (
    kind === 'literal' || (kind === 'secret' && !part.includes('.'))
  ));
}

/** Variables that a secret comes from and that are not sensitive, without those around which something hides them. */
function visibleVariables(values: StackValues, text: string): string[] {
  const sources = values.of(text).sources();
  const hidden = new Set(sources.filter(({ kind }) => kind === 'secret').map((source) => source.text));
  return hidden.has('sensitive') ? []
    : [...new Set(sources.filter(({ kind, text: address }) => kind === 'outside' && address.startsWith('var.') && !hidden.has(address)).map((source) => source.text))];
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

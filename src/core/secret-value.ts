import { TerraformVariable } from 'cdktf';
import { IConstruct } from 'constructs';
import { checkCall } from './calls';
import { fail } from './errors';
import { expression, plainText, quoted, stringOf } from './expression';
import { isUnresolved } from './unresolved';

/** Where a secret comes from. */
export enum SecretValueKind {
  /** A sensitive Terraform variable. */
  VARIABLE = 'variable',
  /** An attribute of another resource or data source. */
  ATTRIBUTE = 'attribute',
  /** A literal in the program. */
  PLAIN_TEXT = 'plain-text',
}

/**
 * A secret that you pass to Logfire: a key, a webhook URL or the value of a header.
 *
 * It has its own type so that you cannot write a secret down by accident. The secret never appears in an error, a log or a construct id,
 * and is marked as sensitive wherever it is rendered. Terraform's state still holds it in plain text: encrypt the backend.
 *
 * @example
 * const key = new TerraformVariable(this, 'LogfireApiKey', { type: 'string', sensitive: true });
 * new LogfireProvider(this, 'Logfire', { apiKey: SecretValue.fromVariable(key) });
 */
export class SecretValue {
  /**
   * The value of a Terraform variable, passed at apply as `TF_VAR_…`. This is the usual choice.
   *
   * @param variable a variable with `sensitive: true` and without a default, which would be written in plain text; fails with any other
   */
  public static fromVariable(variable: TerraformVariable): SecretValue {
    checkCall('SecretValue.fromVariable', arguments);
    if (variable.sensitive !== true) {
      fail(variable, 'secret-variable', 'variable must be sensitive, because it holds a secret; create it with sensitive: true');
    }
    if (variable.default !== undefined && variable.default !== null && variable.default !== '') {
      fail(variable, 'secret-variable', 'variable must not have a default, which is written in plain text; remove it, and pass the value at apply as TF_VAR_…');
    }
    return new SecretValue(SecretValueKind.VARIABLE, variable.stringValue);
  }

  /**
   * An attribute of another resource or data source, for example of a secret store.
   *
   * @param attribute a reference such as `secret.secretString`; a literal fails where the secret is used
   */
  public static fromAttribute(attribute: string): SecretValue {
    checkCall('SecretValue.fromAttribute', arguments);
    return new SecretValue(SecretValueKind.ATTRIBUTE, attribute);
  }

  /**
   * A literal secret, written in plain text to the synthesized file. Use it for emulators and throw-away keys only.
   *
   * @param text the secret; an empty or blank one fails where the secret is used
   */
  public static unsafePlainText(text: string): SecretValue {
    checkCall('SecretValue.unsafePlainText', arguments);
    return new SecretValue(SecretValueKind.PLAIN_TEXT, text);
  }

  /** Where the secret comes from. */
  public readonly kind: SecretValueKind;
  /** Private to JavaScript, not only to the compiler: no inspection, copy or serialization of a secret value shows it. */
  readonly #text: string;

  private constructor(kind: SecretValueKind, text: string) {
    this.kind = kind;
    this.#text = text;
  }

  /** Returns the kind, never the secret. */
  public toString(): string {
    return `SecretValue(${this.kind})`;
  }

  /**
   * The secret as a string for the consuming construct, marked as sensitive for Terraform.
   *
   * @internal
   */
  public _render(scope: IConstruct, prop: string): string {
    this._check(scope, prop);
    // An expression holds its text as a function, which no inspection calls.
    return stringOf(expression`sensitive(${isUnresolved(this.#text) ? quoted(this.#text) : plainText(() => this.#text)})`);
  }

  /**
   * The literal of a plain-text secret, for checks of its form. Undefined if it is known only at apply. Not a getter, which an inspection may call.
   *
   * @internal
   */
  public _literal(): string | undefined {
    return isUnresolved(this.#text) ? undefined : this.#text;
  }

  private _check(scope: IConstruct, prop: string): void {
    if (isUnresolved(this.#text)) {
      return;
    }
    if (this.kind === SecretValueKind.ATTRIBUTE) {
      fail(scope, 'literal-secret', `${prop} must be a reference to an attribute, got a literal through SecretValue.fromAttribute; pass a reference, or a sensitive variable through SecretValue.fromVariable`);
    }
    if (this.#text.trim() === '') {
      fail(scope, 'empty-secret', `${prop} must not be empty; leave it out, or pass the secret through SecretValue.fromVariable`);
    }
  }
}

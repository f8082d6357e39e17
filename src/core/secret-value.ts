import { Fn, TerraformVariable, Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { fail } from './errors';
import { expression, quoted, stringOf } from './expression';
import { isUnresolved } from './unresolved';

/**
 * A secret that is handed to Logfire: a key, a webhook URL, the value of a header.
 *
 * A type of its own, so that no secret is written down by accident. It never appears in an error, a log or a construct's id,
 * and is marked as sensitive wherever it is rendered. Terraform's state still holds it: encrypt the backend.
 */
export class SecretValue {
  /**
   * The value of a Terraform variable, given at apply (`TF_VAR_…`); the usual choice.
   *
   * @param variable a variable with `sensitive: true` and without a default, which would be written in plain text; any other is refused
   */
  public static fromVariable(variable: TerraformVariable): SecretValue {
    if (variable.sensitive !== true) {
      fail(variable, 'a variable that holds a secret must be sensitive; create it with sensitive: true');
    }
    if (variable.default !== undefined && variable.default !== null && variable.default !== '') {
      fail(variable, 'a variable that holds a secret must not have a default, which is written in plain text; leave it out, and pass the value at apply as TF_VAR_…');
    }
    return new SecretValue('variable', variable.stringValue);
  }

  /**
   * An attribute of another resource or data source, for example of a secret store.
   *
   * @param attribute a reference such as `secret.secretString`; a literal is refused where the secret is used
   */
  public static fromAttribute(attribute: string): SecretValue {
    return new SecretValue('attribute', attribute);
  }

  /**
   * A secret that stands in the program, and then in plain text in the synthesized file: for emulators and throw-away keys only.
   *
   * @param text the secret; an empty or blank one is refused where the secret is used
   */
  public static unsafePlainText(text: string): SecretValue {
    return new SecretValue('plain-text', text);
  }

  /** Where the secret comes from: `variable`, `attribute` or `plain-text`. */
  public readonly kind: string;
  private readonly text!: string;

  private constructor(kind: string, text: string) {
    this.kind = kind;
    // Not enumerable: a secret value that is logged or serialized shows its kind and nothing else.
    Object.defineProperty(this, 'text', { value: text, enumerable: false });
  }

  /** Tells the kind, never the secret. */
  public toString(): string {
    return `SecretValue(${this.kind})`;
  }

  /**
   * The secret as text for the consuming construct, marked as sensitive for Terraform.
   *
   * @internal
   */
  public _render(scope: IConstruct, prop: string): string {
    this._check(scope, prop);
    return isUnresolved(this.text) ? Token.asString(Fn.sensitive(this.text)) : stringOf(expression`sensitive(${quoted(this.text)})`);
  }

  /**
   * The literal of a plain-text secret, for checks of its form; undefined where it is known only to Terraform.
   *
   * @internal
   */
  public get _literal(): string | undefined {
    return isUnresolved(this.text) ? undefined : this.text;
  }

  private _check(scope: IConstruct, prop: string): void {
    if (isUnresolved(this.text)) {
      return;
    }
    if (this.kind === 'attribute') {
      fail(scope, `${prop} got a literal through SecretValue.fromAttribute; pass a reference to an attribute, or a sensitive variable through SecretValue.fromVariable`);
    }
    if (this.text.trim() === '') {
      fail(scope, `${prop} must not be empty; leave it out, or pass the secret through SecretValue.fromVariable`);
    }
  }
}

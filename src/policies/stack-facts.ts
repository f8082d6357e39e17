import { CREDENTIAL_TYPES } from '../tokens/credential-types';

const TYPES = [...CREDENTIAL_TYPES.keys()].join('|');
const TOKEN_REFERENCE = new RegExp(`\\b(?:${TYPES})\\.[\\w-]+(?:\\[[^\\]]*\\])?\\.token\\b`);
/** A token that CDKTF hands to another stack. The name of its output is made of the reference. */
const TOKEN_OF_OTHER_STACK = new RegExp(`cross-stack-output-(?:${TYPES})[\\w.-]*token\\b`);
/** Marks a secret of this library, even with `nonsensitive` around it. */
const SENSITIVE = /\bsensitive\(/;
/** The region in the text of a token, which is not secret. */
const REGION = /nonsensitive\(split\("_", [^"]*?\)\[2\]\)/g;
const INDIRECT = /\b(local|var|terraform_data)\.([\w-]+)/g;

/** Facts about a whole stack that decide whether an expression contains a credential. */
export class StackFacts {
  private readonly texts = new Map<string, string>();
  private readonly secretVariables = new Set<string>();
  private readonly carrying = new Map<string, boolean>();

  /** Collects facts from a Terraform block that is about to be written. */
  public learn(block: { [name: string]: any }): void {
    for (const [name, value] of Object.entries(block.locals ?? {})) {
      this.texts.set(`local.${name}`, textOf(value));
    }
    for (const [name, { input }] of Object.entries<any>(block.resource?.terraform_data ?? {})) {
      this.texts.set(`terraform_data.${name}`, textOf(input));
    }
    for (const [name, { sensitive }] of Object.entries<any>(block.variable ?? {})) {
      if (sensitive === true) {
        this.secretVariables.add(`var.${name}`);
      }
    }
  }

  /** Whether a value contains a credential or another secret: directly, in a string or function, or through a local or `terraform_data`. */
  public carriesSecret(value: unknown): boolean {
    const text = textOf(value).replace(REGION, '');
    return TOKEN_REFERENCE.test(text) || TOKEN_OF_OTHER_STACK.test(text) || SENSITIVE.test(text)
      || [...text.matchAll(INDIRECT)].some(([reference]) => this.isSecret(reference));
  }

  private isSecret(reference: string): boolean {
    const known = this.carrying.get(reference);
    if (known !== undefined) {
      return known;
    }
    // Terraform rejects cycles, but without this the recursion would not end.
    this.carrying.set(reference, false);
    const text = this.texts.get(reference);
    const secret = this.secretVariables.has(reference) || (text !== undefined && this.carriesSecret(text));
    this.carrying.set(reference, secret);
    return secret;
  }
}

/** All strings of a value, with their quotes as in Terraform. */
function textOf(value: unknown): string {
  if (typeof value === 'string') {
    return value;
  }
  return value !== null && typeof value === 'object' ? Object.values(value).map(textOf).join('\n') : '';
}

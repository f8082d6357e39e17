const TOKEN_REFERENCE = /\blogfire_(?:write_token|read_token|api_key|gateway_api_key|frontend_application_token)\.[\w-]+(?:\[[^\]]*\])?\.token\b/;
/** A token that CDKTF hands to another stack; the name of its output is made of the reference. */
const TOKEN_OF_OTHER_STACK = /cross-stack-output-logfire_(?:write_token|read_token|api_key|gateway_api_key|frontend_application_token)[\w.-]*token\b/;
/** What this library marks as secret; `nonsensitive` around it does not make it less so. */
const SENSITIVE = /\bsensitive\(/;
/** The region in a token's own text, which is no secret. */
const REGION = /nonsensitive\(split\("_", [^"]*?\)\[2\]\)/g;
const INDIRECT = /\b(local|var|terraform_data)\.([\w-]+)/g;

/** What is known of a whole stack that decides whether an expression carries a token. */
export class StackFacts {
  private readonly texts = new Map<string, string>();
  private readonly secretVariables = new Set<string>();
  private readonly carrying = new Map<string, boolean>();

  /** Learns from a block of Terraform that is about to be written. */
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

  /** Whether a token or another secret is in a value: directly, in a text or a function around it, or through a local or `terraform_data`. */
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
    // Terraform refuses circles; without this they would not end here.
    this.carrying.set(reference, false);
    const text = this.texts.get(reference);
    const secret = this.secretVariables.has(reference) || (text !== undefined && this.carriesSecret(text));
    this.carrying.set(reference, secret);
    return secret;
  }
}

/** All texts of a value with their quotes as they stand in Terraform. */
function textOf(value: unknown): string {
  if (typeof value === 'string') {
    return value;
  }
  return value !== null && typeof value === 'object' ? Object.values(value).map(textOf).join('\n') : '';
}

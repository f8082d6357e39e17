import { IConstruct } from 'constructs';
import { redacted } from './secret-patterns';
import type { StackFacts } from './stack-facts';

/** What a subject is made from. */
interface SubjectParts {
  readonly construct: IConstruct;
  readonly element: IConstruct;
  readonly kind: string;
  readonly resourceType: string;
  readonly attributes: { [name: string]: any };
  readonly block: { [name: string]: any };
  readonly facts: StackFacts;
}

/** What a policy looks at: one block of Terraform, as it is about to be written. */
export class PolicySubject {
  /** @internal */
  public static _of(parts: SubjectParts, onReport: (message: string) => void): PolicySubject {
    return new PolicySubject(parts, onReport);
  }

  /** The construct that a user made: the one around a binding, or the binding itself where it stands alone. */
  public readonly construct: IConstruct;
  /** `resource`, `data`, `provider`, `output`, `variable`, `locals` or another name of a Terraform block. */
  public readonly kind: string;
  /** The type of a resource, data source or provider, such as `logfire_alert`; empty for all others. */
  public readonly resourceType: string;
  /** The attributes by their names in Terraform, such as `expires_at`; what only Terraform knows is an expression `${…}`. */
  public readonly attributes: { [name: string]: any };

  /** @internal */
  public readonly _element: IConstruct;
  /** @internal */
  public readonly _block: { [name: string]: any };
  /** @internal */
  public readonly _facts: StackFacts;

  private constructor(parts: SubjectParts, private readonly onReport: (message: string) => void) {
    this.construct = parts.construct;
    this.kind = parts.kind;
    this.resourceType = parts.resourceType;
    this.attributes = parts.attributes;
    this._element = parts.element;
    this._block = parts.block;
    this._facts = parts.facts;
  }

  /**
   * Reports something wrong. The path of the construct and the name of the rule are added, and what looks like a secret is left out.
   *
   * @param message what is wrong, in lower case
   * @param remedy what to do
   */
  public report(message: string, remedy: string): void {
    this.onReport(redacted(`${message}; ${remedy}`));
  }
}

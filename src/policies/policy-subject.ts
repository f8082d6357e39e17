import { IConstruct } from 'constructs';
import { checkCall } from '../core/calls';
import { checkNotBlank } from '../core/checks';
import { redacted } from '../core/redaction';
import type { StackValues } from '../core/stack-values';

/** The parts of a subject. */
interface SubjectParts {
  readonly construct: IConstruct;
  readonly element: IConstruct;
  readonly kind: string;
  readonly resourceType: string;
  readonly attributes: { [name: string]: any };
  readonly block: { [name: string]: any };
  readonly values: StackValues;
}

/** The subject of a policy check: one Terraform block that is about to be written. */
export class PolicySubject {
  /** @internal */
  public static _of(parts: SubjectParts, onReport: (message: string) => void): PolicySubject {
    return new PolicySubject(parts, onReport);
  }

  /** The construct in your program: the one around a binding, or the binding itself if it has no construct around it. */
  public readonly construct: IConstruct;
  /** Kind of the block: `resource`, `data`, `provider`, `output`, `variable`, `locals` or another Terraform block. */
  public readonly kind: string;
  /** Type of a resource, data source or provider, such as `logfire_alert`. Empty for other kinds. */
  public readonly resourceType: string;
  /** The attributes by their names in Terraform, such as `expires_at`. A value that is known only at apply is an expression `${…}`. */
  public readonly attributes: { [name: string]: any };

  /** @internal */
  public readonly _element: IConstruct;
  /** @internal */
  public readonly _block: { [name: string]: any };
  /** @internal */
  public readonly _values: StackValues;

  private constructor(parts: SubjectParts, private readonly onReport: (message: string) => void) {
    this.construct = parts.construct;
    this.kind = parts.kind;
    this.resourceType = parts.resourceType;
    this.attributes = parts.attributes;
    this._element = parts.element;
    this._block = parts.block;
    this._values = parts.values;
  }

  /**
   * Reports a finding.
   *
   * The report adds the construct path and the rule, and removes anything that looks like a secret.
   *
   * @param message the problem, in lower case
   * @param remedy the way to fix it, in lower case
   */
  public report(message: string, remedy: string): void {
    checkCall('PolicySubject#report', arguments, this);
    checkNotBlank(this.construct, 'message', message, 'say what is wrong');
    checkNotBlank(this.construct, 'remedy', remedy, 'say what to do');
    this.onReport(redacted(`${message}; ${remedy}`));
  }
}

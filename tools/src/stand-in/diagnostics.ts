import type { Step } from './paths';

/** What Terraform prints as "Error: ..." or "Warning: ...". */
export interface Diagnostic {
  readonly severity: 'ERROR' | 'WARNING';
  readonly summary: string;
  readonly detail: string;
  readonly attribute?: { readonly steps: readonly Step[] };
}

/** An error, at an attribute when `steps` are given. */
export function error(summary: string, detail: string, steps?: readonly Step[]): Diagnostic {
  return { severity: 'ERROR', summary, detail, ...(steps?.length ? { attribute: { steps } } : {}) };
}

/** A warning. */
export function warning(summary: string, detail: string): Diagnostic {
  return { severity: 'WARNING', summary, detail };
}

/** Whether one of the findings is an error. */
export function failed(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'ERROR');
}

/** A refusal in the middle of an operation; the handler turns it into a diagnostic. */
export class Refusal extends Error {
  constructor(public readonly summary: string, detail: string, public readonly steps?: readonly Step[]) {
    super(detail);
  }

  public get diagnostic(): Diagnostic {
    return error(this.summary, this.message, this.steps);
  }
}

/** An answer of Logfire with a status that is not 2xx. */
export class ApiError extends Refusal {
  constructor(public readonly status: number, body: string) {
    super('Logfire API error', `API error (status ${status}): ${body}`);
  }
}

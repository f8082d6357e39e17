/** What is wrong with a file, and where. */
export interface Finding {
  /** The file, as the user named it. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
  /** An error cannot run or is rejected by Logfire; a warning does not do what it says. */
  readonly severity: 'error' | 'warning';
  /** Id of the rule, such as `Q3`, or `sql-from` for an error that cannot be accepted. The troubleshooting page has an entry for it. */
  readonly rule?: string;
  /** What is wrong and what to do. */
  readonly message: string;
}

/** A place in a text, counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where a character of a text is. */
export function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

/** The character at a place of a text. */
export function offsetOf(text: string, { line, column }: Place): number {
  const lines = text.split('\n').slice(0, line - 1);
  return Math.min(lines.reduce((sum, { length }) => sum + length + 1, 0) + column - 1, text.length);
}

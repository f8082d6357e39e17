/** What the process ends with. */
export const EXIT = {
  OK: 0,
  /** There are findings, or an expectation failed. */
  FINDINGS: 1,
  /** Wrong usage or bad input. */
  USAGE: 2,
} as const;

/** A problem that the user can mend: one sentence with a remedy, and no stack trace. */
export class ToolError extends Error {
  /**
   * @param message what is wrong, in one sentence
   * @param remedy what to do about it, without a full stop
   * @param exitCode what the process ends with
   */
  constructor(message: string, public readonly remedy: string, public readonly exitCode: number = EXIT.USAGE) {
    super(`${message}; ${remedy}`);
    this.name = 'ToolError';
  }
}

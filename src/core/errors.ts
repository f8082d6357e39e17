import { IConstruct } from 'constructs';

/** A value that the library cannot accept. jsii cannot export error classes, so it is recognised by its name. */
class LogfireError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'LogfireError';
  }
}

/**
 * Refuses a value at the user's line.
 *
 * @param scope the construct that was given the value; its path begins the text
 * @param message what was given, what is allowed and what to do, in lower case and without the path
 */
export function fail(scope: IConstruct, message: string): never {
  throw new LogfireError(`${scope.node.path}: ${message}`);
}

/** Refuses a value where no construct is known yet. */
export function failWithoutPath(message: string): never {
  throw new LogfireError(message);
}

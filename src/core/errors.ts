import { AnnotationMetadataEntryType, Annotations } from 'cdktf';
import { IConstruct } from 'constructs';
import { inHostLanguage } from './host-language';
import { redacted } from './redaction';

const LOGFIRE_ERROR = 'LogfireError';

/** A value that the library cannot accept. jsii cannot export error classes, so callers recognize it by its name. */
class LogfireError extends Error {
  constructor(message: string) {
    super(message);
    this.name = LOGFIRE_ERROR;
  }
}

/**
 * Rejects a value at the user's line.
 *
 * @param scope the construct that was given the value; its path begins the text
 * @param message `<prop> must …, got …; <what to do>`, without the path
 */
export function fail(scope: IConstruct, message: string): never {
  // The path of an app is empty.
  throw new LogfireError(told(scope.node.path || 'the app', message));
}

/** Rejects a value before its construct exists, or in a call of something else: the place, a path or the name of what is called, begins the text. */
export function failAt(place: string, message: string): never {
  throw new LogfireError(`${redacted(place)}: ${inHostLanguage(redacted(message))}`);
}

/** Rejects a value where no construct is known yet. */
export function failWithoutPath(message: string): never {
  throw new LogfireError(inHostLanguage(redacted(message)));
}

/** What a check rejects, without the path of its construct. Undefined if it passes. */
export function problemOf(scope: IConstruct, check: () => void): string | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== LOGFIRE_ERROR) {
      throw error;
    }
    const path = told(scope.node.path, '');
    return error.message.startsWith(path) ? error.message.slice(path.length) : error.message;
  }
}

/**
 * Warns about something that is legal and probably not intended, once for each text. Synthesis continues.
 *
 * @param scope the construct that was given the value; its path begins the text
 * @param message the prop, what is wrong with it and what to do, without the path
 */
export function warn(scope: IConstruct, message: string): void {
  const text = inHostLanguage(redacted(message));
  // An app is validated several times, and may be synthesized twice.
  if (!scope.node.metadata.some(({ type, data }) => type === AnnotationMetadataEntryType.WARN && data === text)) {
    Annotations.of(scope).addWarning(text);
  }
}

/** A text about a construct, as errors and reports tell it: in the words of the program's language, and without what looks like a secret. */
export function told(path: string, message: string, spelled = inHostLanguage): string {
  return `${redacted(path)}: ${spelled(redacted(message))}`;
}

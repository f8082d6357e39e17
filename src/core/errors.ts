import { AnnotationMetadataEntryType, Annotations } from 'cdktf';
import { IConstruct } from 'constructs';
import type { ErrorId } from './error-ids';
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
 * @param id the rule; its mark ends the text
 * @param message `<prop> must …, got …; <what to do>`, without the path
 */
export function fail(scope: IConstruct, id: ErrorId, message: string): never {
  // The path of an app is empty.
  throw new LogfireError(told(scope.node.path || 'the app', id, message));
}

/** Rejects a value before its construct exists, or in a call of something else: the place, a path or the name of what is called, begins the text. */
export function failAt(place: string, id: ErrorId, message: string): never {
  throw new LogfireError(told(place, id, message));
}

/** Rejects a value where no construct is known yet. */
export function failWithoutPath(id: ErrorId, message: string): never {
  throw new LogfireError(`${inHostLanguage(redacted(message))}${mark(id)}`);
}

/** What a check rejects. */
export interface Rejected {
  readonly id: ErrorId;
  /** Without the path of its construct. */
  readonly message: string;
}

/** What a check rejects. Undefined if it passes. */
export function problemOf(scope: IConstruct, check: () => void): Rejected | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== LOGFIRE_ERROR) {
      throw error;
    }
    const { text, rule } = withoutMark(error.message);
    const path = `${redacted(scope.node.path)}: `;
    return { id: rule as ErrorId, message: text.startsWith(path) ? text.slice(path.length) : text };
  }
}

/**
 * Warns about something that is legal and probably not intended, once for each text. Synthesis continues.
 *
 * @param scope the construct that was given the value; its path begins the text
 * @param id the rule; its mark ends the text
 * @param message the prop, what is wrong with it and what to do, without the path
 */
export function warn(scope: IConstruct, id: ErrorId, message: string): void {
  const text = `${inHostLanguage(redacted(message))}${mark(id)}`;
  // An app is validated several times, and may be synthesized twice.
  if (!scope.node.metadata.some(({ type, data }) => type === AnnotationMetadataEntryType.WARN && data === text)) {
    Annotations.of(scope).addWarning(text);
  }
}

/** A policy that the program defines itself, by its name: the library has no entry about it. */
export interface OwnPolicy {
  readonly policy: string;
}

/** What ends a text, and leads to its entry in the troubleshooting page. */
export function mark(id: ErrorId | OwnPolicy): string {
  return typeof id === 'string' ? ` [logfire:${id}]` : ` [policy:${redacted(id.policy)}]`;
}

/** A text without its mark, and the rule in it. Other texts, such as those of other libraries, have none. */
export function withoutMark(text: string): { readonly text: string; readonly rule: string } {
  const [, before = text, rule = ''] = /^([\s\S]*) \[(?:logfire|policy):([^\]]+)\]$/.exec(text) ?? [];
  return { text: before, rule };
}

/** A text about a construct, as errors and reports tell it: in the words of the program's language, and without what looks like a secret. */
export function told(path: string, id: ErrorId | OwnPolicy, message: string, spelled = inHostLanguage): string {
  return `${redacted(path)}: ${spelled(redacted(message))}${mark(id)}`;
}

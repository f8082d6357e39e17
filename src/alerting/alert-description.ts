import { IConstruct } from 'constructs';
import { AlertSeverity } from './alert-severity';
import { fail } from '../core/errors';
import { isUnresolved } from '../core/unresolved';

/** What a notification says besides its rows. */
export interface DescriptionParts {
  readonly description?: string;
  readonly severity?: AlertSeverity;
  readonly runbook?: string;
}

/**
 * The description, and below it a line each for severity and runbook: Logfire has no fields for them.
 *
 * The order is fixed, and what is not there leaves no trace; undefined when nothing is there.
 */
export function composeDescription(scope: IConstruct, { description, severity, runbook }: DescriptionParts): string | undefined {
  if (runbook !== undefined && !isUnresolved(runbook) && !/^https?:\/\/\S+$/.test(runbook)) {
    fail(scope, `runbook must be an address that begins with https:// or http:// and has no blanks, got ${JSON.stringify(runbook)}; put other texts into description`);
  }
  const lines = [
    ...severity === undefined ? [] : [`Severity: ${severity}`],
    ...runbook === undefined ? [] : [`Runbook: ${runbook}`],
  ];
  const paragraphs = [description?.trim() ?? '', lines.join('\n')].filter((paragraph) => paragraph !== '');
  return paragraphs.length === 0 ? undefined : paragraphs.join('\n\n');
}

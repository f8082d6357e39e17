import { Linted, Report } from './rule';

/** Above this size, a dashboard loads slowly and its plan is unreadable. Logfire documents no limit. */
const LARGE_BYTES = 256 * 1024;

/** D12: a very large document. */
export function size({ text }: Linted, report: Report): void {
  // A character has at most three bytes.
  const bytes = text.length * 3 <= LARGE_BYTES ? 0 : Buffer.byteLength(text, 'utf8');
  if (bytes > LARGE_BYTES) {
    report('D12', `the document has ${Math.ceil(bytes / 1024)} KiB, more than ${LARGE_BYTES / 1024} KiB; split it into several dashboards`);
  }
}

import { Linted, Report } from './rule';

/** From here on a dashboard is slow to load, and a plan that shows it unreadable. Logfire names no limit. */
const LARGE_BYTES = 256 * 1024;

/** D12: a very large document. */
export function size({ text }: Linted, report: Report): void {
  const bytes = Buffer.byteLength(text, 'utf8');
  if (bytes > LARGE_BYTES) {
    report('D12', `the document has ${Math.ceil(bytes / 1024)} KiB, above ${LARGE_BYTES / 1024}; split it into several dashboards`);
  }
}

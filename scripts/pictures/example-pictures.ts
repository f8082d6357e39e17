import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { mustRun, ROOT } from '../run';
import { linkSelf } from '../self-link';

/** A picture of what an example creates, for the gallery of the site. */
export interface ExamplePicture {
  readonly example: string;
  readonly file: string;
  readonly alt: string;
  /** The dashboard that is drawn; without one, the review page of the example is photographed. */
  readonly dashboard?: string;
  /** What the photograph of a review page begins with: the id of an item. */
  readonly anchor?: string;
}

export const EXAMPLE_PICTURES: readonly ExamplePicture[] = [
  photograph('quickstart', 'The review page of the quickstart: a project, and a write token with its expiration'),
  photograph('alerts', 'The review page of two alerts: what they look for, how often, and who is notified at which hours', 'alerts/FailedCheckouts'),
  drawing('dashboard-from-file', 'Shop traffic', 'The grid of a dashboard that is read from a file'),
  photograph('gateway', 'The review page of a gateway key: its limits, and the providers behind the gateway', 'gateway/Chat'),
  drawing('monitoring', 'Overview', 'The grid of the overview: a row of panels for each of the four subjects'),
  drawing('monitoring', 'Checkout', 'The grid of the dashboard of a service: a summary, details and errors'),
  { example: 'review', file: 'docs/pictures/review.png', alt: 'A page with a search field, a table of contents, and alerts with the hours in which each channel is notified' },
  photograph('slos', 'The review page of an SLO: its target, the error budget, and who is notified at which burn rate', 'slos/Availability'),
];

/** Those that are photographs of a review page and have no other place. */
export const PHOTOGRAPHS = EXAMPLE_PICTURES.filter(({ example, dashboard }) => dashboard === undefined && example !== 'review');
export const DRAWINGS = EXAMPLE_PICTURES.filter(({ dashboard }) => dashboard !== undefined);

function photograph(example: string, alt: string, anchor?: string): ExamplePicture {
  return { example, file: `docs/pictures/example-${example}.png`, alt, anchor };
}

function drawing(example: string, dashboard: string, alt: string): ExamplePicture {
  return { example, file: `docs/pictures/example-${example}-${dashboard.toLowerCase().replaceAll(' ', '-')}.svg`, alt, dashboard };
}

/** Where the hash of the page stands that a photograph shows. */
export function sourceOfPhotograph(file: string): string {
  return file.replace(/\.png$/, '.sha256');
}

/** Synthesizes an example together with its review page, and has something done with the output. */
export async function withExample<T>(example: string, use: (outdir: string) => Promise<T>): Promise<T> {
  linkSelf();
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-example-'));
  try {
    await mustRun('ts-node', ['--transpile-only', '-r', path.join(ROOT, 'scripts', 'demo', 'with-review.ts'), 'main.ts'], {
      cwd: path.join(ROOT, 'examples', 'typescript', example),
      env: { CDKTF_OUTDIR: outdir },
    });
    return await use(outdir);
  } finally {
    fs.rmSync(outdir, { recursive: true });
  }
}

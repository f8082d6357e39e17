import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { writeChangesPage } from './changes-page';
import { launch } from '../../test/browser/chromium';
import { mustRun, ROOT } from '../run';
import { linkSelf } from '../self-link';

/** A picture of the review page in its guide, and what it is a picture of. Pictures differ between machines, pages do not. */
interface ReviewPicture {
  readonly picture: string;
  readonly source: string;
  /** A part with much to see. */
  readonly anchor: string;
  /** The page, made from that of the example. */
  readonly page: (example: string) => string;
}

export const REVIEW_PICTURES: readonly ReviewPicture[] = [
  { picture: 'docs/pictures/review.png', source: 'docs/pictures/review.sha256', anchor: 'review/FailedCheckouts', page: (example) => example },
  { picture: 'docs/pictures/review-changes.png', source: 'docs/pictures/review-changes.sha256', anchor: 'changes', page: writeChangesPage },
];

/** Writes the page of the review example, and has something done with it. */
export async function withReviewPage<T>(use: (file: string) => Promise<T>): Promise<T> {
  linkSelf();
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-review-'));
  try {
    await mustRun('ts-node', ['--transpile-only', 'main.ts'], { cwd: path.join(ROOT, 'examples', 'typescript', 'review'), env: { CDKTF_OUTDIR: outdir } });
    return await use(path.join(outdir, 'logfire-review.html'));
  } finally {
    fs.rmSync(outdir, { recursive: true });
  }
}

/** By what a changed page is known. */
export function sourceOf(page: string): string {
  return `${createHash('sha256').update(fs.readFileSync(page)).digest('hex')}\n`;
}

/** Takes a picture in a real browser: from the item with the id on, or from the top. */
export async function takePicture({ picture, anchor }: { readonly picture: string; readonly anchor?: string }, page: string): Promise<void> {
  const browser = await launch();
  try {
    const opened = await browser.newPage({ viewport: { width: 1180, height: 1080 }, colorScheme: 'light' });
    await opened.goto(`file://${page}`);
    // The address of an item would draw a frame around it.
    await opened.evaluate(`document.getElementById('${anchor ?? ''}')?.scrollIntoView()`);
    await opened.screenshot({ path: path.join(ROOT, picture) });
  } finally {
    await browser.close();
  }
}

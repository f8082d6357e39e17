/** `npm run docs:pictures`: draws the dashboards of the guides and takes the picture of the review page, after a compilation. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { pictures } from './pictures/pictures';
import { REVIEW_PICTURE, REVIEW_SOURCE, sourceOf, takePicture, withReviewPage } from './pictures/review-picture';
import { ROOT } from './run';

async function main(): Promise<void> {
  for (const { file, text } of await pictures()) {
    write(file, text);
  }
  await withReviewPage(async (page) => {
    await takePicture(page);
    write(REVIEW_SOURCE, sourceOf(page));
    console.log(REVIEW_PICTURE);
  });
}

function write(file: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(ROOT, file)), { recursive: true });
  fs.writeFileSync(path.join(ROOT, file), text);
  console.log(file);
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

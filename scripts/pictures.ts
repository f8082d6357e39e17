/** `npm run docs:pictures`: draws the dashboards of guides and examples, and takes the pictures of review pages, after a compilation. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { PHOTOGRAPHS, sourceOfPhotograph, withExample } from './pictures/example-pictures';
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
  for (const { example, file, anchor } of PHOTOGRAPHS) {
    await withExample(example, async (outdir) => {
      const page = path.join(outdir, 'logfire-review.html');
      await takePicture(page, file, anchor ?? '');
      write(sourceOfPhotograph(file), sourceOf(page));
      console.log(file);
    });
  }
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

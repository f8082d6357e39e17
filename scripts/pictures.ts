/** `npm run docs:pictures`: draws the dashboards of guides and examples, and takes the pictures of review pages, after a compilation. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { PHOTOGRAPHS, sourceOfPhotograph, withExample } from './pictures/example-pictures';
import { pictures } from './pictures/pictures';
import { REVIEW_PICTURES, sourceOf, takePicture, withReviewPage } from './pictures/review-picture';
import { ROOT } from './run';

async function main(): Promise<void> {
  for (const { file, text } of await pictures()) {
    write(file, text);
  }
  await withReviewPage(async (example) => {
    for (const picture of REVIEW_PICTURES) {
      const page = picture.page(example);
      await takePicture(picture, page);
      write(picture.source, sourceOf(page));
      console.log(picture.picture);
    }
  });
  for (const { example, file, anchor } of PHOTOGRAPHS) {
    await withExample(example, async (outdir) => {
      const page = path.join(outdir, 'logfire-review.html');
      await takePicture({ picture: file, anchor }, page);
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

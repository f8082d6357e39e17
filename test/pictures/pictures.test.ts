import * as fs from 'node:fs';
import * as path from 'node:path';
import { EXAMPLE_PICTURES, PHOTOGRAPHS, sourceOfPhotograph, withExample } from '../../scripts/pictures/example-pictures';
import { pictures } from '../../scripts/pictures/pictures';
import { REVIEW_PICTURES, sourceOf, withReviewPage } from '../../scripts/pictures/review-picture';
import { ROOT } from '../../scripts/run';

jest.setTimeout(180_000);

test('the pictures of the guides are what `npm run docs:pictures` draws', async () => {
  const drawn = await pictures();
  const ofReviews = REVIEW_PICTURES.flatMap(({ picture: file, source }) => [file, source]);
  const ofExamples = PHOTOGRAPHS.flatMap(({ file }) => [file, sourceOfPhotograph(file)]);
  const files = [...drawn.map(({ file }) => file), ...ofReviews, ...ofExamples];
  expect(files.map((file) => path.basename(file)).sort()).toEqual(fs.readdirSync(path.join(ROOT, 'docs', 'pictures')).sort());
  for (const { file, text: svg } of drawn) {
    expect(fs.readFileSync(path.join(ROOT, file), 'utf8')).toBe(svg);
  }
});

test('the review pages are those in their pictures: otherwise look at them, and run `npm run docs:pictures`', async () => {
  const sources = await withReviewPage(async (example) => REVIEW_PICTURES.map(({ page }) => sourceOf(page(example))));
  expect(sources).toEqual(REVIEW_PICTURES.map(({ source }) => fs.readFileSync(path.join(ROOT, source), 'utf8')));
});

test.each(PHOTOGRAPHS)('the page of the example $example is the one in its picture: look at it, and run `npm run docs:pictures`', async ({ example, file }) => {
  const source = await withExample(example, async (outdir) => sourceOf(path.join(outdir, 'logfire-review.html')));
  expect(source).toBe(fs.readFileSync(path.join(ROOT, sourceOfPhotograph(file)), 'utf8'));
});

test('each picture is of an example that is there, and says what it shows', () => {
  const examples = fs.readdirSync(path.join(ROOT, 'examples', 'typescript'));
  expect(EXAMPLE_PICTURES.filter(({ example, alt }) => !examples.includes(example) || alt === '')).toEqual([]);
});

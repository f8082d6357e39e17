import * as fs from 'node:fs';
import * as path from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { EXAMPLE_PICTURES, PHOTOGRAPHS, sourceOfPhotograph, withExample } from '../../scripts/pictures/example-pictures';
import { pictures } from '../../scripts/pictures/pictures';
import { REVIEW_PICTURES, sourceOf, withReviewPage } from '../../scripts/pictures/review-picture';
import { ROOT } from '../../scripts/run';
import { dashboardPicture } from '../../src/dashboards/dashboard-picture';
import { drawnDashboard } from '../../src/dashboards/drawn-dashboard';
import { document, Json, panel, rendered } from '../dashboards/documents';
import { definitionOf, text } from '../dashboards/panels';
import { cleanUp } from '../synth';

jest.setTimeout(180_000);
afterEach(cleanUp);

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

const pictureOf = (given: unknown) => dashboardPicture(drawnDashboard(given));

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

/** The texts in a picture, as a reader of XML sees them. */
function textsIn(svg: string): string[] {
  expect(XMLValidator.validate(svg)).toBe(true);
  const found = new XMLParser({ ignoreAttributes: false, htmlEntities: true, isArray: (name) => name === 'text', textNodeName: 'words', alwaysCreateTextNode: true }).parse(svg);
  return [found.svg.title, ...found.svg.text].map((element: { words: unknown }) => String(element.words));
}

function picture(title: string, kind = 'Table', display: Json = { title: 'All' }): string {
  const given = document({ p: panel(title, [], { kind, spec: {} }) });
  given.spec.layouts[0].spec.display = display;
  return pictureOf(given);
}

describe('a picture', () => {
  test('shows sections and panels, with title, kind and size', () => {
    const panels = [text('first', { width: 12, height: 2 }), text('second', { width: 3, height: 1, x: 21, y: 5 })];
    const svg = pictureOf(rendered(definitionOf(panels, { displayName: 'Shop' }, { collapsed: true })));
    expect(textsIn(svg)).toEqual(['Dashboard Shop', '▸ All (collapsed)', 'first', 'Markdown, 12 × 2', 'second']);
    expect(svg).toContain('<rect class="panel" x="16" y="50" width="452" height="40" rx="6"/>');
    expect(svg).toContain(`<rect class="panel" x="${16 + 21 * 38}" y="${50 + 5 * 22}" width="110" height="18" rx="6"/>`);
    expect(svg).toContain('prefers-color-scheme:dark');
  });

  test.each(['</text><script>alert(1)</script>', '"><a href="x">', "a & b 'c' <!-- d -->", ']]>', '<![CDATA[x'])('shows the markup %j as text', (markup) => {
    const svg = picture(markup, markup, { title: markup, collapse: { open: true } });
    expect(textsIn(svg)).toEqual(['Dashboard Traffic', `▾ ${markup}`, markup, `${markup}, 24 × 6`]);
    expect(svg).not.toMatch(/<script|<a |<!--|CDATA\[x\]/);
    expect(svg.match(/<text/g)).toHaveLength(3);
  });

  test('has no character that XML cannot have, and no line break', () => {
    expect(textsIn(picture('a\u0000b\n\tc\ud83d\uffffd 😀'))).toContain('a b c d 😀');
  });

  test('ends a title in its panel', () => {
    expect(textsIn(picture('x'.repeat(500)))[2]).toMatch(/^x{100,130}…$/);
  });

  test('is the same for the same document, and draws nothing that has no size', () => {
    const odd = document();
    odd.spec.layouts[0].spec.items = [{ x: '${var.x}', y: 0, width: 1, height: 1 }, 5];
    expect(textsIn(pictureOf(odd))).toEqual(['Dashboard Traffic', '▾ All']);
    expect(pictureOf(document())).toBe(pictureOf(JSON.parse(JSON.stringify(document()))));
    expect(textsIn(pictureOf({ kind: 'Dashboard' }).replace('</svg>', '<text>x</text></svg>'))).toEqual(['Dashboard', 'x']);
  });
});

import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { addressOf, placeOf } from '../../scripts/site/addresses';
import { brokenLinks } from '../../scripts/site/check-links';
import { rewriteLinks } from '../../scripts/site/links';

const GITHUB = 'https://github.com/cdktf-logfire/cdktf-logfire';
const PLACES = new Set(['', 'tokens', 'queries', 'decisions', 'decisions/policies', 'tools', 'examples', 'examples/slos', 'contributing']);
const rewrite = (target: string, file = 'docs/tokens.md') => rewriteLinks(`[x](${target})`, file, PLACES).slice('[x]('.length, -1);

test.each([
  ['README.md', ''], ['docs/tokens.md', 'tokens'], ['docs/python/tokens.md', 'tokens'], ['docs/go/README.md', ''], ['docs/decisions/README.md', 'decisions'],
  ['docs/decisions/policies.md', 'decisions/policies'], ['docs/releases/0.1.0.md', 'releases/0.1.0'], ['examples/python/slos', 'examples/slos'],
  ['examples/typescript/slos/README.md', 'examples/slos'], ['tools/README.md', 'tools'], ['src/index.ts', undefined],
])('%s has the place %p', (file, place) => {
  expect(placeOf(file)).toBe(place);
});

describe('a link', () => {
  test.each([
    ['queries.md', '/cdktf-logfire/queries/'],
    ['queries.md#filters', '/cdktf-logfire/queries/#filters'],
    ['decisions/policies.md', '/cdktf-logfire/decisions/policies/'],
    ['../CONTRIBUTING.md', '/cdktf-logfire/contributing/'],
    ['pictures/review.png', '/cdktf-logfire/pictures/review.png'],
    [`${GITHUB}/blob/main/docs/queries.md#filters`, '/cdktf-logfire/queries/#filters'],
    [`${GITHUB}/tree/main/examples/typescript/slos`, '/cdktf-logfire/examples/slos/'],
    [`${GITHUB}#readme`, '/cdktf-logfire/'],
    ['https://raw.githubusercontent.com/cdktf-logfire/cdktf-logfire/main/docs/pictures/review.png', '/cdktf-logfire/pictures/review.png'],
  ])('to %s leads to the page of the site', (target, wanted) => {
    expect(rewrite(target)).toBe(wanted);
  });

  test.each([
    ['../src/index.ts', `${GITHUB}/blob/main/src/index.ts`],
    ['../test/languages', `${GITHUB}/tree/main/test/languages`],
  ])('to %s, which has no page, leads to GitHub', (target, wanted) => {
    expect(rewrite(target)).toBe(wanted);
  });

  test.each(['#rotation', 'https://example.com/docs/tokens.md', `${GITHUB}/releases`, 'mailto:a@example.com'])('to %s stays', (target) => {
    expect(rewrite(target)).toBe(target);
  });

  test('to a file that does not exist is an error', () => {
    expect(() => rewrite('nowhere.md')).toThrow('docs/tokens.md: the link nowhere.md names docs/nowhere.md, which does not exist');
  });

  test('in code stays', () => {
    expect(rewriteLinks('`[x](queries.md)`', 'docs/tokens.md', PLACES)).toBe('`[x](queries.md)`');
  });
});

describe('the check of a built site', () => {
  let dist: string;

  beforeEach(() => {
    dist = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-links-'));
    write('other/index.html', '<h2 id="here">x</h2>');
    write('pictures/a.png', '');
  });
  afterEach(() => fs.rmSync(dist, { recursive: true }));

  function write(file: string, text: string): void {
    fs.mkdirSync(path.dirname(path.join(dist, file)), { recursive: true });
    fs.writeFileSync(path.join(dist, file), text);
  }

  test.each([
    addressOf('other'), `${addressOf('other')}#here`, '#own', './other/', '/cdktf-logfire/pictures/a.png', 'https://example.com/x', `${GITHUB}/blob/main/README.md`,
    'https://cdktf-logfire.github.io/cdktf-logfire/other/',
  ])('accepts %s', (target) => {
    write('index.html', `<p id="own"><a class="x" href="${target}">x</a><script>const x = ' href="/nowhere/"';</script>`);
    expect(brokenLinks(dist)).toEqual([]);
  });

  test.each([
    [addressOf('nowhere'), 'leads to no page or file'],
    [`${addressOf('other')}#there`, 'names no heading'],
    ['#there', 'names no heading'],
    ['/other/', 'is outside of /cdktf-logfire/'],
    ['/cdktf-logfire/pictures/b.png', 'leads to no page or file'],
    ['https://[', 'is no address'],
    [`${GITHUB}/blob/main/nowhere.md`, 'names a file that the repository lacks'],
    ['https://cdktf-logfire.github.io/cdktf-logfire/nowhere/', 'leads to no page or file'],
  ])('finds %s', (target, problem) => {
    write('index.html', `<p id="own"><a href="${target}">x</a>`);
    expect(brokenLinks(dist)).toEqual([`/cdktf-logfire/: ${target} ${problem}`]);
  });
});

import * as fs from 'node:fs';
import * as path from 'node:path';
import { findings } from '../sql/findings';

const ROOT = path.join(__dirname, '../..');
const SOURCE = /\.(?:ts|md|py|go|java|cs|json)$/;
/** A string that begins with `SELECT` or `WITH`, as all languages write it. */
const QUERY = /(["'`])(?:\\n|\s)*((?:SELECT|WITH)\b(?:\\[\s\S]|(?!\1)[^\\])*)\1/g;

/** The queries that people copy from the examples and the guides. */
function shownQueries(): [file: string, sql: string][] {
  return ['examples', 'docs', 'README.md', 'test/languages'].flatMap((place) => {
    const files = place.endsWith('.md') ? [place] : (fs.readdirSync(path.join(ROOT, place), { recursive: true }) as string[]).map((file) => path.join(place, file));
    return files.filter((file) => SOURCE.test(file) && !/node_modules|docs\/decisions|what-is-caught/.test(file)).flatMap((file) => (
      [...fs.readFileSync(path.join(ROOT, file), 'utf8').matchAll(QUERY)].map(([, , sql]): [string, string] => [file, sql.replaceAll('\\n', '\n').replaceAll('\\"', '"')])
    ));
  });
}

const shown = shownQueries();

test('there are queries in the examples and the guides', () => {
  expect(shown.length).toBeGreaterThan(20);
});

test.each(shown.map(([file, sql], index) => ({ file, sql, index })))('$file shows a query without findings ($index)', ({ sql }) => {
  expect(findings(sql, { use: /\$\w/.test(sql) ? 'panel' : 'alert', windowSeconds: 3600 })).toEqual([]);
});

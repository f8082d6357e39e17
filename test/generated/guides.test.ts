import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { GUIDES, examplesOf } from '../../scripts/guides/guide';
import { pages } from '../../scripts/guides/pages';
import { compileTwin, runTwin } from '../../scripts/guides/twin';
import { markdownProblems } from '../../scripts/hub/links';
import { ROOT } from '../../scripts/run';

jest.setTimeout(60_000);

test('each guide has examples, and their ids are unique', () => {
  const ids = GUIDES.flatMap((guide) => examplesOf(guide).map(({ id }) => id));
  expect(GUIDES.filter((guide) => examplesOf(guide).length === 0)).toEqual([]);
  expect([...new Set(ids)]).toEqual(ids);
});

test('every TypeScript example of the guides compiles and runs', async () => {
  expect(await compileTwin()).toEqual({ exitCode: 0, output: '' });
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-guides-'));
  try {
    await runTwin({ CDKTF_OUTDIR: outdir });
    // Each example has a stack, but for one that is a class alone; two have an app of their own beside it.
    expect(fs.readdirSync(path.join(outdir, 'stacks'))).toHaveLength(GUIDES.flatMap(examplesOf).length + 1);
  } finally {
    fs.rmSync(outdir, { recursive: true });
  }
});

describe.each(pages().map((page) => [page.file, page] as const))('%s', (file, { text }) => {
  test('is what `npm run docs:guides` writes', () => {
    expect(fs.readFileSync(path.join(ROOT, file), 'utf8')).toBe(text);
  });

  test('has no broken link', () => {
    const repository = 'https://github.com/cdktf-logfire/cdktf-logfire';
    const absolute = text.replace(/\]\((?!https?:|#)([^)\s]+)\)/g, (_, target: string) => `](${repository}/blob/main/${path.join(path.dirname(file), target)})`);
    expect(markdownProblems(absolute, repository, (name) => fs.existsSync(path.join(ROOT, name)))).toEqual([]);
  });
});

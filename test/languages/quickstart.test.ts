import * as fs from 'node:fs';
import * as path from 'node:path';
import { RUNS, stacksFrom, stacksOf, testOf } from './programs';
import { GUIDE_LANGUAGES } from '../../scripts/guides/languages';
import { mustRun, ROOT } from '../../scripts/run';
import { linkSelf } from '../../scripts/self-link';

jest.setTimeout(600_000);

const quickstartOf = (language: string) => path.join(ROOT, 'examples', language, 'quickstart');

test('there is a quickstart in each language', () => {
  expect(fs.readdirSync(path.join(ROOT, 'examples')).sort()).toEqual(['typescript', ...GUIDE_LANGUAGES.map(({ name }) => name)].sort());
});

describe.each(RUNS)('%s, the quickstart in %s', (_, name, flavour, language) => {
  testOf(language)('gives the same stack as in TypeScript', async () => {
    linkSelf();
    const wanted = await stacksFrom((env) => mustRun('ts-node', ['main.ts'], { cwd: quickstartOf('typescript'), env }));
    expect(Object.keys(wanted)).toEqual(['quickstart']);
    expect(await stacksOf(quickstartOf(name), language, flavour)).toEqual(wanted);
  });
});

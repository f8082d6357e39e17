import * as fs from 'node:fs';
import * as path from 'node:path';
import { languagesToRun, stacksFrom, stacksOf, testOf } from './programs';
import { CDKTF } from '../../scripts/flavour/flavours';
import { GUIDE_LANGUAGES } from '../../scripts/guides/languages';
import { mustRun, ROOT } from '../../scripts/run';
import { linkSelf } from '../../scripts/self-link';

jest.setTimeout(600_000);

const quickstartOf = (language: string) => path.join(ROOT, 'examples', language, 'quickstart');

test('there is a quickstart in each language', () => {
  expect(fs.readdirSync(path.join(ROOT, 'examples')).sort()).toEqual(['typescript', ...GUIDE_LANGUAGES.map(({ name }) => name)].sort());
});

describe.each(languagesToRun().map((language) => [language.name, language] as const))('the quickstart in %s', (name, language) => {
  testOf(language)('gives the same stack as in TypeScript', async () => {
    linkSelf();
    const wanted = await stacksFrom((env) => mustRun('ts-node', ['main.ts'], { cwd: quickstartOf('typescript'), env }));
    expect(Object.keys(wanted)).toEqual(['quickstart']);
    expect(await stacksOf(quickstartOf(name), language, CDKTF)).toEqual(wanted);
  });
});

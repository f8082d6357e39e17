import * as fs from 'node:fs';
import * as path from 'node:path';
import { RUNS, stacksFrom, stacksOf, testOf } from './programs';
import { CDKTF } from '../../scripts/flavour/flavours';
import { GUIDE_LANGUAGES } from '../../scripts/guides/languages';
import { mustRun, ROOT } from '../../scripts/run';
import { linkSelf } from '../../scripts/self-link';

jest.setTimeout(600_000);

/** The examples that each language has, by the name of their folder and stack. */
const EXAMPLES = ['monitoring', 'quickstart'];

const folderOf = (language: string, example: string) => path.join(ROOT, 'examples', language, example);

test('each language has the examples', () => {
  const languages = GUIDE_LANGUAGES.map(({ name }) => name);
  expect(fs.readdirSync(path.join(ROOT, 'examples')).sort()).toEqual(['typescript', ...languages].sort());
  for (const language of languages) {
    expect([language, fs.readdirSync(path.join(ROOT, 'examples', language)).sort()]).toEqual([language, EXAMPLES]);
  }
});

/** The guides have the monitoring of a system in both flavors. */
const PROGRAMS = RUNS.flatMap(([framework, name, flavour, language]) => (flavour === CDKTF ? EXAMPLES : ['quickstart'])
  .map((example) => [framework, example, name, flavour, language] as const));

describe.each(PROGRAMS)('%s, the example %s in %s', (_, example, name, flavour, language) => {
  testOf(language)('gives the same stack as in TypeScript', async () => {
    linkSelf();
    const wanted = await stacksFrom((env) => mustRun('ts-node', ['main.ts'], { cwd: folderOf('typescript', example), env }));
    expect(Object.keys(wanted)).toEqual([example]);
    expect(await stacksOf(folderOf(name, example), language, flavour)).toEqual(wanted);
  });
});

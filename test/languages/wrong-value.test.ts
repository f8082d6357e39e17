import * as path from 'node:path';
import { LANGUAGES, RUNS, stacksOf, testOf } from './programs';

jest.setTimeout(600_000);

/** How each language spells the prop with the wrong value. */
const SPELLINGS: Readonly<Record<string, string>> = { python: 'target_percent', java: 'targetPercent', go: 'TargetPercent', csharp: 'TargetPercent' };

test('there is a program in each language', () => {
  expect(Object.keys(SPELLINGS).sort()).toEqual(LANGUAGES.map(({ name }) => name).sort());
});

describe.each(RUNS)('a wrong value with %s in %s', (_, name, flavour, language) => {
  testOf(language)('is explained with the prop as the program spells it', async () => {
    await expect(stacksOf(path.join(__dirname, 'wrong-value', name), language, flavour)).rejects.toThrow(`app/Slo: ${SPELLINGS[name]} must be above 0 and below 100, got 100; pass for example 99.9 [logfire:slo-target]`);
  });
});

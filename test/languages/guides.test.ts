import { RUNS, stacksFrom, stacksOf, Stacks, testOf } from './programs';
import { GUIDES, examplesOf } from '../../scripts/guides/guide';
import { programFolder } from '../../scripts/guides/regions';
import { compileTwin, runTwin } from '../../scripts/guides/twin';

jest.setTimeout(600_000);

/** The guides' examples in TypeScript, which those of all other languages have to equal. */
let wanted: Stacks;

beforeAll(async () => {
  const { exitCode, output } = await compileTwin();
  if (exitCode !== 0) {
    throw new Error(output);
  }
  wanted = await stacksFrom(runTwin);
});

describe.each(RUNS)('%s, the examples of the guides in %s', (_, __, flavour, language) => {
  testOf(language)('give the same stacks as in TypeScript', async () => {
    const given = await stacksOf(programFolder(language), language, flavour);
    expect(Object.keys(wanted).length).toBeGreaterThanOrEqual(GUIDES.flatMap(examplesOf).length);
    expect(given).toEqual(wanted);
  });
});

import * as path from 'node:path';
import { RUNS, stacksOf, testOf } from './programs';

jest.setTimeout(600_000);

describe.each(RUNS.filter(([, name]) => name === 'python'))('any caller with %s in %s', (_, name, flavour, language) => {
  testOf(language)('gets the errors that only the library can give, and no others', async () => {
    expect(Object.keys(await stacksOf(path.join(__dirname, 'any-caller', name), language, flavour))).toEqual(['callers']);
  });
});

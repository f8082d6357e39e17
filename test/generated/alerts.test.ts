import * as fs from 'node:fs';
import * as path from 'node:path';
import { ROOT } from '../../scripts/run';
import { catalogue, CATALOGUE } from '../monitoring/catalogue';
import { cleanUp } from '../synth';

afterEach(cleanUp);

test('the catalog of alerts is what `npm run docs:alerts` writes', () => {
  expect(fs.readFileSync(path.join(ROOT, CATALOGUE), 'utf8')).toBe(catalogue());
});

test('the catalog has the five templates of the Logfire UI', () => {
  for (const id of ['Exceptions', 'UnhandledErrors', 'ExceptionBurst', 'ValidationErrors', 'CriticalLogs']) {
    expect(catalogue()).toMatch(new RegExp(`^\\| ${id}Warning \\| .* \\| inactive \\| `, 'm'));
  }
});

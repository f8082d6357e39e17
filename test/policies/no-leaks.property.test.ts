import * as fs from 'node:fs';
import * as path from 'node:path';
import { TerraformStack } from 'cdktf';
import * as fc from 'fast-check';
import { grow, KNOWN_AT_PLAN, Plant, plants, REFUSED, WITHOUT } from './planting';
import { LogfireInventory, LogfireProject, LogfireProvider, LogfireReview, NoPlaintextSecrets } from '../../src';
import { cleanUp, newApp, writtenFiles } from '../synth';

jest.setTimeout(240_000);

/** What came of a program: the files it wrote and the text of its error. */
function outcomeOf(planted: readonly Plant[], withPolicy: boolean): { readonly files: ReadonlyMap<string, string>; readonly error: string } {
  const app = newApp();
  let error = '';
  try {
    const stack = new TerraformStack(app, 'app');
    // The key that the provider takes from the environment is a secret that is planted, too.
    process.env.LOGFIRE_API_KEY = planted[0].secret;
    new LogfireProvider(stack, 'Logfire');
    const project = new LogfireProject(stack, 'Shop');
    planted.forEach((plant, index) => grow(stack, plant, index, project));
    LogfireInventory.writeFor(app);
    LogfireReview.writeFor(app);
    if (withPolicy) {
      new NoPlaintextSecrets().applyTo(app);
    }
    app.synth();
  } catch (thrown) {
    error = String((thrown as Error).stack);
  }
  return { error, files: new Map(writtenFiles(app).map((file) => [file, fs.readFileSync(path.join(app.outdir, file), 'utf8')])) };
}

const environment = { ...process.env };

afterEach(() => {
  process.env = { ...environment };
  cleanUp();
});

test('no planted secret is written or told unless it was declared as plain text', () => {
  const seen = { written: 0, refusedByLibrary: 0, refusedByPolicy: 0, declared: 0 };
  fc.assert(fc.property(plants, fc.boolean(), (planted, withPolicy) => {
    const { files, error } = outcomeOf(planted, withPolicy);
    const given = planted.filter(({ place }) => !WITHOUT.has(place));
    const isDeclared = ({ source }: Plant) => source === 'plain';
    const refused = given.some(({ place, source }) => REFUSED.has(source) || (source === 'attribute' && KNOWN_AT_PLAN.has(place)));
    const found = withPolicy && given.some(isDeclared);

    expect(planted.filter(({ secret }) => error.includes(secret))).toEqual([]);
    expect(error !== '').toBe(refused || found);
    expect(files.size > 0).toBe(error === '');
    for (const [file, text] of files) {
      const declared = path.basename(file) === 'cdk.tf.json' ? given.filter(isDeclared).map(({ secret }) => secret) : [];
      seen.declared += declared.length;
      expect(planted.filter(({ secret }) => text.includes(secret) && !declared.includes(secret))).toEqual([]);
    }
    seen[error === '' ? 'written' : refused ? 'refusedByLibrary' : 'refusedByPolicy'] += 1;
    cleanUp();
  }), { numRuns: 2000 });
  // All of them happen often, or the test would tell little.
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(50);
});

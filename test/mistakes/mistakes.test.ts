import * as fs from 'node:fs';
import * as path from 'node:path';
import { ROOT, run } from '../../scripts/run';
import { linkSelf } from '../../scripts/self-link';
import { cleanUp } from '../synth';
import { COMPILE, PLAN, SYNTH } from './catalogue';
import { synthesized } from './mistake';
import { page, PAGE } from './page';
import { describeStandIn, useStandIn } from '../terraform/harness';

jest.setTimeout(60_000);

/** Below `node_modules`, where the library is found by its name. */
const SCRATCH = path.join(ROOT, 'node_modules', '.cache', 'logfire-mistakes');

afterEach(cleanUp);

describe('mistakes the compiler catches', () => {
  let errors: { [file: string]: string } = {};

  beforeAll(async () => {
    linkSelf();
    fs.rmSync(SCRATCH, { recursive: true, force: true });
    fs.mkdirSync(SCRATCH, { recursive: true });
    const fixture = fs.readFileSync(path.join(ROOT, 'rosetta', 'default.ts-fixture'), 'utf8');
    const files = COMPILE.map(({ code }, index) => {
      const file = path.join(SCRATCH, `mistake-${index}.ts`);
      fs.writeFileSync(file, fixture.replace('/// here', `const project = undefined as unknown as LogfireProject; void project;\n    ${code}`));
      return file;
    });
    const { output } = await run('tsc', ['--noEmit', '--strict', '--module', 'node16', '--target', 'es2022', '--skipLibCheck', '--types', 'node', ...files]);
    errors = {};
    for (const match of output.matchAll(/mistake-(\d+)\.ts\(\d+,\d+\): error (.*(?:\n .*)*)/g)) {
      errors[match[1]] = `${errors[match[1]] ?? ''}${match[2]}`;
    }
  });

  test.each(COMPILE.map((mistake, index) => [mistake.name, mistake.error, index] as const))('%s', (_, error, index) => {
    expect(errors[index]).toContain(error);
  });
});

describeStandIn('mistakes the plan catches', () => {
  const suite = useStandIn();

  test.each(PLAN.map((mistake) => [mistake.name, mistake] as const))('%s', async (_, mistake) => {
    const workspace = await suite.workspace(synthesized(mistake), mistake.environment);
    const plan = await workspace.plan();
    expect(plan).toMatchObject({ exitCode: 1, text: expect.stringContaining(mistake.error) });
  });
});

test('nearly all is caught before the plan', () => {
  const early = COMPILE.length + SYNTH.length;
  console.log(`mistakes caught: ${COMPILE.length} at compile, ${SYNTH.length} at synth, ${PLAN.length} at plan`);
  expect(early / (early + PLAN.length)).toBeGreaterThanOrEqual(0.95);
});

test('the page for users is what `npm run docs:mistakes` writes', () => {
  expect(fs.readFileSync(path.join(ROOT, PAGE), 'utf8')).toBe(page());
});

test('each mistake is told once', () => {
  const names = [...COMPILE, ...SYNTH, ...PLAN].map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

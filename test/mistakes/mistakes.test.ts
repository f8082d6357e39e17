import * as fs from 'node:fs';
import * as path from 'node:path';
import { App } from 'cdktf';
import { ROOT, run } from '../../scripts/run';
import { linkSelf } from '../../scripts/self-link';
import { cleanUp, newStack, synth, TerraformJson } from '../synth';
import { COMPILE, PLAN, SYNTH } from './catalogue';
import { SynthMistake } from './mistake';
import { page, PAGE } from './page';
import { describeStandIn, useStandIn } from '../terraform/harness';

jest.setTimeout(60_000);

/** Below `node_modules`, where the library is found by its name. */
const SCRATCH = path.join(ROOT, 'node_modules', '.cache', 'logfire-mistakes');
const caught: { [stage: string]: number } = { compile: 0, synth: 0, plan: 0, never: 0 };

function build(mistake: SynthMistake): TerraformJson {
  const stack = newStack();
  mistake.build(stack, stack.node.root as App);
  return synth(stack);
}

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
    caught.compile += 1;
  });
});

describe('mistakes synth catches', () => {
  test.each(SYNTH.map((mistake) => [mistake.name, mistake] as const))('%s', (_, mistake) => {
    expect(() => build(mistake)).toThrow(mistake.error);
    caught.synth += 1;
  });
});

describeStandIn('mistakes the plan catches', () => {
  const suite = useStandIn();

  test.each(PLAN.map((mistake) => [mistake.name, mistake] as const))('%s', async (_, mistake) => {
    const workspace = await suite.workspace(build(mistake), mistake.environment);
    const plan = await workspace.plan();
    caught[plan.exitCode === 0 ? 'never' : 'plan'] += 1;
    expect(plan).toMatchObject({ exitCode: 1, text: expect.stringContaining(mistake.error) });
  });
});

test('nothing gets through, and nearly all is caught before the plan', () => {
  const { compile, synth: atSynth, plan, never } = caught;
  console.log(`mistakes caught: ${compile} at compile, ${atSynth} at synth, ${plan} at plan, ${never} never`);
  const total = COMPILE.length + SYNTH.length + PLAN.length;
  expect({ never, all: compile + atSynth + plan }).toEqual({ never: 0, all: total });
  expect((compile + atSynth) / total).toBeGreaterThanOrEqual(0.95);
});

test('the page for users is what `npm run docs:mistakes` writes', () => {
  expect(fs.readFileSync(path.join(ROOT, PAGE), 'utf8')).toBe(page());
});

test('each mistake is told once', () => {
  const names = [...COMPILE, ...SYNTH, ...PLAN].map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

/**
 * `npm test`: all stages, one after the other, with a line for each as it goes and the counts at the end. `npm test -- unit lint`
 * runs those alone.
 */
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { compileWithWarnings } from './compile/compile';
import { CDKTF, CDKTN } from './flavour/flavours';
import { buildCdktn, rootOf } from './flavour/tree';
import { hasDotnet, packageAll, Target, TARGETS } from './package/packages';
import { translateExamples } from './package/translations';
import { ROOT, run } from './run';
import { linkSelf } from './self-link';
import { buildSite } from './site/build';
import { openTofu } from './tofu/open-tofu';

interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What to show of it; empty when all went well. */
  readonly details: string;
}

interface Stage {
  readonly name: string;
  readonly about: string;
  readonly run: () => Promise<Outcome>;
  /** Runs only when it is named. */
  readonly onDemand?: boolean;
}

/** jsii warns of two properties called `type` in the generated bindings; any other warning is an error. */
const EXPECTED_WARNING = /^src\/l1\/channel\.ts:\d+:\d+ - warning JSII5018: "type" is a reserved word in Go/;

const STAGES: readonly Stage[] = [
  { name: 'compile', about: 'jsii, warnings are errors', run: compile },
  { name: 'types', about: 'tests, examples, scripts and benchmarks', run: command('tsc', '--noEmit', '-p', 'tsconfig.dev.json') },
  { name: 'lint', about: 'eslint, warnings are errors; arrows between rooms, and no cycles', run: lint },
  { name: 'docs', about: 'the examples in README and docs compile', run: docs },
  { name: 'unit', about: 'every rule and its passing twin', run: jest('test', '--testPathIgnorePatterns', '<rootDir>/tools/', '/test/(browser|terraform|examples|cli|consumers|generated|flavours|languages|csharp)/') },
  { name: 'browser', about: 'the review page in a real browser', run: jest('test/browser', '--testPathIgnorePatterns', 'test/browser/site') },
  { name: 'site', about: 'the documentation site is built without a network, has no broken link, and works in a real browser', run: site },
  { name: 'generated', about: 'bindings, assembly, guides and package are up to date', run: jest('test/generated') },
  { name: 'cdktn', about: 'the flavour for CDK Terrain is built, has the same API, and moving to it changes nothing', run: cdktn },
  { name: 'csharp-source', about: 'all C#, generated and written by hand, parses, and names what is there', run: csharpSource },
  { name: 'stand-in', about: 'the stand-in provider against its own rules', run: jest('tools/test/stand-in') },
  { name: 'end-to-end', about: 'real Terraform, and the examples', run: jest('test/terraform', 'test/examples') },
  { name: 'cdktn-suite', about: 'all unit and end-to-end tests of the flavour for CDK Terrain, on OpenTofu', run: cdktnSuite },
  { name: 'languages', about: 'the packages of all languages, and a program with each', run: languages },
  { name: 'consumers', about: 'the npm archives in projects of their own: compilers, ways to load, versions of Node', run: consumers },
  { name: 'cli', about: 'the cdktf CLI and the demo', run: jest('test/cli', '--runInBand') },
  { name: 'tools', about: 'the command line tool and the test kit, in the sources and packed', run: jest('tools/test', '--testPathIgnorePatterns', '<rootDir>/tools/test/stand-in/') },
  { name: 'csharp', about: 'the NuGet packages of both flavours, and every program in C#; part of the stage languages where there is a .NET SDK', run: csharp, onDemand: true },
];

async function main(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.filter((name) => !STAGES.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    throw new Error(`there is no stage ${unknown.join(', ')}; the stages are ${STAGES.map((stage) => stage.name).join(', ')}`);
  }
  linkSelf();
  const total = { passed: 0, failed: 0 };
  for (const stage of STAGES.filter(({ name, onDemand }) => (wanted.length === 0 ? !onDemand : wanted.includes(name)))) {
    const start = Date.now();
    console.log(`▶ ${stage.name}: ${stage.about}`);
    const { passed, failed, skipped, details } = await stage.run();
    total.passed += passed;
    total.failed += failed;
    if (details !== '') {
      console.log(details);
    }
    const counts = [`${passed} passed`, `${failed} failed`, ...skipped > 0 ? [`${skipped} SKIPPED`] : []].join(', ');
    console.log(`${failed === 0 ? '✔' : '✘'} ${stage.name}: ${counts} (${Math.round((Date.now() - start) / 1000)} s)`);
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

async function cdktn(): Promise<Outcome> {
  try {
    await buildCdktn();
  } catch (error) {
    return single(false, (error as Error).message);
  }
  return jest('test/flavours')();
}

/**
 * The same tests on the other tree, which the stage `cdktn` has built, and on the other engine. Once is enough for what happens when a run is broken
 * off.
 */
async function cdktnSuite(): Promise<Outcome> {
  const binary = await openTofu();
  if (binary === undefined && process.env.CI) {
    return single(false, 'tofu, or go to build it, is needed on the PATH');
  }
  if (binary === undefined) {
    console.warn('SKIPPED: OpenTofu. Neither tofu nor go was found on the PATH, so what follows runs on Terraform.');
  }
  const engine = binary === undefined ? {} : { TERRAFORM_BINARY_NAME: binary };
  return jestIn(rootOf(CDKTN), ['--testPathIgnorePatterns', '/(failing|dying)-steps'], engine);
}

async function site(): Promise<Outcome> {
  try {
    await buildSite();
  } catch (error) {
    return single(false, (error as Error).message);
  }
  return sum(single(true, ''), await jest('test/browser/site')());
}

/** A language that cannot be packaged fails there and in its own tests, and the others go on. */
async function languages(): Promise<Outcome> {
  return sum(await packages(TARGETS), await jest('test/languages', '--runInBand')());
}

/** Needs no .NET SDK. */
async function csharpSource(): Promise<Outcome> {
  return sum(await packages(['dotnet'], true), await jest('test/csharp', '--runInBand')());
}

async function csharp(): Promise<Outcome> {
  if (!await hasDotnet()) {
    return single(false, 'a .NET SDK (dotnet) is needed on the PATH');
  }
  const nuget = await packages(['dotnet']);
  const ran = await jest('test/languages', '--runInBand', '--testNamePattern', 'csharp|C#|NuGet')();
  if (ran.passed + ran.failed === 0) {
    return sum(nuget, single(false, 'no test is about C#'));
  }
  // The tests of the other languages, which were not asked for, count as skipped.
  return sum(nuget, { ...ran, skipped: 0, details: ran.failed > 0 ? ran.details : '' });
}

/** What one stage has packaged serves those after it: no stage changes the sources. */
const packaged = new Set<string>();

async function packages(targets: readonly Target[], codeOnly = false): Promise<Outcome> {
  let total: Outcome = { passed: 0, failed: 0, skipped: 0, details: '' };
  for await (const { what, error } of packageAll([CDKTF, CDKTN], targets, codeOnly, packaged)) {
    total = sum(total, single(error === undefined, `✘ ${what}: ${error}`));
  }
  return total;
}

function sum(one: Outcome, other: Outcome): Outcome {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
    details: [one.details, other.details].filter((text) => text !== '').join('\n'),
  };
}

async function consumers(): Promise<Outcome> {
  return sum(await packages(['js']), await jest('test/consumers')());
}

async function compile(): Promise<Outcome> {
  const { exitCode, output } = await compileWithWarnings(ROOT);
  const warnings = output.split('\n').filter((line) => / - (warning|error) (JSII|TS)/.test(line) && !EXPECTED_WARNING.test(line));
  return single(exitCode === 0 && warnings.length === 0, output);
}

async function docs(): Promise<Outcome> {
  const { exitCode, output } = await translateExamples(ROOT);
  return single(exitCode === 0, output);
}

async function lint(): Promise<Outcome> {
  const folders = ['src', 'test', 'scripts', 'benchmarks', 'examples', 'tools', '.projenrc.ts', 'projenrc'];
  const style = await run('eslint', ['--ext', '.ts', '--max-warnings', '0', '--no-error-on-unmatched-pattern', ...folders], {
    env: { ESLINT_USE_FLAT_CONFIG: 'false', NODE_NO_WARNINGS: '1' },
  });
  const arrows = await run('depcruise', ['src', '--config', '.dependency-cruiser.cjs']);
  return sum(single(style.exitCode === 0, style.output), single(arrows.exitCode === 0, arrows.output));
}

function command(program: string, ...args: string[]): () => Promise<Outcome> {
  return async () => {
    const { exitCode, output } = await run(program, args);
    return single(exitCode === 0, output);
  };
}

function single(ok: boolean, output: string): Outcome {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, details: ok ? '' : output };
}

function jest(...args: string[]): () => Promise<Outcome> {
  return () => jestIn(ROOT, args);
}

async function jestIn(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-test-'));
  try {
    const file = path.join(folder, 'results.json');
    const workers = args.includes('--runInBand') ? [] : ['--maxWorkers=100%'];
    const { exitCode, output } = await run('jest', [...args, ...workers, '--ci', '--json', `--outputFile=${file}`], { cwd, env });
    if (!fs.existsSync(file)) {
      return single(false, output);
    }
    const results = JSON.parse(fs.readFileSync(file, 'utf8'));
    // A file that does not even load has no test that could fail.
    const broken = results.testResults.filter((suite: { status: string; assertionResults: unknown[] }) => suite.status === 'failed' && suite.assertionResults.length === 0).length;
    const failed = results.numFailedTests + broken;
    const outcome = { passed: results.numPassedTests, failed: exitCode !== 0 && failed === 0 ? 1 : failed, skipped: results.numPendingTests };
    const ran = outcome.passed + outcome.failed + outcome.skipped > 0;
    return { ...outcome, failed: ran ? outcome.failed : 1, details: outcome.failed > 0 || outcome.skipped > 0 || !ran ? withoutJson(output) : '' };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** `--json` also prints the results, in one very long line. */
function withoutJson(output: string): string {
  return output.split('\n').filter((line) => !line.startsWith('{"numFailedTestSuites"')).join('\n');
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

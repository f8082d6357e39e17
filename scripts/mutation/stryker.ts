import * as fs from 'node:fs';
import * as path from 'node:path';
import { ROOT, run } from '../run';

export interface MutationOptions {
  /** The folder with Stryker's packages. */
  readonly modules: string;
  /** The files to break; all of the room's when empty. */
  readonly files: readonly string[];
  /** How many mutants run at a time. */
  readonly workers: number;
}

export interface RoomScore {
  readonly killed: number;
  readonly survived: number;
  /** Killed mutants in percent of all. */
  readonly score: number;
  readonly isEnough: boolean;
}

/** What Stryker's report says of one mutant. */
interface Mutant {
  readonly status: string;
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly location: { readonly start: { readonly line: number } };
}

interface Report {
  readonly files: { readonly [file: string]: { readonly source: string; readonly mutants: readonly Mutant[] } };
}

/** What every room has to reach, in percent. */
const LEAST = 92;
const BUILD = 'build/mutation';
/** What no test of a room reads, and what would be long to copy. */
const NOT_COPIED = ['/.git', '/build', '/cdktf.out', '/coverage', '/dist', '/docs/pictures', '/lib', '/site', '/tools/lib'];
/** Catalogues that each room has its part in: addresses, calls, wrong programs, the provider's rules. */
const CATALOGUES = [
  'test/addresses.test.ts', 'test/behaviour/behaviour.test.ts', 'test/callers/surplus.test.ts', 'test/mistakes/synth.test.ts',
  'test/providers.test.ts', 'test/traps.test.ts',
];
const KILLED = ['Killed', 'Timeout'];
const SURVIVED = ['Survived', 'NoCoverage'];

/** Runs Stryker on one room, and tells of each survivor on the console. */
export async function runRoom(room: string, { modules, files, workers }: MutationOptions): Promise<RoomScore> {
  const report = path.join(ROOT, BUILD, `${room}.json`);
  const config = path.join(ROOT, BUILD, `${room}.config.json`);
  fs.mkdirSync(path.dirname(report), { recursive: true });
  fs.rmSync(report, { force: true });
  fs.writeFileSync(config, JSON.stringify({
    testRunner: 'mocha',
    plugins: [
      path.join(modules, '@stryker-mutator', 'mocha-runner', 'dist', 'src', 'index.js'),
      path.join(ROOT, 'scripts', 'mutation', 'compiler-catches.mjs'),
    ],
    ignorers: ['ids'],
    mochaOptions: {
      spec: ['scripts/mutation/room-tests.ts'],
      require: [path.join(modules, 'tsx', 'dist', 'cjs', 'index.cjs')],
    },
    coverageAnalysis: 'perTest',
    concurrency: workers,
    mutate: files.length > 0 ? files : [`src/${room}/**/*.ts`],
    ignorePatterns: NOT_COPIED,
    tempDirName: `${BUILD}/sandbox`,
    timeoutMS: 10_000,
    reporters: ['json'],
    jsonReporter: { fileName: path.relative(ROOT, report) },
  }));
  const { output } = await run('node', [path.join(modules, '@stryker-mutator', 'core', 'bin', 'stryker.js'), 'run', config], {
    env: { LOGFIRE_MUTATION_TESTS: JSON.stringify(testsOf(room)) },
  });
  if (!fs.existsSync(report)) {
    throw new Error(`Stryker has no report of ${room}:\n${output}`);
  }
  return scoreOf(JSON.parse(fs.readFileSync(report, 'utf8')) as Report);
}

/**
 * The room's own tests, and the catalogues.
 *
 * Random programs would kill a mutant on one day and not on the next. The tests in folders below, such as `engine`, run all queries in a program
 * of their own: that takes seconds for each mutant, and other tests compare these queries with their text.
 */
function testsOf(room: string): string[] {
  const folder = path.join(ROOT, 'test', room);
  const own = fs.readdirSync(folder).filter((name) => name.endsWith('.test.ts') && !name.endsWith('.property.test.ts'));
  return [...own.map((name) => `test/${room}/${name}`), ...CATALOGUES];
}

function scoreOf({ files }: Report): RoomScore {
  let killed = 0;
  let survived = 0;
  for (const [file, { source, mutants }] of Object.entries(files)) {
    const lines = source.split('\n');
    killed += mutants.filter(({ status }) => KILLED.includes(status)).length;
    for (const { mutatorName, replacement, location } of mutants.filter(({ status }) => SURVIVED.includes(status))) {
      const { line } = location.start;
      survived += 1;
      console.log(`${file}:${line} ${mutatorName} ${(replacement ?? '').replaceAll(/\s+/g, ' ').slice(0, 80)}\n    ${lines[line - 1].trim()}`);
    }
  }
  const all = killed + survived;
  const score = all === 0 ? 100 : 100 * killed / all;
  return { killed, survived, score, isEnough: score >= LEAST };
}

import * as fs from 'node:fs';
import * as path from 'node:path';
import { Compilation, Consumer } from './consumer';
import { fileOf, HAS_NODES, installTools, NODE_VERSIONS, nodeOf, TYPESCRIPT_VERSIONS } from './tools';
import { CDKTF, CDKTN } from '../../scripts/flavour/flavours';
import { mustRun, ROOT } from '../../scripts/run';
import { Stacks, stacksFrom } from '../languages/programs';

jest.setTimeout(600_000);

/** What is run, in the folder of the consumer, by the ways in which people load packages. */
const WAYS: readonly (readonly [way: string, program: () => string[]])[] = [
  ['import', () => ['import.mjs']],
  ['require', () => ['require.cjs']],
  ['tsx', () => [fileOf('tsx', 'dist', 'cli.mjs'), 'main.ts']],
  ['a bundle of esbuild', () => ['bundle.cjs']],
];

/** What the package exports besides interfaces, which only the compiler sees: classes, enums and the namespace of the bindings. */
const VALUES = ['l1', ...Object.values<{ kind: string; namespace?: string }>(JSON.parse(fs.readFileSync(path.join(ROOT, '.jsii'), 'utf8')).types)
  .filter(({ kind, namespace }) => kind !== 'interface' && namespace === undefined)];

const MODULES: { readonly [name: string]: Compilation['options'] } = {
  commonjs: { module: 'commonjs' },
  nodenext: { module: 'nodenext' },
  bundler: { module: 'esnext', moduleResolution: 'bundler' },
};
const STRICT = { strict: true, exactOptionalPropertyTypes: true };

const COMPILATIONS = TYPESCRIPT_VERSIONS.flatMap((version) => Object.entries(MODULES)
  .filter(([name]) => name === 'commonjs' || version === TYPESCRIPT_VERSIONS.at(-1))
  .map(([name, options]) => [version, name, options] as const));

/** The declarations of constructs 10.6, which CDK Terrain wants, are written in the syntax of TypeScript 5.0. */
const ERROR_OF_CONSTRUCTS = /^node_modules\/constructs\/lib\/index\.d\.ts\(\d+,\d+\): error TS1383: .*\n/gm;

beforeAll(installTools);

test('the newest TypeScript and all supported versions of Node are among those that are tried', () => {
  expect(TYPESCRIPT_VERSIONS).toEqual(['4.7', '4.9', '5.1', '5.5', '5.9', '6.0', '7.0']);
  expect(NODE_VERSIONS).toEqual(['20', '22', '24', '26']);
});

describe.each([CDKTF, CDKTN].map((flavour) => [flavour.packageName, flavour] as const))('%s', (_, flavour) => {
  let consumer: Consumer;

  beforeAll(async () => {
    consumer = await Consumer.create(flavour);
  });

  afterAll(() => consumer?.dispose());

  test.each(COMPILATIONS)('compiles with TypeScript %s as %s, loosely and strictly', async (version, _module, options) => {
    const [loose, strict] = await Promise.all([
      consumer.compile({ version, name: 'loose', options }),
      consumer.compile({ version, name: 'strict', options: { ...options, ...STRICT } }),
    ]);
    for (const { exitCode, output } of [loose, strict]) {
      if (flavour === CDKTN && version.startsWith('4.')) {
        expect(output).toMatch(ERROR_OF_CONSTRUCTS);
        expect(output.replace(ERROR_OF_CONSTRUCTS, '')).toBe('');
      } else {
        expect({ exitCode, output }).toEqual({ exitCode: 0, output: '' });
      }
    }
  });

  test('before it uses the library, a program loads the rules for all apps alone', async () => {
    const program = "require(process.argv[1]); console.log(JSON.stringify(Object.keys(require.cache).filter((file) => file.includes(`${process.argv[1]}/lib/`)).map((file) => file.split('/lib/')[1])))";
    const loaded: string[] = JSON.parse(await mustRun('node', ['-e', program, flavour.packageName], { cwd: consumer.folder }));
    expect(loaded.filter((file) => !file.startsWith('core/')).sort()).toEqual([
      'index.js', 'l1/index.js', 'projects/organization.js', 'provider/provider-rules.js', 'sinks/store-secret.js', 'tokens/credential-types.js',
    ]);
  });

  describe.each(NODE_VERSIONS)('on Node %s', (version) => {
    testWithNodes()('gives the same stack in each way to load it', async () => {
      expect(await mustRun(nodeOf(version), ['--version'])).toMatch(new RegExp(`^v${version}\\.`));
      const stacks: { [way: string]: Stacks } = {};
      for (const [way, program] of WAYS) {
        stacks[way] = await stacksFrom((env) => mustRun(nodeOf(version), program(), { cwd: consumer.folder, env }));
      }
      const { import: wanted } = stacks;
      expect(Object.keys((wanted.consumer as { resource: object }).resource).sort())
        .toEqual(['logfire_alert', 'logfire_api_key', 'logfire_channel', 'logfire_project', 'logfire_write_token', 'terraform_data']);
      expect(stacks).toEqual(Object.fromEntries(WAYS.map(([way]) => [way, wanted])));
    });

    testWithNodes()('every name can be imported', async () => {
      const { required, missing } = JSON.parse(await mustRun(nodeOf(version), ['names.mjs'], { cwd: consumer.folder }));
      expect(required).toBe(VALUES.length);
      expect(missing).toEqual([]);
    });
  });
});

/** npm does not have every version of Node for every machine. */
function testWithNodes(): jest.It {
  if (HAS_NODES || process.env.CI) {
    return test;
  }
  console.warn(`SKIPPED: the ways to load the packages, because npm does not have Node ${NODE_VERSIONS.join(', ')} for ${process.platform} on ${process.arch}`);
  return test.skip;
}

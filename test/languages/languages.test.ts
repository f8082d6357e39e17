import * as fs from 'node:fs';
import * as path from 'node:path';
import { isAvailable, LANGUAGES, Language, stacksOf, Stacks, twin } from './programs';
import { CDKTF, CDKTN, Flavour } from '../../scripts/flavour/flavours';
import { distOf } from '../../scripts/package/packages';
import { ROOT } from '../../scripts/run';

jest.setTimeout(600_000);

interface Type {
  readonly name: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly abstract?: boolean;
  readonly base?: string;
}

const types: { [fqn: string]: Type } = JSON.parse(fs.readFileSync(path.join(ROOT, '.jsii'), 'utf8')).types;
const own = Object.values(types).filter(({ namespace }) => namespace === undefined);

/** C# where there is a .NET SDK, which nothing here brings. */
const RUNS: readonly (readonly [flavour: Flavour, languages: readonly string[]])[] = [
  [CDKTF, ['python', 'java', 'go', ...LANGUAGES.filter((language) => language.name === 'csharp' && isAvailable(language)).map(({ name }) => name)]],
  [CDKTN, ['python', 'java', 'go']],
];

describe('every public construct', () => {
  const constructs = own.filter((type) => type.kind === 'class' && !type.abstract && isConstruct(type)).map(({ name }) => name);
  const programs = ['typescript/main.ts', ...LANGUAGES.map(({ program }) => program)];

  test.each(programs)('is made in %s', (program) => {
    const text = fs.readFileSync(path.join(__dirname, program), 'utf8');
    expect(constructs.length).toBeGreaterThan(20);
    expect(constructs.filter((name) => !new RegExp(`(new |New|[. (])?\\b(New)?${name}(\\(|\\.Builder)`).test(text))).toEqual([]);
  });
});

describe.each(RUNS.flatMap(([flavour, languages]) => languages.map((name) => [flavour.framework, name, flavour] as const)))('%s, %s', (_, name, flavour) => {
  const language = LANGUAGES.find((candidate) => candidate.name === name)!;

  testOf(language)('gives the same stacks as TypeScript', async () => {
    const [wanted, given]: Stacks[] = [await twin(), await stacksOf(language, flavour)];
    expect(given).toEqual(wanted);
  });
});

test.each([CDKTF, CDKTN])('the generated C# has all types', (flavour) => {
  const folder = path.join(distOf(flavour), 'dotnet', flavour.dotnetNamespace, flavour.dotnetNamespace);
  const files = fs.readdirSync(folder);
  const missing = own.filter(({ name }) => !files.includes(`${name}.cs`)).map(({ name }) => name);
  expect(own.length).toBeGreaterThan(100);
  expect(missing).toEqual([]);
});

/** Without its tools a language fails in CI, and is left out, loudly, elsewhere. */
function testOf(language: Language): jest.It {
  if (isAvailable(language) || process.env.CI) {
    return test;
  }
  console.warn(`SKIPPED: the program in ${language.name}, because ${language.tools.join(' or ')} is not on the PATH`);
  return test.skip;
}

function isConstruct({ base }: Type): boolean {
  return base !== undefined && (base === 'constructs.Construct' || base === 'cdktf.TerraformProvider' || (types[base] !== undefined && isConstruct(types[base])));
}

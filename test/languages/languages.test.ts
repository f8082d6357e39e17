import * as fs from 'node:fs';
import * as path from 'node:path';
import { LANGUAGES, RUNS, stacksOf, Stacks, testOf, twin } from './programs';
import { CDKTF, CDKTN } from '../../scripts/flavour/flavours';
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

describe('every public construct', () => {
  const constructs = own.filter((type) => type.kind === 'class' && !type.abstract && isConstruct(type)).map(({ name }) => name);
  const programs = ['typescript/main.ts', ...LANGUAGES.map(({ name, main }) => `${name}/${main}`)];

  test.each(programs)('is made in %s', (program) => {
    const text = fs.readFileSync(path.join(__dirname, program), 'utf8');
    expect(constructs.length).toBeGreaterThan(20);
    expect(constructs.filter((name) => !new RegExp(`(new |New|[. (])?\\b(New)?${name}(\\(|\\.Builder)`).test(text))).toEqual([]);
  });
});

describe.each(RUNS)('%s, %s', (_, name, flavour, language) => {
  testOf(language)('gives the same stacks as TypeScript', async () => {
    const [wanted, given]: Stacks[] = [await twin(), await stacksOf(path.join(__dirname, name), language, flavour)];
    expect(Object.keys(wanted)).toEqual(['everything', 'self-hosted']);
    expect(given).toEqual(wanted);
  });
});

test.each([CDKTF, CDKTN])('the C# project has all types', (flavour) => {
  const folder = path.join(distOf(flavour), 'dotnet', flavour.dotnetNamespace, flavour.dotnetNamespace);
  const files = fs.readdirSync(folder);
  const missing = own.filter(({ name }) => !files.includes(`${name}.cs`)).map(({ name }) => name);
  expect(own.length).toBeGreaterThan(100);
  expect(missing).toEqual([]);
});

function isConstruct({ base }: Type): boolean {
  return base !== undefined && (base === 'constructs.Construct' || base === 'cdktf.TerraformProvider' || (types[base] !== undefined && isConstruct(types[base])));
}

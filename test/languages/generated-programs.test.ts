import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { LANGUAGES, RUNS, stacksOf, testOf } from './programs';
import { CDKTF, CDKTN } from '../../scripts/flavour/flavours';
import { rewriteProgram } from '../../scripts/flavour/program';
import { emitterOf } from '../../tools/src/program/languages';
import { runProgram } from '../../tools/src/program/run';
import { everything } from '../../tools/test/program/everything';

jest.setTimeout(600_000);

/** What a program is built with, besides its source. */
const BUILD_FILES: { readonly [language: string]: string } = { java: 'pom.xml', go: 'go.mod', csharp: 'Everything.csproj' };

let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-generated-'));
});

afterEach(() => fs.rmSync(folder, { recursive: true }));

// Names of packages are all that differs between the flavors: another test has them.
describe.each(RUNS.filter(([framework]) => framework === CDKTF.framework))('%s, a program that the tools write in %s', (_, name, flavour, language) => {
  testOf(language)('gives the same stack as in TypeScript', async () => {
    const program = await everything();
    const emitter = emitterOf(name, 'cdktf');
    fs.mkdirSync(path.dirname(path.join(folder, emitter.file)), { recursive: true });
    fs.writeFileSync(path.join(folder, emitter.file), emitter.emit(program));
    const file = BUILD_FILES[name];
    if (file !== undefined) {
      fs.copyFileSync(path.join(__dirname, name, file), path.join(folder, file));
    }
    const { '//': _metadata, terraform: { backend, ...terraform }, ...stack } = runProgram(program).stack!;
    expect(await stacksOf(folder, language, flavour)).toEqual({ [program.stack]: { ...stack, terraform } });
  });
});

test.each(LANGUAGES.map(({ name }) => name))('a program in %s for CDK Terrain has the names of its packages', async (name) => {
  const program = await everything();
  const [cdktf, cdktn] = (['cdktf', 'cdktn'] as const).map((flavor) => emitterOf(name, flavor).emit(program));
  // In Go, the name is written once more where it is that of the package.
  const spelled = (text: string) => text.replace('\tcdktf "github.com/hashicorp/terraform-cdk-go/cdktf"', '\t"github.com/hashicorp/terraform-cdk-go/cdktf"');
  expect(cdktn).not.toBe(cdktf);
  expect(cdktn.split('\n').sort()).toEqual(rewriteProgram(spelled(cdktf), CDKTN).split('\n').sort());
});

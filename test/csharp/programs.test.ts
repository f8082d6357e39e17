import { frameworksOf, libraryOf } from '../../scripts/assembly/assembly';
import { typesOfAssemblies } from '../../scripts/csharp/assembly-types';
import { checkProgram } from '../../scripts/csharp/check-program';
import { parse, syntaxProblems } from '../../scripts/csharp/grammar';
import { examplesInPages, programsIn, RepositoryProgram } from '../../scripts/csharp/programs';
import { CDKTF, CDKTN, Flavour } from '../../scripts/flavour/flavours';
import { rewriteProgram } from '../../scripts/flavour/program';

jest.setTimeout(180_000);

const typesOf = (flavour: Flavour) => typesOfAssemblies([libraryOf(flavour), ...frameworksOf(flavour)]);

/** The programs, with the names of a flavour. */
async function programsOf(flavour: Flavour): Promise<RepositoryProgram[]> {
  return (await programsIn()).map((program) => ({
    ...program,
    files: program.files.map(({ name, text }) => ({ name, text: rewriteProgram(text, flavour) })),
  }));
}

test('the programs are found', async () => {
  const folders = (await programsIn()).map(({ folder }) => folder);
  expect(folders).toEqual(expect.arrayContaining(['docs/examples/csharp', 'examples/csharp/quickstart', 'test/languages/csharp']));
});

describe.each([CDKTF, CDKTN].map((flavour) => [flavour.packageName, flavour] as const))('the programs in C# for %s', (_, flavour) => {
  test('name what is in the library and its framework', async () => {
    const problems = (await Promise.all((await programsOf(flavour)).map((program) => checkProgram(program, typesOf(flavour))))).flat();
    expect(problems.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`)).toEqual([]);
  });

  test('import the flavour, and no other', async () => {
    const other = flavour === CDKTF ? CDKTN : CDKTF;
    const texts = (await programsOf(flavour)).flatMap(({ files }) => files.map(({ text }) => text));
    expect(texts.some((text) => text.includes(`using ${flavour.dotnetNamespace};`))).toBe(true);
    expect(texts.filter((text) => new RegExp(`^using ${other.dotnetNamespace};`, 'm').test(text))).toEqual([]);
  });
});

test('any name of the library that is misspelled anywhere is found', async () => {
  const types = typesOf(CDKTF);
  const names = new Set(types.flatMap((type) => [type.name, ...type.members.map(({ name }) => name)]));
  const tried = new Set<string>();
  const missed: string[] = [];
  for (const program of await programsIn()) {
    for (const file of program.files) {
      const identifiers = (await parse(file.text)).rootNode.descendantsOfType('identifier').filter((node) => node !== null && names.has(node.text));
      for (const { text: name, startIndex, endIndex } of identifiers.map((node) => node!)) {
        // Once for each name: what is not found in one place would not be in another.
        if (!tried.has(name)) {
          tried.add(name);
          const text = `${file.text.slice(0, startIndex)}${name}x${file.text.slice(endIndex)}`;
          const changed = { ...program, files: program.files.map((other) => (other === file ? { ...file, text } : other)) };
          const problems = await checkProgram(changed, types);
          if (!problems.some(({ message }) => message.includes(name))) {
            missed.push(`${file.name}: ${name}x`);
          }
        }
      }
    }
  }
  expect(tried.size).toBeGreaterThan(150);
  expect(missed).toEqual([]);
});

test('the examples in C# of all pages are C#', async () => {
  const examples = await examplesInPages();
  expect(new Set(examples.map(({ file }) => file)).size).toBeGreaterThan(5);
  const problems: string[] = [];
  for (const { file, line, text } of examples) {
    const found = syntaxProblems((await parse(text)).rootNode);
    problems.push(...found.map((problem) => `${file}:${line + problem.line}:${problem.column}: ${problem.message}`));
  }
  expect(problems).toEqual([]);
});

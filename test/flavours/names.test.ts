import { Assembly, AssemblyType, frameworksOf, libraryOf } from '../../scripts/assembly/assembly';
import { CDKTF, CDKTN } from '../../scripts/flavour/flavours';
import { clashes, namesTakenBy } from '../../scripts/names/clashes';
import { namesOfDotnet, namesOfJava, namesOfPython } from '../../scripts/names/languages';
import { namelessParameters } from '../../scripts/names/parameters';
import { LANGUAGES, testOf } from '../languages/programs';

jest.setTimeout(60_000);

const FLAVOURS = [CDKTF, CDKTN].map((flavour) => [flavour.packageName, flavour] as const);
const [PYTHON, JAVA] = ['python', 'java'].map((wanted) => LANGUAGES.find(({ name }) => name === wanted)!);
/** A user of one flavour may move to the other. */
const frameworks = () => [CDKTF, CDKTN].flatMap(frameworksOf).map(namesTakenBy);

/** An assembly with one more type. */
function withType(assembly: Assembly, name: string, more: Partial<AssemblyType> = {}): Assembly {
  const fqn = `${assembly.name}.${name}`;
  return { ...assembly, types: { ...assembly.types, [fqn]: { fqn, name, kind: 'class', ...more } } };
}

describe.each(FLAVOURS)('the public types of %s', (_, flavour) => {
  const library = libraryOf(flavour);

  test('are not named like one of the framework, nor like each other', () => {
    expect(frameworks().map(({ by }) => by)).toEqual(['cdktf', 'constructs', 'cdktn', 'constructs']);
    expect(clashes(library, frameworks())).toEqual([]);
    expect(clashes(withType(library, 'TerraformStack'), frameworks())).toEqual([
      'TerraformStack: TerraformStack is taken by cdktf', 'TerraformStack: TerraformStack is taken by cdktn',
    ]);
    expect(clashes(withType(library, 'Construct', { kind: 'interface', datatype: true }), frameworks())).toContain('Construct: IConstruct is taken by constructs');
    expect(clashes(withType(withType(library, 'Shelf', { kind: 'interface', datatype: true }), 'IShelf', { kind: 'interface' }), [])).toEqual([
      'IShelf: IShelf is taken by another type of the library',
    ]);
  });

  test('are not named like one that C# imports by itself', () => {
    expect(clashes(library, namesOfDotnet())).toEqual([]);
    expect(clashes(withType(library, 'Environment'), namesOfDotnet())).toEqual(['Environment: Environment is taken by System of .NET']);
    expect(clashes(withType(library, 'Thread'), namesOfDotnet())).toEqual(['Thread: Thread is taken by System.Threading of .NET']);
    expect(clashes(withType(library, 'Queue', { kind: 'enum' }), namesOfDotnet())).toEqual(['Queue: Queue is taken by System.Collections.Generic of .NET']);
    expect(clashes(withType(library, 'Progress', { kind: 'interface', datatype: true }), namesOfDotnet())).toEqual([
      'Progress: Progress is taken by System of .NET', 'Progress: IProgress is taken by System of .NET',
    ]);
    expect(clashes(withType(library, 'Environment', { namespace: 'l1' }), namesOfDotnet())).toEqual([]);
  });

  testOf(JAVA)('are not named like one of java.lang', async () => {
    const java = await namesOfJava();
    expect([...java.names]).toEqual(expect.arrayContaining(['Thread', 'Process', 'Record', 'Override', 'ScopedValue']));
    expect(clashes(library, [java])).toEqual([]);
    expect(clashes(withType(library, 'Thread'), [java])).toEqual(['Thread: Thread is taken by java.lang']);
  });

  testOf(PYTHON)('are not named like a builtin of Python', async () => {
    const python = await namesOfPython();
    expect([...python.names]).toEqual(expect.arrayContaining(['Warning', 'TimeoutError', 'Ellipsis', 'print']));
    expect(clashes(library, [python])).toEqual([]);
    expect(clashes(withType(library, 'Warning'), [python])).toEqual(['Warning: Warning is taken by builtins of Python']);
  });
});

describe.each(FLAVOURS)('the parameters of %s', (_, flavour) => {
  const library = libraryOf(flavour);

  test('have names that say something', () => {
    expect(Object.values(library.types).filter(({ namespace }) => namespace === 'l1').length).toBeGreaterThan(50);
    expect(namelessParameters(library)).toEqual([]);
  });

  test.each(['__1', 'secret_value', '_secret', 'Secret', '$'])('not such as %s', (name) => {
    const parameters = [{ name: 'scope', type: {} }, { name, type: {} }];
    expect(namelessParameters(withType(library, 'Odd', { methods: [{ name: 'store', parameters }] }))).toContain(`${library.name}.Odd.store(${name})`);
    expect(namelessParameters(withType(library, 'Odd', { namespace: 'l1', initializer: { parameters } }))).toContain(`${library.name}.Odd.constructor(${name})`);
  });
});

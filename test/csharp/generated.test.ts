import { Node } from 'web-tree-sitter';
import { frameworksOf, libraryOf } from '../../scripts/assembly/assembly';
import { typesOfAssemblies } from '../../scripts/csharp/assembly-types';
import { bodyOf, declarationsIn, has, signatureOf } from '../../scripts/csharp/declared-types';
import { generatedFilesOf } from '../../scripts/csharp/generated';
import { parse, syntaxProblems } from '../../scripts/csharp/grammar';
import { CsType, membersOf, Signature, UNKNOWN } from '../../scripts/csharp/types';
import { CDKTF, CDKTN, Flavour } from '../../scripts/flavour/flavours';

jest.setTimeout(60_000);

/** What the checks of programs know of a type, as lines of text. The class of a struct has what the structs that it extends have. */
function outline(type: CsType): string[] {
  const members = (type.struct ? membersOf(type) : type.members).filter(({ name }) => !name.startsWith('_'));
  return [...new Set([
    `${type.abstract ? 'abstract ' : ''}${type.kind}`,
    ...type.constructors.map(({ required, total }) => `new ${required} ${total}`),
    ...members.map(({ name, signature, ...member }) => `${member.static ? 'static ' : ''}${name}${signature === undefined ? '' : ` ${signature.required} ${signature.total}`}`),
  ])].sort();
}

/** The constructors that are not there for the runtime alone. */
function constructorsOf(node: Node): Signature[] {
  return bodyOf(node)
    .filter(({ type, text }) => type === 'constructor_declaration' && !/\((ByRefValue reference|DeputyProps props)\)/.test(text))
    .map((constructor) => signatureOf(constructor, () => UNKNOWN));
}

/** The types in the generated files that programs see. */
async function publicTypesOf(flavour: Flavour): Promise<Map<string, string[]>> {
  const types = new Map<string, string[]>();
  for (const { text } of generatedFilesOf(flavour)) {
    const declarations = declarationsIn((await parse(text)).rootNode, () => {
      throw new Error('names are not resolved');
    });
    for (const { node, type } of declarations.filter((declaration) => has(declaration.node, 'public'))) {
      const isStruct = bodyOf(node).length > 0 && /JsiiByValue/.test(node.text);
      types.set(`${type.namespace}.${type.name}`, outline({ ...type, constructors: isStruct ? type.constructors : constructorsOf(node) }));
    }
  }
  return types;
}

describe.each([CDKTF, CDKTN].map((flavour) => [flavour.framework, flavour] as const))('the C# that is generated for %s', (_, flavour) => {
  test('is C#', async () => {
    const files = generatedFilesOf(flavour);
    expect([...new Set(files.map(({ name }) => name.split('/')[0]))]).toHaveLength(3);
    expect(files.length).toBeGreaterThan(500);
    const problems: string[] = [];
    for (const { name, text } of files) {
      const found = syntaxProblems((await parse(text)).rootNode);
      problems.push(...found.map(({ line, column, message }) => `${name}:${line}:${column}: ${message}`));
    }
    expect(problems).toEqual([]);
  });

  test('has the types, members and parameters that programs are checked against', async () => {
    const known = typesOfAssemblies([libraryOf(flavour), ...frameworksOf(flavour)]);
    const generated = await publicTypesOf(flavour);
    const own = new Map(known.map((type) => [`${type.namespace}.${type.name}`, outline(type)]));
    expect(own.size).toBeGreaterThan(500);
    expect([...own.keys()].filter((name) => !generated.has(name))).toEqual([]);
    const pairs = [...own].map(([name, lines]) => ({ name, lines, generated: generated.get(name) }));
    expect(pairs.filter((pair) => JSON.stringify(pair.lines) !== JSON.stringify(pair.generated))).toEqual([]);
  });
});

test('a parameter without a name is found, with its line', async () => {
  const text = (name: string) => [
    'namespace A', '{', '  public class B', '  {', '    public virtual void C(string scope)', '    {', '    }', '',
    `    public virtual void D(string scope, string ${name})`, '    {', `      E(new object[]{scope, ${name}});`, '    }', '  }', '}',
  ].join('\n');
  expect(syntaxProblems((await parse(text('1'))).rootNode)[0]).toMatchObject({ line: 9, column: 48 });
  expect(syntaxProblems((await parse(text('secret'))).rootNode)).toEqual([]);
});

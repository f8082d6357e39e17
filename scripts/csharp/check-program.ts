import { Tree } from 'web-tree-sitter';
import { Surroundings } from './check-expressions';
import { StatementChecker } from './check-statements';
import { checkType } from './check-types';
import { declarationsIn } from './declared-types';
import { childrenOf, childrenOfType, parse, Problem, syntaxProblems } from './grammar';
import { declaredAnywhere, Scope } from './scope';
import { CsType } from './types';
import { globalImportsOf, TypeIndex, VisibleTypes } from './visible-types';

/** A program in C#: the files of a project. */
export interface Program {
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** Whether the project has C# import the usual namespaces of .NET. */
  readonly implicitUsings: boolean;
}

interface ParsedFile {
  readonly name: string;
  readonly tree: Tree;
}

export interface ProblemInFile extends Problem {
  readonly file: string;
}

/**
 * Checks a program without a compiler: its syntax, and that whatever it names of the library and its framework is there.
 *
 * What is not known is not reported: members of .NET's types, and of what cannot be inferred.
 *
 * @param library the types that the program is given
 */
export async function checkProgram(program: Program, library: readonly CsType[]): Promise<ProblemInFile[]> {
  const files = await Promise.all(program.files.map(async ({ name, text }) => ({ name, tree: await parse(text) })));
  try {
    const broken = files.flatMap(({ name, tree }) => syntaxProblems(tree.rootNode).map((problem) => ({ file: name, ...problem })));
    return broken.length > 0 ? broken : checkFiles(files, program.implicitUsings, library);
  } finally {
    // The memory of the parser is not the garbage collector's.
    files.forEach(({ tree }) => tree.delete());
  }
}

function checkFiles(files: readonly ParsedFile[], implicitUsings: boolean, library: readonly CsType[]): ProblemInFile[] {
  const visible = new Map<Tree, VisibleTypes>();
  const declarations = files.map(({ tree }) => declarationsIn(tree.rootNode, () => visible.get(tree)!));
  const index = new TypeIndex([...library, ...declarations.flat().map(({ type }) => type)]);
  const imports = globalImportsOf(files.map(({ tree }) => tree.rootNode), implicitUsings);
  files.forEach(({ tree }) => visible.set(tree, new VisibleTypes(tree.rootNode, index, imports)));
  const extensions = new Set(files.flatMap(({ tree }) => extensionsIn(tree)));
  return files.flatMap(({ name, tree }, position) => {
    const problems: Problem[] = [...visible.get(tree)!.problems];
    const report = (problem: Problem) => problems.push(problem);
    const around: Surroundings = { visible: visible.get(tree)!, report, extensions, anywhere: declaredAnywhere(tree.rootNode) };
    const topLevel = new StatementChecker(around, undefined);
    const scope = new Scope();
    childrenOfType(tree.rootNode, 'global_statement').forEach((statement) => topLevel.check(statement, scope));
    declarations[position].forEach((declaration) => checkType(declaration, new StatementChecker(around, declaration.type), around.report));
    return withoutRepeated(problems).map((problem) => ({ file: name, ...problem }));
  });
}

/** Names of methods whose first parameter is `this`. */
function extensionsIn(tree: Tree): string[] {
  return tree.rootNode.descendantsOfType('method_declaration')
    .filter((method) => method!.descendantsOfType('parameter').some((parameter) => childrenOf(parameter!).some(({ text }) => text === 'this')))
    .map((method) => method!.childForFieldName('name')!.text);
}

/** In the order of the file; what two looks at one place find is one problem. */
function withoutRepeated(problems: readonly Problem[]): Problem[] {
  const seen = new Map(problems.map((problem) => [`${problem.line}:${problem.column}:${problem.message}`, problem]));
  return [...seen.values()].sort((a, b) => a.line - b.line || a.column - b.column);
}

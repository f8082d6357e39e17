import * as fs from 'node:fs';
import { Language, Node, Parser, Tree } from 'web-tree-sitter';

/** A finding in a file; lines and columns begin with 1. */
export interface Problem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

let csharp: Promise<Parser> | undefined;

/** The syntax tree of a file of C#. Errors are nodes of it: see `syntaxProblems`. */
export async function parse(text: string): Promise<Tree> {
  csharp ??= loadParser();
  const tree = (await csharp).parse(text);
  if (tree === null) {
    throw new Error('the parser of C# returned no tree');
  }
  return tree;
}

async function loadParser(): Promise<Parser> {
  await Parser.init();
  const parser = new Parser();
  // As bytes: a path would be read by a dynamic import, which jest does not have.
  parser.setLanguage(await Language.load(new Uint8Array(fs.readFileSync(require.resolve('tree-sitter-c-sharp/tree-sitter-c_sharp.wasm')))));
  return parser;
}

/** Where the text is not C#: what the grammar could not read, and what it had to add. */
export function syntaxProblems(node: Node): Problem[] {
  if (!node.hasError) {
    return [];
  }
  if (node.isMissing) {
    return [problemAt(node, `${node.type} is missing`)];
  }
  const within = childrenOf(node).flatMap(syntaxProblems);
  if (within.length > 0 || !node.isError) {
    return within;
  }
  const [firstLine] = node.text.split('\n');
  return [problemAt(node, `cannot read ${JSON.stringify(firstLine.slice(0, 60))}`)];
}

export function problemAt(node: Node, message: string): Problem {
  return { line: node.startPosition.row + 1, column: node.startPosition.column + 1, message };
}

/** The children that are there. */
export function childrenOf(node: Node): Node[] {
  return node.children.filter((child) => child !== null);
}

/** Those with a name in the grammar, comments left out. */
export function namedChildrenOf(node: Node): Node[] {
  return node.namedChildren.filter((child) => child !== null && child.type !== 'comment');
}

/** Of the named children, those of some types. */
export function childrenOfType(node: Node, ...types: string[]): Node[] {
  return namedChildrenOf(node).filter(({ type }) => types.includes(type));
}

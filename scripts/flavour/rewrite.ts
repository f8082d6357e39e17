import * as ts from 'typescript';
import { CDKTF, Flavour } from './flavours';

/** The text of a TypeScript file for another flavour: its module specifiers change, and nothing else. */
export function rewriteTypeScript(text: string, flavour: Flavour): string {
  const source = ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest);
  const places: { readonly start: number; readonly end: number; readonly specifier: string }[] = [];
  const visit = (node: ts.Node) => {
    const literal = specifierOf(node);
    const specifier = literal && rewriteSpecifier(literal.text, flavour);
    if (literal && specifier !== undefined) {
      // Without the quotes around it.
      places.push({ start: literal.getStart(source) + 1, end: literal.getEnd() - 1, specifier });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return places
    .sort((a, b) => b.start - a.start)
    .reduce((rewritten, { start, end, specifier }) => rewritten.slice(0, start) + specifier + rewritten.slice(end), text);
}

/** The text of a guide for another flavour: the module specifiers of its examples change, and what is installed. */
export function rewriteMarkdown(text: string, flavour: Flavour): string {
  return text
    .replace(/^(```ts[^\n]*\n)([\s\S]*?)(^```)/gm, (_, opening: string, code: string, closing: string) => opening + rewriteTypeScript(code, flavour) + closing)
    .replace(/^npm install .*$/gm, (line) => line.split(' ').map((word) => rewriteSpecifier(word, flavour) ?? word).join(' '));
}

/** The README of another flavour: as a guide, and its title, its first sentence and its peers say what it is for. */
export function rewriteReadme(text: string, flavour: Flavour): string {
  return rewriteMarkdown(text, flavour)
    .replace(new RegExp(`^# ${CDKTF.packageName}(?= in |$)`, 'm'), `# ${flavour.packageName}`)
    .replace(`[${CDKTF.title}](${CDKTF.website})`, `[${flavour.title}](${flavour.website})`)
    .replace(peersOf(CDKTF), peersOf(flavour));
}

function peersOf({ peers }: Flavour): string {
  return Object.entries(peers).map(([name, range]) => `\`${name} ${range}\``).join(' and ');
}

/** `from '…'`, `import('…')`, `require('…')`, `jest.mock('…')` and their like. */
function specifierOf(node: ts.Node): ts.StringLiteralLike | undefined {
  if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteralLike(node.moduleSpecifier)) {
    return node.moduleSpecifier;
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteralLike(node.argument.literal)) {
    return node.argument.literal;
  }
  if (ts.isExternalModuleReference(node) && ts.isStringLiteralLike(node.expression)) {
    return node.expression;
  }
  if (ts.isCallExpression(node) && node.arguments.length > 0 && ts.isStringLiteralLike(node.arguments[0])) {
    const loads = node.expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(node.expression) && node.expression.text === 'require');
    return loads ? node.arguments[0] : undefined;
  }
  return undefined;
}

function rewriteSpecifier(specifier: string, flavour: Flavour): string | undefined {
  switch (specifier) {
    case CDKTF.framework: return flavour.framework;
    case CDKTF.packageName: return flavour.packageName;
    default: return undefined;
  }
}

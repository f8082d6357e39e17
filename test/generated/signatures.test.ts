import * as fs from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';
import { ROOT } from '../../scripts/run';
import { EntryPoint, entryPointsOf, signatureOf, signaturesFile, TARGET, typesOf } from '../../scripts/signatures';
import * as library from '../../src';
import { SIGNATURES } from '../../src/core/signatures';

const types = typesOf();
const entryPoints = Object.values(types).flatMap(entryPointsOf);

test('the committed table is what `npm run signatures` writes', () => {
  expect(fs.readFileSync(TARGET, 'utf8')).toBe(signaturesFile(types, library));
});

type Callable = ts.ConstructorDeclaration | ts.MethodDeclaration | ts.SetAccessorDeclaration;

/** What is written at the place that the assembly names. Undefined for a method of an interface, which has no code. */
function declarationOf({ entry, locationInModule }: EntryPoint): Callable | undefined {
  const { filename, line } = locationInModule!;
  const source = ts.createSourceFile(filename, fs.readFileSync(path.join(ROOT, filename), 'utf8'), ts.ScriptTarget.ES2022, true);
  const name = entry.split(/[.#]/)[1];
  let found: Callable | undefined;
  const visit = (node: ts.Node) => {
    const isCallable = ts.isConstructorDeclaration(node) || ts.isMethodDeclaration(node);
    if (isCallable && source.getLineAndCharacterOfPosition(node.getStart()).line === line - 1) {
      found = node;
    }
    // The assembly names the getter of a property that can be set.
    if (ts.isSetAccessorDeclaration(node) && node.name.getText() === name) {
      found ??= node;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found?.body === undefined ? undefined : found;
}

/** The first statement, of a constructor the first after that which calls the base. */
function beginningOf(callable: Callable): string {
  const statements = callable.body!.statements.map((statement) => statement.getText());
  return statements.find((text) => !text.startsWith('super(')) ?? '';
}

const withCode = entryPoints.flatMap((entryPoint) => {
  const callable = declarationOf(entryPoint);
  return callable === undefined ? [] : [{ ...entryPoint, callable }];
});
/** The base of constructs checks scope and id before it calls its own base. */
const CHECKS_SCOPE = /^super\(checkedScope\(scope, id, new\.target\), id[,)]/;

test('every class and method of the assembly is found in the source', () => {
  expect(withCode.length).toBeGreaterThan(150);
  expect(entryPoints.filter(({ entry, locationInModule }) => locationInModule === undefined || !SIGNATURES.includes(`\n${entry}(`))).toEqual([]);
});

test.each(withCode.map((entryPoint) => [entryPoint.entry, entryPoint] as const))('%s begins with the check of its signature', (entry, { parameters, callable }) => {
  const text = beginningOf(callable);
  if (entry === 'new LogfireChannel') {
    // What an application calls is the constructor of its base.
    expect(callable.body!.statements[0].getText()).toMatch(CHECKS_SCOPE);
    return;
  }
  const [, checked, , self] = /^checkCall\('([^']+)', arguments(, (this))?\);$/.exec(text) ?? [];
  expect({ text, checked }).toEqual({ text, checked: expect.any(String) });
  expect(self).toBe(callable.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword) ? undefined : 'this');
  // A base has the code of several classes, and checks what they all take.
  if (checked !== entry) {
    expect(checked.split('#')[1]).toBe(entry.split('#')[1]);
    expect(checked.startsWith('I')).toBe(true);
    const line = SIGNATURES.split('\n').find((signature) => signature.startsWith(`${checked}(`));
    expect(line?.slice(checked.length)).toBe(signatureOf({ entry, parameters }).slice(entry.length));
  }
});

test('every construct checks its scope and id before its base does', () => {
  const constructors = withCode.filter(({ parameters, entry }) => entry.startsWith('new ') && parameters[0]?.name === 'scope');
  expect(constructors.length).toBeGreaterThan(20);
  const unchecked = constructors.filter(({ callable }) => {
    const { heritageClauses } = callable.parent as ts.ClassDeclaration;
    const base = heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0].getText();
    return (base === 'Construct' || base === 'TerraformProvider') && !CHECKS_SCOPE.test(callable.body!.statements[0].getText());
  });
  expect(unchecked.map(({ entry }) => entry)).toEqual([]);
});

import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';

/** What an index exports: a value of a module, or the module itself. */
interface Export {
  readonly name: string;
  readonly module: string;
  readonly value?: string;
}

/** A module that declares a rule, and the type of resource that the rule is about, if it is about one. */
interface RuleModule {
  readonly module: string;
  readonly resourceType?: string;
}

/** Calls of `declareRule`, `declareUniqueName` and their like in compiled modules, with a string that they begin with. */
const DECLARATION = /\(0, \w+\.declare[A-Z]\w*\)\((?:'(\w+)'|"(\w+)")?/g;

/**
 * Replaces the compiled indexes of the library and of its bindings by ones that load a module when one of its names is used for the first time.
 * The rules for all apps are loaded at once, with what they need, because every synth needs them.
 * Their contents come from the declarations, which stay as they are: a second run changes nothing.
 */
export function loadLazily(root: string): void {
  const lib = path.join(root, 'lib');
  for (const [folder, more] of [['l1', []], ['', ruleLoader(ruleModulesIn(lib))]] as const) {
    const index = path.join(lib, folder, 'index');
    fs.writeFileSync(`${index}.js`, textOf(exportsOf(`${index}.d.ts`), more));
  }
}

function textOf(exported: readonly Export[], more: readonly string[]): string {
  return [
    '"use strict";',
    '// Each name loads its module when it is used for the first time. Generated at compilation, from the exports of index.d.ts.',
    'Object.defineProperty(exports, "__esModule", { value: true });',
    'function lazy(name, load) {',
    '  const get = () => {',
    '    const value = load();',
    '    Object.defineProperty(exports, name, { enumerable: true, value });',
    '    return value;',
    '  };',
    '  Object.defineProperty(exports, name, { enumerable: true, configurable: true, get });',
    '}',
    '// Never runs: Node and bundlers read from it which names an ES module can import.',
    `0 && (module.exports = { ${exported.map(({ name }) => name).join(', ')} });`,
    ...exported.map(({ name, module, value }) => `lazy("${name}", () => require("${module}")${value === undefined ? '' : `.${value}`});`),
    ...more,
    '',
  ].join('\n');
}

function ruleLoader(modules: readonly RuleModule[]): string[] {
  const forTypes = modules.filter(({ resourceType }) => resourceType !== undefined);
  return [
    ...modules.filter(({ resourceType }) => resourceType === undefined).map(({ module }) => `require("${module}");`),
    'require("./core/findings").loadRulesWith((resourceTypes) => {',
    ...forTypes.map(({ module, resourceType }) => `  if (resourceTypes.has("${resourceType}")) require("${module}");`),
    '});',
  ];
}

/** The modules that declare rules, by their specifiers in the index. */
function ruleModulesIn(lib: string): RuleModule[] {
  const files = fs.readdirSync(lib, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js')).sort();
  return files.flatMap((file) => {
    const module = `./${file.replace(/\.js$/, '').replaceAll(path.sep, '/')}`;
    const found: (string | undefined)[] = [...fs.readFileSync(path.join(lib, file), 'utf8').matchAll(DECLARATION)].map(([, single, double]) => single ?? double);
    return found.includes(undefined) ? [{ module }] : [...new Set(found)].map((resourceType) => ({ module, resourceType }));
  });
}

/** The exports of an index that exist at run time. */
function exportsOf(declarations: string): Export[] {
  const source = ts.createSourceFile(declarations, fs.readFileSync(declarations, 'utf8'), ts.ScriptTarget.Latest);
  const statements = source.statements.filter(ts.isExportDeclaration).filter(({ isTypeOnly }) => !isTypeOnly);
  const moduleOf = (statement: ts.ExportDeclaration) => (statement.moduleSpecifier as ts.StringLiteral).text;
  const values = valuesOf(path.dirname(declarations), statements.map(moduleOf));
  return statements.flatMap((statement): Export[] => {
    const module = moduleOf(statement);
    const clause = statement.exportClause;
    if (clause === undefined) {
      return values[module].map((name) => ({ name, module, value: name }));
    }
    return ts.isNamespaceExport(clause)
      ? [{ name: clause.name.text, module }]
      : clause.elements
        .map(({ name, propertyName = name }) => ({ name: name.text, module, value: propertyName.text }))
        .filter(({ value }) => values[module].includes(value));
  });
}

/** The names that modules have at run time. Asked in another process, so that no compiled module stays loaded in this one. */
function valuesOf(folder: string, modules: readonly string[]): { readonly [module: string]: string[] } {
  const program = `console.log(JSON.stringify(Object.fromEntries(${JSON.stringify(modules)}.map((module) => [module, Object.keys(require(module))]))))`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', program], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(`the compiled library cannot be loaded:\n${stderr}`);
  }
  return JSON.parse(stdout);
}

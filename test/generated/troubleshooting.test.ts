import * as fs from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';
import { ROOT, run } from '../../scripts/run';
import { linkSelf } from '../../scripts/self-link';
import { ENTRIES } from '../../scripts/troubleshooting/entries';
import { anchor, page, PAGE } from '../../scripts/troubleshooting/page';
import {
  LeastPrivilegeScopes, LimitGatewaySpend, NoPlaintextSecrets, ProtectProjects, RequireAlertDelivery, RequireRunbook, RequireTokenExpiry,
} from '../../src';

jest.setTimeout(120_000);

const IDS = Object.keys(ENTRIES);
const WRITTEN = fs.readFileSync(path.join(ROOT, PAGE), 'utf8');
/** The files that a user's program runs through. */
const SOURCES = fs.readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.startsWith(`l1${path.sep}`));

test('the page is what `npm run docs:troubleshooting` writes', () => {
  expect(WRITTEN).toBe(page());
});

test('each id has one heading, whose anchor is the id', () => {
  const headings = [...WRITTEN.matchAll(/^### (.*)$/gm)].map(([, title]) => title);
  expect([...headings].sort()).toEqual([...IDS].sort());
  expect(headings.map(anchor)).toEqual(headings.map((title) => title.toLowerCase()));
  expect(new Set([...WRITTEN.matchAll(/^##+ (.*)$/gm)].map(([, title]) => anchor(title))).size).toBe([...WRITTEN.matchAll(/^##+ /gm)].length);
});

test('each entry has a meaning, a reason and a remedy', () => {
  for (const [id, { meaning, why, remedy }] of Object.entries(ENTRIES)) {
    for (const text of [meaning, why, remedy]) {
      expect([id, text]).toEqual([id, expect.stringMatching(/^[A-Z`][^]{12,}[.]$/)]);
    }
  }
});

test('what entries link to is there', () => {
  for (const [, file, fragment] of WRITTEN.matchAll(/\]\(([\w-]*\.md)?(?:#([\w-]+))?\)/g)) {
    const target = fs.readFileSync(path.join(ROOT, 'docs', file ?? path.basename(PAGE)), 'utf8');
    const anchors = ['', ...[...target.matchAll(/^#+ (.*)$/gm)].map(([, title]) => anchor(title))];
    expect(anchors).toContain(fragment ?? '');
  }
});

test('the code of the entries compiles', async () => {
  linkSelf();
  const folder = path.join(ROOT, 'node_modules', '.cache', 'logfire-troubleshooting');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const fixture = fs.readFileSync(path.join(ROOT, 'rosetta', 'default.ts-fixture'), 'utf8');
  const given = 'const given = undefined as unknown as { project: LogfireProject; shop: LogfireProject; channel: ILogfireChannel };\nconst { project, shop, channel } = given;';
  const blocks = Object.values(ENTRIES).flatMap(({ code }) => code === undefined ? [] : [`{\n${code}\n}`]);
  expect(blocks.length).toBeGreaterThan(25);
  fs.writeFileSync(path.join(folder, 'entries.ts'), fixture.replace('/// here', `${given}\nvoid [project, shop, channel];\n${blocks.join('\n')}`));
  const { output } = await run('tsc', [
    '--noEmit', '--strict', '--module', 'node16', '--target', 'es2022', '--skipLibCheck', '--types', 'node', path.join(folder, 'entries.ts'),
  ]);
  expect(output).toBe('');
});

describe('in the sources', () => {
  const program = ts.createProgram(SOURCES.map((file) => path.join(ROOT, 'src', file)), {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Node16,
    skipLibCheck: true,
  });
  const checker = program.getTypeChecker();

  function nodesOf<T extends ts.Node>(is: (node: ts.Node) => node is T): { readonly file: string; readonly node: T }[] {
    const found: { file: string; node: T }[] = [];
    for (const file of SOURCES) {
      const visit = (node: ts.Node) => {
        if (is(node)) {
          found.push({ file, node });
        }
        ts.forEachChild(node, visit);
      };
      visit(program.getSourceFile(path.join(ROOT, 'src', file))!);
    }
    return found;
  }

  /** Whether a string stands where only ids may stand: by its type, or as the id of a finding whose type is inferred. */
  function isId(node: ts.StringLiteral): boolean {
    if (ts.isPropertyAssignment(node.parent) && node.parent.name.getText() === 'id') {
      return true;
    }
    const type = checker.getContextualType(node);
    // The other members of such a type are objects or undefined.
    const strings = type?.isUnion() ? type.types.filter((member) => member.isStringLiteral()) : [];
    return strings.length > 1 && strings.every(({ value }) => IDS.includes(value));
  }

  test('each id is used', () => {
    const used = new Set(nodesOf(ts.isStringLiteral).filter(({ node }) => isId(node)).map(({ node }) => node.text));
    const policies = [
      new LeastPrivilegeScopes(), new LimitGatewaySpend(), new NoPlaintextSecrets(), new ProtectProjects(), new RequireAlertDelivery(),
      new RequireRunbook(), new RequireTokenExpiry(),
    ];
    policies.forEach(({ rule }) => used.add(rule));
    expect(IDS.filter((id) => !used.has(id))).toEqual([]);
  });

  test('no error or warning goes around the functions that take an id', () => {
    const said = nodesOf(ts.isPropertyAccessExpression).filter(({ node }) => /^add(?:Warning|Error)$/.test(node.name.text)).map(({ file }) => file);
    expect(said).toEqual([path.join('core', 'errors.ts')]);
    const thrown = nodesOf(ts.isThrowStatement)
      .filter(({ node }) => !ts.isIdentifier(node.expression))
      .map(({ file, node }) => [file, node.expression.getText()]);
    // What the parser of expressions throws is caught where it is called.
    expect(thrown.filter(([file, text]) => file !== path.join('core', 'errors.ts') && !text.startsWith('new SyntaxError'))).toEqual([]);
  });
});

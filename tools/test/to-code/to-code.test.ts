import * as fs from 'node:fs';
import * as path from 'node:path';
import '../convert/corpus';
import * as fc from 'fast-check';
import { DashboardDefinition } from '../../../src';
import { normalForm } from '../../../src/dashboards/normal-form';
import { plainJson } from '../../../src/dashboards/plain-json';
import { definitions } from '../../../test/dashboards/random-definitions';
import { emitterOf } from '../../src/program/languages';
import { dashboardCode, DashboardCode } from '../../src/to-code/dashboard-code';
import { readDashboard } from '../../src/to-code/read-dashboard';
import { runTypeScript } from '../program/transpiled';

jest.setTimeout(120_000);

const DOCUMENTS = [path.join(__dirname, 'dashboards', 'everything.json'), path.join(__dirname, '../../../examples/typescript/dashboard-from-file/traffic.json')];

/** The document that Terraform gets from a program. */
function documentOf({ program }: DashboardCode): unknown {
  const [{ definition }] = Object.values<{ definition: string }>(runTypeScript(program).resource.logfire_dashboard);
  return JSON.parse(definition.replace(/(\$\$|%%)\{/g, (opening) => opening.slice(1)));
}

function normal(document: any): unknown {
  return JSON.parse(JSON.stringify(normalForm(plainJson(document, 'document').value as never, document.spec.display.name)));
}

function codeOf(document: unknown): DashboardCode {
  return dashboardCode({ text: JSON.stringify(document), document: document as never }, 'traffic.json');
}

test.each(DOCUMENTS)('%s: the document of the program is that of the file', (file) => {
  const dashboard = readDashboard(file);
  const code = dashboardCode(dashboard, file);
  expect(documentOf(code)).toEqual(normal(dashboard.document));
  expect(emitterOf('typescript', 'cdktf').emit(code.program)).toContain('DashboardDefinition.fromSections(');
});

test('what a class of panels does not say becomes a RawPanel, and only that', () => {
  const code = dashboardCode(readDashboard(DOCUMENTS[0]), 'everything.json');
  expect(code.notes).toEqual(['Panel older is a RawPanel: the builder does not say all of it']);
  const text = emitterOf('typescript', 'cdktf').emit(code.program);
  expect([...text.matchAll(/new (\w+Panel)\(/g)].map(([, name]) => name)).toEqual([
    'MarkdownPanel', 'TimeSeriesPanel', 'BarPanel', 'RawPanel', 'PiePanel', 'ValuesPanel', 'TablePanel', 'RawPanel',
  ]);
});

test.each<[string, (spec: any) => void, string]>([
  ['a member that the builder does not have', (spec) => { spec.datasources = { main: { kind: 'Logfire' } }; }, 'the builder would write another document'],
  ['a section without a title', (spec) => { spec.layouts[0].spec.display = {}; }, 'title must not be blank'],
  ['a variable of another kind', (spec) => { spec.variables[2].spec.plugin.kind = 'Other'; }, 'it has parts without a counterpart in the builder'],
  ['a panel that no section has', (spec) => { spec.layouts.pop(); }, 'the builder would write another document'],
  ['a duration in another spelling', (spec) => { spec.duration = '90m'; }, 'the builder would write another document'],
])('%s leaves the document as JSON, with the reason', (_, change, reason) => {
  const document = JSON.parse(fs.readFileSync(DOCUMENTS[0], 'utf8'));
  change(document.spec);
  const code = codeOf(document);
  expect(code.notes.join()).toContain(reason);
  expect(documentOf(code)).toEqual(normal(document));
});

test('any document that can be built is written with the builder, and comes back', () => {
  let written = 0;
  fc.assert(fc.property(definitions, (props) => {
    const definition = built({ displayName: 'Traffic', ...props });
    if (definition !== undefined) {
      const document = JSON.parse(JSON.stringify(normalForm(definition._content.document, props.displayName ?? 'Traffic')));
      const code = codeOf(document);
      written += code.notes.length === 0 ? 1 : 0;
      expect(documentOf(code)).toEqual(normal(document));
    }
  }), { numRuns: 40 });
  expect(written).toBeGreaterThan(10);
});

function built(props: Parameters<typeof DashboardDefinition.fromSections>[0]): DashboardDefinition | undefined {
  try {
    return DashboardDefinition.fromSections(props);
  } catch {
    return undefined;
  }
}

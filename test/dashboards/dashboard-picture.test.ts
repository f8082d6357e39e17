import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { document, Json, panel, query, rendered } from './documents';
import { definitionOf, text } from './panels';
import { dashboardFigure, dashboardPicture } from '../../src/dashboards/dashboard-picture';
import { drawnDashboard } from '../../src/dashboards/drawn-dashboard';
import { cleanUp } from '../synth';

afterEach(cleanUp);

const pictureOf = (given: unknown) => dashboardPicture(drawnDashboard(given));

/** The texts in a picture, as a reader of XML sees them. */
function textsIn(svg: string): string[] {
  expect(XMLValidator.validate(svg)).toBe(true);
  const found = new XMLParser({ ignoreAttributes: false, htmlEntities: true, isArray: (name) => name === 'text', textNodeName: 'words', alwaysCreateTextNode: true }).parse(svg);
  return [found.svg.title, ...found.svg.text].map((element: { words: unknown }) => String(element.words));
}

function picture(title: string, kind = 'Table', display: Json = { title: 'All' }): string {
  const given = document({ p: panel(title, [], { kind, spec: {} }) });
  given.spec.layouts[0].spec.display = display;
  return pictureOf(given);
}

describe('a picture', () => {
  test('shows sections and panels, with title, kind and size', () => {
    const panels = [text('first', { width: 12, height: 2 }), text('second', { width: 3, height: 1, x: 21, y: 5 })];
    const svg = pictureOf(rendered(definitionOf(panels, { displayName: 'Shop' }, { collapsed: true })));
    expect(textsIn(svg)).toEqual(['Dashboard Shop', '▸ All (collapsed)', 'first', 'Markdown, 12 × 2', 'second']);
    expect(svg).toBe(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 944 198" width="944" height="198" role="img">
<title>Dashboard Shop</title>
<style>${[
  'text{font-family:system-ui,sans-serif;fill:#24292f}',
  '.section{font-size:15px;font-weight:600}',
  '.title{font-size:13px;font-weight:600}',
  '.kind{font-size:11px;fill:#57606a}',
  '.panel{fill:#f6f8fa;stroke:#d0d7de}',
  '.rule{stroke:#d0d7de}',
  '@media(prefers-color-scheme:dark){text{fill:#e6edf3}.kind{fill:#9198a1}.panel{fill:#161b22;stroke:#3d444d}.rule{stroke:#3d444d}}',
].join('')}</style>
<text class="section" x="16" y="32">▸ All (collapsed)</text><path class="rule" d="M16 42h912"/>
<rect class="panel" x="16" y="50" width="452" height="40" rx="6"/><text class="title" x="26" y="70">first</text><text class="kind" x="26" y="86">Markdown, 12 × 2</text>
<rect class="panel" x="814" y="160" width="110" height="18" rx="6"/><text class="title" x="824" y="180">second</text>
</svg>
`);
  });

  test('has its sections one below the other, each as high as its panels', () => {
    const given = document({ a: panel('A'), b: panel('B') });
    const [grid] = given.spec.layouts;
    const [a, b] = grid.spec.items;
    given.spec.layouts = [
      { ...grid, spec: { display: { title: 'High' }, items: [{ ...a, y: 4, height: 2 }, { ...b, y: 0, height: 3 }] } },
      { ...grid, spec: { display: { title: 'Empty' }, items: [] } },
      { ...grid, spec: { display: { title: 'Low' }, items: [{ ...b, y: 0, width: 0, height: 0 }] } },
    ];
    const svg = pictureOf(given);
    expect(svg.match(/<text class="section" x="16" y="\d+">[^<]*/g)).toEqual([
      '<text class="section" x="16" y="32">▾ High', '<text class="section" x="16" y="214">▾ Empty', '<text class="section" x="16" y="264">▾ Low',
    ]);
    expect(svg.match(/<rect[^>]*>/g)).toEqual([
      '<rect class="panel" x="16" y="138" width="908" height="40" rx="6"/>', '<rect class="panel" x="16" y="50" width="908" height="62" rx="6"/>',
      '<rect class="panel" x="16" y="282" width="0" height="0" rx="6"/>',
    ]);
    expect(svg).toContain('viewBox="0 0 944 298"');
  });

  test.each(['</text><script>alert(1)</script>', '"><a href="x">', "a & b 'c' <!-- d -->", ']]>', '<![CDATA[x'])('shows the markup %j as text', (markup) => {
    const svg = picture(markup, markup, { title: markup, collapse: { open: true } });
    expect(textsIn(svg)).toEqual(['Dashboard Traffic', `▾ ${markup}`, markup, `${markup}, 24 × 6`]);
    expect(svg).not.toMatch(/<script|<a |<!--|CDATA\[x\]/);
    expect(svg.match(/<text/g)).toHaveLength(3);
  });

  test('has no character that XML cannot have, and no line break', () => {
    expect(textsIn(picture('a\u0000b\n\tc\ud83d\uffffd 😀'))).toContain('a b c d 😀');
  });

  test('ends a title in its panel, and that of a section at the edge', () => {
    // 908 - 20 pixels of 7.4, and the edge is at 912.
    const [, ofSection, ofPanel] = textsIn(picture('x'.repeat(500), 'Table', { title: 'y'.repeat(500) }));
    expect(ofPanel).toBe(`${'x'.repeat(119)}…`);
    expect(ofSection).toBe(`▾ ${'y'.repeat(120)}…`);
    expect(textsIn(picture('x'.repeat(120)))[2]).toBe('x'.repeat(120));
    expect(textsIn(pictureOf(rendered(definitionOf([text('narrow', { width: 1 })]))))[2]).toBe('…');
  });

  test('is the same for the same document, and draws nothing that has no size', () => {
    const odd = document();
    odd.spec.layouts[0].spec.items = [{ x: '${var.x}', y: 0, width: 1, height: 1 }, 5];
    expect(textsIn(pictureOf(odd))).toEqual(['Dashboard Traffic', '▾ All']);
    expect(pictureOf(document())).toBe(pictureOf(JSON.parse(JSON.stringify(document()))));
    expect(textsIn(pictureOf({ kind: 'Dashboard' }).replace('</svg>', '<text>x</text></svg>'))).toEqual(['Dashboard', 'x']);
  });
});

describe('a figure', () => {
  test('leads to the anchors of its panels, and has no style, title and size of its own', () => {
    const given = rendered(definitionOf([text('a', { width: 12, height: 1 }), text('b', { width: 12, height: 1 })]));
    expect(dashboardFigure(drawnDashboard(given), ({ key }) => key === 'a' ? 'board/"a"' : undefined).text).toBe(`<svg class="drawn" viewBox="0 0 944 88" aria-hidden="true" focusable="false">
<text class="section" x="16" y="32">▾ All</text><path class="rule" d="M16 42h912"/>
<a href="#board/&quot;a&quot;" tabindex="-1"><rect class="panel" x="16" y="50" width="452" height="18" rx="6"/><text class="title" x="26" y="70">a</text></a>
<rect class="panel" x="472" y="50" width="452" height="18" rx="6"/><text class="title" x="482" y="70">b</text>
</svg>`);
  });
});

describe('what can be drawn of a document', () => {
  test('is its sections, panels and queries, by the names of the guides', () => {
    const kinds = ['TimeSeriesChart', 'BarChart', 'PieChart', 'Table', 'Values', 'Markdown', 'GaugeChart', 'toString'];
    const panels = Object.fromEntries(kinds.map((kind) => [kind, panel(`A ${kind}`, [], { kind, spec: {} })]));
    panels.Table.spec.queries = [query('SELECT 1'), query(''), query('SELECT 2')];
    panels.Table.spec.display.description = 'Rows';
    panels.Markdown.spec.plugin.spec.text = '# Hello';
    const given = document(panels);
    given.spec.layouts[0].spec.display.collapse = { open: false };
    const { name, sections: [{ panels: drawn, ...section }, ...more] } = drawnDashboard(given);
    expect([name, section, more]).toEqual(['Traffic', { title: 'All', isClosed: true }, []]);
    expect(drawn.map(({ key, title, kind }) => [key, title, kind])).toEqual([
      'time series', 'bars', 'pie', 'table', 'values', 'Markdown', 'GaugeChart', 'toString',
    ].map((called, index) => [kinds[index], `A ${kinds[index]}`, called]));
    expect(drawn[3]).toEqual({
      key: 'Table', title: 'A Table', kind: 'table', description: 'Rows', x: 0, y: 18, width: 24, height: 6, queries: ['SELECT 1', 'SELECT 2'], text: '',
    });
    expect(drawn[5]).toMatchObject({ description: '', queries: [], text: '# Hello' });
  });

  test.each([undefined, null, 'text', 5, [], {}, { spec: null }, { spec: { layouts: {}, panels: 'x', display: [] } }])('is nothing for %j', (given) => {
    expect(drawnDashboard(given)).toEqual({ name: '', sections: [] });
  });

  test('is the place of a panel that is not there, or whose parts are of another kind', () => {
    const item = { x: 0, y: 0, width: 6, height: 4 };
    const items = [item, { ...item, content: { $ref: '#/spec/panels/gone' } }, { ...item, content: { $ref: '#/spec/panels/odd' } }];
    const odd = { spec: { display: { name: 5 }, plugin: null, queries: { a: 1 } } };
    const given = { spec: { panels: { odd }, layouts: [null, { spec: { items } }] } };
    const nothing = { ...item, title: '', kind: '', description: '', queries: [], text: '' };
    expect(drawnDashboard(given).sections).toEqual([
      { title: '', isClosed: false, panels: [] },
      { title: '', isClosed: false, panels: ['', 'gone', 'odd'].map((key) => ({ ...nothing, key })) },
    ]);
  });

  test.each<[string, number]>([['x', -1], ['y', 10_000], ['width', NaN], ['height', Infinity], ['height', 10_000]])('is not an item with the %s %d', (name, value) => {
    const given = document();
    given.spec.layouts[0].spec.items[0][name] = value;
    expect(drawnDashboard(given).sections).toEqual([{ title: 'All', isClosed: false, panels: [] }]);
  });

  test('is an item of the largest size', () => {
    const given = document();
    Object.assign(given.spec.layouts[0].spec.items[0], { x: 9999, y: 0, width: 0, height: 9999.5 });
    expect(drawnDashboard(given).sections[0].panels).toHaveLength(1);
  });
});

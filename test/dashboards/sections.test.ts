import { TerraformVariable } from 'cdktf';
import * as fc from 'fast-check';
import { Json, rendered } from './documents';
import { definitionOf, documentOf, NAMED, REQUESTS, text } from './panels';
import {
  BarPanel, DashboardDefinition, DashboardPanel, DashboardPanelProps, DashboardSection, DashboardVariable, Duration, MarkdownPanel,
  PiePanel, RawPanel, RowsQuery, TablePanel, TimeSeriesPanel, ValuesPanel,
} from '../../src';
import { COLUMNS, flow, overlap } from '../../src/dashboards/layout';
import { cleanUp, newStack } from '../synth';

afterEach(cleanUp);

/** The places of the panels of the first section, as `x,y width×height`. */
function places(panels: DashboardPanel[]): string[] {
  const { items } = documentOf(panels).spec.layouts[0].spec;
  return items.map(({ x, y, width, height, content }: Json) => (
    `${content.$ref.replace('#/spec/panels/', '')} ${x},${y} ${width}×${height}`));
}

const sized = (panelId: string, width: number, height: number, place: Partial<DashboardPanelProps> = {}) => (
  text(panelId, { width, height, ...place }));

describe('panels flow', () => {
  test('from left to right, and wrap at 24 columns below the highest of their row', () => {
    expect(places([sized('a', 12, 8), sized('b', 6, 4), sized('c', 6, 9), sized('d', 1, 1), sized('e', 24, 2)])).toEqual([
      'a 0,0 12×8', 'b 12,0 6×4', 'c 18,0 6×9', 'd 0,9 1×1', 'e 0,10 24×2',
    ]);
  });

  test('wrap as soon as one does not fit, and leave a gap', () => {
    expect(places([sized('a', 13, 1), sized('b', 12, 1), sized('c', 11, 1)])).toEqual(['a 0,0 13×1', 'b 0,1 12×1', 'c 12,1 11×1']);
  });

  test('around those that are placed by hand, wherever they stand in the list', () => {
    const fixed = sized('fixed', 6, 4, { x: 6, y: 0 });
    const flowing = [sized('a', 6, 2), sized('b', 6, 2), sized('c', 12, 2)];
    expect(places([fixed, ...flowing])).toEqual(['fixed 6,0 6×4', 'a 0,0 6×2', 'b 12,0 6×2', 'c 12,2 12×2']);
    expect(places([...flowing, fixed])).toEqual(['a 0,0 6×2', 'b 12,0 6×2', 'c 12,2 12×2', 'fixed 6,0 6×4']);
  });

  test('below what fills a whole row', () => {
    expect(places([sized('fixed', 24, 1_000_000, { x: 0, y: 0 }), sized('a', 6, 2)])).toEqual(['fixed 0,0 24×1000000', 'a 0,1000000 6×2']);
  });

  test('with a size that suits their kind', () => {
    const query = RowsQuery.fromSql('SELECT 1');
    const kinds = {
      series: (props: DashboardPanelProps) => new TimeSeriesPanel({ ...props, query: REQUESTS }),
      bars: (props: DashboardPanelProps) => new BarPanel({ ...props, query }),
      pie: (props: DashboardPanelProps) => new PiePanel({ ...props, query }),
      raw: (props: DashboardPanelProps) => new RawPanel({ ...props, pluginKind: 'GaugeChart' }),
      values: (props: DashboardPanelProps) => new ValuesPanel({ ...props, query }),
      table: (props: DashboardPanelProps) => new TablePanel({ ...props, query }),
      text: (props: DashboardPanelProps) => new MarkdownPanel({ ...props, text: 'Text' }),
    };
    expect(places(Object.entries(kinds).map(([id, create]) => create({ panelId: id, title: id }))).map((place) => place.replace(/ .* /, ' '))).toEqual([
      'series 12×8', 'bars 12×8', 'pie 12×8', 'raw 12×8', 'values 6×4', 'table 24×8', 'text 24×4',
    ]);
    expect(places([kinds.values({ ...NAMED, width: 3 }), kinds.table({ panelId: 't', title: 'T', height: 2 })])).toEqual(['p 0,0 3×4', 't 0,4 24×2']);
  });

  const size = fc.record({ width: fc.integer({ min: 1, max: COLUMNS }), height: fc.integer({ min: 1, max: 9 }) });
  const placed = fc.tuple(size, fc.nat(COLUMNS - 1), fc.nat(30)).map(([item, x, y]) => ({ ...item, x: Math.min(x, COLUMNS - item.width), y }));

  test('never outside and never over each other', () => {
    fc.assert(fc.property(fc.array(fc.oneof(size, placed), { maxLength: 20 }), (items) => {
      const fixed: typeof items = [];
      const given = items.filter((item) => !('x' in item) || (!fixed.some((other) => overlap(item, other as never)) && fixed.push(item) > 0));
      const found = flow(given);
      found.forEach((place, index) => {
        expect(place).toMatchObject(given[index]);
        expect(place.x >= 0 && place.y >= 0 && place.x + place.width <= COLUMNS).toBe(true);
        expect(found.slice(0, index).filter((other) => overlap(place, other))).toEqual([]);
      });
    }));
  });
});

describe('a section fails', () => {
  test.each<[string, DashboardPanel[], string]>([
    ['a panel that is too wide', [sized('a', 25, 1)], 'panel "a": width must be a whole number from 1 to 24, got 25; count the cells of the grid, which has 24 columns'],
    ['no width', [sized('a', 0, 1)], 'panel "a": width must be a whole number from 1 to 24, got 0'],
    ['half a cell', [sized('a', 1.5, 1)], 'panel "a": width must be a whole number from 1 to 24, got 1.5'],
    ['no height', [sized('a', 1, 0)], 'panel "a": height must be a whole number of at least 1, got 0'],
    ['a panel beyond the right edge', [sized('a', 12, 1, { x: 13, y: 0 })], 'panel "a": x must be a whole number from 0 to 12, got 13'],
    ['a panel beyond the left edge', [sized('a', 12, 1, { x: -1, y: 0 })], 'panel "a": x must be a whole number from 0 to 12, got -1'],
    ['a panel above', [sized('a', 12, 1, { x: 0, y: -1 })], 'panel "a": y must be a whole number of at least 0, got -1'],
    ['a column without a row', [text('a', { x: 0 })], 'panel "a": y must be given together with x, got nothing; pass both, or leave both out'],
    ['a row without a column', [text('a', { y: 0 })], 'panel "a": x must be given together with y, got nothing; pass both, or leave both out [logfire:panel-position]'],
    ['panels over each other', [sized('a', 12, 8, { x: 0, y: 0 }), text('b'), sized('c', 12, 8, { x: 11, y: 7 })],
      'panel "c": x and y must be a free place in the 24 columns, got [11, 7]; it overlaps panel "a": move one of them, or leave out x and y [logfire:panel-position]'],
    ['equal titles', [text('a', { title: 'Text' }), text('b', { title: 'Text' })], 'panel "b": title must be unique in its section, got "Text"; rename it, or panel "a" [logfire:unique-panel]'],
  ])('for %s', (_, panels, message) => {
    expect(() => definitionOf(panels)).toThrow(expect.objectContaining({ name: 'LogfireError', message: expect.stringContaining(`section "All", ${message}`) }));
  });

  test('for a blank title', () => {
    expect(() => definitionOf([], {}, { title: '' })).toThrow('section "": title must not be blank, got ""; pass a title such as Traffic');
  });

  test('for a size or an id that only Terraform knows', () => {
    const v = new TerraformVariable(newStack(), 'v', {});
    expect(() => definitionOf([text('a', { width: v.numberValue })])).toThrow('width must be a whole number from 1 to 24, got a value that is known only at apply');
    expect(() => definitionOf([text(v.stringValue)])).toThrow('a panel: panelId must be letters, digits, - and _, got a value that is known only at apply');
  });
});

describe('the document', () => {
  test('has all parts that an export has', () => {
    expect(rendered(DashboardDefinition.fromSections({
      displayName: 'Traffic',
      description: 'Requests',
      duration: Duration.hours(6),
      refreshInterval: Duration.seconds(30),
      variables: [DashboardVariable.text('env')],
      sections: [new DashboardSection({ title: 'A', panels: [text('a')] }), new DashboardSection({ title: 'B', panels: [text('b', { title: 'a' })], collapsed: true })],
    }))).toEqual({
      kind: 'Dashboard',
      metadata: {},
      spec: {
        display: { name: 'Traffic', description: 'Requests' },
        duration: '6h',
        refreshInterval: '30s',
        datasources: {},
        variables: [{ kind: 'TextVariable', spec: { name: 'env', value: '' } }],
        panels: Object.fromEntries(['a', 'b'].map((key) => [key, {
          kind: 'Panel', spec: { display: { name: 'a' }, plugin: { kind: 'Markdown', spec: { text: 'Text' } }, queries: [] },
        }])),
        layouts: [['A', 'a', true] as const, ['B', 'b', false] as const].map(([title, key, open]) => ({
          kind: 'Grid', spec: { display: { title, collapse: { open } }, items: [{ x: 0, y: 0, width: 24, height: 4, content: { $ref: `#/spec/panels/${key}` } }] },
        })),
      },
    });
  });

  test('may be empty, and takes its name from the construct', () => {
    expect(rendered(DashboardDefinition.fromSections({ sections: [] }))).toEqual({
      kind: 'Dashboard',
      metadata: {},
      spec: { display: { name: 'app-traffic' }, duration: '1h', refreshInterval: '0s', datasources: {}, variables: [], panels: {}, layouts: [] },
    });
    expect(documentOf([]).spec.layouts).toEqual([{ kind: 'Grid', spec: { display: { title: 'All', collapse: { open: true } }, items: [] } }]);
  });

  test('has other ids for the panels of a section with a prefix', () => {
    const section = new DashboardSection({ title: 'All', panels: [text('a'), text('b', { width: 25 })], collapsed: true });
    const [panel] = section._withPrefix('shop-')._titles();
    expect(panel.title).toBe('All');
    expect(() => section._withPrefix('shop-')._render()).toThrow('section "All", panel "b": width must be a whole number');
    const { panels, grid } = new DashboardSection({ title: 'All', panels: [text('a')], collapsed: true })._withPrefix('shop-')._render();
    expect(panels.map(([id]) => id)).toEqual(['shop-a']);
    expect(grid).toMatchObject({ spec: { display: { title: 'All', collapse: { open: false } }, items: [{ content: { $ref: '#/spec/panels/shop-a' } }] } });
  });

  test('does not depend on where a panel stands', () => {
    const [first, second] = [[text('a'), text('b')], [text('b'), text('a')]].map((panels) => documentOf(panels).spec.panels);
    expect(first).toEqual(second);
  });

  test.each<[string, () => DashboardDefinition, string]>([
    ['an id that occurs twice', () => DashboardDefinition.fromSections({
      sections: ['A', 'B'].map((title) => new DashboardSection({ title, panels: [text('a')] })),
    }), 'panel "a": panelId must be unique in the dashboard, got "a"; rename one of the panels [logfire:unique-panel]'],
    ['a blank name', () => definitionOf([], { displayName: ' ' }), 'displayName must be a string that is not blank and has no whitespace around it, got " "; leave it out to use a name from the construct\'s path [logfire:resource-name]'],
    ['a name with a space before it', () => definitionOf([], { displayName: ' a' }), 'DashboardDefinition.fromSections: displayName must be a string that is not blank and has no whitespace around it, got " a"'],
    ['no duration', () => definitionOf([], { duration: Duration.seconds(0) }), 'duration must be longer than zero, got "0s"; pass a duration such as Duration.hours(6) [logfire:duration-range]'],
    ['a negative interval', () => definitionOf([], { refreshInterval: Duration.seconds(-1) }), 'refreshInterval must be zero or longer, got "-1s"; pass a duration such as Duration.hours(6) [logfire:duration-range]'],
    ['a variable in a title', () => definitionOf([text('a', { title: 'Rate of $env' })], { variables: [DashboardVariable.text('env')] }),
      'panel "a": title must be without variables, because Logfire does not replace them there, got "Rate of $env"; remove $env [logfire:dashboard-variable]'],
    ['a variable in braces', () => definitionOf([text('a', { title: 'Rate of ${env:raw}' })], { variables: [DashboardVariable.text('env')] }), 'panel "a": title must be without variables'],
    ['a variable in the title of a section', () => definitionOf([], { variables: [DashboardVariable.text('env')] }, { title: '$env' }), 'section "$env": title must be without variables'],
    ['a variable that occurs twice', () => definitionOf([], { variables: [DashboardVariable.text('env'), DashboardVariable.text('env')] }),
      'variables must have each name once, got "env"; rename or remove one of them [logfire:dashboard-variable]'],
  ])('fails for %s', (_, create, message) => {
    expect(create).toThrow(expect.objectContaining({ name: 'LogfireError', message: expect.stringContaining(message) }));
  });

  test('may have a price in a title', () => {
    for (const title of ['Cost in $environments', '$ env', '${env', '${ env}', 'env}']) {
      expect(documentOf([text('a', { title })], { variables: [DashboardVariable.text('env')] }).spec.panels.a.spec.display.name).toBe(title.replace('${', () => '$${'));
    }
  });

  test('may have zero as interval, and a duration that only Terraform knows', () => {
    const v = new TerraformVariable(newStack(), 'v', {});
    expect(documentOf([], { refreshInterval: Duration.seconds(0) }).spec.refreshInterval).toBe('0s');
    expect(() => definitionOf([], { duration: Duration.minutes(v.numberValue), displayName: ` ${v.stringValue}` })).not.toThrow();
    expect(documentOf([], { duration: Duration.seconds(1) }).spec.duration).toBe('1s');
  });
});

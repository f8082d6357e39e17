import * as fc from 'fast-check';
import { document, Json, panel, rendered } from './documents';
import { DashboardDefinition } from '../../src';
import { renderJson } from '../../src/dashboards/json-rendering';
import { normalForm } from '../../src/dashboards/normal-form';
import { plainJson } from '../../src/dashboards/plain-json';
import { cleanUp } from '../synth';

afterEach(cleanUp);

const text = (given: Json, name = 'Traffic') => renderJson(normalForm(copy(given), name), true);
const copy = (given: unknown) => plainJson(exact(given), 'document').value as Json;
/** Numbers beyond 2^53 are refused. */
const exact = (given: unknown) => JSON.parse(JSON.stringify(given), (_, value) => (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER ? 0 : value));

describe('the completed document', () => {
  test('has all parts, also where the export has none', () => {
    expect(rendered({ spec: {} })).toEqual({
      kind: 'Dashboard',
      metadata: {},
      spec: { display: { name: 'app-traffic' }, panels: {}, layouts: [], variables: [], datasources: {}, duration: '1h', refreshInterval: '0s' },
    });
  });

  test('is the same as a complete one', () => {
    expect(rendered(document())).toEqual(document());
  });

  test('of an older Logfire leaves out what that does not store', () => {
    const { datasources: _, ...spec } = document(undefined, { annotations: [], links: [{ url: 'https://example.com' }], refreshInterval: null }).spec;
    const exported: Json = { ...document(), spec };
    exported.metadata = { name: 'traffic', project: 'shop', version: 3, createdAt: '2026-01-01', updatedAt: '2026-01-02' };
    expect(rendered(exported)).toEqual(document());
  });

  test('of a newer Logfire keeps annotations and links, and leaves out empty lists of them', () => {
    const links = [{ url: 'https://example.com' }];
    expect(rendered(document(undefined, { annotations: [], links }))).toEqual(document(undefined, { links }));
    expect(rendered(document(undefined, { annotations: [], links: [] }))).toEqual(document());
  });

  test('keeps what it does not know', () => {
    const more = document({ rate: { ...panel('Rate'), spec: { ...panel('Rate').spec, links: [{ url: 'https://example.com' }] } } }, { display: { name: 'Traffic', description: 'Requests' }, more: 1 });
    expect(rendered({ ...more, top: [null] })).toEqual({ ...more, top: [null] });
  });

  test('writes ref as $ref', () => {
    const old = document();
    old.spec.layouts[0].spec.items[0].content = { ref: '#/spec/panels/rate' };
    expect(rendered(old)).toEqual(document());
    old.spec.layouts[0].spec.items[0].content = { zeta: 1, ref: '#/spec/panels/rate' };
    expect(text(old)).toContain('"content":{"$ref":"#/spec/panels/rate","zeta":1}');
  });

  test('keeps ref beside $ref, and layouts of another form', () => {
    const both = document();
    both.spec.layouts[0].spec.items[0].content = { $ref: '#/spec/panels/rate', ref: 'old' };
    expect(rendered(both)).toEqual(both);
    for (const layouts of ['x', [5], [{ spec: 5 }], [{ kind: 'Grid' }], [{ spec: { items: 'x' } }], [{ spec: { items: [5, {}, { content: 'x' }] } }], [{ spec: { items: [{ content: {} }] } }]]) {
      expect(JSON.parse(text({ spec: { layouts } })).spec.layouts).toEqual(layouts);
    }
  });

  test('keeps parts of another form, which are reported then', () => {
    expect(JSON.parse(text({ spec: 'x' }))).toEqual({ kind: 'Dashboard', metadata: {}, spec: 'x' });
    expect(JSON.parse(text({ kind: 'Other', spec: { display: 'x', variables: null } }))).toMatchObject({ kind: 'Other', spec: { display: 'x', variables: [] } });
    expect(JSON.parse(text({ spec: { display: { zeta: 1, description: 'Requests' } } })).spec.display).toEqual({ description: 'Requests', name: 'Traffic', zeta: 1 });
  });

  test('keeps annotations only as a list, and only of a newer Logfire', () => {
    expect(JSON.parse(text({ spec: { datasources: {}, annotations: {}, links: 'x' } })).spec).not.toHaveProperty('annotations');
    expect(JSON.parse(text({ spec: { datasources: {}, annotations: [1] } })).spec.annotations).toEqual([1]);
    expect(JSON.parse(text({ spec: { datasources: [], annotations: [1] } })).spec).not.toHaveProperty('annotations');
  });
});

/** The same value with the keys of all objects in another order. */
function shuffled(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => shuffled(item, seed));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const entries = Object.entries(value);
  const turn = entries.length === 0 ? 0 : seed % entries.length;
  return Object.fromEntries([...entries.slice(turn), ...entries.slice(0, turn)].reverse().map(([key, member]) => [key, shuffled(member, seed)]));
}

describe('any document', () => {
  const spec = fc.dictionary(fc.oneof(fc.constantFrom('panels', 'layouts', 'variables', 'duration', 'annotations', 'links', 'display', 'datasources'), fc.string()), fc.jsonValue());
  const documents = fc.record({ kind: fc.constant('Dashboard'), metadata: fc.jsonValue(), spec }, { requiredKeys: ['spec'] }) as fc.Arbitrary<Json>;

  test('is completed once and for all', () => {
    fc.assert(fc.property(documents, (given) => {
      const once = normalForm(copy(given), 'Traffic') as Json;
      expect(text(once)).toBe(text(given));
    }));
  });

  test('gives one text, whatever the order of its keys', () => {
    fc.assert(fc.property(documents, fc.nat(), (given, seed) => {
      expect(text(shuffled(given, seed) as Json)).toBe(text(given));
    }));
  });

  test('gives JSON that says the same after Terraform has read the template', () => {
    const unescaped = (template: string) => template.replace(/(\$\$|%%)\{/g, (opening) => opening.slice(1));
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      const { value: copied, known } = plainJson(exact(value), 'value');
      expect(known).toBe(true);
      expect(JSON.stringify(JSON.parse(unescaped(renderJson(copied, true))))).toBe(JSON.stringify(sorted(exact(value))));
      expect(renderJson(copied, false)).toBe(renderJson(copied, true));
    }));
  });

  test('is read from text as from an object', () => {
    fc.assert(fc.property(documents, (given) => {
      const [read, copied] = [DashboardDefinition.fromJson(JSON.stringify(exact(given))), DashboardDefinition.fromObject(exact(given))];
      expect(text(read._content.document as Json)).toBe(text(copied._content.document as Json));
    }));
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => [key, sorted(member)]))
    : value;
}

import { document, Json, panel, rendered } from './documents';
import { cleanUp } from '../synth';

afterEach(cleanUp);

/** A document with one change; `path` is split at dots. */
function changed(path: string, value: unknown): Json {
  const given = document({ rate: panel('Rate') }, { variables: [{ kind: 'TextVariable', spec: { name: 'env' } }] });
  const keys = path.split('.');
  const last = keys.pop()!;
  keys.reduce((object, key) => object[key], given)[last] = value;
  return given;
}

describe('a document that Logfire refuses', () => {
  test.each<[string, unknown, string]>([
    ['kind', 'Dash', 'definition must have "Dashboard" at kind, got "Dash"'],
    ['spec', undefined, 'definition must have an object at spec, got nothing'],
    ['spec', [], 'definition must have an object at spec, got a list'],
    ['spec.display', 'Traffic', 'definition must have an object at spec.display, got "Traffic"'],
    ['spec.datasources', [], 'definition must have an object at spec.datasources, got a list'],
    ['spec.panels', [], 'definition must have an object at spec.panels, got a list'],
    ['spec.layouts', {}, 'definition must have a list at spec.layouts, got an object'],
    ['spec.variables', {}, 'definition must have a list at spec.variables, got an object'],
    ['spec.duration', '1 hour', 'definition must have a duration such as "1h", "30m" or "0s" at spec.duration, got "1 hour"'],
    ...['', '1', 'h', 'x1h', '1h x', '1x', '01:00'].map((duration): [string, unknown, string] => (
      ['spec.duration', duration, `definition must have a duration such as "1h", "30m" or "0s" at spec.duration, got ${JSON.stringify(duration)}`])),
    ['spec.layouts.0', 'Grid', 'definition must have an object at spec.layouts[0], got "Grid"'],
    ['spec.layouts.0.spec.items.0', true, 'definition must have an object at spec.layouts[0].spec.items[0], got true'],
    ['spec.layouts.0.spec.items.0.x', null, 'definition must have a number of grid cells at spec.layouts[0].spec.items[0].x, got null'],
    ['spec.layouts.0.spec.items.0.y', undefined, 'definition must have a number of grid cells at spec.layouts[0].spec.items[0].y, got nothing'],
    ['spec.layouts.0.spec.items.0.height', [], 'definition must have a number of grid cells at spec.layouts[0].spec.items[0].height, got a list'],
    ['spec.layouts.0.spec.items.0.content.$ref', 'x#/spec/panels/rate', 'such as "#/spec/panels/rate", at spec.layouts[0].spec.items[0].content["$ref"], got "x#/spec/panels/rate"'],
    ['spec.layouts.0.spec.items.0.content.$ref', 5, 'such as "#/spec/panels/rate", at spec.layouts[0].spec.items[0].content["$ref"], got 5'],
    ['spec.panels', {}, 'such as "#/spec/panels/KEY", at spec.layouts[0].spec.items[0].content["$ref"], got "#/spec/panels/rate"'],
    ['spec.variables.0', 'env', 'definition must have an object at spec.variables[0], got "env"'],
    ['spec.variables.0.spec.name', 5, 'definition must have a name at spec.variables[0].spec.name, got 5'],
    ['spec.refreshInterval', 30, 'definition must have a duration such as "1h", "30m" or "0s" at spec.refreshInterval, got 30'],
    ['spec.panels.rate', null, 'definition must have an object at spec.panels["rate"], got null'],
    ['spec.panels.rate.kind', 'Chart', 'definition must have "Panel" at spec.panels["rate"].kind, got "Chart"'],
    ['spec.panels.rate.spec', undefined, 'definition must have an object at spec.panels["rate"].spec, got nothing'],
    ['spec.panels.rate.spec.display', undefined, 'definition must have an object at spec.panels["rate"].spec.display, got nothing'],
    ['spec.panels.rate.spec.display.name', 1, 'definition must have a string at spec.panels["rate"].spec.display.name, got 1'],
    ['spec.panels.rate.spec.plugin', undefined, 'definition must have an object at spec.panels["rate"].spec.plugin, got nothing'],
    ['spec.panels.rate.spec.plugin.kind', '', 'definition must have a kind such as "TimeSeriesChart" at spec.panels["rate"].spec.plugin.kind, got ""'],
    ['spec.panels.rate.spec.queries', {}, 'definition must have a list at spec.panels["rate"].spec.queries, got an object'],
    ['spec.panels.rate.spec.queries', ['SELECT 1'], 'definition must have an object at spec.panels["rate"].spec.queries[0], got "SELECT 1"'],
    ['spec.layouts.0.kind', 'Flex', 'definition must have "Grid" at spec.layouts[0].kind, got "Flex"'],
    ['spec.layouts.0.spec', null, 'definition must have an object at spec.layouts[0].spec, got null'],
    ['spec.layouts.0.spec.items', undefined, 'definition must have a list at spec.layouts[0].spec.items, got nothing'],
    ['spec.layouts.0.spec.items.0.width', '12', 'definition must have a number of grid cells at spec.layouts[0].spec.items[0].width, got "12"'],
    ['spec.layouts.0.spec.items.0.content', undefined, 'definition must have an object at spec.layouts[0].spec.items[0].content, got nothing'],
    ['spec.layouts.0.spec.items.0.content.$ref', '#/spec/panels/gone',
      'definition must have a reference to a panel of the dashboard, such as "#/spec/panels/rate", at spec.layouts[0].spec.items[0].content["$ref"], got "#/spec/panels/gone"'],
    ['spec.layouts.0.spec.items.0.content.$ref', 'rate', 'must have a reference to a panel of the dashboard, such as "#/spec/panels/rate", at spec.layouts[0].spec.items[0].content["$ref"], got "rate"'],
    ['spec.layouts.0.spec.items.0.content.$ref', '#/spec/panels/toString', 'must have a reference to a panel of the dashboard'],
    ['spec.variables.0.kind', 'NumberVariable', 'definition must have "TextVariable" or "ListVariable" at spec.variables[0].kind, got "NumberVariable"'],
    ['spec.variables.0.spec', undefined, 'definition must have an object at spec.variables[0].spec, got nothing'],
    ['spec.variables.0.spec.name', '', 'definition must have a name at spec.variables[0].spec.name, got ""'],
  ])('fails for %s %j', (path, value, message) => {
    expect(() => rendered(changed(path, value))).toThrow(message);
    expect(() => rendered(changed(path, value))).toThrow(/^app\/Traffic: definition must .*; correct it or export the dashboard again, because Logfire rejects the document \[logfire:(definition-shape|D1)\]$/);
  });

  test.each<[string, unknown]>([
    ['spec.display', null],
    ['spec.panels.rate.spec.queries', undefined],
    ['spec.duration', '1h30m'],
    ...['0s', '250ms', '2m', '1d12h', '1w', '1y'].map((duration): [string, unknown] => ['spec.duration', duration]),
    ['spec.panels.rate.spec.display.name', ''],
    ['spec.refreshInterval', '0'],
    ['spec.variables.0.kind', 'ListVariable'],
    ['spec.layouts.0.spec.items', []],
  ])('passes with %s %j', (path, value) => {
    expect(() => rendered(changed(path, value))).not.toThrow();
  });

  test('passes with a key that a reference has to escape', () => {
    const given = document({ 'a/b~c': panel('Rate') });
    given.spec.layouts[0].spec.items[0].content.$ref = '#/spec/panels/a~1b~0c';
    expect(() => rendered(given)).not.toThrow();
  });
});

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
    ['kind', 'Dash', 'kind must be "Dashboard", got "Dash"'],
    ['spec', undefined, 'spec must be an object, got nothing'],
    ['spec', [], 'spec must be an object, got a list'],
    ['spec.display', 'Traffic', 'spec.display must be an object, got "Traffic"'],
    ['spec.datasources', [], 'spec.datasources must be an object, got a list'],
    ['spec.panels', [], 'spec.panels must be an object, got a list'],
    ['spec.layouts', {}, 'spec.layouts must be a list, got an object'],
    ['spec.variables', {}, 'spec.variables must be a list, got an object'],
    ['spec.duration', '1 hour', 'spec.duration must be a duration such as "1h", "30m" or "0s", got "1 hour"'],
    ['spec.refreshInterval', 30, 'spec.refreshInterval must be a duration such as "1h", "30m" or "0s", got 30'],
    ['spec.panels.rate', null, 'spec.panels["rate"] must be an object, got null'],
    ['spec.panels.rate.kind', 'Chart', 'spec.panels["rate"].kind must be "Panel", got "Chart"'],
    ['spec.panels.rate.spec', undefined, 'spec.panels["rate"].spec must be an object, got nothing'],
    ['spec.panels.rate.spec.display', undefined, 'spec.panels["rate"].spec.display must be an object, got nothing'],
    ['spec.panels.rate.spec.display.name', 1, 'spec.panels["rate"].spec.display.name must be a text, got 1'],
    ['spec.panels.rate.spec.plugin', undefined, 'spec.panels["rate"].spec.plugin must be an object, got nothing'],
    ['spec.panels.rate.spec.plugin.kind', '', 'spec.panels["rate"].spec.plugin.kind must be a kind such as "TimeSeriesChart", got ""'],
    ['spec.panels.rate.spec.queries', {}, 'spec.panels["rate"].spec.queries must be a list, got an object'],
    ['spec.panels.rate.spec.queries', ['SELECT 1'], 'spec.panels["rate"].spec.queries[0] must be an object, got "SELECT 1"'],
    ['spec.layouts.0.kind', 'Flex', 'spec.layouts[0].kind must be "Grid", got "Flex"'],
    ['spec.layouts.0.spec', null, 'spec.layouts[0].spec must be an object, got null'],
    ['spec.layouts.0.spec.items', undefined, 'spec.layouts[0].spec.items must be a list, got nothing'],
    ['spec.layouts.0.spec.items.0.width', '12', 'spec.layouts[0].spec.items[0].width must be a number of grid cells, got "12"'],
    ['spec.layouts.0.spec.items.0.content', undefined, 'spec.layouts[0].spec.items[0].content must be an object, got nothing'],
    ['spec.layouts.0.spec.items.0.content.$ref', '#/spec/panels/gone',
      'spec.layouts[0].spec.items[0].content["$ref"] must be a panel of this dashboard, such as "#/spec/panels/rate" (D1), got "#/spec/panels/gone"'],
    ['spec.layouts.0.spec.items.0.content.$ref', 'rate', 'must be a panel of this dashboard, such as "#/spec/panels/rate" (D1), got "rate"'],
    ['spec.layouts.0.spec.items.0.content.$ref', '#/spec/panels/toString', 'must be a panel of this dashboard'],
    ['spec.variables.0.kind', 'NumberVariable', 'spec.variables[0].kind must be "TextVariable" or "ListVariable", got "NumberVariable"'],
    ['spec.variables.0.spec', undefined, 'spec.variables[0].spec must be an object, got nothing'],
    ['spec.variables.0.spec.name', '', 'spec.variables[0].spec.name must be a name, got ""'],
  ])('fails for %s %j', (path, value, message) => {
    expect(() => rendered(changed(path, value))).toThrow(message);
    expect(() => rendered(changed(path, value))).toThrow(/^app\/Traffic: definition\..*; Logfire refuses the document otherwise/);
  });

  test.each<[string, unknown]>([
    ['spec.display', null],
    ['spec.panels.rate.spec.queries', undefined],
    ['spec.duration', '1h30m'],
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

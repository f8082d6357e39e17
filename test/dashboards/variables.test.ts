import { TerraformVariable } from 'cdktf';
import { definitionText, Json, warningsOf } from './documents';
import { definitionOf, documentOf, NAMED } from './panels';
import { BuiltInVariable, DashboardVariable, RowsQuery, TablePanel } from '../../src';
import { cleanUp, newStack } from '../synth';

afterEach(cleanUp);

const SERVICES = RowsQuery.fromSql('SELECT DISTINCT service_name FROM records');
const listed = (options: object = {}) => DashboardVariable.list('env', { values: ['dev', 'prod'], ...options });
const queried = (options: object = {}) => DashboardVariable.fromQuery('env', SERVICES, options);

/** The only variable of a document. */
function variableOf(variable: DashboardVariable): Json {
  const [found] = documentOf([], { variables: [variable] }).spec.variables;
  expect(found.spec.name).toBe(variable.name);
  const { name, ...spec } = found.spec;
  return { kind: found.kind, ...spec };
}

describe('the document of a variable', () => {
  const list = { kind: 'ListVariable', allowMultiple: false, allowAllValue: false, plugin: { kind: 'StaticListVariable', spec: { values: ['dev', 'prod'] } } };
  const query = { ...list, plugin: { kind: 'LogfireQueryListVariable', spec: { query: SERVICES.sql } } };

  test.each<[string, DashboardVariable, Json]>([
    ['a text', DashboardVariable.text('env'), { kind: 'TextVariable', value: '' }],
    ['a text with everything', DashboardVariable.text('env', { defaultValue: 'prod', readOnly: true, displayName: 'Environment', description: 'Where', hidden: true }),
      { kind: 'TextVariable', value: 'prod', constant: true, display: { name: 'Environment', description: 'Where', hidden: true } }],
    ['a list', listed(), list],
    ['a list with labels', listed({ labels: { prod: 'Production' }, displayName: 'Environment' }),
      { ...list, display: { name: 'Environment' }, plugin: { kind: 'StaticListVariable', spec: { values: ['dev', { value: 'prod', label: 'Production' }] } } }],
    ['a list with one default', listed({ defaultValues: ['prod'] }), { ...list, defaultValue: 'prod' }],
    ['a list without defaults', listed({ defaultValues: [] }), list],
    ['multiple values', listed({ allowMultiple: true, defaultValues: ['prod'] }), { ...list, allowMultiple: true, defaultValue: ['prod'] }],
    ['multiple without defaults', listed({ allowMultiple: true, defaultValues: [] }), { ...list, allowMultiple: true }],
    ['multiple or all', listed({ allowMultiple: true, allowAll: true }), { ...list, allowMultiple: true, allowAllValue: true }],
    ['one or all', listed({ allowAll: true }), { ...list, allowAllValue: true, customAllValue: 'all-values' }],
    ['a query', queried(), query],
    ['a query, one or all', queried({ allowAll: true, defaultValues: ['api'] }), { ...query, allowAllValue: true, customAllValue: 'all-values', defaultValue: 'api' }],
    ['a query, multiple', queried({ allowMultiple: true, defaultValues: ['api', 'web'] }), { ...query, allowMultiple: true, defaultValue: ['api', 'web'] }],
  ])('with %s', (_, variable, document) => {
    expect(variableOf(variable)).toEqual(document);
  });
});

describe('a variable fails', () => {
  test.each<[string, DashboardVariable, string]>([
    ['a digit first', DashboardVariable.text('1env'), 'variable "1env": name must be letters, digits and _, not beginning with a digit or __, got "1env"; use a literal name such as service [logfire:dashboard-variable]'],
    ['no name', DashboardVariable.text(''), 'variable "": name must be letters, digits and _'],
    ['a hyphen at the end', DashboardVariable.text('env-'), 'name must be letters, digits and _'],
    ['a blank default', listed({ defaultValues: [''] }), 'defaultValues[0] must not be blank, got ""; remove it [logfire:not-blank]'],
    ['a hyphen', DashboardVariable.text('my-env'), 'name must be letters, digits and _'],
    ['a dollar', DashboardVariable.text('$env'), 'name must be letters, digits and _'],
    ['a name of Logfire', DashboardVariable.text('__from'), 'name must be letters, digits and _, not beginning with a digit or __, got "__from"'],
    ['the resolution', DashboardVariable.text('resolution'), 'name must be another one than those of the built-in variables, got "resolution"; use BuiltInVariable in queries, or rename the variable [logfire:dashboard-variable]'],
    ['a blank display name', DashboardVariable.text('env', { displayName: '' }), 'displayName must not be blank, got ""; leave it out to show the name [logfire:not-blank]'],
    ['no values', listed({ values: [] }), 'values must have at least one value, got []; pass the choices, or use DashboardVariable.text [logfire:not-empty]'],
    ['a blank value', listed({ values: ['a', ' '] }), 'values[1] must not be blank, got " "; remove it [logfire:not-blank]'],
    ['a repeated value', listed({ values: ['a', 'a'] }), 'values must have each value once, got "a"; remove the repeated one [logfire:distinct-values]'],
    ['a value that stands for all', listed({ values: ['a', 'all-values'], allowAll: true }), 'values must be other ones than "all-values", which stands for all of them, got "all-values"; rename it [logfire:variable-values]'],
    ['a label for nothing', listed({ labels: { test: 'Test' } }), 'labels must be for some of the values, got "test"; correct the key, or add it to values [logfire:variable-values]'],
    ['a blank label', listed({ labels: { dev: '' } }), 'labels.dev must not be blank, got ""; leave it out to show the value [logfire:not-blank]'],
    ['an unknown default', listed({ defaultValues: ['test'] }), 'defaultValues must be some of the values, got "test"; correct it, or add it to values [logfire:variable-values]'],
    ['two defaults', listed({ defaultValues: ['dev', 'prod'] }), 'defaultValues must have one value, because the variable does not allow multiple ones, got ["dev", "prod"]; pass one, or set allowMultiple: true [logfire:variable-values]'],
    ['a repeated default', queried({ defaultValues: ['a', 'a'], allowMultiple: true }), 'defaultValues must have each value once, got "a"; remove the repeated one [logfire:distinct-values]'],
  ])('for %s', (_, variable, message) => {
    expect(() => definitionOf([], { variables: [variable] })).toThrow(expect.objectContaining({ name: 'LogfireError', message: expect.stringContaining(message) }));
  });

  test.each([{}, { allowMultiple: true, allowAll: true }])('not for "all-values", if that stands for nothing else: %j', (options) => {
    expect(variableOf(listed({ values: ['a', 'all-values'], ...options })).plugin.spec.values).toEqual(['a', 'all-values']);
  });

  test('for a name that only Terraform knows, but not for values', () => {
    const v = new TerraformVariable(newStack(), 'v', {});
    const some = v.stringValue;
    expect(() => definitionOf([], { variables: [DashboardVariable.text(some)] })).toThrow('variable of the dashboard: name must be letters');
    const variables = [
      DashboardVariable.list('a', { values: v.listValue, defaultValues: ['x'] }),
      DashboardVariable.list('b', { values: [some], defaultValues: ['x'], labels: { [some]: some } }),
      DashboardVariable.list('e', { values: ['y', some], defaultValues: ['x'] }),
      DashboardVariable.list('c', { values: ['x'], defaultValues: [some] }),
      DashboardVariable.text('d', { defaultValue: some, displayName: some }),
    ];
    expect(() => definitionOf([], { variables })).not.toThrow();
    expect(definitionText(definitionOf([], { variables: [DashboardVariable.list('a', { values: v.listValue })] }))).toMatch(/"spec":\{"values":\$\{jsonencode\([^"]+\)\}\}/);
  });
});

describe('the condition', () => {
  test.each<[string, DashboardVariable, string]>([
    ['of a text', DashboardVariable.text('env'), 'service_name = $env'],
    ['of one value', listed(), 'service_name = $env'],
    ['of one or all', listed({ allowAll: true }), "(service_name = $env OR $env = 'all-values')"],
    ['of multiple values', listed({ allowMultiple: true }), 'service_name = ANY($env)'],
    ['of multiple or all', queried({ allowMultiple: true, allowAll: true }), 'service_name = ANY($env)'],
  ])('%s', (_, variable, condition) => {
    expect(variable.matches('service_name')).toBe(condition);
  });

  test.each([
    ["attributes->>'tenant'", "attributes->>'tenant' = $env"],
    [' service_name ', ' service_name  = $env'],
    ['r."Service name".b', 'r."Service name".b = $env'],
    ["attributes->'a'->'b'", "attributes->'a'->'b' = $env"],
    ["attributes->>'it", "(attributes->>'it) = $env"],
    ['attributes->>key', '(attributes->>key) = $env'],
    ['""', '("") = $env'],
    ['- a', '(- a) = $env'],
    ['r.', '(r.) = $env'],
    ["r.attributes -> 'a' ->> 'it''s'", "r.attributes -> 'a' ->> 'it''s' = $env"],
    ['"Service"', '"Service" = $env'],
    ['a || b', '(a || b) = $env'],
    ['lower(service_name)', '(lower(service_name)) = $env'],
  ])('of %s', (column, condition) => {
    expect(listed().matches(column)).toBe(condition);
  });

  test('fails for a blank column', () => {
    expect(() => listed().matches(' ')).toThrow('variable "env": column must not be blank, got " "; pass a column such as service_name [logfire:not-blank]');
  });

  test('has no finding in a query', () => {
    const variables = [queried({ allowAll: true }), DashboardVariable.text('tenant')];
    const where = `${variables[0].matches('service_name')} AND ${variables[1].matches("attributes->>'tenant'")}`;
    expect(warningsOf(definitionOf([new TablePanel({ ...NAMED, query: RowsQuery.fromSql(`SELECT 1 FROM records WHERE ${where}`) })], { variables }))).toEqual([]);
  });
});

test('the built-in variables are those that Logfire supplies', () => {
  expect(Object.values(BuiltInVariable)).toEqual([
    '$resolution', '$__from', '$__to', '$__from_iso_string', '$__to_iso_string', '$__range', '$__range_s', '$__range_ms', '$__organization', '$__project',
    '$__dashboard_slug', '$__envs',
  ]);
});

import { App, TerraformDataSource, TerraformLocal, TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import { l1 } from '../../src';
import { contentsOf } from '../../src/core/app-validation';
import { Organizations } from '../../src/core/organizations';
import { followed, originOf } from '../../src/core/origin';
import { evaluatedIn, resolved } from '../../src/core/resolving';
import { cleanUp, newApp, synth } from '../synth';

afterEach(cleanUp);

let app: App;
let stack: TerraformStack;

beforeEach(() => {
  app = newApp();
  stack = new TerraformStack(app, 'app');
});

const known = () => {
  const stacks = contentsOf(app);
  return { stacks, own: stacks.find((contents) => contents.stack === stack)! };
};

function follow(text: string): string {
  const { stacks, own } = known();
  const { contents, text: found } = followed(stacks, own, text);
  return `${contents.stack.node.path}: ${found}`;
}

describe('a reference is followed', () => {
  test.each([
    ['shop', 'shop'],
    ['${local.none}', '${local.none}'],
    ['${local.a}', 'shop'],
    ['${local.b}', 'shop'],
    ['${local.c}', '${logfire_project.shop.id}'],
    ['${local.d}', '${var.v}'],
    ['${sensitive(local.b)}', 'shop'],
    ['${local.list}', '${local.list}'],
    ['${local.b.part}', '${local.b.part}'],
    ['${local.b[0]}', '${local.b[0]}'],
    ['${upper(local.b)}', '${upper(local.b)}'],
    ['a ${local.b}', 'a ${local.b}'],
    ['${sensitive(logfire_project.shop.id)}', '${logfire_project.shop.id}'],
    ['${logfire_project.shop[0].id}', '${logfire_project.shop[0].id}'],
    ['${logfire_project.shop}', '${logfire_project.shop}'],
    ['${data.aws_secret.s.value}', '${data.aws_secret.s.value}'],
    ['${local.added}', 'by an override'],
  ])('%s to %s', (text, found) => {
    new TerraformLocal(stack, 'a', 'shop');
    new TerraformLocal(stack, 'b', '${local.a}');
    new TerraformLocal(stack, 'c', '${sensitive(logfire_project.shop.id)}');
    new TerraformLocal(stack, 'd', new TerraformVariable(stack, 'v', {}).stringValue);
    new TerraformLocal(stack, 'list', ['x']);
    new TerraformLocal(stack, 'added', 'in the program');
    stack.addOverride('locals.added', 'by an override');
    expect(follow(text)).toBe(`app: ${found}`);
  });

  test('that has no end, for a while', () => {
    new TerraformLocal(stack, 'a', '${local.b}');
    new TerraformLocal(stack, 'b', '${local.a}');
    expect(follow('${local.a}')).toMatch(/^app: \$\{local\.[ab]\}$/);
  });

  test('into another stack, and only there', () => {
    const other = new TerraformStack(app, 'other');
    new l1.LogfireProvider(other, 'Logfire');
    const project = new l1.Project(other, 'Shop', { name: 'shop' });
    const local = new TerraformLocal(other, 'id', project.id);
    new TerraformStack(app, 'third');
    new TerraformOutput(stack, 'out', { value: local.asString });
    const { value } = synth(stack).output.out;
    expect(value).toContain('data.terraform_remote_state.');
    expect(follow(value)).toBe('other: ${logfire_project.Shop.id}');
    expect(follow(value.replace('.outputs.', '.outputs.other-'))).toBe(`app: ${value.replace('.outputs.', '.outputs.other-')}`);
    const { stacks, own } = known();
    expect(originOf(stacks, own, value)).toMatchObject({ element: project, contents: { stack: other }, text: '${logfire_project.Shop.id}' });
    expect(followed([own], own, value).text).toBe(value);
  });
});

test('a resource or a data source is an origin, and nothing else is', () => {
  class Secret extends TerraformDataSource {}
  const secret = new Secret(stack, 's', { terraformResourceType: 'aws_secret' });
  const project = new l1.Project(stack, 'shop', { name: 'shop' });
  new TerraformVariable(stack, 'v', {});
  const { stacks, own } = known();
  const origin = (value: unknown) => originOf(stacks, own, value)?.element;
  expect(origin('${logfire_project.shop.id}')).toBe(project);
  expect(origin('${sensitive(logfire_project.shop.id)}')).toBe(project);
  expect(origin('${logfire_project.shop[0].id}')).toBe(project);
  expect(origin('${data.aws_secret.s.value}')).toBe(secret);
  for (const value of ['shop', '${var.v}', '${logfire_project.none.id}', '${upper(logfire_project.shop.id)}', 'logfire_project.shop.id', undefined, 5]) {
    expect(origin(value)).toBeUndefined();
  }
});

test.each([
  ['shop', ''],
  ['a.b ${c.d} e.f', '${c.d}'],
  ['$${a.b} %%{c.d} ${e.f}', '${e.f}'],
  ['${f("a.b", "c\\"d.e", "$z", var.v)}', '${f("", "", "", var.v)}'],
  ['${a.b == "x ${c.d} y.z" ? "e.f" : {g = h.i}}', '${a.b == "${c.d}" ? "" : {g = h.i}}'],
  ['${"%{ if a.b }c.d%{ endif }" + e.f}', '${"${ if a.b }${ endif }" + e.f}'],
  ['"a.b" } ${c.d}', '${c.d}'],
  ['\\${a.b} 5 % $ ${"\\\\"}', '${a.b}${""}'],
])('Terraform evaluates of %s no more than %s', (template, code) => {
  expect(evaluatedIn(template)).toBe(code);
});

test('a value is resolved with all that is in it', () => {
  expect(resolved(stack, { a: new TerraformVariable(stack, 'v', {}).stringValue })).toEqual({ a: '${var.v}' });
});

describe('two providers', () => {
  const providerIn = (scope: TerraformStack, id: string, config: l1.LogfireProviderConfig = {}) => new l1.LogfireProvider(scope, id, config);
  const sensitive = (scope: TerraformStack, id: string) => (
    (scope.node.tryFindChild(id) as TerraformVariable | undefined) ?? new TerraformVariable(scope, id, { sensitive: true })
  );
  type Configure = (scope: TerraformStack) => l1.LogfireProviderConfig;

  /** What a provider of the first stack and one of the same or the second stack have, and how they differ. */
  test.each<readonly [name: string, isOneStack: boolean, one: Configure, other: Configure, difference: string]>([
    ['with one variable', true, (scope) => ({ apiKey: sensitive(scope, 'k').stringValue }), (scope) => ({ apiKey: sensitive(scope, 'k').stringValue }), 'none'],
    ['with two variables', true, (scope) => ({ apiKey: sensitive(scope, 'k').stringValue }), (scope) => ({ apiKey: sensitive(scope, 'm').stringValue }), 'certain'],
    ['with and without a key', true, (scope) => ({ apiKey: sensitive(scope, 'k').stringValue }), () => ({}), 'certain'],
    ['without a key', true, () => ({}), () => ({}), 'certain'],
    ['with one key and one address', true, () => ({ apiKey: 'a', baseUrl: 'https://a.example.com' }), () => ({ apiKey: 'a', baseUrl: 'https://A.example.com//' }), 'none'],
    ['with one key and an address', true, () => ({ apiKey: 'a', baseUrl: 'https://a.example.com' }), () => ({ apiKey: 'a' }), 'none'],
    ['with one key and two addresses', true, () => ({ apiKey: 'a', baseUrl: 'https://a.example.com' }), () => ({ apiKey: 'a', baseUrl: 'https://b.example.com' }), 'certain'],
    ['with an address that is known only at apply', true, () => ({ apiKey: 'a', baseUrl: 'https://a.example.com' }), () => ({ apiKey: 'a', baseUrl: '${var.url}' }), 'none'],
    ['of the environment', false, () => ({}), () => ({}), 'none'],
    ['of the environment, at two addresses', false, () => ({ baseUrl: 'https://a.example.com' }), () => ({ baseUrl: 'https://b.example.com' }), 'certain'],
    ['of the environment, at one address', false, () => ({ baseUrl: 'https://a.example.com' }), () => ({ baseUrl: 'https://a.example.com' }), 'none'],
    ['with one literal', false, () => ({ apiKey: 'a' }), () => ({ apiKey: 'a' }), 'none'],
    ['with two literals', false, () => ({ apiKey: 'a' }), () => ({ apiKey: 'b' }), 'none'],
    ['with one variable each', false, (scope) => ({ apiKey: sensitive(scope, 'k').stringValue }), (scope) => ({ apiKey: sensitive(scope, 'k').stringValue }), 'none'],
  ])('%s in one stack: %s', (_, isOneStack, one, other, difference) => {
    const second = isOneStack ? stack : new TerraformStack(app, 'second');
    const [a, b] = [providerIn(stack, 'A', one(stack)), providerIn(second, 'B', { ...other(second), ...isOneStack && { alias: 'b' } })];
    const organizations = new Organizations(known().stacks);
    expect([organizations.difference(a, b), organizations.difference(b, a)]).toEqual([difference, difference]);
    expect(organizations.difference(a, a)).toBe('none');
  });

  test('probably differ where another stack has both', () => {
    const second = new TerraformStack(app, 'second');
    const key = (scope: TerraformStack, id: string) => ({ apiKey: sensitive(scope, id).stringValue });
    const a = providerIn(stack, 'A', key(stack, 'one'));
    const b = providerIn(second, 'B', key(second, 'two'));
    const c = providerIn(new TerraformStack(app, 'third'), 'C', { apiKey: 'not-a-real-key' });
    expect(new Organizations(known().stacks).difference(a, b)).toBe('none');
    const both = new TerraformStack(app, 'both');
    providerIn(both, 'One', key(both, 'one'));
    providerIn(both, 'Two', { ...key(both, 'two'), alias: 'two' });
    const organizations = new Organizations(known().stacks);
    expect([organizations.difference(a, b), organizations.difference(b, a), organizations.difference(a, c)]).toEqual(['likely', 'likely', 'none']);
  });

  test.each<readonly [name: string, keys: readonly (string | undefined)[], mayDiffer: boolean]>([
    ['one', [undefined], false], ['one key', ['a', 'a'], false], ['two keys', ['a', 'b'], true], ['a key and the environment', ['a', undefined], true], ['none', [], false],
  ])('of an app with %s may differ: %s', (_, keys, mayDiffer) => {
    keys.forEach((apiKey, index) => providerIn(new TerraformStack(app, `s${index}`), 'P', { apiKey }));
    expect(new Organizations(known().stacks).mayDiffer).toBe(mayDiffer);
  });

  test('with keys that Terraform computes have one where the expression reads nothing of its stack', () => {
    const second = new TerraformStack(app, 'second');
    const twins = (apiKey: string) => {
      const [a, b] = [stack, second].map((scope) => providerIn(scope, `P${apiKey}`, { apiKey }));
      const organizations = new Organizations(known().stacks);
      return [organizations.of(a).certain === organizations.of(b).certain, organizations.of(a).likely === organizations.of(b).likely];
    };
    expect(twins('${file("/run/secrets/logfire.key")}')).toEqual([true, true]);
    expect(twins('${aws_secret.s.value}')).toEqual([false, false]);
    expect(twins('${values(local.keys)[0].key}')).toEqual([false, false]);
    expect(twins('${var.api-key}')).toEqual([false, true]);
    expect(twins('${var.a}${var.b}')).toEqual([false, false]);
  });
});

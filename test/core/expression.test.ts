import { Fn, Lazy, TerraformOutput, TerraformStack, TerraformVariable, Token } from 'cdktf';
import { AlertImportId, LogfireAlert, LogfireProject, TerraformExpression } from '../../src';
import { expression, literal, literals, meantBy, quoted, stringOf } from '../../src/core/expression';
import { resolved } from '../../src/core/resolving';
import { cleanUp, newStack, only, synth } from '../synth';

afterEach(cleanUp);

describe('a string', () => {
  let stack: TerraformStack;
  let stage: string;

  beforeEach(() => {
    stack = newStack();
    stage = new TerraformVariable(stack, 'stage', {}).stringValue;
  });

  const lazy = (text: string | undefined) => Lazy.stringValue({ produce: () => text });

  test.each([
    ['', ''],
    ['Shop', 'Shop'],
    ['{}', '{}'],
    ['costs $5, 50 %', 'costs $5, 50 %'],
    ['a$', 'a$'],
    ['${x}', '$${x}'],
    ['%{ if x }', '%%{ if x }'],
    ['$${x}', '$$${x}'],
    ['%%{x}', '%%%{x}'],
    ['${a}${b}', '$${a}$${b}'],
    ['<<_EOT\n${x}\n_EOT', '<<_EOT\n$${x}\n_EOT'],
    ['${TfToken', '$${TfToken'],
  ])('%j is %j in Terraform', (text, rendered) => {
    expect(resolved(stack, literal(text))).toBe(rendered);
    expect(meantBy(rendered)).toBe(text);
  });

  test('that needs no escaping is not replaced by a token, which costs time', () => {
    for (const text of ['Shop', '{}', stage, `Shop ${stage}`]) {
      expect(literal(text)).toBe(text);
    }
  });

  test('is escaped outside of its tokens, and once only', () => {
    expect(resolved(stack, literal(literal(`\${a} ${stage} %{b}`)))).toBe('$${a} ${var.stage} %%{b}');
    expect(resolved(stack, literal(`\${${stage}}`))).toBe('$${${var.stage}}');
    expect(resolved(stack, literal(`$${stage}`))).toBe('${"$"}${var.stage}');
    expect(resolved(stack, literal(`$$${stage}{`))).toBe('${"$$"}${var.stage}{');
    expect(resolved(stack, literal(Fn.join('-', ['a', stage])))).toBe('${join("-", ["a", var.stage])}');
  });

  test('keeps its meaning in an expression', () => {
    const inside = (text: string) => resolved(stack, stringOf(expression`sensitive(${quoted(text)})`));
    expect(inside('a "${b}" \\ %{c}')).toBe('${sensitive("a \\"$${b}\\" \\\\ %%{c}")}');
    expect(inside(literal('${b}"'))).toBe('${sensitive("$${b}\\"")}');
    expect(inside(`\${b}"${stage}`)).toBe('${sensitive("$${b}\\"${var.stage}")}');
    expect(inside(stage)).toBe('${sensitive(var.stage)}');
    expect(resolved(stack, Fn.upper(literal('${b}')))).toBe('${upper("$${b}")}');
  });

  test('is literal in lists, in maps, and as a key', () => {
    expect(resolved(stack, literals({ 'list': ['${a}', 1, true, undefined], '${key}': { inner: '%{b}' } })))
      .toEqual({ 'list': ['$${a}', 1, true], '$${key}': { inner: '%%{b}' } });
  });

  test('from a Lazy is literal too', () => {
    expect(resolved(stack, literal(lazy('${a}')))).toBe('$${a}');
    expect(resolved(stack, literal(lazy(`\${a} ${stage}`)))).toBe('$${a} ${var.stage}');
    expect(resolved(stack, literal(`b ${lazy(lazy('${a}'))}`))).toBe('b $${a}');
    expect(resolved(stack, literal(lazy(stage)))).toBe('${var.stage}');
    expect(resolved(stack, literal(lazy(undefined)))).toBeUndefined();
    expect(resolved(stack, stringOf(expression`upper(${quoted(lazy('"${a}'))})`))).toBe('${upper("\\"$${a}")}');
    expect(resolved(stack, stringOf(expression`upper(${lazy('"${a}')})`))).toBe('${upper("\\"$${a}")}');
    expect(resolved(stack, stringOf(expression`upper(${Token.asString(lazy(stage))})`))).toBe('${upper("${var.stage}")}');
  });

  test('is not known before apply if Terraform computes a part of it', () => {
    for (const text of ['${var.stage}', 'a %{ if var.b }c%{ endif }', '$${a} ${var.b}']) {
      expect(meantBy(text)).toBeUndefined();
    }
  });
});

describe('rules about names', () => {
  test('compare what Logfire gets, from a Lazy too', () => {
    const twins = (first: string, second: string) => () => {
      const stack = newStack();
      const project = new LogfireProject(stack, 'Shop');
      [first, second].forEach((alertName, index) => new LogfireAlert(stack, `Alert${index}`, { project, alertName, query: 'SELECT trace_id FROM records' }));
      return synth(stack);
    };
    expect(twins('Errors ${a}', 'Errors ${a}')).toThrow(/Errors \$\{a\}/);
    expect(twins('Errors ${a}', Lazy.stringValue({ produce: () => 'Errors ${a}' }))).toThrow(/Errors \$\{a\}/);
    expect(twins('Errors ${a}', 'Errors $${a}')).not.toThrow();
  });

  test('count what was written, not what it is in Terraform', () => {
    const describedBy = (description: string) => () => only(synth(withDescription(description)), 'logfire_project').description;
    expect(describedBy('${'.repeat(250))()).toHaveLength(750);
    expect(describedBy(`${'${'.repeat(250)}x`)).toThrow(/description must/);
  });
});

describe('TerraformExpression.raw', () => {
  let stack: TerraformStack;
  let stage: string;

  beforeEach(() => {
    stack = newStack();
    stage = new TerraformVariable(stack, 'stage', {}).stringValue;
  });

  const inOutput = (text: string) => {
    new TerraformOutput(stack, 'out', { value: text });
    return synth(stack).output.out.value;
  };

  test.each([
    ['var.stage', '${var.stage}'],
    [' upper(terraform.workspace)\n', '${upper(terraform.workspace)}'],
    ['"shop-${var.stage}"', '${"shop-${var.stage}"}'],
    ['var.a ? "x" : "y"', '${(var.a ? "x" : "y")}'],
    ['[for n in var.names : upper(n)][0]', '${[for n in var.names : upper(n)][0]}'],
    ['"}"', '${"}"}'],
    ['"a\\"}${"b}"}"', '${"a\\"}${"b}"}"}'],
    ['"$${x} %%{y} %{ if true }z%{ endif }"', '${"$${x} %%{y} %{ if true }z%{ endif }"}'],
    ['"# // /* <<EOT"', '${"# // /* <<EOT"}'],
    ['data.x.my-name.value', '${data.x.my-name.value}'],
    ['1 - 2', '${(1 - 2)}'],
  ])('%j is %j', (text, rendered) => {
    expect(inOutput(TerraformExpression.raw(text))).toBe(rendered);
  });

  test('is a part of a text, of another expression, and of an import id', () => {
    const upper = TerraformExpression.raw('upper(var.stage)');
    const project = new LogfireProject(stack, 'Shop', { description: `\${literal} ${upper}` });
    new LogfireAlert(stack, 'Alert', { project, query: 'SELECT trace_id FROM records', importFrom: AlertImportId.byName(upper, 'errors') });
    const json = synth(stack);
    expect(only(json, 'logfire_project').description).toBe('$${literal} ${upper(var.stage)}');
    expect(json.import[0].id).toBe('${upper(var.stage)}/errors');
    expect(resolved(stack, Fn.lower(TerraformExpression.raw('var.a ? "x" : "y"')))).toBe('${lower((var.a ? "x" : "y"))}');
  });

  test('contains references, outside and inside of strings', () => {
    expect(inOutput(TerraformExpression.raw(`upper(${stage})`))).toBe('${upper(var.stage)}');
    expect(resolved(stack, TerraformExpression.raw(`"a-${stage}"`))).toBe('${"a-${var.stage}"}');
  });

  test('refers to a resource of another stack', () => {
    const other = newStack(stack.node.root as never, 'other');
    const project = new LogfireProject(other, 'Shop');
    new TerraformOutput(stack, 'out', { value: TerraformExpression.raw(`upper(${project.projectId})`) });
    expect(synth(stack).output.out.value).toMatch(/^\$\{upper\(data\.terraform_remote_state\.[\w-]+\.outputs\.[\w-]+\)\}$/);
  });

  test.each([
    [' ', /blank/],
    ['${var.stage}', /without \$\{ and \} around it/],
    ['shop-${var.stage}', /outside of a string/],
    ['upper(var.stage', /without its last \)/],
    ['"shop', /without its last "/],
    ['"shop-${var.stage"', /without its last/],
    ['var.stage)', /a \) too many/],
    ['var.stage} ${file("/etc/hostname")', /a \} too many/],
    ['var.stage # comment', /comment or a heredoc/],
    ['var.stage // comment', /comment or a heredoc/],
    ['/* comment */ var.stage', /comment or a heredoc/],
    ['<<EOT\nshop\nEOT', /comment or a heredoc/],
    ['"a\nb"', /line break/],
  ])('rejects %j', (text, error) => {
    expect(() => TerraformExpression.raw(text)).toThrow(error);
  });

  test('rejects lists and numbers that are known only at apply, and a $ before a reference', () => {
    const variable = new TerraformVariable(stack, 'values', {});
    expect(() => TerraformExpression.raw(`length(${Fn.element(variable.listValue, 0)}${variable.listValue[0]})`)).toThrow(/list, a map or a number/);
    expect(() => TerraformExpression.raw(`1 + ${variable.numberValue}`)).toThrow(/list, a map or a number/);
    expect(() => TerraformExpression.raw(`"$${stage}"`)).toThrow(/\$ before a reference/);
  });
});

function withDescription(description: string): TerraformStack {
  const stack = newStack();
  new LogfireProject(stack, 'Shop', { description });
  return stack;
}

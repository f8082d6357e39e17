import { Fn, Lazy, TerraformOutput, TerraformStack, TerraformVariable, Token } from 'cdktf';
import { AlertImportId, LogfireAlert, LogfireProject, TerraformExpression } from '../../src';
import { expression, literal, literals, meantBy, quoted, sensitive, stringOf } from '../../src/core/expression';
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
    expect(resolved(stack, literal(`\${a} ${stage}$`))).toBe('$${a} ${var.stage}$');
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

  test('has all that Terraform would read as something else escaped in quotes', () => {
    const inside = (text: string) => resolved(stack, stringOf(expression`f(${quoted(text)})`));
    expect(inside('\n\r\t"\\')).toBe('${f("\\n\\r\\t\\"\\\\")}');
    expect(inside('\0\u001f\u007f\u2028é')).toBe('${f("\\u0000\\u001f\\u007f\\u2028é")}');
    expect(inside(`$${stage}"`)).toBe('${f("${"$"}${var.stage}\\"")}');
  });

  test('is not literal in objects of a class', () => {
    class Text { public readonly text = '${a}'; }
    const value = new Text();
    expect(literals(value)).toBe(value);
    expect([null, undefined, 5, true].map(literals)).toEqual([null, undefined, 5, true]);
  });

  test('is marked as a secret', () => {
    expect(resolved(stack, sensitive(stage))).toBe('${sensitive(var.stage)}');
  });

  test('is serialized as what it is', () => {
    expect(JSON.stringify({ value: expression`f(1)` })).toBe('{"value":"<expression>"}');
    expect(resolved(stack, `a ${expression`f(1)`}`)).toBe('a ${f(1)}');
  });

  test('is an operand as a number, a reference or another expression', () => {
    const { numberValue } = new TerraformVariable(stack, 'n', {});
    const inner = expression`g(${numberValue}, ${1.5})`;
    expect(resolved(stack, expression`f(${inner}, ${stringOf(inner)}) + ${stage} - ${inner}`)).toBe('${f(g(var.n, 1.5), g(var.n, 1.5)) + var.stage - g(var.n, 1.5)}');
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
    const five = Lazy.anyValue({ produce: () => 5 });
    expect(resolved(stack, literal(`\${a} ${Token.asString(five)}`))).toBe('$${a} 5');
    expect(resolved(stack, expression`f(${five})`)).toBe('${f(5)}');
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
    ['1e+5', '${(1e+5)}'],
    ['-1', '${(-1)}'],
    ['a-1', '${a-1}'],
    ...['+', '*', '/', '%', '==', '!=', '<', '>', '&&', '||'].map((operator) => [`a${operator}b`, `\${(a${operator}b)}`]),
    ['!a', '${(!a)}'],
    ['f(1 - 2)[a ? b : c]', '${f(1 - 2)[a ? b : c]}'],
    ['"a - b"', '${"a - b"}'],
    ['{ a = [1] }', '${{ a = [1] }}'],
    ['"a\\\\"', '${"a\\\\"}'],
    ['"$"', '${"$"}'],
    ['"$$"', '${"$$"}'],
    ['"%%{x} ${"y"} $${"', '${"%%{x} ${"y"} $${"}'],
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

  test('has its references where they stand', () => {
    const rendered = (text: string) => resolved(stack, TerraformExpression.raw(text));
    expect(rendered(`${stage}`)).toBe('${var.stage}');
    expect(rendered(`[${stage}, "${stage}", ${stage} - 1]`)).toBe('${[var.stage, "${var.stage}", var.stage - 1]}');
    expect(rendered(`${stage} - 1`)).toBe('${(var.stage - 1)}');
    expect(rendered(`"$\{upper(${stage})}"`)).toBe('${"${upper(var.stage)}"}');
  });

  test('refers to a resource of another stack', () => {
    const other = newStack(stack.node.root as never, 'other');
    const project = new LogfireProject(other, 'Shop');
    new TerraformOutput(stack, 'out', { value: TerraformExpression.raw(`upper(${project.projectId})`) });
    expect(synth(stack).output.out.value).toMatch(/^\$\{upper\(data\.terraform_remote_state\.[\w-]+\.outputs\.[\w-]+\)\}$/);
  });

  test.each<readonly [text: string, error: string]>([
    [' ', 'be a Terraform expression such as var.stage, got a blank string; leave the prop out to pass no value'],
    ['${var.stage}', 'be a Terraform expression without ${ and } around it, got one with a $ outside of a string; remove ${ and }'],
    ['shop-${var.stage}', 'be a Terraform expression without ${ and } around it, got one with a $ outside of a string; remove ${ and }'],
    ['upper(var.stage', 'be a complete Terraform expression, got one without its last ); add it'],
    ['[{a = 1', 'be a complete Terraform expression, got one without its last ]; add it'],
    ['"shop', 'be a complete Terraform expression, got one without its last "; add it'],
    ['"shop-${var.stage"', 'be a complete Terraform expression, got one without its last "; add it'],
    ['"shop\\"', 'be a complete Terraform expression, got one without its last "; add it'],
    ['var.stage)', 'be a complete Terraform expression, got one with a ) too many; remove it'],
    ['(var.stage]', 'be a complete Terraform expression, got one with a ] too many; remove it'],
    ['var.stage} ${file("/etc/hostname")', 'be a complete Terraform expression, got one with a } too many; remove it'],
    ...['var.stage # comment', 'var.stage // comment', '/* comment */ var.stage', '<<EOT\nshop\nEOT', '"${a # b}"']
      .map((text) => [text, 'not have a comment or a heredoc, got one; remove it, or use a string in quotes'] as const),
    ['"a\nb"', 'not have a line break in a string; write \\n, or close the string on its line'],
  ])('rejects %j', (text, error) => {
    expect(() => TerraformExpression.raw(text)).toThrow(`text must ${error} [logfire:terraform-expression]`);
  });

  test('rejects lists and numbers that are known only at apply, and a $ before a reference', () => {
    const variable = new TerraformVariable(stack, 'values', {});
    const unknown = 'text must not contain a list, a map or a number that is known only at apply; write its address, such as var.names, or use Fn [logfire:terraform-expression]';
    const [map] = Object.keys(Token.asStringMap(variable.value));
    for (const value of [variable.listValue[0], map, variable.numberValue]) {
      expect(() => TerraformExpression.raw(`1 + ${value}`)).toThrow(unknown);
    }
    const dollar = 'text must not have a $ before a reference, which Terraform would read as $${; use Fn.join [logfire:terraform-expression]';
    expect(() => TerraformExpression.raw(`"$${stage}"`)).toThrow(dollar);
    expect(() => TerraformExpression.raw(`"a$${stage}"`)).toThrow(dollar);
    expect(() => TerraformExpression.raw(`"${stage}$${stage}"`)).toThrow(dollar);
    expect(inOutput(TerraformExpression.raw(`"a$$${stage}"`))).toBe('${"a$$${var.stage}"}');
  });
});

function withDescription(description: string): TerraformStack {
  const stack = newStack();
  new LogfireProject(stack, 'Shop', { description });
  return stack;
}

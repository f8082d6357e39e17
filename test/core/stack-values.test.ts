import { App, TerraformDataSource, TerraformLocal, TerraformOutput, TerraformResource, TerraformStack, TerraformVariable } from 'cdktf';
import { LogfireProject, LogfireWriteToken } from '../../src';
import { resolved } from '../../src/core/resolving';
import { checkNoSecret, forgetValues, hasDefault, isSecret, StackValues, valuesIn } from '../../src/core/stack-values';
import { TerraformData } from '../../src/core/terraform-blocks';
import { cleanUp, newStack, synth } from '../synth';

afterEach(cleanUp);

/** A resource of another provider, as it is written. */
class Written extends TerraformResource {
  constructor(scope: TerraformStack, id: string, private readonly attributes: object) {
    super(scope, id, { terraformResourceType: 'aws_s3_bucket' });
    this.overrideLogicalId(id);
  }

  protected synthesizeAttributes(): { [name: string]: any } {
    return { ...this.attributes };
  }
}

function newValues(): StackValues {
  const stack = newStack();
  new TerraformVariable(stack, 'plain', {});
  new TerraformVariable(stack, 'written', { default: 'd' });
  new TerraformVariable(stack, 'empty', { default: '' });
  new TerraformVariable(stack, 'hidden', { sensitive: true });
  new TerraformVariable(stack, 'hidden_written', { sensitive: true, default: 'h' });
  new TerraformVariable(stack, 'map', { default: { a: 'x', b: ['y', 'z'] } });
  new TerraformLocal(stack, 'name', 'shop');
  new TerraformLocal(stack, 'from', '${var.written}');
  new TerraformLocal(stack, 'parts', { a: 'x', b: '${var.hidden}' });
  new TerraformLocal(stack, 'one', '${local.other}');
  new TerraformLocal(stack, 'other', '${local.one}');
  new TerraformLocal(stack, 'number', 5);
  const logs = new Written(stack, 'logs', { bucket: 'logs', tags: { team: '${var.plain}' }, sha1: 's', input: 'i', output: 'o' });
  logs.addOverride('depends_on', ['x.y']);
  logs.addOverride('provider', 'aws.eu');
  logs.addOverride('lifecycle.ignore_changes', ['all']);
  new Written(stack, 'many', { bucket: 'm' }).addOverride('count', 2);
  new Written(stack, 'each', { bucket: 'e' }).addOverride('for_each', '${var.map}');
  new LogfireWriteToken(stack, 'Token', { project: new LogfireProject(stack, 'Shop') }).resource.overrideLogicalId('token');
  new TerraformData(stack, 'Data', { input: '${var.hidden}' }).overrideLogicalId('data');
  stack.addOverride('locals.added', 'by an override');
  stack.addOverride('resource.aws_s3_bucket.logs.acl', 'private');
  return new StackValues(stack);
}

const told = (value: { sources(): readonly { readonly kind: string; readonly text: string }[] }) => value.sources().map(({ kind, text }) => `${kind} ${text}`);

test.each<readonly [value: unknown, sources: readonly string[]]>([
  ['shop', ['literal shop']],
  ['', []],
  [undefined, []],
  [null, []],
  [5, ['literal 5']],
  [false, ['literal false']],
  [['a', '${var.plain}'], ['literal a', 'outside var.plain']],
  [{ a: 'x', b: { c: 'y' } }, ['literal x', 'literal y']],
  ['${', ['outside an expression that cannot be read']],
  // Variables.
  ['${var.plain}', ['outside var.plain']],
  ['${var.written}', ['literal d']],
  ['${var.empty}', ['outside var.empty']],
  ['${var.hidden}', ['outside var.hidden', 'secret var.hidden']],
  ['${var.hidden_written}', ['literal h', 'secret var.hidden_written']],
  ['${var.none}', ['outside var.none']],
  ['${var}', []],
  ['${var[each.key]}', []],
  ['${var.map.a}', ['literal x']],
  ['${var.map.b}', ['literal y', 'literal z']],
  ['${var.map.b[1]}', ['literal z']],
  ['${var.map.b[*]}', ['literal y', 'literal z']],
  ['${var.map.none}', []],
  ['a ${var.written} b', ['literal a ', 'literal d', 'literal  b']],
  // Locals.
  ['${local.name}', ['literal shop']],
  ['${local.number}', ['literal 5']],
  ['${local.added}', ['literal by an override']],
  ['${local.from}', ['literal d']],
  ['${local.parts.a}', ['literal x']],
  ['${local.parts.b}', ['outside var.hidden', 'secret var.hidden']],
  ['${local.one}', []],
  ['${local.none}', []],
  // Resources.
  ['${aws_s3_bucket.logs.bucket}', ['outside aws_s3_bucket.logs', 'literal logs']],
  ['${aws_s3_bucket.logs.acl}', ['outside aws_s3_bucket.logs', 'literal private']],
  ['${aws_s3_bucket.logs.arn}', ['outside aws_s3_bucket.logs']],
  ['${aws_s3_bucket.logs.tags.team}', ['outside aws_s3_bucket.logs', 'outside var.plain']],
  ['${aws_s3_bucket.logs[0].bucket}', ['outside aws_s3_bucket.logs', 'literal logs']],
  ['${aws_s3_bucket.logs[12].bucket}', ['outside aws_s3_bucket.logs', 'literal logs']],
  ['${aws_s3_bucket.logs.sha1}', ['outside aws_s3_bucket.logs', 'literal s']],
  ['${aws_s3_bucket.logs[*].bucket}', ['outside aws_s3_bucket.logs', 'literal logs']],
  ['${aws_s3_bucket.many[count.index].bucket}', ['outside aws_s3_bucket.many', 'literal m']],
  ['${aws_s3_bucket.many["x"].bucket}', ['outside aws_s3_bucket.many', 'literal m']],
  ['${aws_s3_bucket.each["a"].bucket}', ['outside aws_s3_bucket.each', 'literal e']],
  ['${aws_s3_bucket.none.id}', ['outside aws_s3_bucket.none']],
  ['${aws_s3_bucket[each.key]}', []],
  ['${logfire_write_token.token.token}', ['secret logfire_write_token.token']],
  ['${logfire_write_token.none.token}', ['secret logfire_write_token.none']],
  ['${logfire_project.none.token}', ['outside logfire_project.none']],
  ['${terraform_data.data.input}', ['outside terraform_data.data', 'outside var.hidden', 'secret var.hidden']],
  ['${terraform_data.data.output}', ['outside terraform_data.data', 'outside var.hidden', 'shown var.hidden']],
  ['${aws_s3_bucket.logs.output}', ['outside aws_s3_bucket.logs', 'literal o']],
  ['${data.aws_secret.s.value}', ['outside data.aws_secret.s']],
  ['${data.aws_secret}', []],
  ['${data}', []],
  ['${data.terraform_remote_state.none.outputs.x}', ['outside data.terraform_remote_state.none']],
  ['${data.terraform_remote_state.none.outputs}', []],
  ['${data.terraform_remote_state.none.outputs[*]}', ['outside data.terraform_remote_state.none']],
  ['${data.terraform_remote_state.none}', []],
  ...['module.m.x', 'path.module', 'terraform.workspace', 'each.value', 'count.index', 'self.id', 'ephemeral.a.b']
    .map((text) => [`\${${text}}`, [`outside ${text.split('.')[0]}`]] as const),
  // Operators.
  ['${var.plain == "a"}', []],
  ['${!var.plain}', []],
  ['${var.plain + 1}', ['outside var.plain', 'literal 1']],
  ['${var.plain == "a" ? "b" : var.hidden_written}', ['literal b', 'literal h', 'secret var.hidden_written']],
  ['${(true ? var.map : local.parts).a}', ['literal x', 'literal x']],
  ['${["a", "b"]}', ['literal a', 'literal b']],
  ['${["a", "b"][1]}', ['literal b']],
  ['${{a = "x", (var.plain) = "y"}.a}', ['literal x']],
  ['${{a = "x", (upper("b")) = "y"}.b}', ['literal y']],
  ['${{a = "x", (upper("b")) = "y"}}', ['literal x', 'literal y']],
  ['${[for v in var.map.b : upper(v)]}', ['literal y', 'literal z']],
  ['${[for k, v in var.map : k]}', []],
  ['${{for k, v in var.map : k => v}["a"]}', ['literal x', 'literal y', 'literal z']],
  ['${{for k, v in var.map : v => k}["a"]}', []],
  ['${[for v in ["a"] : {x = v, y = "b"}][0].x}', ['literal a']],
  ['%{ for v in ["a"] }${v}%{ endfor }', ['literal a']],
  // Functions.
  ['${upper(var.hidden_written)}', ['literal h', 'secret var.hidden_written']],
  ['${sensitive("a")}', ['literal a', 'secret sensitive']],
  ['${nonsensitive(var.hidden)}', ['outside var.hidden', 'shown var.hidden']],
  ['${nonsensitive(local.parts).b}', ['outside var.hidden', 'shown var.hidden']],
  ['${nonsensitive(local.parts).a}', ['literal x']],
  ['${lookup(var.map, "a", "none")}', ['literal x', 'literal none']],
  ['${lookup(var.map, "a")}', ['literal x']],
  ['${lookup(var.map)}', ['literal x', 'literal y', 'literal z']],
  ['${lookup(var.map, var.plain)}', ['literal x', 'literal y', 'literal z']],
  ['${merge(var.map, {a = "w"}).a}', ['literal x', 'literal w']],
  ['${format("%s", var.map).a}', ['literal %s', 'literal x', 'literal y', 'literal z']],
  ...['length', 'keys', 'can', 'contains', 'timecmp', 'sha256', 'base64sha256', 'filemd5', 'bcrypt'].map((name) => [`\${${name}(var.hidden)}`, []] as const),
  ...['tolist', 'one', 'values', 'ephemeralasnull'].map((name) => [`\${${name}(var.map).a}`, ['literal x']] as const),
  ['${file("a")}', ['literal a', 'outside file']],
  ['${plantimestamp()}', ['outside plantimestamp']],
  ['${templatefile("a", {b = "c"})}', ['literal a', 'literal c', 'outside templatefile']],
])('%j consists of %j', (value, sources) => {
  expect(told(newValues().of(value))).toEqual(sources);
});

test('a part of a list or a map is one of its parts', () => {
  const values = newValues();
  const value = values.of({ a: ['x', { b: 'y' }], c: 'z' });
  expect(told(value.part('a').part('1').part('b'))).toEqual(['literal y']);
  expect(told(value.part().part('0'))).toEqual(['literal x', 'literal z']);
  expect(told(value.part('none'))).toEqual([]);
  expect(told(values.of('shop').part('a'))).toEqual(['literal shop']);
  expect(told(values.of(undefined).part('a').part())).toEqual([]);
});

test('a whole resource consists of its attributes, and not of what Terraform has for each', () => {
  const sources = told(newValues().of('${aws_s3_bucket.logs}'));
  expect(sources).toEqual(expect.arrayContaining(['outside aws_s3_bucket.logs', 'literal logs', 'outside var.plain', 'literal private']));
  for (const text of ['x.y', 'aws.eu', 'all']) {
    expect(sources).not.toContain(`literal ${text}`);
  }
  expect(told(newValues().of('${aws_s3_bucket.many}'))).not.toContain('literal 2');
  expect(told(newValues().of('${logfire_write_token.token}'))).toContain('secret logfire_write_token.token');
  expect(told(newValues().of('${aws_s3_bucket.each}'))).not.toContain('literal y');
});

test('a value is known once, and none hides another one', () => {
  const values = newValues();
  expect(told(values.of('${local.one}${local.from}${local.from}'))).toEqual(['literal d', 'literal d']);
});

test.each([
  ['${sensitive("a")}', true],
  ['${upper(sensitive("a"))}', true],
  ['a ${sensitive("a")} b', true],
  ['${sensitive(local.name)}', true],
  ['${sensitive(var.plain)}', false],
  ['${sensitive("a${var.plain}")}', false],
  ['${sensitive("")}', false],
  ['${nonsensitive("a")}', false],
  ['${upper("a")}', false],
  ['sensitive("a")', false],
  ['${sensitive(', false],
])('%s hides a literal: %s', (text, hides) => {
  expect(newValues().hidesLiteral(text)).toBe(hides);
});

test('the attributes of an element have its overrides', () => {
  const stack = newStack();
  new Written(stack, 'logs', { bucket: 'logs' }).addOverride('acl', 'public');
  new TerraformOutput(stack, 'out', { value: 'x', sensitive: true });
  stack.addOverride('resource.aws_s3_bucket.logs.bucket', 'other');
  stack.addOverride('resource.aws_s3_bucket.added.bucket', 'added');
  stack.addOverride('output.out.value', 'y');
  class Secret extends TerraformDataSource {}
  new Secret(stack, 's', { terraformResourceType: 'aws_secret' }).addOverride('name', 'n');
  stack.addOverride('data.aws_secret.s.version', 2);
  const values = new StackValues(stack);
  expect(values.attributesOf('aws_s3_bucket.logs')).toMatchObject({ bucket: 'other', acl: 'public' });
  expect(values.attributesOf('aws_s3_bucket.added')).toEqual({ bucket: 'added' });
  expect(values.attributesOf('output.out')).toMatchObject({ value: 'y', sensitive: true });
  expect(values.attributesOf('data.aws_secret.s')).toMatchObject({ name: 'n', version: 2 });
  expect(values.attributesOf('aws_s3_bucket.none')).toBeUndefined();
});

test('an element of a stack inside another one is no element of the outer one', () => {
  const stack = newStack();
  new TerraformLocal(new TerraformStack(stack, 'inner'), 'name', 'inner');
  expect(told(new StackValues(stack).of('${local.name}'))).toEqual([]);
});

test('the value of another stack is followed through its output', () => {
  const one = newStack();
  const two = newStack(one.node.root as App, 'two');
  const three = newStack(one.node.root as App, 'three');
  const { stringValue } = new TerraformVariable(one, 'key', { sensitive: true });
  new TerraformOutput(two, 'out', { value: stringValue, sensitive: true });
  new TerraformOutput(three, 'out', { value: 'x' });
  const { value } = synth(two).output.out;
  expect(told(valuesIn(two).of(value))).toEqual([expect.stringMatching(/^outside data\.terraform_remote_state\./), 'outside var.key', 'secret var.key']);
});

test('an output of the stack itself is not one of another stack, whose name it may have', () => {
  const one = newStack();
  const [two, three] = ['two', 'three'].map((id) => newStack(one.node.root as App, id));
  const [hidden, shown] = [one, two].map((scope) => new TerraformVariable(scope, 'key', { sensitive: scope === two }));
  new TerraformOutput(two, 'out', { value: hidden.stringValue });
  new TerraformOutput(three, 'out', { value: shown.stringValue, sensitive: true });
  const { value } = synth(two).output.out;
  expect(told(valuesIn(two).of(value))).toEqual([expect.stringMatching(/^outside data\.terraform_remote_state\./), 'outside var.key']);
});

test('a report looks at values once, and the next one anew', () => {
  const stack = newStack();
  const values = valuesIn(stack);
  expect(valuesIn(stack)).toBe(values);
  const later = new TerraformLocal(stack, 'later', 'x');
  expect(told(valuesIn(stack).of(resolved(stack, later.asString)))).toEqual([]);
  forgetValues([stack]);
  expect(told(valuesIn(stack).of(resolved(stack, later.asString)))).toEqual(['literal x']);
});

test('a default is a value, unless it is empty', () => {
  expect([undefined, null, '', 'x', 0, false].map(hasDefault)).toEqual([false, false, false, true, true, true]);
});

test('a secret is one where Terraform shows it, too', () => {
  const values = newValues();
  expect(['${var.hidden}', '${nonsensitive(var.hidden)}', '${var.plain}', 'x'].map((text) => isSecret(values.of(text)))).toEqual([true, true, false, false]);
});

test('what anybody can read may not be a secret', () => {
  const stack = newStack();
  const project = new LogfireProject(stack, 'Shop');
  const check = (prop: string, value: string) => checkNoSecret(project, prop, value, 'pass its address');
  check('literal', '${sensitive("x")}');
  check('plain', new TerraformVariable(stack, 'arn', {}).stringValue);
  expect(() => synth(stack)).not.toThrow();
  const { stringValue } = new TerraformVariable(stack, 'key', { sensitive: true });
  ['one', 'two'].forEach((prop) => check(prop, stringValue));
  for (const prop of ['one', 'two']) {
    expect(() => synth(stack)).toThrow(`app/Shop: ${prop} must not be a secret, got one; pass its address [logfire:exposed-secret]`);
  }
});

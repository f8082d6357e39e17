import * as fc from 'fast-check';
import { Hcl, parseTemplate } from '../../src/core/hcl';

const name = (text: string): Hcl => ({ is: 'name', name: text });
const part = (of: Hcl, ...keys: string[]): Hcl => keys.reduce<Hcl>((inner, key) => ({ is: 'part', of: inner, key }), of);
const literal = (text: string): Hcl => ({ is: 'literal', text });

test.each<readonly [text: string, meaning: Hcl | undefined]>([
  ['plain', literal('plain')],
  ['$${a} and %%{b}', literal('${a} and %{b}')],
  ['${var.a}', part(name('var'), 'a')],
  ['${ a.b[0]["c"].d }', part(name('a'), 'b', '0', 'c', 'd')],
  ['${a.b[*].c}', { is: 'part', of: { is: 'part', of: part(name('a'), 'b') }, key: 'c' }],
  ['x${a}y', { is: 'template', parts: [literal('x'), name('a'), literal('y')] }],
  ['${upper("${a}")}', { is: 'call', name: 'upper', args: [name('a')] }],
  ['${join(",", ["a", b])}', { is: 'call', name: 'join', args: [literal(','), { is: 'list', items: [literal('a'), name('b')] }] }],
  ['${{a = b, "c": 1}}', { is: 'object', entries: [[literal('a'), name('b')], [literal('c'), literal('1')]] }],
  ['${[for k, v in a : v if k != "x"]}', { is: 'for', names: ['k', 'v'], of: name('a'), results: [name('v')] }],
  ['${a == 1 ? b : "c"}', { is: 'choice', options: [name('b'), literal('c')] }],
  ['${a + 1}', { is: 'sum', operands: [name('a'), literal('1')] }],
  ['${!a && b}', { is: 'test' }],
  ['%{ for x in a }${x}%{ endfor }', { is: 'for', names: ['x'], of: name('a'), results: [name('x')] }],
  ['%{ if a }b%{ else }c%{ endif }', { is: 'template', parts: [literal('b'), literal('c')] }],
  ['${"a\\"\\n\\u0062"}', literal('a"\nb')],
  ['', literal('')],
  ['${""}', literal('')],
  ['$a %b {c}', literal('$a %b {c}')],
  ['${a}$', { is: 'template', parts: [name('a'), literal('$')] }],
  ['x%{ for x in a ~}b${x}%{ endfor }c', { is: 'template', parts: [literal('x'), { is: 'for', names: ['x'], of: name('a'), results: [literal('b'), name('x'), literal('c')] }] }],
  ['%{ for x, y in a }%{ for z in y }${z}%{ endfor }%{ endfor }', {
    is: 'for', names: ['x', 'y'], of: name('a'), results: [{ is: 'for', names: ['z'], of: name('y'), results: [name('z')] }],
  }],
  ['${~ a ~}', name('a')],
  ['%{~ if a ~}b%{~ endif ~}', literal('b')],
  ['%{ while a }', undefined],
  ['%{ foo }', undefined],
  ['%{ for x of a }', undefined],
  // Names, numbers and comments.
  ['${a-b_1.c-d}', part(name('a-b_1'), 'c-d')],
  ['${_a}', name('_a')],
  ['${provider::ns::upper(a)}', { is: 'call', name: 'provider::ns::upper', args: [name('a')] }],
  ['${12}', literal('12')],
  ['${1.25}', literal('1.25')],
  ['${15e10}', literal('15e10')],
  ['${1E-12}', literal('1E-12')],
  ['${2.5e+3}', literal('2.5e+3')],
  ['${true}', literal('true')],
  ['${false}', literal('false')],
  ['${null}', literal('')],
  ['${\n  a # of the program }\n  + // more }\n  /* * } \n */ /**/ b}', { is: 'sum', operands: [name('a'), name('b')] }],
  ['${a §}', undefined],
  // Strings.
  ['${"$${a} %%{b}"}', literal('${a} %{b}')],
  ['${"\\r\\t\\\\\\U0001F388\\u00e4x"}', literal('\r\t\\🎈äx')],
  ['${"\\u00"}', literal('u00')],
  ['a\\n"${b}', { is: 'template', parts: [literal('a\\n"'), name('b')] }],
  ['${"a${"b${c}"}d"}', { is: 'template', parts: [literal('a'), { is: 'template', parts: [literal('b'), name('c')] }, literal('d')] }],
  // Operators.
  ...['==', '!=', '<', '>', '<=', '>=', '&&', '||'].map((operator) => [`\${a ${operator} b}`, { is: 'test' }] as const),
  ...['+', '-', '*', '/', '%'].map((operator) => [`\${1 ${operator} b}`, { is: 'sum', operands: [literal('1'), name('b')] }] as const),
  ['${a + b < c - d}', { is: 'test' }],
  ['${-a}', name('a')],
  ['${--a.b}', part(name('a'), 'b')],
  ['${!a}', { is: 'test' }],
  ['${!!a.b}', { is: 'test' }],
  ['${(a)}', name('a')],
  ['${(a}', undefined],
  ['${a ? b : c ? d : e}', { is: 'choice', options: [name('b'), { is: 'choice', options: [name('d'), name('e')] }] }],
  ['${a ? b}', undefined],
  ['${a = b}', undefined],
  // Parts.
  ['${a.0.1}', part(name('a'), '0', '1')],
  ['${a.*.b}', { is: 'part', of: { is: 'part', of: name('a') }, key: 'b' }],
  ['${a[b]}', { is: 'part', of: name('a') }],
  ['${a["${b}"]}', { is: 'part', of: name('a') }],
  ['${a[*]}', { is: 'part', of: name('a') }],
  ['${f(a)[0].b}', part({ is: 'call', name: 'f', args: [name('a')] }, '0', 'b')],
  ['${a[0}', undefined],
  ['${a[*}', undefined],
  ['${a[* 1]}', undefined],
  // Calls, lists and objects.
  ['${f()}', { is: 'call', name: 'f', args: [] }],
  ['${f(a, b...)}', { is: 'call', name: 'f', args: [name('a'), name('b')] }],
  ['${f(a b)}', undefined],
  ['${f(a,)}', { is: 'call', name: 'f', args: [name('a')] }],
  ['${[]}', { is: 'list', items: [] }],
  ['${[a,\n b,]}', { is: 'list', items: [name('a'), name('b')] }],
  ['${[a b]}', undefined],
  ['${{}}', { is: 'object', entries: [] }],
  ['${{a = 1\n b = 2}}', { is: 'object', entries: [[literal('a'), literal('1')], [literal('b'), literal('2')]] }],
  ['${{(a.b): 1}}', { is: 'object', entries: [[part(name('a'), 'b'), literal('1')]] }],
  ['${{a 1}}', undefined],
  ['${{a = 1', undefined],
  // Loops.
  ['${[for v in a : v]}', { is: 'for', names: ['v'], of: name('a'), results: [name('v')] }],
  ['${{for k, v in a : k => v... if v}}', { is: 'for', names: ['k', 'v'], of: name('a'), results: [name('k'), name('v')] }],
  ['${[for v of a : v]}', undefined],
  ['${[for v in a v]}', undefined],
  ['${[for v in a : v}', undefined],
  ['${{for v in a : v]}', undefined],
  // What has no value.
  ['${}', undefined],
  ['${a.}', undefined],
  ['${+}', undefined],
  ['${a}}', { is: 'template', parts: [name('a'), literal('}')] }],
  ['${a', undefined],
  ['${"a}', undefined],
  ['${a b}', undefined],
  ['${<<EOT\nx\nEOT\n}', undefined],
])('%s', (text, meaning) => {
  expect(parseTemplate(text)).toEqual(meaning);
});

test('an expression that is too deep to read is left to Terraform', () => {
  expect(parseTemplate(`\${${'('.repeat(100_000)}`)).toBeUndefined();
});

test('no text makes it fail or take long', () => {
  const piece = fc.constantFrom('${', '%{', '}', '"', '\\', '(', ')', '[', ']', '{', 'a', '.', ',', ' ', 'for ', ' in ', ':', '?', '$$', '%%', '~', '=>', '1', '#', '/*', '\n', '…');
  fc.assert(fc.property(fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')), (text) => {
    parseTemplate(text);
  }), { numRuns: 2_000 });
});

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

import '../convert/corpus';
import { emitterOf, PROGRAM_LANGUAGES } from '../../src/program/languages';
import { literal, make, STACK } from '../../src/program/model';

const ENDS = 'a\r\nb\u0085c\u2028d\u2029e';

test.each(PROGRAM_LANGUAGES)('no text ends a line of a program in %s where it should not', (language) => {
  const [plain, odd] = ['a\nb', ENDS].map((text) => emitterOf(language, 'cdktf').emit({
    header: [text], stack: 'shop', statements: [{ comment: [text], value: make('cdktf.TerraformLocal', STACK, literal('text'), literal(text)) }],
  }));
  const linesOf = (text: string) => text.split(/\r\n|[\r\n\u0085\u2028\u2029]/).length;
  expect(linesOf(odd) - linesOf(plain)).toBe(0);
});

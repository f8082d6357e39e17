import '../convert/corpus';
import { emitterOf } from '../../src/program/languages';
import { literal, make, STACK } from '../../src/program/model';

/** A local value in Java. */
function textOf(value: string): string {
  const statement = { value: make('cdktf.TerraformLocal', STACK, literal('text'), literal(value)) };
  return emitterOf('java', 'cdktf').emit({ header: [], stack: 'shop', statements: [statement] });
}

test('a text that is too long for a constant of Java is joined when the program runs', () => {
  const line = `${'x'.repeat(99)}\n`;
  expect(textOf(line.repeat(10))).not.toContain('String.join');
  expect(textOf(line.repeat(700)).split('String.join("", ')[1].match(/x{99}\\n"/g)).toHaveLength(700);
});

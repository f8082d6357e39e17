import { TerraformVariable } from 'cdktf';
import { decimalText, withoutNoise } from '../../src/core/decimal-text';
import { resolved } from '../../src/core/resolving';
import { cleanUp, newStack } from '../synth';

afterEach(cleanUp);

test.each([
  [5, '5'], [-12.75, '-12.75'], [0.05, '0.05'], [1.5e-10, '0.00000000015'], [-1.5e-10, '-0.00000000015'], [1.25e-7, '0.000000125'],
  [1e21, `1${'0'.repeat(21)}`], [1.23456e22, `123456${'0'.repeat(17)}`], [100 * 1.1, '110'], [99.999999999999999, '100'],
])('the number %d is written %s', (number, text) => {
  expect(decimalText(number)).toBe(text);
});

test('a number that is known only at apply stays as it is', () => {
  const stack = newStack();
  const { numberValue } = new TerraformVariable(stack, 'n', {});
  expect(withoutNoise(numberValue)).toBe(numberValue);
  expect(resolved(stack, decimalText(numberValue))).toBe('${var.n}');
});

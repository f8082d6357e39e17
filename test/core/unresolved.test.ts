import { Fn, Lazy, TerraformVariable, Token } from 'cdktf';
import { isBroken, isUnresolved } from '../../src/core/unresolved';
import { cleanUp, newStack } from '../synth';

afterEach(cleanUp);

test('a value that CDKTF resolves later is unresolved, in each of its forms', () => {
  const variable = new TerraformVariable(newStack(), 'v', {});
  const [key] = Object.keys(Token.asStringMap(variable.value));
  const values = [
    variable.stringValue, `a ${variable.stringValue} b`, variable.numberValue, variable.listValue, variable.value, Fn.join(',', variable.listValue),
    Lazy.anyValue({ produce: () => 1 }), Token.asNumberList(variable.value), Token.asStringMap(variable.value),
    Token.asNumberMap(variable.value), { [key]: 1 },
  ];
  expect(values.map(isUnresolved)).toEqual(values.map(() => true));
  expect(values.map((value) => Token.isUnresolved(value))).toEqual(values.map(() => true));
});

test.each<readonly [name: string, value: unknown]>([
  ['a string', 'shop'], ['a string with half a token', 'TfToken['], ['a number', 5], ['a large number', 1e300], ['a small number', -1e300], ['NaN', NaN], ['Infinity', Infinity],
  ['a boolean', true], ['null', null], ['undefined', undefined], ['a list', ['a', 1, null]], ['an empty list', []], ['a list of half a token', ['TfToken[']], ['a list of a large number', [1e300]],
  ['an object', { a: 1 }], ['an empty object', {}], ['an object with half a token', { 'TfToken[': 1 }], ['a function', () => 1], ['an object with a member resolve', { resolve: 1 }],
])('%s is not', (_, value) => {
  expect(isUnresolved(value)).toBe(Token.isUnresolved(value));
});

test('a number that was computed from one that is unresolved is broken', () => {
  const { numberValue } = new TerraformVariable(newStack(), 'v', {});
  expect([numberValue * 2, -numberValue * 2, numberValue / 3].map(isBroken)).toEqual([true, true, true]);
  expect([numberValue, 5, -5, NaN, Infinity, -Infinity, 1e200, 0].map(isBroken)).toEqual(Array(8).fill(false));
});

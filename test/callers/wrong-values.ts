import { Fn, Token } from 'cdktf';
import * as library from '../../src';

/** What a program without a compiler can pass. */
export const WRONG: { readonly [name: string]: () => unknown } = {
  'nothing': () => undefined,
  'null': () => null,
  'NaN': () => NaN,
  'Infinity': () => Infinity,
  'a fraction': () => 1.5,
  'a number': () => 5,
  'an empty string': () => '',
  'a blank string': () => ' ',
  'a string': () => 'text',
  'half a character': () => 'text \ud83d',
  'text behind a byte order mark': () => '\ufefftext',
  'text with U+0000': () => 'text\0',
  'a number computed from a token': () => Token.asNumber(Fn.abs(1)) * 2,
  'a boolean': () => true,
  'a bigint': () => 5n,
  'a symbol': () => Symbol('text'),
  'a function': () => () => undefined,
  'a class': () => library.LogfireProject,
  'a promise': () => Promise.resolve('text'),
  'an empty list': () => [],
  'a list of nothing': () => [undefined],
  'a list of strings': () => ['text'],
  'an empty object': () => ({}),
  'an object with an unknown key': () => ({ somethingElse: 1 }),
  'an object without a prototype': () => Object.assign(Object.create(null), { somethingElse: 1 }),
  'a map': () => new Map([['text', 'text']]),
  'a date': () => new Date(0),
  'an object of another class': () => new Another(),
  'a construct id': () => library.LogfirePolicies.recommended(),
};

class Another {
  public readonly text = 'text';
}

const STRINGS = ['an empty string', 'a blank string', 'a string'];
const NUMBERS = ['NaN', 'Infinity', 'a fraction', 'a number'];

/** The wrong values that a compiler would accept for a type: what they mean is for the room of the prop to say. */
export function legalFor(type: string, optional: boolean): readonly string[] {
  const nothing = optional ? ['nothing'] : [];
  if (type.endsWith('[]')) {
    return [...nothing, 'an empty list', ...type === 'string[]' ? ['a list of strings'] : []];
  }
  if (type.endsWith('{}')) {
    return [...nothing, 'an empty object'];
  }
  switch (type) {
    case 'string': return [...nothing, ...STRINGS];
    case 'number': return [...nothing, ...NUMBERS];
    case 'Weekday': return [...nothing, ...NUMBERS];
    case 'boolean': return [...nothing, 'a boolean'];
    case 'any': return Object.keys(WRONG);
    default: return nothing;
  }
}

/** Those that are what the type means. */
export function meantFor(type: string, optional: boolean): readonly string[] {
  const meant: { readonly [type: string]: string } = { 'string': 'a string', 'number': 'a number', 'boolean': 'a boolean', 'Weekday': 'a number', 'string[]': 'a list of strings' };
  return [...optional ? ['nothing'] : [], ...meant[type] === undefined ? [] : [meant[type]]];
}

import { TerraformVariable } from 'cdktf';
import { Duration, LogfireProject } from '../../src';
import { classNames, given, isClass, isPlain, nearest, typeName } from '../../src/core/given';
import { cleanUp, newStack } from '../synth';

afterEach(cleanUp);

class Shop {}
class Apple extends Shop {}

describe('a value, as an error names it', () => {
  test.each<readonly [text: string, value: unknown, textOfSecret?: string]>([
    ['nothing', undefined],
    ['null', null],
    ['"shop"', 'shop', 'a string'],
    ['5', 5, 'a number'],
    ['the bigint 5n', 5n, 'a bigint'],
    ['false', false],
    ['a symbol', Symbol('shop')],
    ['a function', () => 1],
    ['the class Shop', Shop],
    ['the class Duration', Duration],
    ['an empty list', []],
    ['a list', ['shop']],
    ['an object', { a: 1 }],
    ['an object', Object.create(null)],
    ['an object', new (class {})()],
    ['a Shop', new Shop()],
    ['an Apple', new Apple()],
    ['a Map', new Map()],
    ['a promise, for which you must await', Promise.resolve(1)],
    ['an object that cannot be read', new Proxy({}, { getPrototypeOf: () => { throw new Error('no'); } })],
  ])('%s', (text, value, textOfSecret = text) => {
    expect(given(value)).toBe(text);
    expect(given(value, true)).toBe(textOfSecret);
  });

  test('a value that is known only at apply, where a secret belongs too', () => {
    const { stringValue, value } = new TerraformVariable(newStack(), 'v', {});
    for (const secret of [false, true]) {
      expect(given(stringValue, secret)).toBe('a value that is known only at apply');
      expect(given(value, secret)).toBe('a Terraform expression');
    }
  });
});

describe('the class of a value', () => {
  test('has the name that the compiler of jsii noted, also after a bundler has renamed it', () => {
    const jsii = (fqn: string, type: Function) => Object.defineProperty(type, Symbol.for('jsii.rtti'), { value: { fqn } });
    const renamed = jsii('cdktf-logfire.LogfireShop', class a {});
    expect(typeName(jsii('cdktf-logfire.l1.Project', class b {}))).toBe('Project');
    class Inherited extends (renamed as typeof Shop) {}
    expect([renamed, Inherited, Shop].map(typeName)).toEqual(['LogfireShop', 'Inherited', 'Shop']);
    expect([...classNames(new Inherited())]).toEqual(['Inherited', 'LogfireShop', 'Object']);
  });

  test('and its bases are known for objects without a class, too', () => {
    expect([...classNames(new Apple())]).toEqual(['Apple', 'Shop', 'Object']);
    expect(classNames(new Apple())).toBe(classNames(new Apple()));
    expect([...classNames(Object.create(null))]).toEqual(['Object']);
    expect([...classNames(Object.create({ constructor: 'none' }))]).toEqual(['Object']);
  });

  test('is told apart from a function, and plain objects from others', () => {
    expect([Shop, LogfireProject, () => 'a class of', function classify() {}, 'class', undefined].map(isClass)).toEqual([true, true, false, false, false, false]);
    expect([{}, Object.create(null), new Shop(), [], Object.create({})].map(isPlain)).toEqual([true, true, false, false, false]);
  });
});

describe('the name that was meant', () => {
  const NAMES = ['dailyLimitUsd', 'projectName', 'query', 'notify', 'every', 'owner', 'active'];

  test.each([
    ['query', 'query'],
    ['Query', 'query'],
    ['project_name', 'projectName'],
    ['projectNames', 'projectName'],
    ['dailyLimit', 'dailyLimitUsd'],
    ['limitUsd', 'dailyLimitUsd'],
    ['name', 'projectName'],
    ['me', undefined],
    ['projectTitle', 'projectName'],
    ['projTitle', 'projectName'],
    ['proTitle', undefined],
    ['qeury', undefined],
    ['quary', 'query'],
    ['notifi', 'notify'],
    ['ownr', 'owner'],
    ['wner', 'owner'],
    ['aktive', 'active'],
    ['aktiw', undefined],
    ['expiry', undefined],
    ['q_u_e_r_y', 'query'],
    ['pojectnama', 'projectName'],
    ['dailylimitosd', 'dailyLimitUsd'],
    ['', undefined],
  ])('%s is %s', (name, known) => {
    expect(nearest(name, NAMES)).toBe(known);
  });

  test('is the most similar of several', () => {
    expect(nearest('limit', ['limitation', 'limits', 'unlimited'])).toBe('limits');
    expect(nearest('limits', ['limes', 'limit', 'limitation'])).toBe('limit');
    expect(nearest('expiration', ['expirations', 'expires', 'expiry'])).toBe('expirations');
    expect(nearest('projectNames', ['projects', 'projectName'])).toBe('projectName');
    expect(nearest('lim', ['limit'])).toBe('limit');
    expect(nearest('akkountsubdomein', ['accountSubdomain'])).toBe('accountSubdomain');
    expect(nearest('pameter', ['parameters'])).toBeUndefined();
    expect(nearest('name', [])).toBeUndefined();
  });
});

import { deepStrictEqual } from 'node:assert';
import { format, inspect } from 'node:util';
import { serialize } from 'node:v8';
import { TerraformOutput, TerraformStack, TerraformVariable, Tokenization } from 'cdktf';
import { LogfireProvider, LogfireWriteToken, SecretValue } from '../../src';
import { cleanUp, newApp, newStack, synth, warnings } from '../synth';

const SECRET = 'not-a-real-secret';

afterEach(cleanUp);

function keyOf(apiKey: (stack: TerraformStack) => SecretValue): string {
  const stack = new TerraformStack(newApp(), 'app');
  new LogfireProvider(stack, 'Logfire', { apiKey: apiKey(stack), baseUrl: 'https://logfire.example.com' });
  return synth(stack).provider.logfire[0].api_key;
}

describe('SecretValue', () => {
  test('a sensitive variable is rendered as a sensitive reference', () => {
    expect(keyOf((stack) => SecretValue.fromVariable(new TerraformVariable(stack, 'key', { type: 'string', sensitive: true }))))
      .toBe('${sensitive(var.key)}');
  });

  test.each([undefined, false])('fails when the variable has sensitive: %s', (sensitive) => {
    expect(() => keyOf((stack) => SecretValue.fromVariable(new TerraformVariable(stack, 'key', { type: 'string', sensitive }))))
      .toThrow('app/key: variable must be sensitive, because it holds a secret; create it with sensitive: true');
  });

  test.each<readonly [value: unknown, passes: boolean]>([['x', false], [0, false], ['', true]])('of a variable with the default %j passes: %s', (value, passes) => {
    const make = () => keyOf((stack) => SecretValue.fromVariable(new TerraformVariable(stack, 'key', { sensitive: true, default: value })));
    if (passes) {
      expect(make()).toBe('${sensitive(var.key)}');
    } else {
      expect(make).toThrow('app/key: variable must not have a default, which is written in plain text; remove it, and pass the value at apply as TF_VAR_… [logfire:secret-variable]');
    }
  });

  test('an attribute is rendered as a sensitive reference, also inside other text', () => {
    expect(keyOf((stack) => SecretValue.fromAttribute(new TerraformVariable(stack, 'v', {}).stringValue))).toBe('${sensitive(var.v)}');
    expect(keyOf((stack) => SecretValue.fromAttribute(`x-${new TerraformVariable(stack, 'v', {}).stringValue}`))).toBe('${sensitive("x-${var.v}")}');
  });

  test('fails for a literal passed as an attribute, without showing it', () => {
    const make = () => keyOf(() => SecretValue.fromAttribute(SECRET));
    expect(make).toThrow('app/Logfire: apiKey must be a reference to an attribute, got a literal through SecretValue.fromAttribute; pass a reference, or a sensitive variable');
    expect(make).not.toThrow(SECRET);
  });

  test('plain text is written as it is, marked as sensitive, and nothing in it is taken for an expression', () => {
    expect(keyOf(() => SecretValue.unsafePlainText('a"b\\c\n${x} %{if}'))).toBe('${sensitive("a\\"b\\\\c\\n$${x} %%{if}")}');
  });

  test.each(['', ' ', '\n'])('fails for the empty secret %j', (text) => {
    expect(() => keyOf(() => SecretValue.unsafePlainText(text))).toThrow('app/Logfire: apiKey must not be empty; leave it out');
  });

  test('is not shown when it is printed, inspected or serialized', () => {
    const secret = SecretValue.unsafePlainText(SECRET);
    for (const shown of [String(secret), `${secret}`, inspect(secret, { depth: 5 }), JSON.stringify(secret)]) {
      expect(shown).toContain('plain-text');
      expect(shown).not.toContain(SECRET);
    }
  });

  test.each<[string, (secret: SecretValue) => unknown]>([
    ['inspect with everything', (secret) => inspect(secret, { showHidden: true, getters: true, depth: Infinity, showProxy: true })],
    ['inspect of a list', (secret) => inspect([{ secret }], { showHidden: true, getters: true, depth: Infinity })],
    ['util.format', (secret) => format('%s %o %O %j', secret, secret, secret, secret)],
    ['its properties', (secret) => Object.getOwnPropertyDescriptors(secret)],
    ['its keys and symbols', (secret) => Reflect.ownKeys(secret).map((key) => Reflect.get(secret, key))],
    ['a copy', (secret) => ({ ...secret })],
    ['a structured clone', (secret) => structuredClone(secret)],
    ['serialize of V8', (secret) => serialize(secret).toString('latin1')],
    ['everything that it inherits', (secret) => {
      const found: unknown[] = [];
      for (let at: object = secret; at !== Object.prototype; at = Object.getPrototypeOf(at)) {
        for (const [name, { value, get }] of Object.entries(Object.getOwnPropertyDescriptors(at))) {
          found.push(name, get?.call(secret), typeof value === 'function' ? String(value) : value);
        }
      }
      return found;
    }],
    ['the diff of Jest', (secret) => { try { expect(secret).toEqual({ kind: 1 }); } catch (error) { return (error as Error).message; } throw new Error('equal'); }],
    ['another diff of Jest', (secret) => { try { expect(secret).toHaveProperty('text'); } catch (error) { return (error as Error).message; } throw new Error('has it'); }],
    ['an error of node:assert', (secret) => { try { deepStrictEqual(secret, { kind: 1 }); } catch (error) { return (error as Error).message; } throw new Error('equal'); }],
    ['the text of an error', (secret) => String(new Error(`${secret}`))],
  ])('is not shown by %s', (_name, look) => {
    const shown = inspect(look(SecretValue.unsafePlainText(SECRET)), { showHidden: true, getters: true, depth: Infinity });
    expect(shown).not.toContain(SECRET);
    expect(shown.length).toBeGreaterThan(0);
  });

  test('is not shown by the constructs that it is passed to', () => {
    const stack = newStack();
    const provider = new LogfireProvider(stack, 'Other', { alias: 'other', apiKey: SecretValue.unsafePlainText(SECRET), customHeaders: { 'X-Key': SecretValue.unsafePlainText(SECRET) }, baseUrl: 'https://logfire.example.com' });
    const token = LogfireWriteToken.fromSecret(stack, 'Token', SecretValue.unsafePlainText(SECRET));
    for (const construct of [provider, token]) {
      expect(inspect(construct, { showHidden: true, getters: true, depth: 6 })).not.toContain(SECRET);
    }
    const [found] = Tokenization.reverseString(token.tokenValue).tokens;
    expect(inspect(found, { showHidden: true, getters: true, depth: Infinity })).not.toContain(SECRET);
  });

  test('of one copy of the package works in another', () => {
    jest.isolateModules(() => {
      const other = jest.requireActual<typeof import('../../src/core/secret-value')>('../../src/core/secret-value');
      expect(other.SecretValue).not.toBe(SecretValue);
      expect(keyOf(() => other.SecretValue.unsafePlainText(SECRET))).toBe(`\${sensitive("${SECRET}")}`);
    });
  });

  test('stands for a token that is kept elsewhere', () => {
    const stack = newStack();
    const variable = new TerraformVariable(stack, 'token', { type: 'string', sensitive: true });
    const token = LogfireWriteToken.fromSecret(stack, 'Token', SecretValue.fromVariable(variable));
    expect(token.tokenExpiresAt).toBeUndefined();
    new TerraformOutput(stack, 'out', { value: token.tokenValue, sensitive: true });
    expect(synth(stack).output.out.value).toBe('${sensitive(var.token)}');
    expect(() => LogfireWriteToken.fromSecret(stack, 'Empty', SecretValue.unsafePlainText(''))).toThrow('app/Empty: token must not be empty');
    expect(warnings(stack)).toEqual([]);
  });
});

import { TerraformStack, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { LogfireProject } from '../../src';
import { checkName, defaultName, kebabPath, LABEL } from '../../src/core/names';
import { cleanUp, newApp, newStack, only, synth } from '../synth';

afterEach(cleanUp);

function nameOf(...ids: string[]): string {
  const [stackId, ...path] = ids;
  let scope: Construct = new TerraformStack(newApp(), stackId);
  for (const id of path.slice(0, -1)) {
    scope = new Construct(scope, id);
  }
  return String(new LogfireProject(scope, path[path.length - 1]).resource.nameInput);
}

describe('names from the path', () => {
  test.each([
    [['app', 'Shop'], 'app-shop'],
    [['app', 'WebShop'], 'app-web-shop'],
    [['app', 'HTTPGateway'], 'app-http-gateway'],
    [['app', 'team_a', 'Shop 2'], 'app-team-a-shop-2'],
    [['app', 'Shop', 'Default'], 'app-shop'],
    [['a--b', '-Shop-'], 'a-b-shop'],
    [['app', 'Shop', 'Resource'], 'app-shop'],
    [['app', 'shop2Web'], 'app-shop2-web'],
    [['app', 'ABTest'], 'app-ab-test'],
    [['app', 'S3'], 'app-s3'],
    [['app', 'x'.repeat(46)], `app-${'x'.repeat(46)}`],
  ])('%j gives %s', (ids, name) => {
    expect(nameOf(...ids)).toBe(name);
  });

  test('a path that is too long keeps its beginning and gets a hash', () => {
    const long = 'VeryLongNameOfAServiceThatDoesManyThingsForManyPeople';
    expect(nameOf('app', long)).toMatch(/^app-very-long-name-of-a-service-that-does-[0-9a-f]{8}$|^app-[a-z-]{1,37}-[0-9a-f]{8}$/);
    expect(nameOf('app', long)).toHaveLength(50);
    expect(nameOf('app', long)).not.toBe(nameOf('app', `${long}2`));
  });

  test('a path that is one letter too long is cut, and not after a hyphen', () => {
    expect(nameOf('app', 'x'.repeat(47))).toMatch(new RegExp(`^app-${'x'.repeat(37)}-[0-9a-f]{8}$`));
    expect(nameOf('app', `${'x'.repeat(36)}-${'y'.repeat(20)}`)).toMatch(new RegExp(`^app-${'x'.repeat(36)}-[0-9a-f]{8}$`));
  });

  test('a path of which nothing is shown has a hash alone', () => {
    expect(nameOf('Default', 'Default')).toMatch(/^[0-9a-f]{8}$/);
    expect(nameOf('a', 'Default')).toMatch(/^a-[0-9a-f]{8}$/);
    expect(nameOf('-', 'a')).toMatch(/^a-[0-9a-f]{8}$/);
    expect(nameOf('~', 'ab')).toMatch(/^ab-[0-9a-f]{8}$/);
    expect(nameOf('app', 'a\tb')).toMatch(/^app-a-b-[0-9a-f]{8}$/);
    expect(nameOf('app', 'a~b c')).toBe('app-a-b-c');
  });

  test('of a label may be of any length', () => {
    const stack = new TerraformStack(newApp(), 'app');
    expect(defaultName(new Construct(stack, 'Ä'.repeat(100)), LABEL)).toMatch(/^app-[0-9a-f]{8}$/);
    expect(defaultName(new Construct(stack, 'Shop'.repeat(50)), LABEL)).toHaveLength(253);
    expect(kebabPath(['Default', 'WebShop', '店', 'Resource', 'x'])).toBe('web-shop-x');
  });

  test('letters that a name has no room for are told apart by a hash', () => {
    expect(nameOf('app', 'Größe')).not.toBe(nameOf('app', 'Grüße'));
    expect(nameOf('app', '店')).toMatch(/^app-[0-9a-f]{8}$/);
  });

  test('every path gives a legal name, the same each time', () => {
    const id = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
      // `constructs` takes a few ids for taken, such as `valueOf`.
      .filter((text) => text.trim() !== '' && !text.includes('/') && !(text in {}));
    fc.assert(fc.property(fc.array(id, { minLength: 1, maxLength: 4 }), (ids) => {
      const name = nameOf('app', ...ids);
      expect(name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(name.length).toBeGreaterThanOrEqual(2);
      expect(name.length).toBeLessThanOrEqual(50);
      expect(nameOf('app', ...ids)).toBe(name);
    }), { numRuns: 200 });
  });
});

describe('names that are given', () => {
  test.each(['a', 'Shop', 'shop_1', '-shop', 'shop-', 'a--b', 'shop!', '', 'x'.repeat(51), 'größe'])('fails for %j', (projectName) => {
    const stack = newStack();
    expect(() => new LogfireProject(stack, 'Shop', { projectName })).toThrow(
      `app/Shop: projectName must be 2 to 50 characters, lower-case letters, digits and single hyphens between them, got ${JSON.stringify(projectName)}; leave it out`);
  });

  test.each([['shop', true], ['my shop\nof things', true], ['x', true], ['x'.repeat(500), true], ['', false], [' ', false], [' shop', false], ['shop\n', false]])('of a label passes for %j: %s', (name, passes) => {
    const check = expect(() => checkName(newStack(), 'title', name, LABEL));
    if (passes) {
      check.not.toThrow();
    } else {
      check.toThrow('app: title must be a string that is not blank and has no whitespace around it, got');
    }
  });

  test.each(['ab', 'shop', 'shop-2', '2-shops', 'x'.repeat(50)])('takes %s', (projectName) => {
    const stack = newStack();
    new LogfireProject(stack, 'Shop', { projectName });
    expect(only(synth(stack), 'logfire_project').name).toBe(projectName);
  });

  test('takes a variable', () => {
    const stack = newStack();
    const name = new TerraformVariable(stack, 'name', { type: 'string' });
    new LogfireProject(stack, 'Shop', { projectName: name.stringValue });
    expect(only(synth(stack), 'logfire_project').name).toBe('${var.name}');
  });
});

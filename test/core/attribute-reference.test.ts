import { App, Fn, TerraformOutput, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { LogfirePagerDutyService, LogfireProject } from '../../src';
import { attributeOf, attributeReference, referredToBy } from '../../src/core/attribute-reference';
import { expression } from '../../src/core/expression';
import { checkOutputName, defaultOutputName } from '../../src/core/output-names';
import { resolved } from '../../src/core/resolving';
import { cleanUp, newStack, synth } from '../synth';

afterEach(cleanUp);

describe('a reference to an attribute', () => {
  test('is written with the address that the resource has at synth', () => {
    const stack = newStack();
    const { resource } = new LogfireProject(stack, 'Shop');
    const reference = attributeReference(resource, 'name');
    resource.overrideLogicalId('shop');
    expect(resolved(stack, reference)).toBe('${logfire_project.shop.name}');
    expect(resolved(stack, `a ${reference}`)).toBe('a ${logfire_project.shop.name}');
    expect(resolved(stack, expression`upper(${attributeOf(resource, 'name')})`)).toBe('${upper(logfire_project.shop.name)}');
    expect(resolved(stack, Fn.upper(reference))).toBe('${upper(logfire_project.shop.name)}');
    expect(referredToBy(reference)).toBe('logfire_project.shop.name');
  });

  test('of a data source begins with data', () => {
    const stack = newStack();
    const { resource } = new LogfirePagerDutyService(stack, 'Service', { accountSubdomain: 'acme', pagerDutyServiceId: 'P1' });
    resource.overrideLogicalId('s');
    expect(resolved(stack, attributeReference(resource, 'id'))).toBe('${data.logfire_pagerduty_service.s.id}');
  });

  test.each<readonly [name: string, text: unknown]>([
    ['a string', 'shop'], ['nothing', undefined], ['a number', 5], ['another expression', `${expression`f(1)`}`],
  ])('is not %s', (_, text) => {
    expect(referredToBy(text)).toBeUndefined();
  });

  test('goes across stacks, to each in its way', () => {
    const stack = newStack();
    const { resource } = new LogfireProject(stack, 'Shop');
    const reference = attributeReference(resource, 'name');
    const others = ['one', 'two'].map((id) => newStack(stack.node.root as App, id));
    [stack, ...others].forEach((each) => new TerraformOutput(each, 'out', { value: expression`upper(${reference})`.toString() }));
    const values = [stack, ...others].map((each) => synth(each).output.out.value as string);
    expect(values[0]).toMatch(/^\$\{upper\(logfire_project\.\w+\.name\)\}$/);
    for (const value of values.slice(1)) {
      expect(value).toMatch(/^\$\{upper\(data\.terraform_remote_state\.[\w-]+\.outputs\.[\w-]+\)\}$/);
    }
  });
});

describe('the name of an output', () => {
  const nameOf = (...ids: string[]) => defaultOutputName(ids.reduce<Construct>((scope, id) => new Construct(scope, id), newStack()));

  test('is made of the path below the stack', () => {
    expect(nameOf('Shop')).toBe('shop');
    expect(nameOf('Team', 'WebShop', 'Default', 'Resource')).toBe('team_web_shop');
    expect(nameOf('2ndShop')).toBe('_2nd_shop');
    expect(nameOf('店')).toBe('_');
    const group = new Construct(newStack().node.root, 'Group');
    expect(defaultOutputName(new Construct(new TerraformStack(group, 'app'), 'Shop'))).toBe('shop');
  });

  test.each(['shop', '_', 'Shop_2-a', 'x'])('may be %s', (name) => {
    expect(() => checkOutputName(newStack(), 'outputName', name)).not.toThrow();
  });

  test.each(['', '2', '-a', 'a b', 'shop!', 'ä', 'a.b'])('may not be %j', (name) => {
    expect(() => checkOutputName(newStack(), 'outputName', name)).toThrow(
      `app: outputName must be letters, digits, _ and -, beginning with a letter or _, got ${JSON.stringify(name)}; leave it out to use a name from the construct's path [logfire:output-name]`);
  });
});

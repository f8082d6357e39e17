import { TerraformStack, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import { l1, LogfireProject, LogfireProvider, ProjectImportId } from '../../src';
import { expression } from '../../src/core/expression';
import { resolved } from '../../src/core/resolving';
import { CheckBlock, ImportBlock, renderImportId, TerraformData } from '../../src/core/terraform-blocks';
import { cleanUp, newStack, only, synth } from '../synth';

afterEach(cleanUp);

let stack: TerraformStack;

beforeEach(() => {
  stack = newStack();
});

test('a check block has one assertion, whose text is literal and ends with its rule', () => {
  const block = new CheckBlock(stack, 'Check', { condition: expression`1 < 2`, errorMessage: 'costs ${x}', id: 'token-lifetime' });
  expect(synth(stack).check).toEqual({ Check: { assert: [{ condition: '${1 < 2}', error_message: 'costs $${x} [logfire:token-lifetime]' }] } });
  expect(block._addresses()).toEqual(['check.Check']);
});

describe('an import block', () => {
  const target = (provider?: LogfireProvider) => {
    const project = new l1.Project(stack, 'Shop', { name: 'shop', provider });
    project.overrideLogicalId('shop');
    return project;
  };

  test('has the address of its resource, a literal id, and the provider', () => {
    const provider = new LogfireProvider(stack, 'Eu', { alias: 'eu' });
    const block = new ImportBlock(stack, 'Import', target(provider), 'a/${b}');
    expect(block._addresses()).toEqual(['import logfire_project.shop']);
    expect(synth(stack).import).toEqual([{ to: 'logfire_project.shop', id: 'a/$${b}', provider: 'logfire.eu' }]);
  });

  test('has no provider where the resource has none', () => {
    new ImportBlock(stack, 'Import', target(), 'a');
    expect(synth(stack).import).toEqual([{ to: 'logfire_project.shop', id: 'a' }]);
  });

  test('is created for what is imported only', () => {
    const project = new LogfireProject(stack, 'A', { importFrom: ProjectImportId.byName('acme', 'shop') });
    new LogfireProject(stack, 'B');
    expect(synth(stack).import).toEqual([{ to: `logfire_project.${project.resource.friendlyUniqueId}`, id: 'acme/shop' }]);
  });
});

test.each<readonly [parts: readonly string[], rendered: string | undefined, wrong: string]>([
  [['shop'], 'shop', ''],
  [[' acme ', 'shop'], 'acme/shop', ''],
  [['acme', ''], undefined, '""'],
  [[' ', 'shop'], undefined, '" "'],
  ...['a/b', 'a,b', 'a|b'].map((part) => [['acme', part], undefined, JSON.stringify(part)] as const),
])('the import id of %j is %s', (parts, rendered, wrong) => {
  const render = () => renderImportId(new Construct(stack, 'X'), 'importFrom', parts, 'copy it');
  if (rendered !== undefined) {
    expect(render()).toBe(rendered);
  } else {
    expect(render).toThrow(`app/X: importFrom must be made of names or ids that are not blank and have none of / , |, got ${wrong}; copy it [logfire:import-id]`);
  }
});

test('a part of an import id may be known only at apply', () => {
  const { stringValue } = new TerraformVariable(stack, 'v', {});
  expect(resolved(stack, renderImportId(stack, 'importFrom', [stringValue, 'shop'], ''))).toBe('${var.v}/shop');
});

describe('terraform_data', () => {
  test('has its input and triggers, and is referred to by both forms of its address', () => {
    const data = new TerraformData(stack, 'Data', { input: 'x', triggersReplace: [1] });
    expect(only(synth(stack), 'terraform_data')).toEqual({ '//': expect.anything(), 'input': 'x', 'triggers_replace': [1] });
    expect([data.address(), data.address('.input'), data.input].map((text) => resolved(stack, text))).toEqual([
      'terraform_data.Data', 'terraform_data.Data.input', '${terraform_data.Data.input}',
    ]);
  });

  test('is referred to by the name that it gets later', () => {
    const data = new TerraformData(stack, 'Data', {});
    const references = [data.address(), data.input];
    data.overrideLogicalId('other');
    expect(references.map((text) => resolved(stack, text))).toEqual(['terraform_data.other', '${terraform_data.other.input}']);
  });

  test('that keeps its input ignores a later one, and loses that only with an error', () => {
    const data = new TerraformData(stack, 'Data', { input: 'x', keepsInput: true });
    expect(only(synth(stack), 'terraform_data').lifecycle).toEqual({ ignore_changes: ['input'] });
    data.lifecycle = { ignoreChanges: 'all' };
    expect(() => synth(stack)).not.toThrow();
    data.lifecycle = undefined;
    expect(() => synth(stack)).toThrow('app/Data: its lifecycle has lost ignore_changes, which this construct sets, so every plan would replace it; '
      + 'add to the lifecycle that the resource has instead of replacing it, or change the props of the construct that it belongs to [logfire:lost-protection]');
  });
});

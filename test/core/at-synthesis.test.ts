import * as fs from 'node:fs';
import * as path from 'node:path';
import { App, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { LogfireProject } from '../../src';
import { atSynthesis, stacksFor } from '../../src/core/at-synthesis';
import { addStackRule, constructsOf, ownerOf, stackRulesOf } from '../../src/core/findings';
import { cleanUp, newApp, newStack, synth, writtenFiles } from '../synth';

afterEach(cleanUp);

describe('what is done when a stack is written', () => {
  const writing = () => {
    const stack = newStack();
    atSynthesis(stack, 'Note', ({ outdir }) => fs.writeFileSync(path.join(outdir, 'note.txt'), 'x'));
    return stack;
  };

  test('is done beside its file', () => {
    const stack = writing();
    synth(stack);
    expect(writtenFiles(stack.node.root as App)).toContain('note.txt');
  });

  test('is not done if there is a finding', () => {
    const stack = writing();
    ['A', 'B'].forEach((id) => new LogfireProject(stack, id, { projectName: 'shop' }));
    expect(() => synth(stack)).toThrow('is taken by');
    expect(writtenFiles(stack.node.root as App)).toEqual([]);
  });
});

describe('the constructs of an app', () => {
  const tree = () => {
    const app = newApp();
    const group = new Construct(app, 'group');
    const [one, two] = [new TerraformStack(group, 'one'), new TerraformStack(app, 'two')];
    const inner = new TerraformStack(new Construct(one, 'Scope'), 'inner');
    return { app, group, one, two, inner };
  };
  const paths = (constructs: readonly Construct[]) => constructs.map(({ node }) => node.path);

  test('are in stacks, of which a group has some and a construct in one none', () => {
    const { app, group, one, two, inner } = tree();
    expect(paths(stacksFor(app))).toEqual(['group/one', 'group/one/Scope/inner', 'two']);
    expect(paths(stacksFor(group))).toEqual(['group/one', 'group/one/Scope/inner']);
    expect([two, inner, one].map((stack) => paths(stacksFor(stack)))).toEqual([['two'], ['group/one/Scope/inner'], ['group/one']]);
    expect(stacksFor(one.node.findChild('Scope'))).toEqual([]);
  });

  test('of a stack are without those of stacks inside it', () => {
    const { one, inner } = tree();
    new Construct(inner, 'Deep');
    new Construct(new Construct(one, 'A'), 'B');
    expect(paths(constructsOf(one) as Construct[])).toEqual(['group/one', 'group/one/Scope', 'group/one/A', 'group/one/A/B']);
  });

  test('that a user created are around their bindings', () => {
    const stack = newStack();
    const project = new LogfireProject(stack, 'Shop');
    expect([ownerOf(project.resource), ownerOf(project), ownerOf(stack)].map(({ node }) => node.path)).toEqual(['app/Shop', 'app/Shop', 'app']);
  });
});

test('a rule is added to an app once for each name', () => {
  const { root } = newStack().node;
  const [first, second, other] = [() => [], () => [], () => []];
  addStackRule(root, 'a', first);
  addStackRule(root, 'a', second);
  addStackRule(root, 'b', other);
  expect(stackRulesOf(root)).toEqual([first, other]);
  expect(stackRulesOf(newApp())).toEqual([]);
});

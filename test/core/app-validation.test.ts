import { App, Aspects, TerraformDataSource, TerraformOutput, TerraformResource, TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { Construct } from 'constructs';
import { l1, LogfirePagerDutyService, LogfireProject, LogfireProjectWithToken, LogfireProvider } from '../../src';
import { contentsOf } from '../../src/core/app-validation';
import type { StackContents } from '../../src/core/findings';
import { StoreProvider } from '../sinks/store-provider';
import { cleanUp, newApp, newStack, synth, writtenFiles } from '../synth';

afterEach(() => {
  delete process.env.SYNTH_HCL_OUTPUT;
  cleanUp();
});

function reportOf(app: App): string {
  try {
    app.synth();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('synth was expected to fail');
}

/** CDKTF's own way to import; it also asks for Terraform's version, which is not what is tested here. */
function importThroughL1(resource: l1.WriteToken | l1.ReadToken): void {
  (resource as unknown as { _imported: object })._imported = { id: 'some-id' };
}

describe('unique names', () => {
  test('fails when two projects of a stack have one name', () => {
    const stack = newStack();
    new LogfireProject(stack, 'A', { projectName: 'shop' });
    new LogfireProject(stack, 'B', { projectName: 'shop' });
    expect(reportOf(stack.node.root as App)).toContain(
      '[app] app/B: projectName "shop" is taken by app/A; it must be unique in an organization: give one of them another projectName');
  });

  test('fails when names derived from two paths are the same', () => {
    const stack = newStack();
    new LogfireProject(stack, 'WebShop');
    new LogfireProject(stack, 'web-shop');
    expect(reportOf(stack.node.root as App)).toContain('app/web-shop: projectName "app-web-shop" is taken by app/WebShop');
  });

  test('fails when a raw binding takes the name', () => {
    const stack = newStack();
    new LogfireProject(stack, 'A', { projectName: 'shop' });
    new l1.Project(stack, 'Raw', { name: 'shop' });
    expect(reportOf(stack.node.root as App)).toContain('app/Raw: projectName "shop" is taken by app/A');
  });

  test('passes with the same name in two organizations, and with variables', () => {
    const stack = newStack();
    const other = new LogfireProvider(stack, 'Other', { alias: 'other' });
    const name = new TerraformVariable(stack, 'name', { type: 'string' });
    new LogfireProject(stack, 'A', { projectName: 'shop' });
    new LogfireProject(stack, 'B', { projectName: 'shop', provider: other });
    new LogfireProject(stack, 'C', { projectName: name.stringValue });
    new LogfireProject(stack, 'D', { projectName: name.stringValue, provider: other });
    expect(Object.keys(synth(stack).resource.logfire_project)).toHaveLength(4);
  });

  test('the default provider named and not named is one organization', () => {
    const stack = new TerraformStack(newApp(), 'app');
    const provider = new LogfireProvider(stack, 'Logfire');
    new LogfireProject(stack, 'A', { projectName: 'shop' });
    new LogfireProject(stack, 'B', { projectName: 'shop', provider });
    expect(reportOf(stack.node.root as App)).toContain('app/B: projectName "shop" is taken by app/A');
  });
});

describe('imports', () => {
  test.each(['WriteToken', 'ReadToken'] as const)('fails when a %s is imported through the binding', (type) => {
    const stack = newStack();
    const project = new LogfireProject(stack, 'Shop');
    importThroughL1((type === 'WriteToken' ? project.addWriteToken('Token') : project.addReadToken('Token')).resource);
    expect(reportOf(stack.node.root as App)).toContain(`app/Shop/Token: a logfire_${type === 'WriteToken' ? 'write' : 'read'}_token cannot be imported, `
      + 'because Logfire shows its value only when it is created; remove importFrom');
  });
});

describe('providers', () => {
  test('fails when a stack has no Logfire provider', () => {
    const stack = new TerraformStack(newApp(), 'app');
    new LogfireProject(stack, 'Shop');
    expect(reportOf(stack.node.root as App)).toContain(
      "[app] app: the stack has Logfire resources, the first is app/Shop, but no Logfire provider; add new LogfireProvider(this, 'Logfire') to it");
  });

  test('fails when a stack has no Logfire provider for its only data source', () => {
    const stack = new TerraformStack(newApp(), 'app');
    new LogfirePagerDutyService(stack, 'Service', { accountSubdomain: 'acme', pagerDutyServiceId: 'P1' });
    expect(reportOf(stack.node.root as App)).toContain('[app] app: the stack has Logfire resources, the first is app/Service, but no Logfire provider');
  });

  test('fails when a stack has two without alias', () => {
    const stack = newStack();
    new LogfireProvider(stack, 'Again');
    expect(reportOf(stack.node.root as App)).toContain('app/Again: the stack already has a Logfire provider without an alias, app/Logfire; give one of them an alias');
  });

  test('passes with the binding of the provider', () => {
    const stack = new TerraformStack(newApp(), 'app');
    new l1.LogfireProvider(stack, 'Logfire');
    new LogfireProject(stack, 'Shop');
    expect(synth(stack).provider.logfire).toEqual([{}]);
  });
});

describe('HCL', () => {
  test.each(['true', '1'])('fails when the stack would be written as HCL (SYNTH_HCL_OUTPUT=%s)', (value) => {
    process.env.SYNTH_HCL_OUTPUT = value;
    const stack = newStack();
    expect(reportOf(stack.node.root as App)).toContain('[app] app: the stack would be written as HCL, in which CDKTF drops check blocks');
  });

  test.each<readonly [where: string, write: (stack: TerraformStack) => unknown]>([
    ['of the app', (stack) => Object.assign(stack.node.root, { hclOutput: true })],
    ['of the stack', (stack) => Object.assign(stack.synthesizer, { hclOutput: true })],
  ])('fails for the setting %s', (_, write) => {
    const stack = newStack();
    write(stack);
    expect(reportOf(stack.node.root as App)).toContain('[app] app: the stack would be written as HCL, in which CDKTF drops check blocks and breaks nested attributes; '
      + 'write JSON instead: remove --hcl, hclOutput and SYNTH_HCL_OUTPUT [logfire:hcl-output]');
  });

  test('leaves stacks without Logfire alone', () => {
    process.env.SYNTH_HCL_OUTPUT = 'true';
    const app = newApp();
    const stack = new TerraformStack(app, 'other');
    new TerraformOutput(stack, 'out', { value: 'x' });
    app.synth();
    expect(writtenFiles(app)).toContain('stacks/other/cdk.tf');
  });
});

describe('output names', () => {
  test('fails when two outputs have one name', () => {
    const stack = newStack();
    new LogfireProjectWithToken(stack, 'Shop');
    new TerraformOutput(stack, 'shop_token', { value: 'x' });
    expect(reportOf(stack.node.root as App)).toContain(
      'app/shop_token: the output name "shop_token" is taken by app/Shop/TokenOutput; give one of them another outputName');
  });
});

describe('one report', () => {
  function brokenApp(build: (app: App) => void): App {
    const app = newApp();
    build(app);
    return app;
  }

  function breakStack(stack: TerraformStack): void {
    const project = new LogfireProject(stack, 'A', { projectName: 'shop' });
    new LogfireProject(stack, 'B', { projectName: 'shop' });
    importThroughL1(project.addWriteToken('Token').resource);
  }

  test('has the findings of all stacks, and no file is written', () => {
    const app = brokenApp((root) => {
      breakStack(newStack(root, 'one'));
      breakStack(new TerraformStack(root, 'two'));
      newStack(root, 'three');
    });
    const report = reportOf(app);
    for (const finding of ['one/B: projectName', 'one/A/Token: a logfire_write_token cannot', 'two: the stack has Logfire resources', 'two/B: projectName', 'two/A/Token: a logfire_write_token cannot']) {
      expect(report.split(finding)).toHaveLength(2);
    }
    expect(report).not.toContain('three');
    expect(writtenFiles(app)).toEqual([]);
  });

  test('also when the first stack has nothing of Logfire', () => {
    const app = brokenApp((root) => {
      new TerraformOutput(new TerraformStack(root, 'plain'), 'out', { value: 'x' });
      breakStack(newStack(root, 'one'));
    });
    expect(reportOf(app)).toContain('one/B: projectName');
    expect(writtenFiles(app)).toEqual([]);
  });

  test('also when the first stack of the tree is made last', () => {
    const app = brokenApp((root) => {
      new Construct(root, 'empty');
      const group = new Construct(root, 'group');
      breakStack(newStack(root, 'one'));
      new TerraformOutput(new TerraformStack(group, 'late'), 'out', { value: 'x' });
    });
    expect(reportOf(app)).toContain('one/B: projectName');
    expect(writtenFiles(app)).toEqual([]);
  });

  test('also when the broken stack has bindings only', () => {
    const app = brokenApp((root) => {
      newStack(root, 'one');
      new l1.Project(new TerraformStack(root, 'two'), 'Raw', { name: 'shop' });
    });
    expect(reportOf(app)).toContain('two: the stack has Logfire resources, the first is two/Raw');
    expect(writtenFiles(app)).toEqual([]);
  });

  test('also what an aspect adds to a later stack', () => {
    const app = newApp();
    newStack(app, 'one');
    const two = newStack(app, 'two');
    const inner = new TerraformStack(two, 'inner');
    new LogfireProject(two, 'A', { projectName: 'shop' });
    Aspects.of(two).add({
      visit: (construct) => construct === two && two.node.tryFindChild('B') === undefined && new LogfireProject(two, 'B', { projectName: 'shop' }),
    });
    new TerraformOutput(inner, 'out', { value: 'x' });
    expect(reportOf(app).match(/\S+: projectName "shop" is taken by \S+;/g)).toEqual(['two/B: projectName "shop" is taken by two/A;']);
  });

  test('also of a stack inside another one', () => {
    const app = newApp();
    const inner = newStack(new Construct(newStack(app, 'outer'), 'Group') as never, 'inner');
    breakStack(inner);
    expect(reportOf(app).match(/\S+: projectName "shop" is taken by \S+;/g)).toEqual(['outer/Group/inner/B: projectName "shop" is taken by outer/Group/inner/A;']);
    // On its own it is told again.
    expect(() => Testing.synth(inner, true)).toThrow('outer/Group/inner/B: projectName "shop" is taken by outer/Group/inner/A');
  });

  test('the contents of each stack are without those of stacks inside it', () => {
    const app = newApp();
    const outer = newStack(app, 'outer');
    const inner = newStack(new Construct(outer, 'Group') as never, 'inner');
    [outer, inner].forEach((stack) => new LogfireProject(stack, 'Shop'));
    const paths = (contents: readonly StackContents[]) => contents.map(({ stack, resources, providers }) => (
      [stack, ...resources, ...providers].map(({ node }) => node.path)));
    const outers = ['outer', 'outer/Shop/Resource', 'outer/Logfire'];
    const inners = ['outer/Group/inner', 'outer/Group/inner/Shop/Resource', 'outer/Group/inner/Logfire'];
    expect(paths(contentsOf(app))).toEqual([outers, inners]);
    expect(paths(contentsOf(outer, [outer]))).toEqual([outers]);
    expect(paths(contentsOf(inner, [inner]))).toEqual([inners]);
  });

  test('elements are known as what they are', () => {
    const stack = newStack();
    new l1.Project(stack, 'Raw', { name: 'raw' });
    new LogfirePagerDutyService(stack, 'Service', { accountSubdomain: 'acme', pagerDutyServiceId: 'P1' });
    new StoreProvider(stack, 'aws');
    new TerraformOutput(stack, 'out', { value: 'x' });
    new TerraformResource(stack, 'Other', { terraformResourceType: 'logfire_project' });
    new TerraformDataSource(stack, 'Data', { terraformResourceType: 'logfire_x', terraformGeneratorMetadata: { providerName: 'aws' } });
    new TerraformDataSource(stack, 'Bare', { terraformResourceType: 'aws_x' });
    const [{ elements, resources, dataSources, providers, addresses }] = contentsOf(stack.node.root);
    expect([resources, dataSources, providers].map((each) => each.map(({ node }) => node.path))).toEqual([['app/Raw'], ['app/Service/Resource'], ['app/Logfire']]);
    expect([...elements].map(({ node }) => node.path)).toEqual(expect.arrayContaining(['app/Raw', 'app/aws', 'app/out', 'app/Other', 'app/Data']));
    expect([...addresses.owners.keys()]).toEqual(expect.arrayContaining(['logfire_project.Raw', 'provider.aws', 'output.out', 'provider.logfire']));
  });

  test('one stack alone is validated by Testing.synth', () => {
    const stack = newStack();
    breakStack(stack);
    expect(() => Testing.synth(stack, true)).toThrow('app/B: projectName "shop" is taken by app/A');
  });
});

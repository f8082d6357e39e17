import { App, DataTerraformRemoteStateLocal, TerraformDataSource, TerraformElement, TerraformHclModule, TerraformLocal, TerraformOutput, TerraformProvider, TerraformResource, TerraformStack, TerraformVariable } from 'cdktf';
import { Delivery, l1, LogfireOpsgenieChannel, LogfirePagerDutyService, LogfireProject, LogfireProvider, ProjectImportId, SecretValue } from '../../src';
import { StoreProvider } from '../sinks/store-provider';
import { cleanUp, newApp, newStack, synth } from '../synth';

afterEach(cleanUp);

/** The report of an app, one line for each finding. */
function reportOf(stack: TerraformStack): string[] {
  try {
    (stack.node.root as App).synth();
  } catch (error) {
    expect(String(error)).toContain('Validation failed');
    return String(error).split('\n').map((line) => line.trim()).filter((line) => line.startsWith('['));
  }
  return [];
}

class Bucket extends TerraformResource {
  constructor(scope: TerraformStack, id: string, logicalId?: string) {
    super(scope, id, { terraformResourceType: 'aws_s3_bucket' });
    if (logicalId !== undefined) {
      this.overrideLogicalId(logicalId);
    }
  }
}

class BucketData extends TerraformDataSource {
  constructor(scope: TerraformStack, id: string, logicalId: string) {
    super(scope, id, { terraformResourceType: 'aws_s3_bucket' });
    this.overrideLogicalId(logicalId);
  }
}

/** Blocks as a program writes them itself where CDKTF has no class. */
class Written extends TerraformElement {
  constructor(scope: TerraformStack, id: string, private readonly blocks: object) {
    super(scope, id);
  }

  public toTerraform(): any {
    return this.blocks;
  }
}

function named<T extends TerraformElement>(element: T, logicalId: string): T {
  element.overrideLogicalId(logicalId);
  return element;
}

type Build = (stack: TerraformStack) => unknown;

const lost = (address: string, by: string) => `its address ${address} is taken by ${by}, so one of the two would be lost; `
  + 'give one of them another id, in overrideLogicalId or as its construct id';

/** What is written twice, and what is told about it. */
const COLLISIONS: readonly (readonly [name: string, owner: string, text: string, build: Build])[] = [
  ['two projects', 'app/B', lost('logfire_project.shop', 'app/A'), (stack) => ['A', 'B'].map((id) => (
    named(new LogfireProject(stack, id).resource, 'shop')
  ))],
  ['an override and the id that another one derives', 'app/B', lost('logfire_project.A_…', 'app/A'), (stack) => {
    const { resource } = new LogfireProject(stack, 'A');
    named(new LogfireProject(stack, 'B').resource, resource.friendlyUniqueId);
  }],
  ['a construct and a raw binding', 'app/Raw', lost('logfire_project.shop', 'app/A'), (stack) => {
    named(new LogfireProject(stack, 'A').resource, 'shop');
    named(new l1.Project(stack, 'Raw', { name: 'raw' }), 'shop');
  }],
  ['two data sources', 'app/B', lost('data.logfire_pagerduty_service.s', 'app/A'), (stack) => ['A', 'B'].map((id) => (
    named(new LogfirePagerDutyService(stack, id, { accountSubdomain: id.toLowerCase(), pagerDutyServiceId: 'P1' }).resource, 's')
  ))],
  ['two resources of another provider', 'app/Two', lost('aws_s3_bucket.logs', 'app/One'), (stack) => ['One', 'Two'].map((id) => new Bucket(stack, id, 'logs'))],
  ['two variables', 'app/b', lost('var.key', 'app/a'), (stack) => ['a', 'b'].map((id) => named(new TerraformVariable(stack, id, {}), 'key'))],
  ['two locals', 'app/b', lost('local.name', 'app/a'), (stack) => ['a', 'b'].map((id) => named(new TerraformLocal(stack, id, id), 'name'))],
  ['two modules', 'app/b', lost('module.m', 'app/a'), (stack) => ['a', 'b'].map((id) => named(new TerraformHclModule(stack, id, { source: `acme/${id}/aws` }), 'm'))],
  ['two outputs', 'app/b', 'the output name "id" is taken by app/a; give one of them another outputName', (stack) => ['a', 'b'].map((id) => (
    named(new TerraformOutput(stack, id, { value: id }), 'id')
  ))],
  ['two default providers', 'app/Again', 'the stack already has a Logfire provider without an alias, app/Logfire; give one of them an alias, and pass it as provider to the constructs that use it', (stack) => new LogfireProvider(stack, 'Again')],
  ['two providers with one alias', 'app/Two', 'the stack already has a Logfire provider with the alias "eu", app/One; give one of them another alias', (stack) => ['One', 'Two'].map((id) => (
    new LogfireProvider(stack, id, { alias: 'eu' })
  ))],
  ['one alias, once by an override', 'app/Two', 'the stack already has a Logfire provider with the alias "eu", app/One; give one of them another alias', (stack) => {
    new LogfireProvider(stack, 'One', { alias: 'eu' });
    new LogfireProvider(stack, 'Two').addOverride('alias', 'eu');
  }],
  ['two default providers of another kind', 'app/two', 'the stack already has a provider aws without an alias, app/one; give one of them an alias, and pass it as provider to the constructs that use it', (stack) => ['one', 'two'].map((id) => new Aws(stack, id))],
  ['two imports to one address', 'app/Shop/Import', 'app/Shop already imports logfire_project.Shop_…; keep one of the two imports', (stack) => {
    const { resource } = new LogfireProject(stack, 'Shop', { importFrom: ProjectImportId.byName('acme', 'shop') });
    (resource as unknown as { _imported: object })._imported = { id: 'shop' };
  }],
  ['two moves to one address', 'app/B', 'app/A already moves a resource to aws_s3_bucket.logs, so one of the two would be destroyed; move each resource to an address of its own', (stack) => {
    new Bucket(stack, 'Logs', 'logs');
    ['A', 'B'].forEach((id) => new Bucket(stack, id).moveToId('aws_s3_bucket.logs'));
  }],
  ['a block that the program writes itself', 'app/Written', lost('logfire_project.shop', 'app/A'), (stack) => {
    named(new LogfireProject(stack, 'A').resource, 'shop');
    new Written(stack, 'Written', { resource: { logfire_project: { shop: { name: 'other' } } } });
  }],
  ['two moves from one address', 'app/B', 'app/A already moves aws_s3_bucket.old to another address; keep one of the two moves', (stack) => (
    ['A', 'B'].forEach((id) => new Bucket(stack, id, `to_${id}`).moveFromId('aws_s3_bucket.old'))
  )],
  ...([
    ['an output', 'output.x', { output: { x: {} } }], ['a local', 'local.x', { locals: { x: 1 } }], ['a module', 'module.x', { module: { x: {} } }], ['a check', 'check.x', { check: { x: {} } }],
    ['a data source', 'data.aws_x.x', { data: { aws_x: { x: {} } } }], ['an import', 'import aws_x.x', { import: [{ to: 'aws_x.x' }] }],
  ] as const).map(([name, address, blocks]) => [
    `${name} that the program writes twice`, 'app/B',
    name === 'an output' ? 'the output name "x" is taken by app/A; give one of them another outputName'
      : name === 'an import' ? 'app/A already imports aws_x.x; keep one of the two imports' : lost(address, 'app/A'),
    (stack: TerraformStack) => ['A', 'B'].map((id) => new Written(stack, id, blocks)),
  ] as const),
  ['a data source and one that the program writes itself', 'app/B', lost('data.aws_s3_bucket.x', 'app/A'), (stack) => {
    new BucketData(stack, 'A', 'x');
    new Written(stack, 'B', { data: { aws_s3_bucket: { x: {} } } });
  }],
  ['two data sources of another stack', 'app/b', lost('data.terraform_remote_state.s', 'app/a'), (stack) => ['a', 'b'].map((id) => (
    named(new DataTerraformRemoteStateLocal(stack, id, { path: 'x' }), 's')
  ))],
  ['a variable that the program writes itself', 'app/Written', lost('var.key', 'app/key'), (stack) => {
    new TerraformVariable(stack, 'key', {});
    new Written(stack, 'Written', { variable: { key: {} } });
  }],
];

class Aws extends TerraformProvider {
  constructor(scope: TerraformStack, id: string) {
    super(scope, id, { terraformResourceType: 'aws', terraformProviderSource: 'hashicorp/aws', terraformGeneratorMetadata: { providerName: 'aws' } });
  }

  public get alias(): string | undefined {
    return undefined;
  }
}

describe('fails for', () => {
  test.each(COLLISIONS)('%s', (_, owner, text, build) => {
    const stack = newStack();
    build(stack);
    const report = reportOf(stack).map((line) => line.replace(/ \[logfire:[\w-]+\]$/, '').replace(/_[0-9A-F]{8}\b/, '_…'));
    expect(report.filter((line) => line === `[app] ${owner}: ${text}`)).toHaveLength(1);
  });

  test('all of them in one report', () => {
    const stack = newStack();
    COLLISIONS.filter(([name]) => ['two projects', 'two outputs', 'two providers with one alias', 'two locals'].includes(name))
      .forEach(([, , , build], index) => build(index < 2 ? stack : newStack(stack.node.root as App, `other${index}`)));
    const report = reportOf(stack).join('\n');
    for (const text of ['app/B: its address logfire_project.shop', 'the output name "id"', 'with the alias "eu"', 'its address local.name']) {
      expect(report).toContain(text);
    }
  });

  test('three that have one address, each but the first', () => {
    const stack = newStack();
    ['A', 'B', 'C'].forEach((id) => named(new LogfireProject(stack, id).resource, 'shop'));
    expect(reportOf(stack).filter((line) => line.includes('its address logfire_project.shop is taken by app/A'))).toHaveLength(2);
  });
});

describe('passes for', () => {
  test('one name for elements of different kinds and in different stacks', () => {
    const app = newApp();
    const stack = newStack(app);
    named(new LogfireProject(stack, 'Project').resource, 'shop');
    named(new LogfireOpsgenieChannel(stack, 'Channel', { authKey: SecretValue.unsafePlainText('not-a-real-key') }).resource, 'shop');
    new Bucket(stack, 'Bucket', 'shop');
    new BucketData(stack, 'Data', 'shop');
    named(new TerraformVariable(stack, 'variable', {}), 'shop');
    named(new TerraformLocal(stack, 'local', 'x'), 'shop');
    named(new TerraformOutput(stack, 'output', { value: 'x' }), 'shop');
    named(new TerraformHclModule(stack, 'module', { source: 'acme/x/aws' }), 'shop');
    named(new LogfireProject(newStack(app, 'other'), 'Project').resource, 'shop');
    expect(reportOf(stack)).toEqual([]);
  });

  test('a resource that moves to the address of another one', () => {
    const stack = newStack();
    new Bucket(stack, 'Old', 'logs').moveTo('logs');
    new Bucket(stack, 'New', 'archive').addMoveTarget('logs');
    expect(synthMoves(stack)).toEqual([{ from: 'aws_s3_bucket.logs', to: 'aws_s3_bucket.archive' }]);
  });

  test('a resource that takes the id of the one that moved away', () => {
    const stack = newStack();
    new Bucket(stack, 'Old', 'logs').moveToId('aws_s3_bucket.archive');
    new Bucket(stack, 'Archive', 'archive');
    new Bucket(stack, 'New', 'logs');
    expect(synthMoves(stack)).toHaveLength(1);
  });

  test('providers of one kind with different aliases, and of different kinds with one', () => {
    const stack = newStack();
    new LogfireProvider(stack, 'Eu', { alias: 'eu' });
    new LogfireProvider(stack, 'Us', { alias: 'us' });
    new StoreProvider(stack, 'aws', 'eu');
    expect(reportOf(stack)).toEqual([]);
  });

  test('blocks that are written in a form of their own', () => {
    const stack = newStack();
    ['A', 'B'].forEach((id) => new Written(stack, id, { import: { to: 'aws_x.x' }, resource: { aws_x: null }, terraform: { required_version: '1' } }));
    expect(reportOf(stack)).toEqual([]);
  });

  test('an override of the stack, which is meant', () => {
    const stack = newStack();
    named(new LogfireProject(stack, 'A').resource, 'shop');
    stack.addOverride('resource.logfire_project.shop.description', 'overridden');
    expect(synth(stack).resource.logfire_project.shop.description).toBe('overridden');
  });

  test('two elements that are one: a delivery used twice', () => {
    const stack = newStack();
    const channel = new LogfireOpsgenieChannel(stack, 'Channel', { authKey: SecretValue.unsafePlainText('not-a-real-key') });
    expect([Delivery.to(channel), Delivery.to(channel)]).toHaveLength(2);
    expect(reportOf(stack)).toEqual([]);
  });

  test('a stack without Logfire, which is no concern of this library', () => {
    const app = newApp();
    newStack(app);
    const bare = new TerraformStack(app, 'bare');
    ['One', 'Two'].forEach((id) => new Bucket(bare, id, 'logs'));
    expect(Object.keys(synth(bare).resource.aws_s3_bucket)).toEqual(['logs']);
  });
});

function synthMoves(stack: TerraformStack): unknown {
  // CDKTF asks for Terraform's version in a stack with moves, which is not what is tested here.
  stack.hasResourceMove = () => false;
  return synth(stack).moved;
}

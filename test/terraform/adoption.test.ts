import { l1, LogfireProject, LogfireProjectWithToken, LogfireReadToken, ProjectVisibility, TokenExpiry } from '../../src';
import { TerraformJson } from '../synth';
import { describeStandIn, stackOf } from './harness';
import { Build, operations, stackJson, useStacks } from './stacks';

const END = '2199-01-01T00:00:00Z';
const MOVED = 'has moved to';

/** What somebody wrote as HCL before; as JSON it is the same to Terraform. */
const HCL: TerraformJson = stackOf({
  resource: {
    logfire_project: { shop: { name: 'shop', visibility: 'private', description: 'Sells things' } },
    logfire_write_token: { shop: { project_id: '${logfire_project.shop.id}', expires_at: END } },
    logfire_read_token: { audit: { project_id: '${logfire_project.shop.id}' } },
  },
});

describeStandIn('a stack that exists already', () => {
  const stacks = useStacks();

  async function adopt(before: TerraformJson, build: Build): Promise<string> {
    const workspace = await stacks.workspace(before);
    await workspace.mustApply();
    const made = operations(stacks.standIn);
    workspace.write(stackJson(build));
    const plan = await workspace.plan();
    expect(plan.text).toMatch(/No changes|Plan: 0 to add, 0 to change, 0 to destroy/);
    await workspace.mustApply();
    expect(await workspace.planExitCode()).toBe(0);
    expect(operations(stacks.standIn)).toEqual(made);
    return plan.text;
  }

  test('written as HCL keeps its addresses by overrideLogicalId', async () => {
    expect(await adopt(HCL, (stack) => {
      const shop = new LogfireProject(stack, 'Shop', { projectName: 'shop', visibility: ProjectVisibility.PRIVATE, description: 'Sells things' });
      shop.resource.overrideLogicalId('shop');
      shop.addWriteToken('Token', { expiry: TokenExpiry.at(END) }).resource.overrideLogicalId('shop');
      shop.addReadToken('Audit', { expiry: TokenExpiry.never('made before') }).resource.overrideLogicalId('audit');
    })).not.toContain(MOVED);
  });

  test('written as HCL is moved to the addresses of the constructs by moved blocks', async () => {
    expect(await adopt(HCL, (stack) => {
      const shop = new LogfireProject(stack, 'Shop', { projectName: 'shop', visibility: ProjectVisibility.PRIVATE, description: 'Sells things' });
      shop.resource.moveFromId('logfire_project.shop');
      shop.addWriteToken('Token', { expiry: TokenExpiry.at(END) }).resource.moveFromId('logfire_write_token.shop');
      new LogfireReadToken(stack, 'Audit', { project: shop, expiry: TokenExpiry.never('made before') }).resource.moveFromId('logfire_read_token.audit');
    })).toContain(MOVED);
  });

  test('written with the bindings becomes a pattern', async () => {
    const before = stackJson((stack) => {
      const project = new l1.Project(stack, 'project', { name: 'shop' });
      new l1.WriteToken(stack, 'token', { projectId: project.id, expiresAt: END });
    });
    await adopt(before, (stack) => {
      const shop = new LogfireProjectWithToken(stack, 'Shop', { projectName: 'shop', expiry: TokenExpiry.at(END), outputName: 'token' });
      // Outputs are made anew; they are no resources.
      shop.node.tryRemoveChild('TokenOutput');
      shop.node.tryRemoveChild('TokenExpiryOutput');
      shop.project.resource.overrideLogicalId('project');
      shop.token.resource.overrideLogicalId('token');
    });
  });

  test('the resources of for_each move to the constructs of a loop, and nothing else is planned', async () => {
    const workspace = await stacks.workspace(stackOf({ resource: { logfire_project: { all: { for_each: { shop: 'shop', stock: 'stock' }, name: '${each.value}' } } } }));
    await workspace.mustApply();
    workspace.write(stackJson((stack) => {
      for (const projectName of ['shop', 'stock']) {
        new LogfireProject(stack, projectName, { projectName }).resource.moveFromId(`logfire_project.all["${projectName}"]`);
      }
    }));
    const { text, exitCode } = await workspace.plan('-detailed-exitcode');
    expect(exitCode).toBe(2);
    expect(text.split(MOVED)).toHaveLength(3);
    expect(text).toContain('Plan: 0 to add, 0 to change, 0 to destroy.');
  });

  test('a token that takes the default end instead of its own is replaced, and the plan says so', async () => {
    const workspace = await stacks.workspace(HCL);
    await workspace.mustApply();
    workspace.write(stackJson((stack) => {
      const shop = new LogfireProject(stack, 'Shop', { projectName: 'shop', visibility: ProjectVisibility.PRIVATE, description: 'Sells things' });
      shop.resource.overrideLogicalId('shop');
      shop.addWriteToken('Token').resource.overrideLogicalId('shop');
      shop.addReadToken('Audit', { expiry: TokenExpiry.never('made before') }).resource.overrideLogicalId('audit');
    }));
    expect((await workspace.plan()).text).toMatch(/expires_at.*forces replacement/);
  });
});

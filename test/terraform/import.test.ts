import { describeStandIn } from './harness';
import { operations, stackJson, useStacks } from './stacks';
import { LogfireProject, ProjectImportId } from '../../src';

describeStandIn('importFrom in Terraform', () => {
  const stacks = useStacks();

  const json = (importFrom?: ProjectImportId) => stackJson((stack) => {
    const shop = new LogfireProject(stack, 'Shop', { projectName: 'shop', description: 'Sells things', deletionProtection: false, importFrom });
    shop.addWriteToken('Token');
  });

  test.each<[string, (id: string) => ProjectImportId]>([
    ['name', () => ProjectImportId.byName('acme', 'shop')],
    ['id', (id) => ProjectImportId.byId(id)],
  ])('takes over a project by %s, and leaves it as it is', async (_, importId) => {
    const { id } = stacks.standIn.logfire.add('logfire_project', { name: 'shop', description: 'Sells things' });
    const workspace = await stacks.workspace(json(importId(id)));
    expect((await workspace.plan()).text).toContain('1 to import, 2 to add, 0 to change, 0 to destroy');
    await workspace.mustApply();
    expect(operations(stacks.standIn)).toEqual(['create logfire_write_token']);
    expect(stacks.standIn.logfire.objects('logfire_write_token')).toMatchObject([{ project_id: id }]);
    expect(await workspace.planExitCode()).toBe(0);
    workspace.write(json());
    expect(await workspace.planExitCode()).toBe(0);
  });

  test('says so when there is no such project', async () => {
    const workspace = await stacks.workspace(json(ProjectImportId.byName('acme', 'shop')));
    expect(await workspace.plan()).toMatchObject({ exitCode: 1, text: expect.stringContaining('shop') });
    expect(operations(stacks.standIn)).toEqual([]);
  });
});

describeStandIn('fromProjectId in Terraform', () => {
  const stacks = useStacks();

  test('makes tokens for a project that exists, and leaves the project alone', async () => {
    const { id } = stacks.standIn.logfire.add('logfire_project', { name: 'shop' });
    const workspace = await stacks.workspace(stackJson((stack) => {
      const shop = LogfireProject.fromProjectId(stack, 'Shop', id);
      shop.addWriteToken('Write');
      shop.addReadToken('Read');
    }));
    await workspace.mustApply();
    expect(operations(stacks.standIn).sort()).toEqual(['create logfire_read_token', 'create logfire_write_token']);
    expect(await workspace.planExitCode()).toBe(0);
    expect((await workspace.destroy()).exitCode).toBe(0);
    expect(stacks.standIn.logfire.objects('logfire_project')).toHaveLength(1);
    expect(stacks.standIn.logfire.objects('logfire_read_token')).toEqual([]);
  });
});

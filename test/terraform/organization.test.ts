import { describeStandIn } from './harness';
import { operations, stackJson, useStacks } from './stacks';
import { LogfireOrganization, LogfireOrganizationProps, OrganizationImportId } from '../../src';
import { TerraformJson } from '../synth';

const TYPE = 'logfire_organization';

describeStandIn('LogfireOrganization in Terraform', () => {
  const stacks = useStacks();
  const organizations = () => stacks.standIn.logfire.objects(TYPE);

  function json(props?: LogfireOrganizationProps): TerraformJson {
    return stackJson((stack) => {
      if (props !== undefined) {
        new LogfireOrganization(stack, 'Acme', { organizationName: 'acme-shop', ...props });
      }
    }, { baseUrl: 'https://logfire.example.com' });
  }

  test('is made, and changes everything in place', async () => {
    const workspace = await stacks.workspace(json({ deletionProtection: false }));
    await workspace.mustApply();
    expect(await workspace.planExitCode()).toBe(0);
    const [{ id }] = organizations();
    const changes: [LogfireOrganizationProps, object][] = [
      [{ organizationName: 'renamed' }, { name: 'renamed' }],
      [{ displayName: ' Acme ' }, { display_name: 'Acme' }],
      [{ billingEmail: 'bills@example.com' }, { billing_email: 'bills@example.com' }],
      [{ githubHandle: 'acme' }, { github_handle: 'acme' }],
      [{ location: 'Berlin' }, { location: 'Berlin' }],
      [{ avatar: 'https://example.com/a.png' }, { avatar: 'https://example.com/a.png' }],
      [{ description: 'Sells things' }, { description: 'Sells things' }],
      [{ description: 'Sells more' }, { description: 'Sells more', location: 'Berlin' }],
    ];
    for (const [props, expected] of changes) {
      workspace.write(json(props));
      await workspace.mustApply();
      expect(organizations()).toMatchObject([{ id, ...expected }]);
      expect(await workspace.planExitCode()).toBe(0);
    }
  });

  test('keeps what is taken out: nothing can be cleared', async () => {
    const workspace = await stacks.workspace(json({ description: 'Sells things' }));
    await workspace.mustApply();
    workspace.write(json({ description: ' ' }));
    expect(await workspace.planExitCode()).toBe(0);
    expect(organizations()).toMatchObject([{ description: 'Sells things' }]);
  });

  test('is destroyed only after its protection was switched off and applied, also when it leaves the program', async () => {
    const workspace = await stacks.workspace(json({}));
    await workspace.mustApply();
    expect((await workspace.destroy()).exitCode).toBe(1);
    workspace.write(json());
    expect((await workspace.apply()).exitCode).toBe(1);
    expect(organizations()).toHaveLength(1);
    workspace.write(json({ deletionProtection: false }));
    await workspace.mustApply();
    expect((await workspace.destroy()).exitCode).toBe(0);
    expect(organizations()).toEqual([]);
  });

  test.each<[string, (id: string) => OrganizationImportId]>([
    ['id', (id) => OrganizationImportId.byId(id)],
    ['name', () => OrganizationImportId.byName('acme-shop')],
  ])('is taken over by %s, and leaves it as it is', async (_, importId) => {
    const { id } = stacks.standIn.logfire.add(TYPE, { name: 'acme-shop', display_name: 'Acme' });
    const workspace = await stacks.workspace(json({ importFrom: importId(id) }));
    expect((await workspace.plan()).text).toContain('1 to import, 0 to add, 0 to change, 0 to destroy');
    await workspace.mustApply();
    expect(operations(stacks.standIn)).toEqual([]);
    expect(organizations()).toMatchObject([{ id, display_name: 'Acme' }]);
    expect(await workspace.planExitCode()).toBe(0);
  });
});

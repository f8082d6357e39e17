import { describeStandIn } from './harness';
import { created, operations, stackJson, useStacks } from './stacks';
import { Duration, LogfireProject, TokenExpiry } from '../../src';

describeStandIn('LogfireReadToken in Terraform', () => {
  const stacks = useStacks();

  const json = (days?: number) => stackJson((stack) => {
    const shop = new LogfireProject(stack, 'Shop', { deletionProtection: false });
    if (days !== undefined) {
      shop.addReadToken('Token', { expiry: TokenExpiry.after(Duration.days(days)) });
    }
  });

  test('is made, replaced with the new one first, and revoked', async () => {
    const workspace = await stacks.workspace(json(30));
    await workspace.mustApply();
    expect(await workspace.planExitCode()).toBe(0);
    workspace.write(json(60));
    await workspace.mustApply();
    expect(operations(stacks.standIn).slice(1)).toEqual(['create logfire_read_token', 'create logfire_read_token', 'delete logfire_read_token']);
    expect(stacks.standIn.logfire.objects('logfire_read_token')).toMatchObject([{ id: created(stacks.standIn, 'logfire_read_token')[1] }]);
    workspace.write(json());
    await workspace.mustApply();
    expect(stacks.standIn.logfire.objects('logfire_read_token')).toEqual([]);
    expect(await workspace.planExitCode()).toBe(0);
  });
});

import { describeStandIn } from './harness';
import { created, stackJson, useStacks } from './stacks';
import { LogfireProjectWithToken, TokenRotation } from '../../src';

describeStandIn('a provider that fails in the middle of an apply', () => {
  const stacks = useStacks();

  const json = (generation = 1) => stackJson((stack) => {
    for (const id of ['A', 'B', 'C']) {
      new LogfireProjectWithToken(stack, id, { deletionProtection: false, rotation: TokenRotation.manual(generation) });
    }
  });

  test.each(['logfire_project', 'logfire_write_token'])('a %s that could not be made: the next apply makes the rest, each object once', async (type) => {
    const workspace = await stacks.workspace(json());
    const fault = stacks.standIn.faults.inject({ operation: 'create', type, nth: 2 });
    expect((await workspace.apply()).exitCode).toBe(1);
    expect(fault.hits).toBe(1);
    await workspace.mustApply();
    expect(created(stacks.standIn, 'logfire_project')).toHaveLength(3);
    expect(created(stacks.standIn, 'logfire_write_token')).toHaveLength(3);
    expect(stacks.standIn.logfire.objects('logfire_write_token')).toHaveLength(3);
    expect(await workspace.planExitCode()).toBe(0);
  });

  test('an old token that could not be revoked stays until the next apply, and the new one is in use', async () => {
    const workspace = await stacks.workspace(json());
    await workspace.mustApply();
    const before = await workspace.output('a_token');
    workspace.write(json(2));
    stacks.standIn.faults.inject({ operation: 'delete', type: 'logfire_write_token', nth: 1 });
    expect((await workspace.apply()).exitCode).toBe(1);
    expect(stacks.standIn.logfire.objects('logfire_write_token').length).toBeGreaterThan(3);
    await workspace.mustApply();
    const valid = stacks.standIn.logfire.objects('logfire_write_token').map((token) => token.token);
    expect(valid).toHaveLength(3);
    expect(valid).toContain(await workspace.output('a_token'));
    expect(valid).not.toContain(before);
    expect(created(stacks.standIn, 'logfire_write_token')).toHaveLength(6);
    expect(await workspace.planExitCode()).toBe(0);
  });

  test('an apply that is interrupted goes on with the next', async () => {
    const workspace = await stacks.workspace(json());
    const hold = stacks.standIn.faults.hold('create', 'logfire_write_token');
    const interrupted = workspace.execute(['apply', '-auto-approve', '-no-color'], {
      onStart: (child) => {
        void hold.reached.then(() => child.kill('SIGINT'));
      },
    });
    expect((await interrupted).exitCode).toBe(1);
    await workspace.mustApply();
    expect(stacks.standIn.logfire.objects('logfire_project')).toHaveLength(3);
    expect(stacks.standIn.logfire.objects('logfire_write_token')).toHaveLength(3);
    expect(created(stacks.standIn, 'logfire_project')).toHaveLength(3);
    expect(await workspace.planExitCode()).toBe(0);
  });
});

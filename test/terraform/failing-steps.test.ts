import { changes, everything, expectConverged, inventory, ONE_BY_ONE, undisturbed, VARIABLES } from './everything';
import { describeStandIn, useStandIn } from './harness';
import { useStacks } from './stacks';

const MINUTES_5 = 300_000;

/** An operation fails before it reaches Logfire: when Logfire did what was asked and nobody heard the answer, no client can know. */
describeStandIn('an error of the provider at any step', () => {
  const stacks = useStacks();

  test('the next apply does the rest, each object once', async () => {
    const { standIn } = stacks;
    const workspace = await stacks.workspace(everything(1), VARIABLES);
    const first = await undisturbed(workspace, standIn);
    workspace.write(everything(2));
    const second = await undisturbed(workspace, standIn);
    await workspace.destroy();

    for (let step = 1; step <= Math.max(first.steps, second.steps); step += 1) {
      for (const [generation, { steps, left }] of [[1, first], [2, second]] as const) {
        const before = changes(standIn);
        workspace.write(everything(generation));
        const fault = standIn.faults.inject({ operation: 'change', nth: step });
        const { exitCode } = await workspace.apply(ONE_BY_ONE);
        expect([exitCode, fault.hits]).toEqual(step <= steps ? [1, 1] : [0, 0]);
        fault.remove();
        await workspace.mustApply(ONE_BY_ONE);
        expect(changes(standIn) - before).toBe(steps);
        await expectConverged(workspace, standIn, left);
      }
      expect((await workspace.destroy()).exitCode).toBe(0);
      expect(inventory(standIn)).toEqual([]);
    }
  }, MINUTES_5);
});

/** Without the search for secrets: after a destroy that failed, Terraform no longer knows which values are sensitive (docs/secrets.md). */
describeStandIn('an error of the provider at any step of a destroy', () => {
  const suite = useStandIn();

  test('the next destroy does the rest', async () => {
    const { standIn } = suite;
    const workspace = await suite.workspace(everything(1), VARIABLES);
    const { steps } = await undisturbed(workspace, standIn);
    for (let step = 1; step <= steps; step += 1) {
      const fault = standIn.faults.inject({ operation: 'delete', nth: step });
      await workspace.destroy(ONE_BY_ONE);
      fault.remove();
      expect((await workspace.destroy(ONE_BY_ONE)).exitCode).toBe(0);
      expect(inventory(standIn)).toEqual([]);
      await workspace.mustApply();
    }
  }, MINUTES_5);
});

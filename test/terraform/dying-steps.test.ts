import type { ChildProcess } from 'node:child_process';
import { changes, everything, expectConverged, inventory, ONE_BY_ONE, undisturbed, VARIABLES } from './everything';
import { describeStandIn } from './harness';
import { useStacks } from './stacks';

/** Breaks a run of Terraform. */
type Strike = (terraform: ChildProcess) => Promise<void>;

const MINUTES_5 = 300_000;

describeStandIn('an apply of everything whose process dies', () => {
  const stacks = useStacks();

  test.each<[string, Strike]>([
    ['Terraform is killed', async (terraform) => {
      terraform.kill('SIGKILL');
    }],
    ['the provider crashes', async () => stacks.standIn.crash()],
  ])('%s in each step: the applies after it do the rest, each object once', async (_, strike) => {
    const { standIn } = stacks;
    const calm = await stacks.workspace(everything(1), VARIABLES);
    const first = await undisturbed(calm, standIn);
    calm.write(everything(2));
    const second = await undisturbed(calm, standIn);
    expect((await calm.destroy()).exitCode).toBe(0);

    /** Each run does one step and is broken in the next. Returns how many runs were broken. */
    async function run(...args: string[]): Promise<number> {
      for (let broken = 0; broken < 100; broken += 1) {
        const hold = standIn.faults.hold('change', undefined, 2);
        const { exitCode, output } = await workspace.execute([...args, '-auto-approve', '-no-color', ONE_BY_ONE], {
          onStart: (terraform) => void hold.reached.then(async () => {
            await strike(terraform);
            hold.drop();
          }),
        });
        standIn.faults.clear();
        if (exitCode === 0) return broken;
        if (output.includes('Error: ') && !output.includes('Plugin did not respond')) throw new Error(output);
        await standIn.restart();
      }
      throw new Error('it never ends');
    }

    const workspace = await stacks.workspace(everything(1), VARIABLES);
    const before = changes(standIn);
    expect(await run('apply')).toBe(first.steps - 1);
    expect(changes(standIn) - before).toBe(first.steps);
    await expectConverged(workspace, standIn, first.left);
    workspace.write(everything(2));
    expect(await run('apply')).toBe(second.steps - 1);
    await expectConverged(workspace, standIn, second.left);
    await run('destroy');
    expect(inventory(standIn)).toEqual([]);
  }, MINUTES_5);
});

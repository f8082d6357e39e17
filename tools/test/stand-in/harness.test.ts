import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeStandIn, fateOf, findBinary, stackOf, useStandIn, Workspace } from '../../../test/terraform/harness';
import { StandIn } from '../../src/stand-in/index';

describe('the binary', () => {
  it('is looked for on the PATH, the best name first', () => {
    const folder = mkdtempSync(join(tmpdir(), 'binary-'));
    try {
      const [terraform, tofu, text] = ['terraform', 'tofu', 'text'].map((name) => join(folder, name));
      for (const path of [terraform, tofu]) writeFileSync(path, '', { mode: 0o755 });
      writeFileSync(text, '', { mode: 0o644 });
      expect(findBinary(['terraform', 'tofu'], `/nowhere:${folder}`)).toBe(terraform);
      expect(findBinary(['missing', 'tofu'], folder)).toBe(tofu);
      expect(findBinary([tofu], '')).toBe(tofu);
      expect(findBinary(['text', 'missing'], folder)).toBeUndefined();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('fails the tests in CI when it is missing, and skips them elsewhere', () => {
    expect(fateOf('/bin/terraform', { CI: 'true' })).toBe('run');
    expect(fateOf(undefined, { CI: 'true' })).toBe('fail');
    expect(fateOf(undefined, {})).toBe('skip');
  });
});

describeStandIn('a workspace', () => {
  const suite = useStandIn();
  const stack = stackOf({
    resource: { logfire_project: { it: { name: 'shop' } } },
    output: { id: { value: '${logfire_project.it.id}' } },
  });

  it('keeps its state to itself, whatever backend the stack names', async () => {
    const workspace = await suite.workspace({ ...stack, terraform: { ...(stack.terraform as object), backend: { local: { path: '/nowhere/state' } } } });
    await workspace.mustApply();
    expect(existsSync(join(workspace.folder, 'terraform.tfstate'))).toBe(true);
    expect(await workspace.output('id')).toBe(suite.standIn.logfire.objects('logfire_project')[0].id);
  });

  it('tells what commands said and how they ended', async () => {
    const workspace = await suite.workspace(stack);
    expect(await workspace.planExitCode()).toBe(2);
    expect(await workspace.state()).toEqual({});
    await workspace.mustApply();
    expect((await workspace.state())['logfire_project.it'].values.name).toBe('shop');
    expect((await workspace.show()).output).toContain('"shop"');
    expect(workspace.transcript).toContain('$ terraform plan');
    expect(workspace.transcript).toContain('Apply complete!');
    expect((await workspace.destroy()).exitCode).toBe(0);

    workspace.write(stackOf({ resource: { logfire_project: { it: { name: 'Shop' } } } }));
    expect((await workspace.validate()).exitCode).toBe(1);
    await expect(workspace.mustApply()).rejects.toThrow('must match');
    await expect(workspace.planJson()).rejects.toThrow('must match');
    await expect(workspace.secondPlanIsEmpty()).rejects.toThrow('must match');
    expect(workspace.transcript).not.toMatch(/\u001b\[/);
  });

  it('sees nothing of the environment of the tests', async () => {
    process.env.TF_VAR_from_outside = 'leaked';
    try {
      const workspace = await suite.workspace(stackOf({ variable: { from_outside: { default: 'clean' } }, output: { seen: { value: '${var.from_outside}' } } }));
      await workspace.mustApply();
      expect(await workspace.output('seen')).toBe('clean');
    } finally {
      delete process.env.TF_VAR_from_outside;
    }
  });

  it('is removed with what still runs in it', async () => {
    const hold = suite.standIn.faults.hold('create');
    const workspace = await Workspace.create(stack, { environment: suite.standIn.environment });
    const applied = workspace.apply();
    await hold.reached;
    await workspace.dispose();
    expect((await applied).exitCode).not.toBe(0);
    expect(existsSync(workspace.folder)).toBe(false);
  });

  it('can be many, with many stand-ins, at a time', async () => {
    const others = await Promise.all([StandIn.start({ organization: 'one' }), StandIn.start({ organization: 'two' })]);
    const names = await Promise.all(others.map(async (other) => {
      const workspace = await suite.workspace(stack, other.environment);
      await workspace.mustApply();
      return other.logfire.objects('logfire_project')[0].organization;
    }));
    expect(names).toEqual(['one', 'two']);
    await Promise.all(others.map(async (other) => other.stop()));
  });
});

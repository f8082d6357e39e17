import { describeStandIn } from './harness';
import { at, stackJson, useStacks } from './stacks';
import { Duration, LogfireProject, LogfireRotatingWriteToken, TokenExpiry, TokenOptions, TokenRotation } from '../../src';
import { TerraformJson } from '../synth';

const WARNING = 'Check block assertion failed';

function tokenJson(options: TokenOptions): TerraformJson {
  return stackJson((stack) => {
    new LogfireProject(stack, 'Shop', { deletionProtection: false }).addWriteToken('Token', options);
  });
}

describeStandIn('the warning before a token ends', () => {
  const stacks = useStacks();

  test('is shown from 30 days before on, and nothing before that', async () => {
    const json = tokenJson({});
    const workspace = await stacks.workspace(at('2027-01-01T00:00:00Z', json));
    expect((await workspace.mustApply()).output).not.toContain('Warning');
    workspace.write(at('2027-12-01T23:59:59Z', json));
    expect((await workspace.plan()).output).not.toContain('Warning');
    workspace.write(at('2027-12-02T00:00:00Z', json));
    const plan = await workspace.plan('-detailed-exitcode');
    expect(plan.exitCode).toBe(0);
    expect(plan.text).toContain(WARNING);
    expect(plan.text).toContain('The token app/Shop/Token expires at 2028-01-01T00:00:00Z, less than 30d from now; add a rotation, TokenRotation.manual(1), to replace it.');
  });

  test('is shown from warnBefore on', async () => {
    const json = tokenJson({ expiry: TokenExpiry.after(Duration.days(10)), warnBefore: Duration.hours(12) });
    const workspace = await stacks.workspace(at('2027-01-01T00:00:00Z', json));
    await workspace.mustApply();
    workspace.write(at('2027-01-10T11:59:59Z', json));
    expect((await workspace.plan()).output).not.toContain('Warning');
    workspace.write(at('2027-01-10T12:00:01Z', json));
    expect((await workspace.plan()).text).toContain('less than 12h from now');
  });

  test('is shown for a fixed instant that is past, at the first plan', async () => {
    const workspace = await stacks.workspace(tokenJson({ expiry: TokenExpiry.at('2020-01-01T00:00:00Z') }));
    expect(await workspace.plan()).toMatchObject({ exitCode: 0, text: expect.stringContaining('move its TokenExpiry.at to a later instant') });
    workspace.write(tokenJson({ expiry: TokenExpiry.at('2199-01-01T00:00:00Z') }));
    expect((await workspace.plan()).output).not.toContain('Warning');
  });

  test('is not shown for a token that is being replaced', async () => {
    const single = tokenJson({ rotation: TokenRotation.every(Duration.days(300)) });
    const workspace = await stacks.workspace(at('2027-01-01T00:00:00Z', single));
    await workspace.mustApply();
    workspace.write(at('2027-12-20T00:00:00Z', single));
    const plan = await workspace.plan();
    expect(plan.text).toContain('2 to add, 0 to change, 2 to destroy');
    expect(plan.output).not.toContain('Warning');
  });

  test('is shown for the current one of two, and not for the one whose turn is over', async () => {
    const two = (generation: number) => stackJson((stack) => {
      const project = new LogfireProject(stack, 'Shop', { deletionProtection: false });
      new LogfireRotatingWriteToken(stack, 'Token', { project, rotation: TokenRotation.manual(generation) });
    });
    const rotating = await stacks.workspace(at('2027-01-01T00:00:00Z', two(0)));
    await rotating.mustApply();
    rotating.write(at('2027-12-01T00:00:00Z', two(1)));
    await rotating.mustApply();
    rotating.write(at('2027-12-20T00:00:00Z', two(1)));
    // Slot A ends in twelve days, but it is B's turn.
    expect((await rotating.plan()).output).not.toContain('Warning');
    rotating.write(at('2028-11-20T00:00:00Z', two(1)));
    expect((await rotating.plan()).text).toMatch(/Check block assertion failed(?!.*Check block assertion failed).*app\/Token\/SlotB/);
  });
});

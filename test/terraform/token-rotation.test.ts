import { TerraformOutput } from 'cdktf';
import { describeStandIn } from './harness';
import { day } from './periods';
import { at, created, operations, stackJson, useStacks } from './stacks';
import { Duration, LogfireProject, LogfireRotatingWriteToken, TokenExpiry, TokenOptions, TokenRotation } from '../../src';
import { TerraformJson } from '../synth';

function tokenJson(options: TokenOptions): TerraformJson {
  return stackJson((stack) => {
    new LogfireProject(stack, 'Shop', { deletionProtection: false }).addWriteToken('Token', options);
  });
}

describeStandIn('a token that rotates in Terraform', () => {
  const stacks = useStacks();
  const tokens = () => created(stacks.standIn, 'logfire_write_token').length;

  test('is replaced at the first apply of the next period, and not before', async () => {
    const json = tokenJson({ rotation: TokenRotation.every(Duration.days(30)) });
    const workspace = await stacks.workspace(at(day(0), json));
    await workspace.mustApply();
    for (const [offset, expected] of [[0, 1], [29, 1], [30, 2], [59, 2], [100, 3]] as const) {
      workspace.write(at(day(offset), json));
      await workspace.mustApply();
      expect([offset, tokens()]).toEqual([offset, expected]);
      expect(await workspace.planExitCode()).toBe(0);
    }
    expect(operations(stacks.standIn).slice(-2)).toEqual(['create logfire_write_token', 'delete logfire_write_token']);
    expect(stacks.standIn.logfire.objects('logfire_write_token')).toMatchObject([{ expires_at: day(100 + 365) }]);
  });

  test('keeps the end it was made with at later plans', async () => {
    const json = tokenJson({});
    const workspace = await stacks.workspace(at(day(0), json));
    await workspace.mustApply();
    workspace.write(at(day(200), json));
    expect(await workspace.planExitCode()).toBe(0);
    expect(stacks.standIn.logfire.objects('logfire_write_token')).toMatchObject([{ expires_at: day(365) }]);
  });

  test.each<[string, TokenOptions]>([
    ['a lifetime', {}],
    ['a fixed end', { expiry: TokenExpiry.at('2199-01-01T00:00:00Z') }],
    ['no end', { expiry: TokenExpiry.never('burned into devices') }],
  ])('with %s is replaced by a raised generation, also within the same second', async (_, options) => {
    const generation = (number: number) => at(day(0), tokenJson({ ...options, rotation: TokenRotation.manual(number) }));
    const workspace = await stacks.workspace(generation(1));
    await workspace.mustApply();
    expect(await workspace.planExitCode()).toBe(0);
    workspace.write(generation(2));
    await workspace.mustApply();
    expect(tokens()).toBe(2);
    expect(await workspace.planExitCode()).toBe(0);
  });

  test('is replaced by a change of the lifetime alone', async () => {
    const lifetime = (days: number) => tokenJson({ expiry: TokenExpiry.after(Duration.days(days)), rotation: TokenRotation.manual(1) });
    const workspace = await stacks.workspace(at(day(0), lifetime(60)));
    await workspace.mustApply();
    workspace.write(at(day(10), lifetime(90)));
    await workspace.mustApply();
    expect(tokens()).toBe(2);
    expect(stacks.standIn.logfire.objects('logfire_write_token')).toMatchObject([{ expires_at: day(100) }]);
    expect(await workspace.planExitCode()).toBe(0);
  });
});

describeStandIn('two tokens that take turns in Terraform', () => {
  const stacks = useStacks();

  function rotatingJson(rotation: TokenRotation): TerraformJson {
    return stackJson((stack) => {
      const project = new LogfireProject(stack, 'Shop', { deletionProtection: false });
      const token = new LogfireRotatingWriteToken(stack, 'Token', { project, rotation, expiry: TokenExpiry.after(Duration.days(90)) });
      new TerraformOutput(stack, 'current', { value: token.tokenValue, sensitive: true });
      new TerraformOutput(stack, 'ends', { value: token.tokenExpiresAt });
    });
  }

  test.each<[string, (period: number) => TerraformJson]>([
    ['by the calendar', (period) => at(day(period * 30 + period), rotatingJson(TokenRotation.every(Duration.days(30))))],
    ['by hand', (period) => at(day(period * 30), rotatingJson(TokenRotation.manual(period)))],
  ])('over eight periods, %s, the token that programs hold stays valid for one more', async (_, json) => {
    const workspace = await stacks.workspace(json(0));
    let held: unknown;
    for (let period = 0; period < 8; period += 1) {
      workspace.write(json(period));
      await workspace.mustApply();
      const current = await workspace.output('current');
      const valid = stacks.standIn.logfire.objects('logfire_write_token').map((token) => token.token);
      expect(valid).toHaveLength(2);
      expect(valid).toContain(current);
      expect(current).not.toBe(held);
      if (period > 0) {
        expect(valid).toContain(held);
      }
      held = current;
      expect(await workspace.planExitCode()).toBe(0);
    }
    // Two at first, then one more in each period.
    expect(created(stacks.standIn, 'logfire_write_token')).toHaveLength(2 + 7);
  });

  test('the end of the current one is known, and moves with it', async () => {
    const rotation = TokenRotation.every(Duration.days(30));
    const workspace = await stacks.workspace(at(day(5), rotatingJson(rotation)));
    await workspace.mustApply();
    expect(await workspace.output('ends')).toBe(day(95));
    workspace.write(at(day(31), rotatingJson(rotation)));
    await workspace.mustApply();
    expect(await workspace.output('ends')).toBe(day(121));
  });

  test('who does not apply for two periods loses the overlap', async () => {
    const rotation = TokenRotation.every(Duration.days(30));
    const workspace = await stacks.workspace(at(day(0), rotatingJson(rotation)));
    await workspace.mustApply();
    const held = await workspace.output('current');
    workspace.write(at(day(60), rotatingJson(rotation)));
    await workspace.mustApply();
    expect(stacks.standIn.logfire.objects('logfire_write_token').map((token) => token.token)).not.toContain(held);
  });
});

describeStandIn('what waits for two tokens that take turns in Terraform', () => {
  const stacks = useStacks();

  test('is created after both of them', async () => {
    const workspace = await stacks.workspace(at(day(0), stackJson((stack) => {
      const project = new LogfireProject(stack, 'Shop', { deletionProtection: false });
      const token = new LogfireRotatingWriteToken(stack, 'Turns', { project, rotation: TokenRotation.every(Duration.days(30)) });
      new LogfireProject(stack, 'Later', { deletionProtection: false, dependsOn: [token] });
    })));
    await workspace.mustApply();
    expect(operations(stacks.standIn)).toEqual(['create logfire_project', 'create logfire_write_token', 'create logfire_write_token', 'create logfire_project']);
    expect(await workspace.planExitCode()).toBe(0);
  });
});

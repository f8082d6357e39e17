import { TerraformOutput } from 'cdktf';
import { describeStandIn } from './harness';
import { at, stackJson, useStacks } from './stacks';
import { Duration, LogfirePolicies, LogfireProject, LogfireProjectWithToken, RequireTokenExpiry, TokenExpiry } from '../../src';
import { TerraformJson } from '../synth';

const REFUSAL = 'It expires later than';

function tokenJson(expiry: TokenExpiry, maxLifetime?: Duration): TerraformJson {
  return stackJson((stack) => {
    new LogfireProject(stack, 'Shop', { deletionProtection: false }).addWriteToken('Token', { expiry });
    new RequireTokenExpiry({ maxLifetime }).applyTo(stack);
  });
}

describeStandIn('a token that has to end', () => {
  const stacks = useStacks();

  test('is refused by the plan while its end is too far away', async () => {
    const json = tokenJson(TokenExpiry.at('2027-06-01T00:00:00Z'), Duration.days(90));
    const workspace = await stacks.workspace(at('2027-03-02T23:59:59Z', json));
    expect(await workspace.plan()).toMatchObject({ exitCode: 1, text: expect.stringContaining(`${REFUSAL} 90d from now`) });
    workspace.write(at('2027-03-03T00:00:00Z', json));
    expect((await workspace.plan()).exitCode).toBe(0);
  });

  test('is judged by the real clock', async () => {
    const workspace = await stacks.workspace(tokenJson(TokenExpiry.at('2039-12-31T00:00:00Z')));
    expect(await workspace.plan()).toMatchObject({ exitCode: 1, text: expect.stringContaining(`${REFUSAL} 365d from now`) });
  });

  test('applies with the longest lifetime, and its second plan is empty', async () => {
    const workspace = await stacks.workspace(tokenJson(TokenExpiry.after(Duration.days(90)), Duration.days(90)));
    await workspace.mustApply();
    expect(await workspace.planExitCode()).toBe(0);
  });
});

describeStandIn('an output with a token', () => {
  const stacks = useStacks();

  test('is rejected by Terraform when it is not sensitive, which is an error at synth', async () => {
    const json = stackJson((stack) => {
      const { tokenValue } = new LogfireProject(stack, 'Shop', { deletionProtection: false }).addWriteToken('Token');
      new TerraformOutput(stack, 'token', { value: `Bearer ${tokenValue}`, sensitive: true });
    });
    delete json.output.token.sensitive;
    const workspace = await stacks.workspace(json);
    expect(await workspace.plan()).toMatchObject({ exitCode: 1, text: expect.stringContaining('Output refers to sensitive values') });
  });

  test('passes as this library makes it, and the plan does not show it', async () => {
    const workspace = await stacks.workspace(stackJson((stack) => {
      const shop = new LogfireProjectWithToken(stack, 'Shop', { deletionProtection: false });
      LogfirePolicies.suppress(shop, 'ProtectProjects', 'destroyed after the test');
      LogfirePolicies.recommended().applyTo(stack);
    }));
    const plan = await workspace.plan();
    expect(plan.exitCode).toBe(0);
    expect(plan.text).toContain('shop_token = (sensitive value)');
    await workspace.mustApply();
    expect(await workspace.output('shop_token')).toMatch(/^pylf_/);
  });
});

import { TerraformOutput, TerraformVariable } from 'cdktf';
import { describeStandIn } from './harness';
import { stackJson, useStacks } from './stacks';
import { LogfireEnvironment, LogfireProject, LogfireWriteToken, SecretValue } from '../../src';

describeStandIn('an environment in Terraform', () => {
  const stacks = useStacks({ region: 'eu' });

  test('is of the token\'s region, and the Collector\'s file has no token', async () => {
    const workspace = await stacks.workspace(stackJson((stack) => {
      const token = new LogfireWriteToken(stack, 'Token', { project: new LogfireProject(stack, 'Shop', { deletionProtection: false }) });
      const environment = LogfireEnvironment.forToken(token);
      new TerraformOutput(stack, 'variables', { value: environment.toLambdaVariables(), staticId: true, sensitive: true });
      // Not sensitive: Terraform would refuse it if the token were in it.
      new TerraformOutput(stack, 'collector', { value: environment.toCollectorExporters(), staticId: true });
    }));
    await workspace.mustApply();
    const [{ token }] = stacks.standIn.logfire.objects('logfire_write_token');
    expect(await workspace.output('variables')).toEqual({ LOGFIRE_BASE_URL: 'https://logfire-eu.pydantic.dev', LOGFIRE_TOKEN: token });
    expect(await workspace.output('collector')).toBe([
      '"exporters":',
      '  "otlphttp/logfire":',
      '    "endpoint": "https://logfire-eu.pydantic.dev"',
      '    "headers":',
      '      "Authorization": "${env:LOGFIRE_TOKEN}"',
      '',
    ].join('\n'));
    expect(await workspace.planExitCode()).toBe(0);
  });

  const existing = () => stackJson((stack) => {
    const variable = new TerraformVariable(stack, 'given', { type: 'string', sensitive: true });
    const token = LogfireWriteToken.fromSecret(stack, 'Token', SecretValue.fromVariable(variable));
    new TerraformOutput(stack, 'endpoint', { value: LogfireEnvironment.forToken(token).plainVariables.LOGFIRE_BASE_URL, staticId: true });
  });

  test.each([
    ['pylf_v1_us_not-a-real-token', 'us'], ['pylf_v1_eu_not-a-real-token', 'eu'], ['pylf_v2_eu_00000000-0000-4000-8000-000000000001_not_a_real_token', 'eu'],
  ])('the region in an existing token %s is not secret', async (given, region) => {
    const workspace = await stacks.workspace(existing(), { TF_VAR_given: given });
    await workspace.mustApply();
    expect(await workspace.output('endpoint')).toBe(`https://logfire-${region}.pydantic.dev`);
  });

  test.each([
    'not_a_standinsecret_key', 'pylf_v1_standinsecret_x', 'standinsecret', 'pylf_v1_usstandinsecret_x', 'x_pylf_v1_us_standinsecret', 'a_b_us_standinsecret',
    'pylf_v1_us', 'pylf__us_standinsecret',
  ])('of the token %s, which has another form, no part is shown, and the error says what to do', async (given) => {
    const workspace = await stacks.workspace(existing(), { TF_VAR_given: given });
    const { exitCode, output } = await workspace.apply();
    const told = output.replace(/[\s│]+/g, ' ');
    expect(exitCode).not.toBe(0);
    expect(told).toContain('The token contains no known region of Logfire. Set region or baseUrl of the LogfireProvider, or the endpoint of the environment. [logfire:token-region]');
    expect(output).not.toContain('standinsecret');
    expect(output).not.toContain(given);
  });
});

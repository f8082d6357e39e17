import { TerraformOutput } from 'cdktf';
import { describeStandIn } from './harness';
import { stackJson, useStacks } from './stacks';
import { LogfireEnvironment, LogfireProject, LogfireWriteToken } from '../../src';

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
});

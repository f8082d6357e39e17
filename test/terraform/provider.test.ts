import { TerraformVariable } from 'cdktf';
import { describeStandIn } from './harness';
import { Build, stackJson, useStacks } from './stacks';
import { LogfireProject, LogfireProvider, LogfireProviderProps, LogfireRegion, SecretValue } from '../../src';

const project: Build = (stack) => {
  new LogfireProject(stack, 'Shop', { deletionProtection: false });
};

describeStandIn('LogfireProvider in Terraform', () => {
  const stacks = useStacks();

  async function configured(props: LogfireProviderProps, build: Build = project) {
    const workspace = await stacks.workspace(stackJson(build, props));
    await workspace.mustApply();
    expect(await workspace.planExitCode()).toBe(0);
    return stacks.standIn.configurations.at(-1);
  }

  test('takes the key from the environment, and the region from the key', async () => {
    expect(await configured({})).toMatchObject({ baseUrl: 'https://logfire-us.pydantic.dev' });
  });

  test('goes to the region or the address that it is given', async () => {
    expect(await configured({ region: LogfireRegion.EU })).toMatchObject({ baseUrl: 'https://logfire-eu.pydantic.dev' });
  });

  test('sends the headers under their own names, with any text in them', async () => {
    const text = 'a"b\\c ${x} $${y} $$${z} %{if} %%{else} é $ % {}';
    expect(await configured({ customHeaders: { 'CF-Access-Client-Id': SecretValue.unsafePlainText(text) } }))
      .toMatchObject({ headers: { 'CF-Access-Client-Id': text } });
  });

  test('takes the key from a sensitive variable', async () => {
    const key = 'pylf_v1_eu_standinvariable';
    const workspace = await stacks.workspace(stackJson((stack) => {
      const other = new LogfireProvider(stack, 'Other', {
        alias: 'other',
        apiKey: SecretValue.fromVariable(new TerraformVariable(stack, 'key', { type: 'string', sensitive: true })),
      });
      new LogfireProject(stack, 'Shop', { provider: other, deletionProtection: false });
    }), { TF_VAR_key: key });
    await workspace.mustApply();
    expect(stacks.standIn.configurations.at(-1)).toMatchObject({ apiKey: key, baseUrl: 'https://logfire-eu.pydantic.dev' });
    expect(workspace.transcript).not.toContain(key);
  });
});

describeStandIn('two organizations in one stack', () => {
  const stacks = useStacks({ keys: { pylf_v1_us_standinother: { organization: 'other' } } });

  test('have their own projects and tokens, also under one name', async () => {
    const workspace = await stacks.workspace(stackJson((stack) => {
      const other = new LogfireProvider(stack, 'Other', {
        alias: 'other',
        apiKey: SecretValue.fromVariable(new TerraformVariable(stack, 'key', { type: 'string', sensitive: true })),
      });
      new LogfireProject(stack, 'A', { projectName: 'shop', deletionProtection: false }).addWriteToken('Token');
      new LogfireProject(stack, 'B', { projectName: 'shop', deletionProtection: false, provider: other }).addWriteToken('Token');
    }), { TF_VAR_key: 'pylf_v1_us_standinother' });
    await workspace.mustApply();
    expect(stacks.standIn.logfire.objects('logfire_project').map(({ organization }) => organization).sort()).toEqual(['acme', 'other']);
    expect(await workspace.planExitCode()).toBe(0);
  });
});

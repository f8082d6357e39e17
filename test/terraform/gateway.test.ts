import { TerraformVariable } from 'cdktf';
import { describeStandIn } from './harness';
import { created, operations, stackJson, useStacks } from './stacks';
import {
  BedrockApi, GatewayProviderImportId, GatewayVendor, KeyImportId, LogfireGatewayApiKey, LogfireGatewayApiKeyProps,
  LogfireGatewayProvider, LogfireGatewayProviderProps, LogfireProject, SecretValue, TokenExpiry,
} from '../../src';
import { TerraformJson } from '../synth';

const KEY = 'logfire_gateway_api_key';
const PROVIDER = 'logfire_gateway_provider';

describeStandIn('LogfireGatewayApiKey in Terraform', () => {
  const stacks = useStacks();
  const keys = () => stacks.standIn.logfire.objects(KEY);

  function json(props: Partial<LogfireGatewayApiKeyProps> = {}, of: 'Shop' | 'Other' = 'Shop'): TerraformJson {
    return stackJson((stack) => {
      const projects = { Shop: new LogfireProject(stack, 'Shop', { deletionProtection: false }), Other: new LogfireProject(stack, 'Other', { deletionProtection: false }) };
      new LogfireGatewayApiKey(stack, 'Key', { keyName: 'chat', expiry: TokenExpiry.at('2199-01-01T00:00:00Z'), project: projects[of], ...props });
    });
  }

  test('is made, changes in place, and is destroyed', async () => {
    const workspace = await stacks.workspace(json());
    await workspace.mustApply();
    expect(await workspace.planExitCode()).toBe(0);
    const [{ id, token }] = keys();
    const changes: [Partial<LogfireGatewayApiKeyProps>, object][] = [
      [{ keyName: 'renamed' }, { name: 'renamed' }],
      [{ description: 'For the chat' }, { name: 'chat', description: 'For the chat' }],
      [{ description: '' }, { description: null }],
      [{ dailyLimitUsd: 1, weeklyLimitUsd: 2, monthlyLimitUsd: 3, totalLimitUsd: 4, cacheEnabled: true },
        { spending_limit_daily: 1, spending_limit_weekly: 2, spending_limit_monthly: 3, spending_limit_total: 4, cache_enabled: true }],
      [{ cacheEnabled: false }, { spending_limit_daily: null, spending_limit_total: null, cache_enabled: false }],
      [{}, { cache_enabled: null }],
    ];
    for (const [props, expected] of changes) {
      workspace.write(json(props));
      await workspace.mustApply();
      expect(keys()).toMatchObject([{ id, token, ...expected }]);
      expect(await workspace.planExitCode()).toBe(0);
    }
    expect((await workspace.destroy()).exitCode).toBe(0);
    expect(keys()).toEqual([]);
  });

  test('is replaced, the new one first, for another project or another end', async () => {
    const workspace = await stacks.workspace(json());
    await workspace.mustApply();
    for (const change of [json({}, 'Other'), json({ expiry: undefined }, 'Other')]) {
      workspace.write(change);
      await workspace.mustApply();
      expect(operations(stacks.standIn).slice(-2)).toEqual([`create ${KEY}`, `delete ${KEY}`]);
      expect(await workspace.planExitCode()).toBe(0);
    }
    expect(created(stacks.standIn, KEY)).toHaveLength(3);
  });

  test('is taken over as it is', async () => {
    const { logfire } = stacks.standIn;
    const project = logfire.add('logfire_project', { name: 'shop' });
    const { id } = logfire.add(KEY, { name: 'chat', project_id: project.id, spending_limit_daily: 5 });
    const workspace = await stacks.workspace(stackJson((stack) => {
      new LogfireGatewayApiKey(stack, 'Key', {
        project: LogfireProject.fromProjectId(stack, 'Shop', project.id), keyName: 'chat', dailyLimitUsd: 5, expiry: TokenExpiry.never('as it was'), importFrom: KeyImportId.byId(id),
      });
    }));
    expect((await workspace.plan()).text).toContain('1 to import, 0 to add, 0 to change, 0 to destroy');
    await workspace.mustApply();
    expect(operations(stacks.standIn)).toEqual([]);
    expect(await workspace.planExitCode()).toBe(0);
  });
});

describeStandIn('LogfireGatewayProvider in Terraform', () => {
  const stacks = useStacks();
  const providers = () => stacks.standIn.logfire.objects(PROVIDER);

  function json(props: Partial<LogfireGatewayProviderProps> = {}): TerraformJson {
    return stackJson((stack) => {
      const upstream = new TerraformVariable(stack, 'upstream', { type: 'string', sensitive: true });
      new LogfireGatewayProvider(stack, 'Models', { gatewayProviderSlug: 'models', vendor: GatewayVendor.OPENAI, apiKey: SecretValue.fromVariable(upstream), ...props });
    });
  }
  const workspaceOf = (stack: TerraformJson) => stacks.workspace(stack, { TF_VAR_upstream: 'not-a-real-upstream-key' });
  const bedrock = (api: BedrockApi, region: string) => ({ vendor: GatewayVendor.bedrock({ api, region }) });

  test('is made, and destroyed', async () => {
    const workspace = await workspaceOf(json());
    await workspace.mustApply();
    expect(providers()).toMatchObject([{ slug: 'models', vendor: 'openai', require_pricing: true, api_key: 'not-a-real-upstream-key' }]);
    expect(await workspace.planExitCode()).toBe(0);
    expect((await workspace.destroy()).exitCode).toBe(0);
    expect(providers()).toEqual([]);
  });

  test("changes its key, prices and Bedrock's fields in place", async () => {
    const workspace = await workspaceOf(json(bedrock(BedrockApi.RUNTIME, 'eu-west-1')));
    await workspace.mustApply();
    const [{ id }] = providers();
    const changes: [Partial<LogfireGatewayProviderProps>, object][] = [
      [{ ...bedrock(BedrockApi.RUNTIME, 'eu-west-1'), requirePricing: false }, { require_pricing: false }],
      [bedrock(BedrockApi.MANTLE, 'eu-west-1'), { bedrock_api: 'mantle', require_pricing: true }],
      [bedrock(BedrockApi.MANTLE, 'us-east-1'), { bedrock_region: 'us-east-1' }],
    ];
    for (const [props, expected] of changes) {
      workspace.write(json(props));
      await workspace.mustApply();
      expect(providers()).toMatchObject([{ id, ...expected }]);
      expect(await workspace.planExitCode()).toBe(0);
    }
    await workspace.execute(['apply', '-no-color', '-input=false', '-auto-approve'], { environment: { TF_VAR_upstream: 'another-unreal-key' } });
    expect(providers()).toMatchObject([{ id, api_key: 'another-unreal-key' }]);
  });

  test('is replaced for another slug or vendor', async () => {
    const workspace = await workspaceOf(json());
    await workspace.mustApply();
    for (const [props, count] of [[{ gatewayProviderSlug: 'chat' }, 2], [{ gatewayProviderSlug: 'chat', vendor: GatewayVendor.GROQ }, 3], [{ gatewayProviderSlug: 'chat', ...bedrock(BedrockApi.RUNTIME, 'eu-west-1') }, 4]] as const) {
      workspace.write(json(props));
      await workspace.mustApply();
      expect(created(stacks.standIn, PROVIDER)).toHaveLength(count);
      expect(await workspace.planExitCode()).toBe(0);
    }
  });

  test.each<[string, (id: string) => GatewayProviderImportId]>([
    ['id', (id) => GatewayProviderImportId.byId(id)],
    ['slug', () => GatewayProviderImportId.bySlug('models')],
  ])('is taken over by %s, and gets the key that is configured', async (_, importId) => {
    const { id } = stacks.standIn.logfire.add(PROVIDER, { slug: 'models', vendor: 'openai', api_key: 'the-old-unreal-key', require_pricing: true });
    const workspace = await workspaceOf(json({ importFrom: importId(id) }));
    expect((await workspace.plan()).text).toContain('1 to import, 0 to add, 1 to change, 0 to destroy');
    await workspace.mustApply();
    expect(providers()).toMatchObject([{ id, api_key: 'not-a-real-upstream-key' }]);
    expect(await workspace.planExitCode()).toBe(0);
  });
});

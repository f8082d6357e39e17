import { TerraformOutput } from 'cdktf';
import { describeStandIn } from './harness';
import { created, operations, stackJson, useStacks } from './stacks';
import { ApiScope, KeyImportId, LogfireApiKey, LogfireApiKeyProps, LogfireProject, TokenExpiry, TokenRotation } from '../../src';
import { TerraformJson } from '../synth';

const TYPE = 'logfire_api_key';
const END = TokenExpiry.at('2199-01-01T00:00:00Z');
const BASE: LogfireApiKeyProps = { keyName: 'proxy', scopes: [ApiScope.PROJECT_GATEWAY_PROXY, ApiScope.PROJECT_READ], expiry: END };

describeStandIn('LogfireApiKey in Terraform', () => {
  const stacks = useStacks();
  const keys = () => stacks.standIn.logfire.objects(TYPE);

  /** Two projects, and a key of the first unless it is of none. */
  function json(props: Partial<LogfireApiKeyProps>, of: 'Shop' | 'Other' | 'none' = 'Shop'): TerraformJson {
    return stackJson((stack) => {
      const projects = { Shop: new LogfireProject(stack, 'Shop', { deletionProtection: false }), Other: new LogfireProject(stack, 'Other', { deletionProtection: false }) };
      const key = new LogfireApiKey(stack, 'Key', { ...BASE, project: of === 'none' ? undefined : projects[of], ...props });
      new TerraformOutput(stack, 'value', { value: key.tokenValue, sensitive: true });
      if (key.tokenExpiresAt !== undefined) {
        new TerraformOutput(stack, 'ends', { value: key.tokenExpiresAt });
      }
    });
  }

  test('is made, and destroyed', async () => {
    const workspace = await stacks.workspace(json({ expiry: undefined }));
    await workspace.mustApply();
    const [key] = keys();
    const shop = stacks.standIn.logfire.objects('logfire_project').find(({ name }) => name === 'app-shop')!;
    expect(key).toMatchObject({ name: 'proxy', scopes: ['project:gateway_proxy', 'project:read'], project_id: shop.id });
    expect(await workspace.output('value')).toBe(key.token);
    expect(await workspace.output('ends')).toBe(key.expires_at);
    expect(await workspace.planExitCode()).toBe(0);
    expect((await workspace.destroy()).exitCode).toBe(0);
    expect(keys()).toEqual([]);
  });

  test('of the whole organization has no project', async () => {
    const workspace = await stacks.workspace(json({ scopes: [ApiScope.ORGANIZATION_READ] }, 'none'));
    await workspace.mustApply();
    expect(keys()).toMatchObject([{ project_id: null, all_projects: true }]);
    expect(await workspace.planExitCode()).toBe(0);
  });

  test('changes name, description and limits in place', async () => {
    const workspace = await stacks.workspace(json({}));
    await workspace.mustApply();
    const [{ id, token }] = keys();
    const changes: [Partial<LogfireApiKeyProps>, object][] = [
      [{ keyName: 'renamed' }, { name: 'renamed' }],
      [{ description: 'For the chat' }, { name: 'proxy', description: 'For the chat' }],
      [{ description: '' }, { description: null }],
      [{ gateway: { dailyLimitUsd: 0 } }, { gateway: { spending_limit_daily: 0, cache_enabled: null } }],
      [{ gateway: { dailyLimitUsd: 1, weeklyLimitUsd: 2, monthlyLimitUsd: 3, totalLimitUsd: 4, cacheEnabled: true } },
        { gateway: { spending_limit_daily: 1, spending_limit_weekly: 2, spending_limit_monthly: 3, spending_limit_total: 4, cache_enabled: true } }],
      [{ gateway: { cacheEnabled: false } }, { gateway: { spending_limit_daily: null, cache_enabled: false } }],
      [{}, { gateway: null }],
    ];
    for (const [props, expected] of changes) {
      workspace.write(json(props));
      await workspace.mustApply();
      expect(keys()).toMatchObject([{ id, token, ...expected }]);
      expect(await workspace.planExitCode()).toBe(0);
    }
  });

  test('is replaced, the new one first, for other scopes, another project or another end', async () => {
    const workspace = await stacks.workspace(json({}));
    await workspace.mustApply();
    const changes: TerraformJson[] = [
      json({ scopes: [ApiScope.PROJECT_READ] }),
      json({ scopes: [ApiScope.PROJECT_READ] }, 'Other'),
      json({ scopes: [ApiScope.PROJECT_READ] }, 'none'),
      json({ scopes: [ApiScope.PROJECT_READ], expiry: TokenExpiry.at('2199-06-01T00:00:00Z') }, 'none'),
      json({ scopes: [ApiScope.PROJECT_READ], expiry: undefined }, 'none'),
    ];
    for (const [index, change] of changes.entries()) {
      workspace.write(change);
      await workspace.mustApply();
      expect(operations(stacks.standIn).slice(-2)).toEqual([`create ${TYPE}`, `delete ${TYPE}`]);
      expect(created(stacks.standIn, TYPE)).toHaveLength(index + 2);
      expect(await workspace.planExitCode()).toBe(0);
    }
  });

  test('takes the same scopes in another order for the same', async () => {
    const workspace = await stacks.workspace(json({}));
    await workspace.mustApply();
    workspace.write(json({ scopes: [...BASE.scopes].reverse() }));
    expect(await workspace.planExitCode()).toBe(0);
  });

  test.each<[string, TokenExpiry, string | null]>([
    ['an end', END, '2199-01-01T00:00:00Z'],
    ['no end', TokenExpiry.never('as it was'), null],
  ])('with %s is taken over as it is; its value is there after a rotation', async (_, expiry, expiresAt) => {
    const { logfire } = stacks.standIn;
    const { id } = logfire.add(TYPE, { name: 'proxy', scopes: ['organization:read'], expires_at: expiresAt });
    const props = { scopes: [ApiScope.ORGANIZATION_READ], expiry, importFrom: KeyImportId.byId(id) };
    const workspace = await stacks.workspace(json({ ...props, rotation: TokenRotation.manual(1) }, 'none'));
    expect((await workspace.plan()).text).toContain('1 to import, 4 to add, 0 to change, 0 to destroy');
    await workspace.mustApply();
    expect(keys()).toMatchObject([{ id }]);
    expect(Object.values(await workspace.state()).find(({ type }) => type === TYPE)!.values.token).toBeNull();
    expect(await workspace.planExitCode()).toBe(0);
    workspace.write(json({ ...props, rotation: TokenRotation.manual(2) }, 'none'));
    await workspace.mustApply();
    expect(keys()).toHaveLength(1);
    expect(keys()[0].id).not.toBe(id);
    expect(await workspace.output('value')).toBe(keys()[0].token);
    expect(await workspace.planExitCode()).toBe(0);
  });
});

describeStandIn('addIngestKey in Terraform', () => {
  const stacks = useStacks();

  test('makes a key that may send telemetry to the project and nothing else', async () => {
    const workspace = await stacks.workspace(stackJson((stack) => {
      new LogfireProject(stack, 'Shop', { deletionProtection: false }).addIngestKey('Collector');
    }));
    await workspace.mustApply();
    expect(stacks.standIn.logfire.objects(TYPE)).toMatchObject([
      { name: 'app-shop-collector', scopes: ['project:write_otlp'], project_id: created(stacks.standIn, 'logfire_project')[0] },
    ]);
    expect(await workspace.planExitCode()).toBe(0);
  });
});

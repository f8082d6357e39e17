import { blocksOf, EXAMPLES, SELF_HOSTED, withValues } from './examples';
import { describeStandIn, stackOf, useStandIn } from '../../../test/terraform/harness';
import { behaviourOf, COMMITTED_SCHEMA } from '../../src/stand-in/index';
import { resourceShape } from '../../src/stand-in/schema';

const TYPES = Object.keys(COMMITTED_SCHEMA.resource_schemas);
const ISSUED = TYPES.filter((type) => behaviourOf(type).secret_only_at_create.length + behaviourOf(type).secret_read_back.length > 0);

describeStandIn('secrets', () => {
  const suite = useStandIn({ region: 'eu' });

  it('never show in what Terraform prints, and carry their region', async () => {
    const { logfire } = suite.standIn;
    const workspace = await suite.workspace(stackOf({
      provider: { logfire: SELF_HOSTED },
      resource: blocksOf(Object.fromEntries(TYPES.map((type) => [type, { main: EXAMPLES[type] }]))),
      output: {
        token: { value: '${logfire_write_token.main.token}', sensitive: true },
        region: { value: '${nonsensitive(split("_", logfire_write_token.main.token)[2])}' },
      },
    }));
    await workspace.plan();
    await workspace.mustApply();
    await workspace.show();
    await workspace.run('output');
    expect(await workspace.output('region')).toBe('eu');
    expect(await workspace.output('token')).toBe(logfire.objects('logfire_write_token')[0].token);
    suite.standIn.faults.inject({ operation: 'delete', always: true });
    await workspace.destroy();

    expect(logfire.secrets()).toHaveLength(ISSUED.length);
    expect(new Set(logfire.secrets()).size).toBe(ISSUED.length);
    for (const secret of logfire.secrets()) {
      expect(secret.split('_')[2]).toBe('eu');
      expect(workspace.transcript).not.toContain(secret);
    }
    expect(logfire.receivedSecrets().sort()).toEqual([EXAMPLES.logfire_channel.config.url, EXAMPLES.logfire_gateway_provider.api_key].sort());
    expect(workspace.transcript).not.toContain(EXAMPLES.logfire_gateway_provider.api_key);
    // Not marked by the provider: this one does show.
    expect(behaviourOf('logfire_channel').secret_though_not_marked).toEqual(['config.url']);
    expect(workspace.transcript).toContain(EXAMPLES.logfire_channel.config.url);
  });

  it('would show in the transcript if somebody printed one', async () => {
    const workspace = await suite.workspace(stackOf({
      resource: blocksOf({ logfire_write_token: { it: EXAMPLES.logfire_write_token } }),
      output: { leak: { value: '${nonsensitive(logfire_write_token.it.token)}' } },
    }));
    await workspace.mustApply();
    expect(workspace.transcript).toContain(suite.standIn.logfire.secrets()[0]);
  });

  it.each(TYPES)('of %s are marked as behaviour.json says', (type) => {
    const marked: string[] = [];
    const collect = (fields: ReturnType<typeof resourceShape>['fields'], prefix: string) => {
      for (const [name, field] of Object.entries(fields ?? {})) {
        if (field.sensitive) marked.push(prefix + name);
        collect(field.shape.fields, `${prefix}${name}.`);
      }
    };
    collect(resourceShape(type).fields, '');
    expect(marked.sort()).toEqual([...behaviourOf(type).sensitive].sort());
  });

  it('given at the creation only stay in the state over refreshes and updates', async () => {
    const type = 'logfire_api_key';
    const stack = (name: string) => stackOf({ resource: blocksOf({ [type]: { it: withValues(EXAMPLES[type], { name }) } }) });
    const workspace = await suite.workspace(stack('one'));
    await workspace.mustApply();
    const before = (await workspace.state())[`${type}.it`].values.token;
    expect(before).toBe(suite.standIn.logfire.objects(type)[0].token);
    workspace.write(stack('two'));
    await workspace.mustApply();
    await workspace.mustApply('-refresh-only');
    expect((await workspace.state())[`${type}.it`].values.token).toBe(before);
  });

  it('and names of a token: some are there after the first refresh only', async () => {
    const workspace = await suite.workspace(stackOf({
      resource: blocksOf({ logfire_write_token: { it: EXAMPLES.logfire_write_token }, logfire_read_token: { it: EXAMPLES.logfire_read_token } }),
    }));
    await workspace.mustApply();
    const early = await workspace.state();
    expect(early['logfire_write_token.it'].values).toMatchObject({ token_prefix: '', project_name: null, created_by_name: null, description: 'Created by Public API' });
    expect(early['logfire_read_token.it'].values).toMatchObject({ token_prefix: null, project_name: null, created_by_name: null });
    await workspace.mustApply('-refresh-only');
    const late = await workspace.state();
    for (const type of ['logfire_write_token', 'logfire_read_token']) {
      expect(late[`${type}.it`].values).toMatchObject({ project_name: 'main', created_by_name: expect.any(String), token_prefix: expect.stringMatching(/^pylf_v1_eu/) });
    }
  });
});

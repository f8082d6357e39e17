import { blocksOf, EXAMPLES, withValues, type Attributes } from './examples';
import { describeStandIn, stackOf, useStandIn } from '../../../test/terraform/harness';

describeStandIn('frontend applications and their tokens', () => {
  const suite = useStandIn();
  const APPLICATION = 'logfire_frontend_application';
  const TOKEN = 'logfire_frontend_application_token';
  const stack = (application: Attributes, tokens: Record<string, Attributes> = {}) => stackOf({
    resource: blocksOf({
      [APPLICATION]: { main: withValues(EXAMPLES[APPLICATION], application) },
      ...(Object.keys(tokens).length > 0 ? { [TOKEN]: tokens } : {}),
    }),
  });
  const token = (more: Attributes = {}) => withValues(EXAMPLES[TOKEN], more);

  it('wants adopt_existing_service_name when the same name is replaced', async () => {
    const refusal = 'adopt_existing_service_name must be true';
    const workspace = await suite.workspace(stack({ adopt_existing_service_name: undefined }));
    await workspace.mustApply();
    for (const change of [{ environment: 'staging' }, { service_namespace: 'other' }]) {
      workspace.write(stack({ adopt_existing_service_name: undefined, ...change }));
      expect((await workspace.plan()).text).toContain(refusal);
      workspace.write(stack({ adopt_existing_service_name: true, ...change }));
      expect(await workspace.planExitCode()).toBe(2);
      workspace.write(stack({ adopt_existing_service_name: undefined, ...change, name: 'new-name' }));
      expect(await workspace.planExitCode()).toBe(2);
    }
  });

  it('replaces an environment create-first, but not a namespace', async () => {
    const lifecycle = { create_before_destroy: true };
    const workspace = await suite.workspace(stack({ lifecycle }));
    await workspace.mustApply();
    workspace.write(stack({ lifecycle, environment: 'staging' }));
    await workspace.mustApply();
    workspace.write(stack({ lifecycle, environment: 'staging', service_namespace: 'other' }));
    expect((await workspace.apply()).text).toContain('already exists');
    workspace.write(stack({ environment: 'staging', service_namespace: 'other' }));
    await workspace.mustApply();
    expect(suite.standIn.logfire.objects(APPLICATION)).toEqual([expect.objectContaining({ environment: 'staging', service_namespace: 'other' })]);
  });

  it('refuses a name under which telemetry arrives, unless it is adopted', async () => {
    const { logfire } = suite.standIn;
    const project = logfire.add('logfire_project', { name: 'existing' });
    logfire.reportTelemetry(project.id, 'web');
    const workspace = await suite.workspace(stack({ project_id: project.id, adopt_existing_service_name: undefined }));
    expect((await workspace.apply()).text).toContain('telemetry already arrives');
    workspace.write(stack({ project_id: project.id, adopt_existing_service_name: true }));
    await workspace.mustApply();
  });

  it('follows its tokens: another active one, or none with a warning', async () => {
    const { logfire } = suite.standIn;
    const workspace = await suite.workspace(stack({}, { second: token() }));
    await workspace.mustApply();
    const [first, second] = logfire.objects(TOKEN);
    expect((await workspace.state())[`${APPLICATION}.main`].values).toMatchObject({ token_id: first.id, token: first.token });

    logfire.change(TOKEN, first.id, { status: 'revoked' });
    await workspace.mustApply();
    expect((await workspace.state())[`${APPLICATION}.main`].values).toMatchObject({ token_id: second.id, token: second.token });

    logfire.change(TOKEN, second.id, { status: 'revoked' });
    const planned = await workspace.plan('-detailed-exitcode');
    expect({ exitCode: planned.exitCode, text: planned.text }).toEqual({ exitCode: 2, text: expect.stringContaining('No Active Token') });
    await workspace.mustApply();
    expect((await workspace.state())[`${APPLICATION}.main`].values).toMatchObject({ token_id: null, token: null });
    expect((await workspace.state())[`${TOKEN}.second`].values.id).not.toBe(second.id);
  });

  it('adopts the first token, and does not revoke the last one', async () => {
    const { logfire } = suite.standIn;
    const adopting = token({ adopt_token_id: `\${${APPLICATION}.main.token_id}` });
    const workspace = await suite.workspace(stack({}, { only: adopting }));
    await workspace.mustApply();
    expect(await workspace.secondPlanIsEmpty()).toBe(true);
    expect(logfire.objects(TOKEN)).toHaveLength(1);
    expect(logfire.operations.filter(({ type }) => type === TOKEN)).toEqual([]);

    workspace.write(stack({}));
    expect((await workspace.apply()).text).toContain('last active token');
    workspace.write(stack({}, { only: { ...adopting, revoke_on_destroy: false } }));
    await workspace.mustApply();
    workspace.write(stack({}));
    await workspace.mustApply();
    expect(logfire.objects(TOKEN)).toHaveLength(1);
  });

  it('refuses to adopt a token that is not active, and what is no application', async () => {
    const workspace = await suite.workspace(stack({}, { a: token({ adopt_token_id: 'none' }), b: token({ application_id: 'none' }) }));
    const findings = await workspace.findingsOf('apply');
    expect(findings.map(({ address, detail }) => [address, detail]).sort()).toEqual([
      [`${TOKEN}.a`, expect.stringContaining('none is no active token of the application')],
      [`${TOKEN}.b`, expect.stringContaining('there is no frontend application none')],
    ]);
  });

  it('revokes one of several', async () => {
    const { logfire } = suite.standIn;
    const workspace = await suite.workspace(stack({}, { second: token() }));
    await workspace.mustApply();
    workspace.write(stack({}));
    await workspace.mustApply();
    expect(logfire.objects(TOKEN)).toHaveLength(1);
    expect(await workspace.secondPlanIsEmpty()).toBe(true);
  });
});

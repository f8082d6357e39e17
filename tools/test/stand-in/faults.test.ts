import { blocksOf, EXAMPLES } from './examples';
import { describeStandIn, stackOf, useStandIn } from '../../../test/terraform/harness';

describeStandIn('faults', () => {
  const suite = useStandIn();
  const token = 'logfire_write_token';
  const tokens = (...names: string[]) => Object.fromEntries(names.map((name) => [name, { project_id: '${logfire_project.main.id}' }]));
  const stack = (project: object, ...names: string[]) =>
    stackOf({ resource: { logfire_project: { main: { name: 'main', ...project } }, ...(names.length > 0 ? { [token]: tokens(...names) } : {}) } });

  it('refused: Logfire never hears of the n-th creation, and the next apply makes up for it', async () => {
    const fault = suite.standIn.faults.inject({ operation: 'create', type: token, nth: 2 });
    const workspace = await suite.workspace(stack({}, 'a', 'b', 'c'));
    const failed = await workspace.apply('-parallelism=1');
    expect({ exitCode: failed.exitCode, text: failed.text }).toEqual({ exitCode: 1, text: expect.stringContaining('as the test asked for') });
    expect(fault.hits).toBe(1);
    expect(suite.standIn.logfire.objects(token)).toHaveLength(2);
    expect(Object.keys(await workspace.state())).toHaveLength(3);

    await workspace.mustApply();
    expect(suite.standIn.logfire.objects(token)).toHaveLength(3);
    expect(await workspace.secondPlanIsEmpty()).toBe(true);
  });

  it('tainted: the object is there and in the state, and is replaced', async () => {
    suite.standIn.faults.inject({ operation: 'create', type: token, stage: 'tainted', message: 'second call failed' });
    const workspace = await suite.workspace(stack({}, 'a'));
    expect((await workspace.apply()).text).toContain('second call failed');
    const first = (await workspace.state())[`${token}.a`];
    expect(first).toMatchObject({ tainted: true, values: { token: 'pylf_v1_us_standin00000001' } });

    const { resource_changes: changes = [] } = await workspace.planJson();
    expect(changes.find(({ address }) => address === `${token}.a`)!.change.actions).toEqual(['delete', 'create']);
    await workspace.mustApply();
    expect((await workspace.state())[`${token}.a`].values.id).not.toBe(first.values.id);
    expect(suite.standIn.logfire.objects(token)).toHaveLength(1);
  });

  it('lost: Logfire has an object that Terraform does not know', async () => {
    suite.standIn.faults.inject({ operation: 'create', type: token, stage: 'lost' });
    const workspace = await suite.workspace(stack({}, 'a'));
    expect((await workspace.apply()).exitCode).toBe(1);
    expect(await workspace.state()).not.toHaveProperty(`${token}.a`);
    await workspace.mustApply();
    expect(suite.standIn.logfire.objects(token)).toHaveLength(2);
  });

  it('hits updates, reads, deletions and imports', async () => {
    const { faults, logfire } = suite.standIn;
    const workspace = await suite.workspace(stack({}));
    await workspace.mustApply();

    workspace.write(stack({ description: 'new' }));
    faults.inject({ operation: 'update', type: 'logfire_project' });
    expect((await workspace.apply()).exitCode).toBe(1);
    expect(logfire.objects('logfire_project')[0].description).toBeNull();

    faults.inject({ operation: 'update', stage: 'lost' });
    expect((await workspace.apply()).exitCode).toBe(1);
    expect(logfire.objects('logfire_project')[0].description).toBe('new');
    expect(await workspace.secondPlanIsEmpty()).toBe(true);

    const reading = faults.inject({ operation: 'read', always: true });
    expect((await workspace.plan()).exitCode).toBe(1);
    expect((await workspace.plan()).exitCode).toBe(1);
    expect(reading.hits).toBe(2);
    reading.remove();

    faults.inject({ operation: 'delete' });
    expect((await workspace.destroy()).exitCode).toBe(1);
    expect(logfire.objects('logfire_project')).toHaveLength(1);
    faults.inject({ operation: 'delete', stage: 'lost' });
    expect((await workspace.destroy()).exitCode).toBe(1);
    expect(logfire.objects('logfire_project')).toEqual([]);
    expect((await workspace.destroy()).exitCode).toBe(0);

    logfire.add('logfire_project', { name: 'main' });
    faults.inject({ operation: 'import' });
    expect((await workspace.import('logfire_project.main', 'main')).exitCode).toBe(1);
    expect((await workspace.import('logfire_project.main', 'main')).exitCode).toBe(0);
  });

  it('always: strikes from the n-th on, until it is removed', async () => {
    const fault = suite.standIn.faults.inject({ operation: 'create', type: token, nth: 2, always: true });
    const workspace = await suite.workspace(stack({}, 'a', 'b', 'c'));
    await workspace.apply('-parallelism=1');
    await workspace.apply();
    expect(suite.standIn.logfire.objects(token)).toHaveLength(1);
    expect(fault.hits).toBe(4);
    suite.standIn.faults.clear();
    await workspace.mustApply();
    expect(suite.standIn.logfire.objects(token)).toHaveLength(3);
  });

  it('hold: an interrupt in the middle of a creation lets it end and keeps it', async () => {
    const hold = suite.standIn.faults.hold('create', 'logfire_project');
    const workspace = await suite.workspace(stack({}, 'a'));
    const applied = workspace.execute(['apply', '-auto-approve', '-input=false'], {
      onStart: (child) => void hold.reached.then(() => child.kill('SIGINT')),
    });
    expect((await applied).exitCode).toBe(1);
    expect(Object.keys(await workspace.state())).toEqual(['logfire_project.main']);
    expect(suite.standIn.logfire.objects(token)).toEqual([]);
    await workspace.mustApply();
    expect(await workspace.secondPlanIsEmpty()).toBe(true);
  });

  it('hold: create_before_destroy has both for a while', async () => {
    const replaced = (expires: string) => stackOf({
      resource: blocksOf({ [token]: { it: { ...EXAMPLES[token], expires_at: expires, lifecycle: { create_before_destroy: true } } } }),
    });
    const workspace = await suite.workspace(replaced('2030-01-01T00:00:00Z'));
    await workspace.mustApply();
    workspace.write(replaced('2031-01-01T00:00:00Z'));
    const hold = suite.standIn.faults.hold('delete', token);
    const applied = workspace.apply();
    await hold.reached;
    expect(suite.standIn.logfire.objects(token).map((object) => object.expires_at)).toEqual(['2030-01-01T00:00:00Z', '2031-01-01T00:00:00Z']);
    hold.release();
    expect((await applied).exitCode).toBe(0);
    expect(suite.standIn.logfire.objects(token)).toHaveLength(1);
  });

  it('delays, and then fails or not', async () => {
    suite.standIn.faults.inject({ operation: 'create', delay: 1, message: 'late' });
    const workspace = await suite.workspace(stack({}));
    expect((await workspace.apply()).text).toContain('late');
  });

  it('knows that only a creation can leave a tainted object', () => {
    expect(() => suite.standIn.faults.inject({ operation: 'update', stage: 'tainted' })).toThrow('only a creation');
  });
});

describeStandIn('an old release of Logfire', () => {
  const suite = useStandIn({ release: 'v2026-09-01.01' });

  it('does not keep the channels of an SLO: the creation fails, and the SLO is tainted', async () => {
    const stack = (alerts: object | undefined) => stackOf({
      resource: blocksOf({ logfire_channel: { main: EXAMPLES.logfire_channel }, logfire_slo: { it: { ...EXAMPLES.logfire_slo, alerts } } }),
    });
    const workspace = await suite.workspace(stack({ fast: { channel_assignments: [{ channel_id: '${logfire_channel.main.id}' }] } }));
    const findings = await workspace.findingsOf('apply');
    expect(findings.map(({ address, summary }) => [address, summary])).toEqual([
      ['logfire_slo.it', 'Logfire release too old for SLO channel assignments'],
    ]);
    expect((await workspace.state())['logfire_slo.it'].tainted).toBe(true);

    workspace.write(stack(undefined));
    await workspace.mustApply();
    expect(await workspace.secondPlanIsEmpty()).toBe(true);
  });
});

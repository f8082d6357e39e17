import { describeStandIn } from './harness';
import { created, operations, stackJson, useStacks } from './stacks';
import {
  FrontendApplicationImportId, FrontendReplacement, FrontendTokenImportId, LogfireFrontendApplication,
  LogfireFrontendApplicationProps, LogfireProject,
} from '../../src';
import { TerraformJson } from '../synth';

const APPLICATION = 'logfire_frontend_application';
const TOKEN = 'logfire_frontend_application_token';

type Added = (web: LogfireFrontendApplication) => void;

describeStandIn('LogfireFrontendApplication in Terraform', () => {
  const stacks = useStacks();
  const applications = () => stacks.standIn.logfire.objects(APPLICATION);
  const tokens = () => stacks.standIn.logfire.objects(TOKEN);

  function json(props: Partial<LogfireFrontendApplicationProps> = {}, added: Added = () => undefined, of: 'Shop' | 'Other' = 'Shop'): TerraformJson {
    return stackJson((stack) => {
      const projects = { Shop: new LogfireProject(stack, 'Shop', { deletionProtection: false }), Other: new LogfireProject(stack, 'Other', { deletionProtection: false }) };
      added(new LogfireFrontendApplication(stack, 'Web', { project: projects[of], applicationName: 'web', ...props }));
    });
  }
  const lastOf = (type: string) => operations(stacks.standIn).filter((operation) => operation.endsWith(` ${type}`)).slice(-2);

  test('is made, replaced for another name or project, and destroyed', async () => {
    const workspace = await stacks.workspace(json());
    await workspace.mustApply();
    expect(await workspace.planExitCode()).toBe(0);
    workspace.write(json({ adoptExistingServiceName: true }));
    await workspace.mustApply();
    expect(created(stacks.standIn, APPLICATION)).toHaveLength(1);
    for (const change of [json({ applicationName: 'shop' }), json({ applicationName: 'shop' }, undefined, 'Other')]) {
      workspace.write(change);
      await workspace.mustApply();
      expect(await workspace.planExitCode()).toBe(0);
    }
    expect(created(stacks.standIn, APPLICATION)).toHaveLength(3);
    expect((await workspace.destroy()).exitCode).toBe(0);
    expect([...applications(), ...tokens()]).toEqual([]);
  });

  test('whose environment or namespace changes is refused at the plan without a replacement', async () => {
    const workspace = await stacks.workspace(json());
    await workspace.mustApply();
    for (const change of [{ environment: 'production' }, { serviceNamespace: 'shop' }]) {
      workspace.write(json(change));
      expect(await workspace.plan()).toMatchObject({ exitCode: 1, text: expect.stringContaining('adopt_existing_service_name') });
    }
  });

  test.each<[string, Added]>([
    ['', () => undefined],
    [' and a token', (web) => web.addToken('Second')],
    [' and all its tokens, one of which is not revoked by itself', (web) => {
      web.addToken('First', { adoptTokenId: web.tokenId, revokeOnDestroy: false });
      web.addToken('Second');
    }],
  ])('with CREATE_FIRST%s moves to another environment, the new one first', async (_, added) => {
    const replacement = FrontendReplacement.CREATE_FIRST;
    const workspace = await stacks.workspace(json({ environment: 'staging', replacement }, added));
    await workspace.mustApply();
    workspace.write(json({ environment: 'production', replacement }, added));
    await workspace.mustApply();
    expect(lastOf(APPLICATION)).toEqual([`create ${APPLICATION}`, `delete ${APPLICATION}`]);
    expect(applications()).toMatchObject([{ environment: 'production' }]);
    expect(await workspace.planExitCode()).toBe(0);
  });

  test('with CREATE_FIRST cannot change the namespace alone', async () => {
    const replacement = FrontendReplacement.CREATE_FIRST;
    const workspace = await stacks.workspace(json({ replacement }));
    await workspace.mustApply();
    workspace.write(json({ serviceNamespace: 'shop', replacement }));
    expect(await workspace.apply()).toMatchObject({ exitCode: 1, text: expect.stringContaining('already exists') });
  });

  test.each<[string, Added]>([['', () => undefined], [' and a token', (web) => web.addToken('Second')]])('with DESTROY_FIRST%s changes the namespace, the old one first', async (_, added) => {
    const replacement = FrontendReplacement.DESTROY_FIRST;
    const workspace = await stacks.workspace(json({}, added));
    await workspace.mustApply();
    workspace.write(json({ serviceNamespace: 'shop', replacement }, added));
    await workspace.mustApply();
    expect(lastOf(APPLICATION)).toEqual([`delete ${APPLICATION}`, `create ${APPLICATION}`]);
    expect(applications()).toMatchObject([{ service_namespace: 'shop' }]);
    expect(await workspace.planExitCode()).toBe(0);
  });

  test('takes a name under which telemetry arrives only when it is told to', async () => {
    const { logfire } = stacks.standIn;
    const { id } = logfire.add('logfire_project', { name: 'existing' });
    logfire.reportTelemetry(id, 'web');
    const existing = (adoptExistingServiceName?: boolean) => stackJson((stack) => {
      new LogfireFrontendApplication(stack, 'Web', { project: LogfireProject.fromProjectId(stack, 'Shop', id), applicationName: 'web', adoptExistingServiceName });
    });
    const workspace = await stacks.workspace(existing());
    expect((await workspace.apply()).text).toContain('telemetry already arrives');
    workspace.write(existing(true));
    await workspace.mustApply();
    expect(await workspace.planExitCode()).toBe(0);
  });
});

describeStandIn('LogfireFrontendToken in Terraform', () => {
  const stacks = useStacks();
  const tokens = () => stacks.standIn.logfire.objects(TOKEN);

  const json = (added: Added) => stackJson((stack) => {
    const project = new LogfireProject(stack, 'Shop', { deletionProtection: false });
    added(new LogfireFrontendApplication(stack, 'Web', { project, applicationName: 'web' }));
  });

  test('rotates in two steps: the old one stays until it is taken out', async () => {
    const first: Added = (web) => web.addToken('First', { adoptTokenId: web.tokenId });
    const second: Added = (web) => web.addToken('Second');
    const workspace = await stacks.workspace(json(first));
    await workspace.mustApply();
    const [{ token: old }] = tokens();
    workspace.write(json((web) => [first, second].forEach((add) => add(web))));
    await workspace.mustApply();
    expect(tokens()).toHaveLength(2);
    expect(tokens()).toMatchObject(expect.arrayContaining([expect.objectContaining({ token: old })]));
    expect(await workspace.planExitCode()).toBe(0);
    workspace.write(json(second));
    await workspace.mustApply();
    expect(tokens()).toHaveLength(1);
    expect(tokens()[0].token).not.toBe(old);
    await workspace.mustApply();
    expect(await workspace.planExitCode()).toBe(0);
  });

  test('that is the last one leaves only without being revoked', async () => {
    const only = (revokeOnDestroy?: boolean): Added => (web) => web.addToken('Only', { adoptTokenId: web.tokenId, revokeOnDestroy });
    const workspace = await stacks.workspace(json(only()));
    await workspace.mustApply();
    workspace.write(json(() => undefined));
    expect(await workspace.apply()).toMatchObject({ exitCode: 1, text: expect.stringContaining('last active token') });
    workspace.write(json(only(false)));
    await workspace.mustApply();
    expect(await workspace.planExitCode()).toBe(0);
    workspace.write(json(() => undefined));
    await workspace.mustApply();
    expect(tokens()).toHaveLength(1);
    expect((await workspace.destroy()).exitCode).toBe(0);
    expect(tokens()).toEqual([]);
  });

  describe('that together are all of an application', () => {
    const all = (revokeOnDestroy: boolean) => json((web) => {
      web.addToken('First', { adoptTokenId: web.tokenId, revokeOnDestroy });
      web.addToken('Second');
    });

    test('cannot all be revoked', async () => {
      const workspace = await stacks.workspace(all(true));
      await workspace.mustApply();
      expect(await workspace.destroy()).toMatchObject({ exitCode: 1, text: expect.stringContaining('last active token') });
      expect(tokens()).toHaveLength(1);
    });

    test('are destroyed with the application when one of them is not revoked by itself', async () => {
      const workspace = await stacks.workspace(all(false));
      await workspace.mustApply();
      expect((await workspace.destroy()).exitCode).toBe(0);
      expect(tokens()).toEqual([]);
    });
  });

  test('of another application is another one', async () => {
    const { logfire } = stacks.standIn;
    const project = logfire.add('logfire_project', { name: 'existing' });
    const ids = ['one', 'two'].map((name) => logfire.add(APPLICATION, { project_id: project.id, name }).id);
    const tokenOf = (applicationId: string) => stackJson((stack) => {
      const shop = LogfireProject.fromProjectId(stack, 'Shop', project.id);
      LogfireFrontendApplication.fromApplicationId(stack, 'Web', shop, applicationId).addToken('Token');
    });
    const workspace = await stacks.workspace(tokenOf(ids[0]));
    for (const id of ids) {
      workspace.write(tokenOf(id));
      await workspace.mustApply();
      expect(await workspace.planExitCode()).toBe(0);
    }
    expect(operations(stacks.standIn)).toEqual([`create ${TOKEN}`, `delete ${TOKEN}`, `create ${TOKEN}`]);
  });
});

describeStandIn('importFrom of the frontend in Terraform', () => {
  const stacks = useStacks();

  test('takes over an application with a token and their values, and leaves them as they are', async () => {
    const { logfire } = stacks.standIn;
    const project = logfire.add('logfire_project', { name: 'existing' });
    const application = logfire.add(APPLICATION, { project_id: project.id, name: 'web', environment: 'production' });
    const [token] = logfire.objects(TOKEN);
    const workspace = await stacks.workspace(stackJson((stack) => {
      new LogfireFrontendApplication(stack, 'Web', {
        project: LogfireProject.fromProjectId(stack, 'Shop', project.id),
        applicationName: 'web',
        environment: 'production',
        importFrom: FrontendApplicationImportId.byId(application.id),
      });
      LogfireFrontendApplication.fromApplicationId(stack, 'Same', LogfireProject.fromProjectId(stack, 'SameShop', project.id), application.id)
        .addToken('Token', { importFrom: FrontendTokenImportId.byId(token.id) });
    }));
    expect((await workspace.plan()).text).toContain('2 to import, 0 to add, 0 to change, 0 to destroy');
    await workspace.mustApply();
    expect(operations(stacks.standIn)).toEqual([]);
    expect(Object.values(await workspace.state()).map(({ values }) => values.token)).toEqual([token.token, token.token]);
    expect(await workspace.planExitCode()).toBe(0);
  });
});

import { Fn, TerraformOutput } from 'cdktf';
import { describeStandIn } from './harness';
import { created, operations, stackJson, useStacks } from './stacks';
import { Duration, LogfireProjectWithToken, LogfireProjectWithTokenProps, ProjectVisibility, TokenExpiry, TokenRotation } from '../../src';

const OPEN = { deletionProtection: false };

function shop(props: LogfireProjectWithTokenProps = OPEN) {
  return stackJson((stack) => {
    new LogfireProjectWithToken(stack, 'Shop', props);
  });
}

describeStandIn('LogfireProjectWithToken in Terraform', () => {
  const stacks = useStacks();

  test('is valid, applies, shows nothing secret, and has an empty second plan', async () => {
    const workspace = await stacks.workspace(shop());
    expect((await workspace.validate()).exitCode).toBe(0);
    const plan = await workspace.plan();
    expect(plan.text).toContain('3 to add, 0 to change, 0 to destroy');
    expect(plan.text).toContain('shop_token = (sensitive value)');
    expect(plan.text).toMatch(/shop_token_expires_at = "20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ"/);
    expect(plan.text).not.toContain('Warning');

    const apply = await workspace.mustApply();
    expect(apply.text).toContain('shop_token = <sensitive>');
    expect(operations(stacks.standIn)).toEqual(['create logfire_project', 'create logfire_write_token']);
    expect(stacks.standIn.logfire.objects('logfire_project')).toMatchObject([{ name: 'app-shop', visibility: 'public' }]);
    expect(await workspace.planExitCode()).toBe(0);
  });

  test('outputs the token, and its end a year from now', async () => {
    const workspace = await stacks.workspace(shop());
    const before = Date.now();
    await workspace.mustApply();
    expect([await workspace.output('shop_token')]).toEqual(stacks.standIn.logfire.secrets());
    const lifetime = Date.parse(await workspace.output('shop_token_expires_at') as string) - before;
    expect(lifetime).toBeGreaterThan(364.9 * 86_400_000);
    expect(lifetime).toBeLessThan(365.1 * 86_400_000);
    expect(stacks.standIn.logfire.objects('logfire_write_token')).toMatchObject([{ expires_at: await workspace.output('shop_token_expires_at') }]);
  });

  test('changes the project in place and leaves the token alone', async () => {
    const workspace = await stacks.workspace(shop());
    await workspace.mustApply();
    workspace.write(shop({ ...OPEN, projectName: 'shop-two', description: 'Sells things', visibility: ProjectVisibility.PRIVATE }));
    expect((await workspace.mustApply()).text).toContain('0 added, 1 changed, 0 destroyed');
    expect(operations(stacks.standIn)).toEqual(['create logfire_project', 'create logfire_write_token', 'update logfire_project']);
    expect(stacks.standIn.logfire.objects('logfire_project')).toMatchObject([{ name: 'shop-two', description: 'Sells things', visibility: 'private' }]);
    expect(await workspace.planExitCode()).toBe(0);
  });

  test.each<[string, LogfireProjectWithTokenProps]>([
    ['another lifetime', { expiry: TokenExpiry.after(Duration.days(90)) }],
    ['a fixed end', { expiry: TokenExpiry.at('2199-01-01T00:00:00Z') }],
    ['no end', { expiry: TokenExpiry.never('burned into devices') }],
    ['a rotation', { rotation: TokenRotation.manual(1) }],
  ])('%s makes a new token first and then revokes the old one', async (_, props) => {
    const workspace = await stacks.workspace(shop());
    await workspace.mustApply();
    workspace.write(shop({ ...OPEN, ...props }));
    await workspace.mustApply();
    expect(operations(stacks.standIn).slice(2)).toEqual(['create logfire_write_token', 'delete logfire_write_token']);
    const [old, current] = created(stacks.standIn, 'logfire_write_token');
    expect(stacks.standIn.logfire.operations.at(-1)).toMatchObject({ id: old });
    expect(stacks.standIn.logfire.objects('logfire_write_token')).toMatchObject([{ id: current }]);
    expect(await workspace.planExitCode()).toBe(0);
  });

  test('its environment sends to the region of the token, and holds the token', async () => {
    const workspace = await stacks.workspace(stackJson((stack) => {
      const { otlpEnvironment } = new LogfireProjectWithToken(stack, 'Shop', OPEN);
      new TerraformOutput(stack, 'environment', { value: otlpEnvironment, sensitive: true });
      new TerraformOutput(stack, 'endpoint', { value: otlpEnvironment.OTEL_EXPORTER_OTLP_ENDPOINT });
      new TerraformOutput(stack, 'encoded', { value: Fn.nonsensitive(Fn.upper(otlpEnvironment.OTEL_EXPORTER_OTLP_ENDPOINT)) });
    }));
    await workspace.mustApply();
    const [token] = stacks.standIn.logfire.secrets();
    expect(await workspace.output('environment')).toEqual({
      OTEL_EXPORTER_OTLP_ENDPOINT: 'https://logfire-us.pydantic.dev',
      OTEL_EXPORTER_OTLP_HEADERS: `Authorization=${token}`,
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
    });
    expect(await workspace.planExitCode()).toBe(0);
  });

  test('is not destroyed while it is protected', async () => {
    const workspace = await stacks.workspace(shop({}));
    await workspace.mustApply();
    expect(await workspace.destroy()).toMatchObject({ exitCode: 1, text: expect.stringContaining('prevent_destroy') });
    expect(stacks.standIn.logfire.objects('logfire_project')).toHaveLength(1);
    workspace.write(shop());
    expect((await workspace.destroy()).exitCode).toBe(0);
    expect(stacks.standIn.logfire.objects('logfire_project')).toEqual([]);
    expect(stacks.standIn.logfire.objects('logfire_write_token')).toEqual([]);
    expect(await workspace.state()).toEqual({});
  });

  test('a project that is to be replaced while its token asks to be created first loses nothing', async () => {
    const workspace = await stacks.workspace(shop());
    await workspace.mustApply();
    const [project] = created(stacks.standIn, 'logfire_project');
    const address = Object.keys(await workspace.state()).find((name) => name.startsWith('logfire_project.'))!;
    // `create_before_destroy` spreads to the project, and its name is unique: the server refuses the second one.
    expect(await workspace.apply(`-replace=${address}`)).toMatchObject({ exitCode: 1, text: expect.stringMatching(/name|unique|exists/) });
    expect(stacks.standIn.logfire.objects('logfire_project')).toMatchObject([{ id: project }]);
    expect(stacks.standIn.logfire.objects('logfire_write_token')).toHaveLength(1);
    expect(await workspace.planExitCode()).toBe(0);
  });
});

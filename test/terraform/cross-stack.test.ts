import { TerraformElement, TerraformOutput } from 'cdktf';
import { Construct } from 'constructs';
import { describeStandIn, Workspace } from './harness';
import { LogfireProject, LogfireProjectWithToken, LogfireRotatingWriteToken, TokenRotation } from '../../src';
import { newStack, TerraformJson } from '../synth';
import { appJson, useStacks } from './stacks';

/** A resource that keeps what it is given, where a plan would show it. */
class Keeper extends TerraformElement {
  constructor(scope: Construct, id: string, private readonly input: unknown) {
    super(scope, id, 'terraform_data');
  }

  public toTerraform(): TerraformJson {
    return { resource: { terraform_data: { [this.friendlyUniqueId]: { input: this.input } } } };
  }
}

/** The consumer's JSON with the state of the producer where it lies in the test. */
function reading(json: TerraformJson, producer: Workspace): TerraformJson {
  const copy = JSON.parse(JSON.stringify(json));
  for (const state of Object.values<TerraformJson>(copy.data.terraform_remote_state)) {
    state.config.path = `${producer.folder}/terraform.tfstate`;
  }
  return copy;
}

describeStandIn('a stack that uses what another one made', () => {
  const stacks = useStacks();

  test('gets the token, and its plan does not show it', async () => {
    const [one, two] = appJson((app) => {
      const producer = newStack(app, 'one');
      const consumer = newStack(app, 'two');
      const { token, project, otlpEnvironment } = new LogfireProjectWithToken(producer, 'Shop', { deletionProtection: false });
      const rotating = new LogfireRotatingWriteToken(producer, 'Rotating', { project, rotation: TokenRotation.manual(1) });
      new TerraformOutput(producer, 'current', { value: rotating.tokenValue, sensitive: true });
      new Keeper(consumer, 'Keeper', { token: token.tokenValue, current: rotating.tokenValue, environment: otlpEnvironment });
      new TerraformOutput(consumer, 'ends', { value: token.tokenExpiresAt });
      LogfireProject.fromProjectId(consumer, 'Shop', project.projectId).addReadToken('Read');
      return [producer, consumer];
    });
    const producer = await stacks.workspace(one);
    await producer.mustApply();
    expect(await producer.planExitCode()).toBe(0);

    const consumer = await stacks.workspace(reading(two, producer));
    const plan = await consumer.plan();
    expect(plan.exitCode).toBe(0);
    expect(plan.text).toContain('(sensitive value)');
    await consumer.mustApply();
    expect(await consumer.planExitCode()).toBe(0);

    const shop = await producer.output('shop_token');
    const state = await consumer.state();
    expect(state['terraform_data.Keeper'].values.input).toMatchObject({
      token: shop,
      current: await producer.output('current'),
      environment: { OTEL_EXPORTER_OTLP_ENDPOINT: 'https://logfire-us.pydantic.dev', OTEL_EXPORTER_OTLP_HEADERS: `Authorization=${shop}` },
    });
    expect(stacks.standIn.logfire.objects('logfire_read_token')).toMatchObject([{ project_id: stacks.standIn.logfire.objects('logfire_project')[0].id }]);
  });
});

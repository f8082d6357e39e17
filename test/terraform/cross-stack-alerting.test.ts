import { TerraformVariable } from 'cdktf';
import { Delivery, LogfireAlert, LogfireOpsgenieChannel, LogfireProject, LogfireSchedule, SecretValue, Timezone } from '../../src';
import { newStack, TerraformJson } from '../synth';
import { describeStandIn, Workspace } from './harness';
import { appJson, useStacks } from './stacks';

describeStandIn('an alert in a stack of its own', () => {
  const stacks = useStacks();

  /** The consumer's JSON with the state of the producer where it lies in the test. */
  const reading = (json: TerraformJson, producer: Workspace) =>
    JSON.parse(JSON.stringify(json), (key, value) => key === 'path' && String(value).endsWith('.tfstate') ? `${producer.folder}/terraform.tfstate` : value);

  test('looks at the project and notifies the channel of another one', async () => {
    const [one, two] = appJson((app) => {
      const producer = newStack(app, 'one');
      const consumer = newStack(app, 'two');
      const project = new LogfireProject(producer, 'Shop', { deletionProtection: false });
      const key = new TerraformVariable(producer, 'key', { type: 'string', sensitive: true });
      const channel = new LogfireOpsgenieChannel(producer, 'OnCall', { authKey: SecretValue.fromVariable(key) });
      const hours = LogfireSchedule.officeHours(producer, 'Hours', { timezone: Timezone.of('Europe/Berlin') });
      new LogfireAlert(consumer, 'Errors', { project, query: 'SELECT trace_id FROM records', notify: [Delivery.to(channel).during(hours)] });
      return [producer, consumer];
    });
    const producer = await stacks.workspace(one, { TF_VAR_key: 'not-a-real-key-of-opsgenie' });
    await producer.mustApply();
    const consumer = await stacks.workspace(reading(two, producer));
    await consumer.mustApply();
    expect(await consumer.planExitCode()).toBe(0);
    const id = (type: string) => stacks.standIn.logfire.objects(type)[0].id;
    expect(stacks.standIn.logfire.objects('logfire_alert')).toMatchObject([{
      project_id: id('logfire_project'),
      channel_assignments: [{ channel_id: id('logfire_channel'), schedule_id: id('logfire_schedule') }],
    }]);
  });
});

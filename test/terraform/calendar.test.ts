import { Duration, LogfireProject, TokenRotation } from '../../src';
import { TerraformJson } from '../synth';
import { describeStandIn } from './harness';
import { at, stackJson, useStacks } from './stacks';

const DAY = 86_400_000;
const EPOCH = 2_440_588;

describeStandIn('the calendar in Terraform', () => {
  const stacks = useStacks();

  test('numbers the days around the ends of months, leap years and centuries', async () => {
    const { locals } = stackJson((stack) => {
      LogfireProject.fromProjectId(stack, 'Shop', '00000000-0000-4000-8000-000000000001').addWriteToken('Token', { rotation: TokenRotation.every(Duration.days(1)) });
    });
    const instants = [
      '2000-02-29T12:00:00Z', '2024-02-28T23:59:59Z', '2024-02-29T00:00:00Z', '2024-03-01T00:00:00Z', '2026-12-31T23:59:59Z', '2027-01-01T00:00:00Z',
      '2099-12-31T00:00:00Z', '2100-02-28T00:00:00Z', '2100-03-01T00:00:00Z', '2400-02-29T00:00:00Z', '1999-09-30T01:02:03Z',
    ];
    const json = { locals: {} as TerraformJson, output: {} as TerraformJson };
    instants.forEach((instant, index) => {
      const copy = at(instant, JSON.parse(JSON.stringify(locals).replace(/logfire_/g, `at${index}_`)));
      Object.assign(json.locals, copy);
      json.output[`day${index}`] = { value: `\${local.at${index}_day}` };
    });
    const workspace = await stacks.workspace(json);
    await workspace.mustApply();
    const numbers = await Promise.all(instants.map((_, index) => workspace.output(`day${index}`)));
    expect(numbers).toEqual(instants.map((instant) => EPOCH + Math.floor(Date.parse(instant) / DAY)));
  });
});

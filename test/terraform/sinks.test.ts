import { TerraformStack, TerraformVariable } from 'cdktf';
import { describeStandIn } from './harness';
import { day } from './periods';
import { SecretStores } from './secret-stores';
import { at, stackJson, useStacks } from './stacks';
import { Duration, LogfireProject, LogfireRotatingWriteToken, LogfireWriteToken, MigrationPhase, LogfireProjectMigration, SecretValue, TokenExpiry, TokenRotation } from '../../src';
import { SINKS, StoreProvider } from '../sinks/store-provider';
import { TerraformJson } from '../synth';

describeStandIn('sinks in Terraform', () => {
  const stacks = useStacks();
  let stores: SecretStores;

  beforeEach(async () => {
    stores = await SecretStores.start();
  });
  afterEach(async () => stores.stop());

  const project = (stack: TerraformStack) => new LogfireProject(stack, 'Shop', { deletionProtection: false });
  const valid = () => stacks.standIn.logfire.objects('logfire_write_token').map(({ token }) => token as string);

  async function workspace(json: TerraformJson, more: Record<string, string> = {}) {
    const TF_REATTACH_PROVIDERS = JSON.stringify({ ...JSON.parse(stacks.standIn.environment.TF_REATTACH_PROVIDERS), ...stores.reattach });
    return stacks.workspace(json, { TF_REATTACH_PROVIDERS, ...more });
  }

  test.each(SINKS)('%s has each new token before the old one is revoked', async (_, provider, type, make, writeOnly) => {
    const json = (generation: number) => stackJson((stack) => {
      new StoreProvider(stack, provider);
      new LogfireWriteToken(stack, 'Token', { project: project(stack), rotation: TokenRotation.manual(generation) }).storeIn(make());
    });
    const wasValid: boolean[] = [];
    stores.log.onWrite = ({ secret }) => {
      // The new one is there, and the old one is still.
      wasValid.push(valid().length === wasValid.length + 1 && valid().some((token) => secret.includes(token)));
    };
    const terraform = await workspace(json(1));
    await terraform.mustApply();
    expect(await terraform.planExitCode()).toBe(0);
    terraform.write(json(2));
    await terraform.mustApply();
    expect(await terraform.planExitCode()).toBe(0);
    expect(wasValid).toEqual([true, true]);
    expect(new Set(stores.log.secretsIn(type)).size).toBe(2);
    expect(stores.log.secretsIn(type)[1]).toContain(valid()[0]);
    const stored = Object.values(await terraform.state()).find((resource) => resource.type === type)!;
    expect(JSON.stringify(stored.values).includes(valid()[0])).toBe(!writeOnly);
  });

  test.each(SINKS)('%s has a token that is kept elsewhere', async (_, provider, type, make) => {
    const json = stackJson((stack) => {
      new StoreProvider(stack, provider);
      const variable = new TerraformVariable(stack, 'token', { type: 'string', sensitive: true });
      LogfireWriteToken.fromSecret(stack, 'Token', SecretValue.fromVariable(variable)).storeIn(make());
    });
    for (const value of ['first-example', 'second-example']) {
      const terraform = await workspace(json, { TF_VAR_token: value });
      await terraform.mustApply();
      expect(await terraform.planExitCode()).toBe(0);
      expect(stores.log.secretsIn(type).pop()).toContain(value);
    }
  });

  test.each([
    ['by the calendar', (period: number) => at(day(period * 30), rotating(TokenRotation.every(Duration.days(30))))],
    ['by hand', (period: number) => at(day(period * 30), rotating(TokenRotation.manual(period)))],
  ])('a rotation over six periods, %s, always has a valid token in the sink, and the one before stays valid', async (_, json) => {
    const type = 'aws_ssm_parameter';
    const writtenWhileValid: boolean[] = [];
    stores.log.onWrite = ({ secret }) => writtenWhileValid.push(valid().includes(secret));
    const terraform = await workspace(json(0));
    let before: string | undefined;
    for (let period = 0; period < 6; period += 1) {
      terraform.write(json(period));
      await terraform.mustApply();
      expect(await terraform.planExitCode()).toBe(0);
      const stored = stores.log.secretsIn(type);
      expect(stored).toHaveLength(period + 1);
      expect(valid()).toContain(stored[period]);
      if (before !== undefined) {
        expect(valid()).toContain(before);
      }
      before = stored[period];
    }
    expect(writtenWhileValid).toEqual(Array(6).fill(true));
  });

  test('a migration stores the token of each phase, and both in between', async () => {
    const json = (phase: MigrationPhase) => stackJson((stack) => {
      new StoreProvider(stack, 'aws');
      const [fromToken, toToken] = ['Old', 'New'].map((id) => (
        new LogfireWriteToken(stack, `${id}Token`, { project: new LogfireProject(stack, id, { deletionProtection: false }) })
      ));
      const [, , , make] = SINKS.find(([name]) => name === 'SSM, write-only')!;
      new LogfireProjectMigration(stack, 'Move', { fromToken, toToken, phase }).storeIn(make());
    });
    const terraform = await workspace(json(MigrationPhase.PREPARE));
    for (const phase of [MigrationPhase.PREPARE, MigrationPhase.DUAL_WRITE, MigrationPhase.DONE]) {
      terraform.write(json(phase));
      await terraform.mustApply();
      expect(await terraform.planExitCode()).toBe(0);
    }
    const [old, both, ours] = stores.log.secretsIn('aws_ssm_parameter');
    expect(both).toBe(`${old},${ours}`);
    expect(valid().sort()).toEqual([old, ours].sort());
  });

  function rotating(rotation: TokenRotation): TerraformJson {
    return stackJson((stack) => {
      new StoreProvider(stack, 'aws');
      const [, , , make] = SINKS.find(([name]) => name === 'SSM, write-only')!;
      new LogfireRotatingWriteToken(stack, 'Token', { project: project(stack), rotation, expiry: TokenExpiry.after(Duration.days(90)) }).storeIn(make());
    });
  }
});

import { describeStandIn, PlanJson, ResourceChange } from './harness';
import { day } from './periods';
import { at, created, stackJson, useStacks } from './stacks';
import { ApiScope, Duration, KeyImportId, LogfireApiKey, LogfireGatewayApiKey, LogfireProject, TokenExpiry, TokenOptions, TokenRotation } from '../../src';
import { TerraformJson } from '../synth';

jest.setTimeout(120_000);

/** Properties of a credential, on a day. */
interface Step extends TokenOptions {
  readonly day?: number;
}

const NEVER = TokenExpiry.never('burned into devices');
const FIXED = TokenExpiry.at('2199-01-01T00:00:00Z');
const LATER = TokenExpiry.at('2199-06-01T00:00:00Z');
const YEAR = TokenExpiry.after(Duration.days(365));
const HALF = TokenExpiry.after(Duration.days(180));
const MONTHLY = TokenRotation.every(Duration.days(30));
const WEEKLY = TokenRotation.every(Duration.days(7));
const [FIRST, SECOND, THIRD] = [1, 2, 3].map((generation) => TokenRotation.manual(generation));

/** What a plan does with a credential; a replacement creates the new one first. */
type Plan = 'create' | 'import' | 'keep' | 'replace';

/** A program, and what is planned when it takes the place of the one before. */
type Steps = readonly (readonly [Step, Plan])[];

/** What Terraform and OpenTofu plan when a program changes: the one table for both. */
const TRANSITIONS: readonly (readonly [name: string, steps: Steps])[] = [
  ['never: a rotation is added, moved on, taken back and removed', [
    [{ expiry: NEVER }, 'create'],
    [{ expiry: NEVER, rotation: FIRST }, 'keep'],
    [{ expiry: NEVER, rotation: SECOND }, 'replace'],
    [{ expiry: NEVER, rotation: THIRD }, 'replace'],
    [{ expiry: NEVER, rotation: FIRST }, 'replace'],
    [{ expiry: NEVER }, 'keep'],
    [{ expiry: NEVER, rotation: THIRD }, 'keep'],
    [{ expiry: NEVER, rotation: FIRST }, 'replace'],
  ]],
  ['never: a period is added, ends, and becomes another one', [
    [{ expiry: NEVER, day: 0 }, 'create'],
    [{ expiry: NEVER, rotation: MONTHLY, day: 0 }, 'keep'],
    [{ expiry: NEVER, rotation: MONTHLY, day: 29 }, 'keep'],
    [{ expiry: NEVER, rotation: MONTHLY, day: 30 }, 'replace'],
    [{ expiry: NEVER, rotation: WEEKLY, day: 30 }, 'replace'],
    [{ expiry: NEVER, rotation: FIRST, day: 30 }, 'replace'],
    [{ expiry: NEVER, rotation: MONTHLY, day: 30 }, 'replace'],
    [{ expiry: NEVER, day: 90 }, 'keep'],
  ]],
  ['a fixed expiration: a rotation is added, moved on and removed', [
    [{ expiry: FIXED }, 'create'],
    [{ expiry: FIXED, rotation: FIRST }, 'keep'],
    [{ expiry: FIXED, rotation: SECOND }, 'replace'],
    [{ expiry: LATER, rotation: SECOND }, 'replace'],
    [{ expiry: LATER, rotation: SECOND }, 'keep'],
    [{ expiry: LATER }, 'keep'],
    [{ expiry: FIXED }, 'replace'],
  ]],
  ['a lifetime: every change replaces', [
    [{ expiry: YEAR, day: 0 }, 'create'],
    [{ expiry: YEAR, day: 10 }, 'keep'],
    [{ expiry: YEAR, rotation: FIRST, day: 10 }, 'replace'],
    [{ expiry: YEAR, rotation: SECOND, day: 10 }, 'replace'],
    [{ expiry: YEAR, rotation: MONTHLY, day: 10 }, 'replace'],
    [{ expiry: HALF, rotation: MONTHLY, day: 11 }, 'replace'],
    [{ expiry: HALF, day: 12 }, 'replace'],
    [{ expiry: HALF, day: 13 }, 'keep'],
  ]],
  ['from one kind of expiration to another', [
    [{ expiry: NEVER, rotation: FIRST }, 'create'],
    [{ expiry: YEAR, rotation: FIRST }, 'replace'],
    [{ expiry: NEVER, rotation: FIRST }, 'replace'],
    [{ expiry: NEVER, rotation: FIRST }, 'keep'],
    [{ expiry: NEVER, rotation: SECOND }, 'replace'],
    [{ expiry: FIXED, rotation: SECOND }, 'replace'],
    [{ expiry: YEAR }, 'replace'],
    [{ expiry: FIXED }, 'replace'],
    [{ expiry: FIXED, rotation: FIRST }, 'keep'],
  ]],
];

/** The same for a key that an apply imports. */
const IMPORTS: typeof TRANSITIONS = [
  ['an import with a number', [
    [{ expiry: NEVER, rotation: FIRST }, 'import'],
    [{ expiry: NEVER, rotation: FIRST }, 'keep'],
    [{ expiry: NEVER, rotation: SECOND }, 'replace'],
  ]],
  ['an import with a period', [
    [{ expiry: NEVER, rotation: MONTHLY, day: 5 }, 'import'],
    [{ expiry: NEVER, rotation: MONTHLY, day: 29 }, 'keep'],
    [{ expiry: NEVER, rotation: MONTHLY, day: 31 }, 'replace'],
  ]],
  ['an import to which a rotation is added later', [
    [{ expiry: NEVER }, 'import'],
    [{ expiry: NEVER, rotation: SECOND }, 'keep'],
    [{ expiry: NEVER, rotation: MONTHLY }, 'replace'],
    [{ expiry: NEVER }, 'keep'],
  ]],
];

const KEYS = ['logfire_api_key', 'logfire_gateway_api_key'];
const CREDENTIALS = [...KEYS, 'logfire_read_token', 'logfire_write_token'];

describeStandIn('when the expiration or the rotation of a credential changes, Terraform and OpenTofu plan the same', () => {
  const stacks = useStacks();

  function json({ day: offset = 0, ...options }: Step, imported?: Record<string, string>): TerraformJson {
    return at(day(offset), stackJson((stack) => {
      const project = LogfireProject.fromProjectId(stack, 'Shop', projectId);
      const importOf = (type: string) => imported && { importFrom: KeyImportId.byId(imported[type]) };
      new LogfireApiKey(stack, 'Key', { keyName: 'key', scopes: [ApiScope.PROJECT_READ], ...options, ...importOf('logfire_api_key') });
      new LogfireGatewayApiKey(stack, 'Chat', { keyName: 'key', project, ...options, ...importOf('logfire_gateway_api_key') });
      if (imported === undefined) {
        project.addReadToken('Read', options);
        project.addWriteToken('Write', options);
      }
    }));
  }

  async function follow(steps: Steps, imported?: Record<string, string>): Promise<void> {
    const types = imported === undefined ? CREDENTIALS : KEYS;
    const workspace = await stacks.workspace(json(steps[0][0], imported));
    let creations = 0;
    for (const [step, planned] of steps) {
      workspace.write(json(step, imported));
      const plan = await workspace.planJson();
      expect([step, plansOf(plan)]).toEqual([step, Object.fromEntries(types.map((type) => [type, planned]))]);
      await workspace.mustApply('plan.bin');
      creations += planned === 'create' || planned === 'replace' ? 1 : 0;
      for (const type of types) {
        expect(created(stacks.standIn, type)).toHaveLength(creations);
        expect(stacks.standIn.logfire.objects(type)).toHaveLength(1);
      }
    }
    expect(await workspace.planExitCode()).toBe(0);
  }

  let projectId: string;
  beforeEach(() => {
    projectId = stacks.standIn.logfire.add('logfire_project', { name: 'shop' }).id;
  });

  test.each(TRANSITIONS)('%s', async (_, steps) => {
    await follow(steps);
  });

  test.each(IMPORTS)('%s: the apply that imports a key does not revoke it', async (_, steps) => {
    const { logfire } = stacks.standIn;
    await follow(steps, {
      logfire_api_key: logfire.add('logfire_api_key', { name: 'key', scopes: ['project:read'] }).id,
      logfire_gateway_api_key: logfire.add('logfire_gateway_api_key', { name: 'key', project_id: projectId }).id,
    });
  });
});

/** By type. */
function plansOf({ resource_changes: changes = [] }: PlanJson): Record<string, string> {
  return Object.fromEntries(changes.filter(({ type }) => CREDENTIALS.includes(type)).map(({ type, change }) => [type, planOf(change)]));
}

function planOf({ actions, importing }: ResourceChange['change']): string {
  const plan = { 'create': 'create', 'no-op': 'keep', 'create,delete': 'replace' }[actions.join()] ?? actions.join();
  return importing === undefined ? plan : plan === 'keep' ? 'import' : `import and ${plan}`;
}

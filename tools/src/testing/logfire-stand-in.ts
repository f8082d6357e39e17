import { findTerraform, terraform } from './terraform';
import { keyOf, WorkingCopy } from './working-copy';
import { StandIn, type LogfireObject } from '../stand-in';
import { COMMITTED_SCHEMA } from '../stand-in/schema';

/** What a stand-in is started with. */
export interface LogfireStandInOptions {
  /**
   * Name or path of the Terraform or OpenTofu that runs.
   *
   * @default - `TERRAFORM_BINARY_NAME`, otherwise `terraform`, otherwise `tofu`
   */
  readonly terraform?: string;

  /**
   * Region of the tokens that are issued.
   *
   * @default 'us'
   */
  readonly region?: 'us' | 'eu';

  /**
   * Variables for Terraform, such as `TF_VAR_webhook_url`.
   *
   * @default - those of this process alone
   */
  readonly environment?: Readonly<Record<string, string>>;
}

/** A change that Terraform plans. It has no values, because some are secrets. */
export interface PlannedChange {
  /** Address of the resource, such as `logfire_project.Shop_Project_BABE1F1E`, or `output.token`. */
  readonly address: string;
  /** `create`, `update`, `delete`, or two of them for a replacement. */
  readonly actions: readonly string[];
  /** The attributes that an update or a replacement changes. */
  readonly attributes: readonly string[];
}

interface Change {
  readonly actions: readonly string[];
  readonly before?: Record<string, unknown> | null;
  readonly after?: Record<string, unknown> | null;
  readonly after_unknown?: Record<string, unknown>;
}

interface Plan {
  readonly resource_changes?: readonly { readonly address: string; readonly change: Change }[];
  readonly output_changes?: Readonly<Record<string, { readonly actions: readonly string[] }>>;
}

/**
 * A pretended Logfire, and the Terraform provider in front of it, for the tests of a stack. Real Terraform plans and applies; nothing reaches the
 * network, and no API key is needed.
 *
 * It works with any test runner:
 *
 * ```ts
 * const logfire = await LogfireStandIn.start();
 * await logfire.apply('cdktf.out/stacks/shop');
 * expect(await logfire.plan('cdktf.out/stacks/shop')).toEqual([]);
 * expect(logfire.objects('logfire_project')).toMatchObject([{ name: 'shop' }]);
 * await logfire.stop();
 * ```
 */
export class LogfireStandIn {
  /** Starts a stand-in with an empty Logfire. Fails when there is neither Terraform nor OpenTofu. */
  public static async start(options: LogfireStandInOptions = {}): Promise<LogfireStandIn> {
    const binary = findTerraform(options.terraform);
    return new LogfireStandIn(await StandIn.start({ region: options.region }), binary, options.environment ?? {});
  }

  /** Variables that make any Terraform use the stand-in: for commands that a test runs itself, never synchronously. */
  public readonly environment: Readonly<Record<string, string>>;

  private readonly copies = new Map<string, WorkingCopy>();

  private constructor(private readonly standIn: StandIn, private readonly binary: string, environment: Readonly<Record<string, string>>) {
    this.environment = { ...environment, ...standIn.environment };
  }

  /**
   * Applies a stack, and fails with a `TerraformError` when Terraform does. Terraform runs in a copy, so the state of the stack itself is not touched;
   * a later `apply` or `plan` of the same directory continues there.
   *
   * @param stack directory of a synthesized stack, such as `cdktf.out/stacks/shop`, or the JSON that `Testing.synth` returns
   */
  public async apply(stack: string): Promise<void> {
    await this.run(stack, 'apply', '-auto-approve');
  }

  /**
   * Returns what Terraform would change. An empty list right after an `apply` means that the stack is stable.
   *
   * @param stack directory of a synthesized stack, or the JSON that `Testing.synth` returns
   */
  public async plan(stack: string): Promise<PlannedChange[]> {
    const copy = await this.run(stack, 'plan', '-out=plan.bin');
    const plan = JSON.parse(await terraform(this.binary, copy.directory, ['show', '-json', 'plan.bin'], this.environment)) as Plan;
    const outputs = Object.entries(plan.output_changes ?? {}).map(([name, { actions }]) => ({ address: `output.${name}`, change: { actions } }));
    return [...plan.resource_changes ?? [], ...outputs]
      .map(({ address, change }) => ({ address, actions: change.actions, attributes: changedBy(change) }))
      .filter(({ actions }) => !actions.every((action) => action === 'no-op' || action === 'read'));
  }

  /** Destroys what `apply` has created, and fails with a `TerraformError` when Terraform does. */
  public async destroy(stack: string): Promise<void> {
    await this.run(stack, 'destroy', '-auto-approve');
  }

  /**
   * Returns the objects of a type that are on the pretended Logfire, in order of creation, with the names of the Terraform attributes.
   *
   * @param type type of the resource, such as `logfire_project`; an unknown one fails
   */
  public objects(type: string): LogfireObject[] {
    if (!(type in COMMITTED_SCHEMA.resource_schemas)) {
      throw new Error(`type must be a resource of the provider, got ${JSON.stringify(type)}; use one of ${Object.keys(COMMITTED_SCHEMA.resource_schemas).join(', ')}`);
    }
    return this.standIn.logfire.objects(type);
  }

  /** Returns every token and key that was issued, also of objects that are gone: to check that no log has one. None of them is real. */
  public issuedSecrets(): string[] {
    return this.standIn.logfire.secrets();
  }

  /**
   * Makes a change fail: the nth create, update or delete from now on.
   *
   * @param nth counted from 1
   */
  public failAt(nth: number): void {
    if (!Number.isSafeInteger(nth) || nth < 1) {
      throw new Error(`nth must be a whole number from 1 on, got ${nth}; 1 is the next change`);
    }
    this.standIn.faults.inject({ operation: 'change', nth });
  }

  /** Stops the stand-in, and removes all copies with their state. */
  public async stop(): Promise<void> {
    this.copies.forEach((copy) => copy.dispose());
    this.copies.clear();
    await this.standIn.stop();
  }

  private async run(stack: string, command: string, ...options: string[]): Promise<WorkingCopy> {
    const copy = this.copies.get(keyOf(stack)) ?? new WorkingCopy();
    this.copies.set(keyOf(stack), copy);
    copy.update(stack);
    if (copy.needsInit) {
      await terraform(this.binary, copy.directory, ['init', '-no-color', '-input=false'], this.environment);
    }
    await terraform(this.binary, copy.directory, [command, '-no-color', '-input=false', ...options], this.environment);
    return copy;
  }
}

function changedBy({ actions, before, after, after_unknown: unknown }: Change): string[] {
  if (!before || !after || actions.includes('no-op')) {
    return [];
  }
  const names = new Set([...Object.keys(before), ...Object.keys(after), ...Object.keys(unknown ?? {})]);
  return [...names].filter((name) => unknown?.[name] === true || JSON.stringify(before[name]) !== JSON.stringify(after[name])).sort();
}

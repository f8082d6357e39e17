import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TERRAFORM_BINARY, USES_REGISTRY_PROVIDER } from './terraform-binary';

/** A stack as Terraform JSON. */
export type StackJson = Readonly<Record<string, unknown>>;

/** What one command said. */
export interface CommandResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Both. */
  readonly output: string;
  /** `output` in one line, so that a wrapped error text can be matched. */
  readonly text: string;
}

/** What a workspace is made from. */
export interface WorkspaceOptions {
  /** Variables for Terraform: those of the stand-in, `TF_VAR_...`. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** What a single command is run with. */
export interface RunOptions {
  /** Variables for this command only. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Gets the process, to interrupt it for example. */
  readonly onStart?: (child: ChildProcess) => void;
}

/** A resource in the state, or in the planned values. */
export interface StateResource {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly mode: string;
  readonly tainted?: boolean;
  readonly deposed_key?: string;
  readonly values: Readonly<Record<string, any>>;
}

/** A planned change. */
export interface ResourceChange {
  readonly address: string;
  readonly type: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before: Record<string, any> | null;
    readonly after: Record<string, any> | null;
    readonly after_unknown: Record<string, any>;
    readonly before_sensitive: unknown;
    readonly after_sensitive: unknown;
    readonly replace_paths?: ReadonlyArray<ReadonlyArray<string | number>>;
    readonly importing?: { readonly id: string };
  };
}

/** A planned change of an output. */
export interface OutputChange {
  readonly actions: readonly string[];
  readonly after?: unknown;
  readonly after_sensitive?: unknown;
}

/** What `terraform show -json` says about a plan. */
export interface PlanJson {
  readonly resource_changes?: readonly ResourceChange[];
  readonly output_changes?: Readonly<Record<string, OutputChange>>;
  readonly resource_drift?: readonly ResourceChange[];
  readonly [more: string]: unknown;
}

/** An error or a warning. */
export interface DiagnosticJson {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  readonly detail: string;
  /** Resource it is about; undefined for the provider. */
  readonly address?: string;
}

/** A folder of its own with one stack, and Terraform in it. */
export class Workspace {
  /** Makes the folder, and runs `init` where the provider comes from the registry. */
  public static async create(stack: StackJson, options: WorkspaceOptions = {}): Promise<Workspace> {
    const workspace = new Workspace(options);
    workspace.write(stack);
    if (USES_REGISTRY_PROVIDER) await workspace.expect(0, 'init');
    return workspace;
  }

  /** The folder. */
  public readonly folder: string;

  private readonly said: string[] = [];
  private readonly running = new Set<ChildProcess>();

  private constructor(private readonly options: WorkspaceOptions) {
    this.folder = mkdtempSync(join(tmpdir(), 'stack-'));
    mkdirSync(join(this.folder, 'home'));
    this.file('home/cli.tfrc', '');
  }

  /** Everything that Terraform printed in this workspace, except the contents of the state (`state`, `planJson`, `json`). */
  public get transcript(): string {
    return this.said.join('\n');
  }

  /** Replaces the stack. A backend in it is left out: the state lies in the folder. */
  public write(stack: StackJson): void {
    const { terraform, ...rest } = stack as { terraform?: Record<string, unknown> };
    const { backend: _, ...settings } = terraform ?? {};
    this.file('main.tf.json', JSON.stringify({ ...rest, terraform: settings }, null, 2));
  }

  /** Writes a file into the folder. */
  public file(name: string, text: string): void {
    writeFileSync(join(this.folder, name), text);
  }

  /** Runs one command, such as `run('apply', '-auto-approve')`. */
  public async run(...args: string[]): Promise<CommandResult> {
    return this.execute(args);
  }

  /** Like `run`, with variables or a look at the process. */
  public async execute(args: readonly string[], options: RunOptions = {}): Promise<CommandResult> {
    const result = await this.spawn(args, options);
    this.said.push(`$ terraform ${args.join(' ')}`, result.output);
    return result;
  }

  /** Runs one command and throws, with what it said, when it ends otherwise than expected. */
  public async expect(exitCode: number, ...args: string[]): Promise<CommandResult> {
    return mustEnd(exitCode, args, await this.run(...args));
  }

  public async validate(): Promise<CommandResult> {
    return this.run('validate', '-no-color');
  }

  public async plan(...more: string[]): Promise<CommandResult> {
    return this.run('plan', '-no-color', '-input=false', ...more);
  }

  /** What `validate` finds, warnings too. */
  public async findings(): Promise<DiagnosticJson[]> {
    const { stdout } = await this.run('validate', '-json');
    return (JSON.parse(stdout) as { diagnostics: DiagnosticJson[] }).diagnostics;
  }

  /** What `plan` or `apply` finds, warnings too. Every resource is tried, so one command can show many refusals. */
  public async findingsOf(command: 'plan' | 'apply', ...more: string[]): Promise<DiagnosticJson[]> {
    const { stdout } = await this.run(command, '-json', '-input=false', ...(command === 'apply' ? ['-auto-approve'] : []), ...more);
    return stdout.split('\n').filter(Boolean)
      .map((line) => (JSON.parse(line) as { diagnostic?: DiagnosticJson }).diagnostic)
      .filter((diagnostic) => diagnostic !== undefined);
  }

  /** Exit code of a plan: 0 nothing to do, 1 error, 2 changes. */
  public async planExitCode(...more: string[]): Promise<number> {
    return (await this.plan('-detailed-exitcode', ...more)).exitCode;
  }

  /** Whether a plan has nothing to do; throws on an error. */
  public async secondPlanIsEmpty(): Promise<boolean> {
    const result = await this.plan('-detailed-exitcode');
    if (result.exitCode === 1) throw new Error(`the plan failed:\n${result.output}`);
    return result.exitCode === 0;
  }

  /** A plan as data. Throws when the plan fails. */
  public async planJson(...more: string[]): Promise<PlanJson> {
    await this.expect(0, 'plan', '-no-color', '-input=false', '-out=plan.bin', ...more);
    return await this.json('show', '-json', 'plan.bin') as PlanJson;
  }

  public async apply(...more: string[]): Promise<CommandResult> {
    return this.run('apply', '-no-color', '-input=false', '-auto-approve', ...more);
  }

  /** Applies; throws on an error. */
  public async mustApply(...more: string[]): Promise<CommandResult> {
    return mustEnd(0, ['apply', ...more], await this.apply(...more));
  }

  public async destroy(...more: string[]): Promise<CommandResult> {
    return this.run('destroy', '-no-color', '-input=false', '-auto-approve', ...more);
  }

  public async import(address: string, id: string): Promise<CommandResult> {
    return this.run('import', '-no-color', '-input=false', address, id);
  }

  /** Value of an output, a sensitive one too. */
  public async output(name: string): Promise<unknown> {
    return this.json('output', '-json', '-no-color', name);
  }

  /** What `terraform show` prints about the state. */
  public async show(): Promise<CommandResult> {
    return this.run('show', '-no-color');
  }

  /** Everything in the state, by address; empty before the first apply. */
  public async state(): Promise<Record<string, StateResource>> {
    const shown = await this.json('show', '-json') as { values?: { root_module: Module } };
    const resources = shown.values ? resourcesOf(shown.values.root_module) : [];
    return Object.fromEntries(resources.map((resource) => [resource.deposed_key ? `${resource.address} (deposed)` : resource.address, resource]));
  }

  /** Output of a command that prints JSON; kept out of the transcript, since it may show the state. */
  public async json(...args: string[]): Promise<unknown> {
    return JSON.parse(mustEnd(0, args, await this.spawn(args, {})).stdout);
  }

  /** Removes the folder, and ends what still runs in it. */
  public async dispose(): Promise<void> {
    await Promise.all([...this.running].map(async (child) => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    }));
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Never synchronous: the stand-in answers from this very event loop. */
  private async spawn(args: readonly string[], options: RunOptions): Promise<CommandResult> {
    const child = spawn(TERRAFORM_BINARY!, args, {
      cwd: this.folder,
      env: { ...this.environment(), ...this.options.environment, ...options.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.running.add(child);
    options.onStart?.(child);
    const [stdout, stderr]: Buffer[][] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    const [exitCode] = await once(child, 'close') as [number | null];
    this.running.delete(child);
    const [out, err] = [stdout, stderr].map((chunks) => Buffer.concat(chunks).toString('utf8'));
    const output = out + err;
    return { exitCode: exitCode ?? -1, stdout: out, stderr: err, output, text: output.replace(/[│╷╵]/g, ' ').replace(/\s+/g, ' ') };
  }

  private environment(): Record<string, string> {
    const home = join(this.folder, 'home');
    const passed = Object.entries(process.env).filter(([name]) => USES_REGISTRY_PROVIDER && /^(LOGFIRE_|TF_|(HTTPS?|NO)_PROXY$|SSL_CERT)/i.test(name));
    return {
      PATH: process.env.PATH ?? '',
      CHECKPOINT_DISABLE: '1',
      TF_IN_AUTOMATION: '1',
      TF_CLI_CONFIG_FILE: join(home, 'cli.tfrc'),
      ...Object.fromEntries(passed as Array<[string, string]>),
      HOME: home,
    };
  }
}

interface Module { readonly resources?: readonly StateResource[]; readonly child_modules?: readonly Module[] }

function resourcesOf(module: Module): StateResource[] {
  return [...module.resources ?? [], ...(module.child_modules ?? []).flatMap(resourcesOf)];
}

function mustEnd(exitCode: number, args: readonly string[], result: CommandResult): CommandResult {
  if (result.exitCode !== exitCode) throw new Error(`terraform ${args.join(' ')} ended with ${result.exitCode}, not ${exitCode}:\n${result.output}`);
  return result;
}

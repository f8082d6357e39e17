import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

const JSON_FILE = 'cdk.tf.json';

/**
 * A copy of a synthesized stack, in which Terraform runs: the state stays there, so a test never touches that of the stack.
 */
export class WorkingCopy {
  public readonly directory = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-stack-'));
  /** Whether Terraform has to install providers: those besides Logfire's. */
  private installs = false;

  /** Takes the stack over as it is now. @param stack a directory with `cdk.tf.json`, or the text of that file */
  public update(stack: string): void {
    if (!isJson(stack)) {
      fs.cpSync(stack, this.directory, { recursive: true, filter: (file) => !/(^|[\\/])\.terraform($|[\\/])|\.tfstate(\.|$)/.test(path.relative(stack, file)) });
    }
    const { terraform = {}, ...rest } = JSON.parse(isJson(stack) ? stack : textIn(stack)) as { terraform?: Record<string, unknown> };
    const { backend, cloud, ...settings } = terraform;
    fs.writeFileSync(path.join(this.directory, JSON_FILE), JSON.stringify({ ...rest, terraform: settings }, undefined, 2));
    const providers = Object.values((settings.required_providers ?? {}) as Record<string, { source?: string }>);
    this.installs = providers.some(({ source }) => !/(^|\/)pydantic\/logfire$/i.test(source ?? '') && !/^terraform\.io\/builtin\//.test(source ?? ''));
  }

  public get needsInit(): boolean {
    return this.installs;
  }

  public dispose(): void {
    fs.rmSync(this.directory, { recursive: true, force: true });
  }
}

/** What tells one stack from another: its directory, or that it was passed as text. */
export function keyOf(stack: string): string {
  return isJson(stack) ? '' : path.resolve(stack);
}

function isJson(stack: string): boolean {
  return stack.trimStart().startsWith('{');
}

function textIn(directory: string): string {
  const file = path.join(directory, JSON_FILE);
  if (!fs.existsSync(file)) {
    throw new Error(`stack must be a directory with ${JSON_FILE}, got ${directory}; run "cdktf synth", and pass cdktf.out/stacks/<name>`);
  }
  return fs.readFileSync(file, 'utf8');
}

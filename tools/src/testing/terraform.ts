import * as fs from 'node:fs';
import * as path from 'node:path';
import { spawn } from 'cross-spawn';

/** A command of Terraform that failed. `output` has all that it printed. */
export class TerraformError extends Error {
  constructor(
    /** The command, such as `apply`. */
    public readonly command: string,
    /** What Terraform ended with. */
    public readonly exitCode: number,
    /** Standard output and standard error. */
    public readonly output: string,
  ) {
    super(`terraform ${command} failed with exit code ${exitCode}:\n${output}`);
    this.name = 'TerraformError';
  }
}

/** The Terraform or OpenTofu that runs: the one that is given, that of `TERRAFORM_BINARY_NAME`, or `terraform` or `tofu` on the PATH. */
export function findTerraform(given: string | undefined): string {
  const wanted = given ?? process.env.TERRAFORM_BINARY_NAME;
  const names = wanted === undefined ? ['terraform', 'tofu'] : [wanted];
  const found = names.map(onPath).find((file) => file !== undefined);
  if (found === undefined) {
    throw new Error(`${names.join(' or ')} must be on the PATH, got nothing; install one of them, or pass the option terraform`);
  }
  return found;
}

function onPath(name: string): string | undefined {
  const directories = path.isAbsolute(name) ? [''] : (process.env.PATH ?? '').split(path.delimiter).filter((directory) => directory !== '');
  const endings = process.platform === 'win32' ? ['.exe', ''] : [''];
  return directories.flatMap((directory) => endings.map((ending) => path.join(directory, `${name}${ending}`)))
    .find((file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile());
}

/** Runs a command, and returns its standard output. Never synchronous: the stand-in answers from this very event loop. */
export function terraform(
  binary: string,
  directory: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const child = spawn(binary, args, {
    cwd: directory,
    env: { ...process.env, CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, output] = ['', ''];
  child.stdout!.on('data', (chunk: Buffer) => {
    stdout += chunk.toString('utf8');
    output += chunk.toString('utf8');
  });
  child.stderr!.on('data', (chunk: Buffer) => {
    output += chunk.toString('utf8');
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(stdout) : reject(new TerraformError(args[0], code ?? 1, output))));
  });
}

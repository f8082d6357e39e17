import * as fs from 'node:fs';
import * as path from 'node:path';
import { ToolError } from './problem';

/** Files by their path below the directory, with `/` between names. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** How files are written. */
export interface WriteOptions {
  /**
   * Says what would be written, and writes nothing.
   *
   * @default false
   */
  readonly dryRun?: boolean;
  /**
   * Names of files that are executable.
   *
   * @default - none
   */
  readonly executable?: readonly string[];
}

/**
 * Writes all files into a directory that is new or empty, or none of them, and returns their paths in order. A directory with anything in
 * it is rejected.
 *
 * The files are written beside the directory first, so that nobody finds half of them.
 */
export function writeFolder(directory: string, files: Files, options: WriteOptions = {}): string[] {
  const names = Object.keys(files).sort();
  names.forEach(checkName);
  const target = path.resolve(directory);
  checkEmpty(directory, target);
  const written = names.map((name) => path.join(directory, name));
  if (options.dryRun) {
    return written;
  }
  let made: string | undefined;
  let filling: string | undefined;
  try {
    made = fs.mkdirSync(path.dirname(target), { recursive: true });
    filling = fs.mkdtempSync(path.join(path.dirname(target), `.${path.basename(target)}-`));
    // A directory of `mkdtemp` is its owner's alone.
    fs.chmodSync(filling, 0o755);
    for (const name of names) {
      const file = path.join(filling, name);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, files[name], { mode: options.executable?.includes(name) ? 0o755 : 0o644 });
    }
    if (target === process.cwd()) {
      // Whoever stands in the directory keeps it: a rename would leave them in one that is gone.
      fs.readdirSync(filling).forEach((entry) => fs.renameSync(path.join(filling!, entry), path.join(target, entry)));
      fs.rmSync(filling, { recursive: true });
    } else {
      fs.rmSync(target, { recursive: true, force: true });
      fs.renameSync(filling, target);
    }
  } catch (error) {
    [filling, made].forEach((left) => left && fs.rmSync(left, { recursive: true, force: true }));
    throw new ToolError(`${directory} cannot be written (${(error as NodeJS.ErrnoException).code ?? (error as Error).message})`, 'choose a directory that you can write to');
  }
  return written;
}

function checkEmpty(directory: string, target: string): void {
  const stat = fs.statSync(target, { throwIfNoEntry: false });
  if (stat && !stat.isDirectory()) {
    throw new ToolError(`${directory} is a file`, 'name a directory that is new or empty');
  }
  if (stat && fs.readdirSync(target).length > 0) {
    throw new ToolError(`${directory} is not empty`, 'name a directory that is new or empty');
  }
}

function checkName(name: string): void {
  if (path.isAbsolute(name) || name.split(/[\\/]/).some((part) => part === '' || part === '.' || part === '..')) {
    throw new Error(`${JSON.stringify(name)} leads out of the directory`);
  }
}

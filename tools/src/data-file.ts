import * as fs from 'node:fs';
import * as path from 'node:path';
import { ToolError } from './problem';
import type { LogfireSnapshot } from './stand-in';
import { COMMITTED_SCHEMA } from './stand-in/schema';

const FORMAT = 'cdktf-logfire stand-in 1';

/** The file in which the pretended Logfire of a stand-in is kept between runs. It holds secrets, so it is its owner's alone. */
export class DataFile {
  private before: string | undefined;

  /** @param file a file that need not be there yet */
  constructor(private readonly file: string) {}

  /** What is in the file; nothing when it is not there yet. */
  public load(): LogfireSnapshot | undefined {
    this.before = this.read();
    if (this.before === undefined) {
      const stat = fs.statSync(path.dirname(path.resolve(this.file)), { throwIfNoEntry: false });
      if (!stat?.isDirectory()) {
        throw new ToolError(`the directory of ${this.file} does not exist`, 'create it, or name another file for --data');
      }
      return undefined;
    }
    try {
      const { format, logfire } = JSON.parse(this.before) as { format: string; logfire: LogfireSnapshot };
      if (format === FORMAT && logfire.objects.every(({ type }) => type in COMMITTED_SCHEMA.resource_schemas)) {
        return logfire;
      }
    } catch {
      // Said below.
    }
    throw new ToolError(`${this.file} is no data of a stand-in`, 'name the file of an earlier run for --data, or one that does not exist yet');
  }

  /** Replaces what is in the file, in one step. */
  public save(logfire: LogfireSnapshot): void {
    if (this.read() !== this.before) {
      throw new ToolError(`another run has written ${this.file} meanwhile, and what this run changed is lost`, 'let one stand-in at a time use the file');
    }
    const text = `${JSON.stringify({ format: FORMAT, logfire }, undefined, 2)}\n`;
    const beside = `${this.file}.${process.pid}`;
    try {
      fs.writeFileSync(beside, text, { mode: 0o600 });
      fs.renameSync(beside, this.file);
    } catch (error) {
      fs.rmSync(beside, { force: true });
      throw new ToolError(`${this.file} cannot be written (${(error as NodeJS.ErrnoException).code})`, 'name a file that you can write to for --data');
    }
    this.before = text;
  }

  private read(): string | undefined {
    try {
      return fs.readFileSync(this.file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
        return undefined;
      }
      throw new ToolError(`${this.file} cannot be read (${(error as NodeJS.ErrnoException).code})`, 'name a file for --data');
    }
  }
}

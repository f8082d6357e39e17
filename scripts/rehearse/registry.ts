import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { Variables } from './workflow';

/** A registry on this machine that stands for a public one. */
export interface LocalRegistry {
  readonly name: string;
  /** The job of the release workflow that publishes to it. */
  readonly job: string;
  /** What the job has set otherwise, so that it publishes here. */
  readonly publishing: Variables;
  /** What the tools of a user, and the check before a release, have to find it by. */
  readonly using: Variables;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** All that it holds of this library. */
  readonly content: () => Content;
}

/** The digests of files, by their names. */
export interface Content { readonly [file: string]: string }

export function contentOf(folder: string, wanted: (file: string) => boolean = () => true, read = (file: string) => fs.readFileSync(file)): Content {
  const files = fs.existsSync(folder) ? fs.readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  const names = files.filter((entry) => entry.isFile()).map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))).filter(wanted);
  return Object.fromEntries(names.sort().map((name) => [name, createHash('sha256').update(read(path.join(folder, name))).digest('hex')]));
}

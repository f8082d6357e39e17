import * as fs from 'node:fs';
import * as path from 'node:path';
import { ToolError } from './problem';

/** Writes a file that is not there yet; what is there is never replaced. */
export function writeNewFile(file: string, text: string): void {
  try {
    fs.mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    fs.writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ToolError(code === 'EEXIST' ? `${file} exists` : `${file} cannot be written (${code})`, 'name a new file');
  }
}

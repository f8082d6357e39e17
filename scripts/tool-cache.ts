import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

/**
 * A directory outside the tree for something that takes long to fetch or build. It is filled once, and never seen half filled.
 *
 * @param name what it is, with its version
 * @param fill puts it into an empty directory
 */
export async function cached(name: string, fill: (directory: string) => Promise<void>): Promise<string> {
  const root = path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'cdktf-logfire');
  const directory = path.join(root, name);
  if (!fs.existsSync(directory)) {
    fs.mkdirSync(root, { recursive: true });
    const filling = fs.mkdtempSync(path.join(root, `${name}-`));
    await fill(filling);
    try {
      fs.renameSync(filling, directory);
    } catch (error) {
      // Another process was faster.
      if (!fs.existsSync(directory)) {
        throw error;
      }
      fs.rmSync(filling, { recursive: true, force: true });
    }
  }
  return directory;
}

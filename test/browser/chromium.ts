import * as fs from 'node:fs';
import * as path from 'node:path';
import { Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Path of a Chromium; undefined when there is none on the PATH. `CHROMIUM` names another one. */
export const CHROMIUM = process.env.CHROMIUM ?? (process.env.PATH ?? '').split(path.delimiter)
  .flatMap((folder) => NAMES.map((name) => path.join(folder, name)))
  .find((file) => fs.existsSync(file));

/** Without the sandbox, which needs rights that containers do not have: it opens only pages of these tests. */
export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
}

/** Tests in a real browser. Without one they are skipped, and fail in continuous integration. */
export function describeBrowser(name: string, tests: () => void): void {
  if (CHROMIUM === undefined && process.env.CI) {
    test(`${name} need a browser`, () => {
      throw new Error(`none of ${NAMES.join(', ')} is on the PATH`);
    });
  } else if (CHROMIUM === undefined) {
    console.warn(`SKIPPED: ${name}. None of ${NAMES.join(', ')} was found on the PATH.`);
    describe.skip(name, tests);
  } else {
    describe(name, tests);
  }
}

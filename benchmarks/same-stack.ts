import * as fs from 'node:fs';
import * as path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { inFolder } from './folders';

/** Synthesizes the stack `app` into a folder. */
export type Program = (outdir: string) => Promise<unknown>;

/**
 * The programs of a comparison must give the same stack, as data, or the comparison means nothing.
 *
 * @param compared what of a stack is compared, where it is not all of it
 */
export async function checkSameStack(
  title: string, ours: Program, theirs: Program, compared: (stack: any) => unknown = (stack) => stack,
): Promise<void> {
  const [ourStack, theirStack] = [compared(await stackOf(ours)), compared(await stackOf(theirs))];
  if (!isDeepStrictEqual(ourStack, theirStack)) {
    throw new Error(`the two programs of "${title}" give different JSON; bring the one without the library's constructs up to date`);
  }
}

/** Without the names of what was overridden, which CDKTF notes for its telemetry and Terraform does not read. */
function stackOf(program: Program): Promise<unknown> {
  return inFolder(async (outdir) => {
    await program(outdir);
    const { '//': about, ...stack } = JSON.parse(fs.readFileSync(path.join(outdir, 'stacks', 'app', 'cdk.tf.json'), 'utf8'));
    const { overrides, ...metadata } = about.metadata;
    return { ...stack, '//': { ...about, metadata } };
  });
}

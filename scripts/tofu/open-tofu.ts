import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { findBinary } from '../../test/terraform/harness/terraform-binary';
import { mustRun } from '../run';
import { cached } from '../tool-cache';

/** A version as it is released, and not one that is being worked on. */
const FLAGS = ['-trimpath', '-ldflags=-s -w -X github.com/opentofu/opentofu/version.dev=no'];
const PROGRAM = process.platform === 'win32' ? 'tofu.exe' : 'tofu';

/** Path of OpenTofu: that of the PATH, or one that Go builds from the sources named in `go.mod`, once. Undefined where there is neither. */
export async function openTofu(): Promise<string | undefined> {
  const onPath = process.env.PATH ?? '';
  return findBinary(['tofu'], onPath) ?? (findBinary(['go'], onPath) && await built());
}

async function built(): Promise<string> {
  const sources = createHash('sha256').update(FLAGS.join(' '));
  ['go.mod', 'go.sum'].forEach((file) => sources.update(fs.readFileSync(path.join(__dirname, file))));
  const directory = await cached(`tofu-${sources.digest('hex').slice(0, 12)}`, async (empty) => {
    await mustRun('go', ['build', ...FLAGS, '-o', path.join(empty, PROGRAM), 'github.com/opentofu/opentofu/cmd/tofu'], { cwd: __dirname });
  });
  return path.join(directory, PROGRAM);
}

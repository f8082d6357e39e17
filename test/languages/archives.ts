import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { LANGUAGES } from './programs';
import { mustRun } from '../../scripts/run';

/** Python reads tarballs and zip archives, which wheels and jars are. */
export const READER = LANGUAGES.find(({ name }) => name === 'python')!;

/** The files in an archive, sorted. */
export async function namesIn(archive: string): Promise<string[]> {
  const names = isTarball(archive)
    ? await python('import sys, tarfile; print("\\n".join(m.name for m in tarfile.open(sys.argv[1]) if m.isfile()))', archive)
    : await python('import sys, zipfile; print("\\n".join(n for n in zipfile.ZipFile(sys.argv[1]).namelist() if not n.endswith("/")))', archive);
  return names.trim().split('\n').sort();
}

/** The text of a file in an archive. */
export function textIn(archive: string, name: string): Promise<string> {
  return isTarball(archive)
    ? python('import sys, tarfile; print(tarfile.open(sys.argv[1]).extractfile(sys.argv[2]).read().decode())', archive, name)
    : python('import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]).decode())', archive, name);
}

/** The files in an archive that is in a zip archive. */
export async function namesInInner(archive: string, name: string): Promise<string[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-archive-'));
  try {
    await python('import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extract(sys.argv[2], sys.argv[3])', archive, name, folder);
    return await namesIn(path.join(folder, name));
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

function isTarball(archive: string): boolean {
  return archive.endsWith('gz');
}

function python(script: string, ...args: string[]): Promise<string> {
  return mustRun('python3', ['-c', script, ...args]);
}

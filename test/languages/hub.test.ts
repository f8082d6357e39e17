import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { CDKTF, CDKTN, Flavour } from '../../scripts/flavour/flavours';
import { distOf } from '../../scripts/package/packages';
import { TRANSLATIONS } from '../../scripts/package/translations';
import { mustRun, run, Run } from '../../scripts/run';

jest.setTimeout(120_000);

function archiveOf(flavour: Flavour): string {
  const folder = path.join(distOf(flavour), 'js');
  return path.join(folder, fs.readdirSync(folder)[0]);
}

/** In a process of its own: the renderer does not read the translations within jest. */
function check(archive: string): Promise<Run> {
  return run('ts-node', ['--transpile-only', '--project', 'tsconfig.dev.json', 'scripts/check-hub.ts', archive]);
}

test.each([CDKTF, CDKTN])('Construct Hub has all examples of the packed archive in all languages, translated from compiling source', async (flavour) => {
  const archive = archiveOf(flavour);
  expect(await check(archive)).toEqual({ exitCode: 0, output: `${path.basename(archive)} is ready for Construct Hub\n` });
});

test('Construct Hub has not, when the archive lacks the translations', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-hub-'));
  try {
    await mustRun('tar', ['-xzf', archiveOf(CDKTF), '-C', folder]);
    fs.rmSync(path.join(folder, 'package', TRANSLATIONS));
    await mustRun('tar', ['-czf', path.join(folder, 'bare.tgz'), '-C', folder, 'package']);
    const { exitCode, output } = await check(path.join(folder, 'bare.tgz'));
    expect(exitCode).toBe(1);
    for (const language of ['python', 'java', 'csharp', 'go']) {
      expect(output).toContain(`README in ${language}: an example is not translated from compiling source: `);
    }
    expect(output).toContain('README in csharp: an example has a struct without its name: ');
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});

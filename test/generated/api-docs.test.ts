import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { mustRun, ROOT } from '../../scripts/run';

jest.setTimeout(120_000);

/** Needs the assembly that the compile stage leaves. */
test('the committed API.md is what `npx projen docgen` generates', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-docs-'));
  try {
    const file = path.join(folder, 'API.md');
    await mustRun('jsii-docgen', ['-o', file, '-s', 'root']);
    expect(fs.readFileSync(file, 'utf8') === fs.readFileSync(path.join(ROOT, 'API.md'), 'utf8')).toBe(true);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
});

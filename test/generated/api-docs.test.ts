import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { REFERENCES, writeReference } from '../../scripts/api-docs/references';
import { ROOT } from '../../scripts/run';

jest.setTimeout(180_000);

/** Needs the assembly and the translated examples that the stages before leave. */
test.each(REFERENCES)('the committed $file is what `npm run docs:api` generates', async (reference) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-docs-'));
  try {
    const file = path.join(folder, 'reference.md');
    await writeReference(reference, file);
    expect(fs.readFileSync(file, 'utf8') === fs.readFileSync(path.join(ROOT, reference.file), 'utf8')).toBe(true);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
});

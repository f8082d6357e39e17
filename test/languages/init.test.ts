import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { RUNS, stacksOf, testOf } from './programs';
import { CDKTF, CDKTN } from '../../scripts/flavour/flavours';
import { rootOf } from '../../scripts/flavour/tree';
import type { Language } from '../../tools/src/init/languages';
import { NAMES } from '../../tools/src/init/names';
import { projectFiles } from '../../tools/src/init/project';
import { writeFolder } from '../../tools/src/output-folder';

jest.setTimeout(600_000);

/** What `cdktf-logfire init` writes, in each language but TypeScript, whose project the tests of the packed tool run. The other flavor differs in names. */
describe.each(RUNS.filter(([, , flavour]) => flavour === CDKTF))('a new project for %s in %s', (_, name, flavour, language) => {
  testOf(language)('compiles and synthesizes', async () => {
    const parent = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-init-'));
    try {
      const directory = path.join(parent, 'shop');
      writeFolder(directory, projectFiles({
        language: name as Language, flavor: 'cdktf', name: 'shop', version: '0.0.0', projectId: '00000000-0000-4000-8000-000000000000',
      }));
      const stacks: any = await stacksOf(directory, language, flavour);
      expect(Object.keys(stacks)).toEqual(['shop']);
      const { logfire_project: projects, logfire_write_token: tokens, logfire_alert: alerts } = stacks.shop.resource;
      expect(Object.values(projects)).toMatchObject([{ name: 'shop' }]);
      expect([tokens, alerts].map((resources) => Object.keys(resources).length)).toEqual([1, 1]);
    } finally {
      fs.rmSync(parent, { recursive: true, force: true });
    }
  });
});

test.each([CDKTF, CDKTN])('a new project has the names that $framework has in each language', (flavour) => {
  const { jsii: { targets } } = JSON.parse(fs.readFileSync(path.join(rootOf(flavour), 'node_modules', flavour.framework, 'package.json'), 'utf8'));
  expect(NAMES[flavour.framework as 'cdktf' | 'cdktn']).toMatchObject({
    pythonFramework: targets.python.module,
    javaFramework: targets.java.package,
    dotnetFramework: targets.dotnet.namespace,
    goFramework: `${targets.go.moduleName}/${flavour.framework}`,
  });
});

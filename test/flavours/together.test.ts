import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { CDKTF, CDKTN, Flavour } from '../../scripts/flavour/flavours';
import { rootOf } from '../../scripts/flavour/tree';
import { mustRun } from '../../scripts/run';

jest.setTimeout(60_000);

let folder: string;

/** How npm may install both: with one `constructs`, in a version that suits both frameworks, or with one for each. */
const LAYOUTS = ['shared', 'own'] as const;
type Layout = typeof LAYOUTS[number];

function folderOf(layout: Layout, flavour: Flavour): string {
  return layout === 'shared' ? path.join(folder, layout) : path.join(folder, layout, flavour.framework);
}

function link(modules: string, flavour: Flavour, name: string): void {
  fs.symlinkSync(fs.realpathSync(path.join(rootOf(flavour), 'node_modules', name)), path.join(modules, name), 'junction');
}

function install(layout: Layout, flavour: Flavour): void {
  const modules = path.join(folderOf(layout, flavour), 'node_modules');
  const library = path.join(modules, flavour.packageName);
  fs.mkdirSync(library, { recursive: true });
  for (const name of ['lib', '.jsii', 'package.json']) {
    fs.cpSync(path.join(rootOf(flavour), name), path.join(library, name), { recursive: true });
  }
  link(modules, flavour, flavour.framework);
  if (layout === 'own' || flavour === CDKTN) {
    link(modules, flavour, 'constructs');
  }
}

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-together-'));
  LAYOUTS.forEach((layout) => [CDKTF, CDKTN].forEach((flavour) => install(layout, flavour)));
});

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** What a program fails with; it has `ours`, `theirs` and a `stack` of our framework. */
async function messageOf(layout: Layout, ours: Flavour, theirs: Flavour, statements: string): Promise<string> {
  const load = (flavour: Flavour, name: string) => `createRequire(${JSON.stringify(path.join(folderOf(layout, flavour), 'program.js'))})('${name}')`;
  fs.writeFileSync(path.join(folder, 'program.js'), `
    const { createRequire } = require('node:module');
    const { App, TerraformStack } = ${load(ours, ours.framework)};
    const [ours, theirs] = [${load(ours, ours.packageName)}, ${load(theirs, theirs.packageName)}];
    class OwnStack extends TerraformStack {}
    const app = new App({ outdir: __dirname + '/out' });
    const stack = new OwnStack(app, 'app');
    try {
      ${statements}
      app.synth();
      console.log('nothing');
    } catch (error) {
      console.log(error.name + ': ' + error.message);
    }
  `);
  // Links that are not followed: each package finds the `constructs` beside it.
  return (await mustRun('node', ['--preserve-symlinks', '--preserve-symlinks-main', 'program.js'], { cwd: folder })).trim();
}

const PAIRS = [[CDKTF, CDKTN], [CDKTN, CDKTF]].map(([ours, theirs]) => [ours.packageName, theirs.packageName, ours, theirs] as const);

describe.each(LAYOUTS)('with %s constructs', (layout) => {
  test.each(PAIRS)('an app with %s works while %s is loaded', async (_ours, _theirs, ours, theirs) => {
    const statements = "new ours.LogfireProvider(stack, 'Logfire'); new ours.LogfireProject(stack, 'Shop').addWriteToken('Token'); theirs.LogfireProject;";
    expect(await messageOf(layout, ours, theirs, statements)).toBe('nothing');
  });

  test.each(PAIRS)('an app with %s rejects a construct of %s', async (_ours, _theirs, ours, theirs) => {
    const statements = "new ours.LogfireProvider(stack, 'Logfire'); new theirs.LogfireProject(stack, 'Shop');";
    expect(await messageOf(layout, ours, theirs, statements)).toMatch(new RegExp(`^LogfireError: app: the app must .* ${theirs.packageName}`));
  });

  test.each(PAIRS)('an app of the framework of %s rejects one of %s also alone', async (_ours, _theirs, ours, theirs) => {
    expect(await messageOf(layout, ours, theirs, "new theirs.LogfireProvider(stack, 'Logfire');"))
      .toBe(`LogfireError: app: the app must be one of ${theirs.framework} to use ${theirs.packageName}, got one of ${ours.framework}; use ${ours.packageName} in it [logfire:framework]`);
  });
});

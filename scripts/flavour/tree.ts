import * as fs from 'node:fs';
import * as path from 'node:path';
import { CDKTF, CDKTN, Flavour, MAVEN_GROUP } from './flavours';
import { rewriteMarkdown, rewriteReadme, rewriteTypeScript } from './rewrite';
import { compileLibrary } from '../compile/compile';
import { mustRun, ROOT } from '../run';

/** What the other flavour does not need: it is generated from the first one, tests what is generated or drawn, or runs the CLI of CDKTF. */
const LEFT_OUT = /^(\.ci|\.github|\.projen|\.projenrc\.ts|projenrc|flavours|package\.json|package-lock\.json|(docs|examples)\/(examples|python|java|csharp|go)|site|scripts\/(l1|demo|test)\.ts|test\/(browser|cli|compat|consumers|csharp|flavours|generated|languages|pictures|site)|tools\/(?!src\/stand-in\/).*)(\/|$)/;

/** Where the tree of a flavour is; that of CDKTF is the repository itself. */
export function rootOf(flavour: Flavour): string {
  return flavour === CDKTF ? ROOT : path.join(ROOT, 'build', flavour.framework);
}

/**
 * Writes and compiles the library for CDK Terrain, with its tests and examples, and returns the folder.
 *
 * A second run installs nothing again unless the locked versions have changed.
 */
export async function buildCdktn(): Promise<string> {
  const root = rootOf(CDKTN);
  await install(root);
  await writeTree(root, CDKTN);
  await compileLibrary(root);
  return root;
}

/** The framework in the versions of the lock; all other tools are those of the repository, which node finds further up. */
async function install(root: string): Promise<void> {
  const installed = path.join(ROOT, 'build', 'modules');
  const locked = path.join(ROOT, 'flavours', 'cdktn');
  const lock = fs.readFileSync(path.join(locked, 'package-lock.json'), 'utf8');
  const marker = path.join(installed, 'installed-lock.json');
  if (!fs.existsSync(marker) || fs.readFileSync(marker, 'utf8') !== lock) {
    fs.mkdirSync(installed, { recursive: true });
    for (const file of ['package.json', 'package-lock.json']) {
      fs.copyFileSync(path.join(locked, file), path.join(installed, file));
    }
    await mustRun('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: installed });
    fs.writeFileSync(marker, lock);
  }
  fs.mkdirSync(root, { recursive: true });
  const link = path.join(root, 'node_modules');
  if (fs.lstatSync(link, { throwIfNoEntry: false }) === undefined) {
    fs.symlinkSync(path.join('..', 'modules', 'node_modules'), link, 'junction');
  }
  // Lets examples import the library by its name. No link: tools that look for assemblies would walk in circles.
  const self = path.join(installed, 'node_modules', CDKTN.packageName);
  fs.rmSync(self, { recursive: true, force: true });
  fs.mkdirSync(self);
  const library = '../../../cdktn/lib/index';
  fs.writeFileSync(path.join(self, 'package.json'), JSON.stringify({ name: CDKTN.packageName, main: `${library}.js`, types: `${library}.d.ts` }));
}

async function writeTree(root: string, flavour: Flavour): Promise<void> {
  for (const entry of fs.readdirSync(root)) {
    if (entry !== 'node_modules') {
      fs.rmSync(path.join(root, entry), { recursive: true });
    }
  }
  const listed = await mustRun('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z']);
  const files = listed.split('\0').filter((file) => file !== '' && !LEFT_OUT.test(file) && fs.existsSync(path.join(ROOT, file)));
  for (const file of files) {
    const target = path.join(root, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    if (/\.ts(-fixture)?$/.test(file)) {
      fs.writeFileSync(target, rewriteTypeScript(fs.readFileSync(path.join(ROOT, file), 'utf8'), flavour));
    } else if (file === 'README.md') {
      fs.writeFileSync(target, rewriteReadme(fs.readFileSync(path.join(ROOT, file), 'utf8'), flavour));
    } else if (file.endsWith('.md')) {
      fs.writeFileSync(target, rewriteMarkdown(fs.readFileSync(path.join(ROOT, file), 'utf8'), flavour));
    } else {
      fs.copyFileSync(path.join(ROOT, file), target);
    }
  }
  const own = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const locked = JSON.parse(fs.readFileSync(path.join(ROOT, 'flavours', flavour.framework, 'package.json'), 'utf8'));
  fs.writeFileSync(path.join(root, 'package.json'), JSON.stringify(manifestFor(flavour, own, locked.dependencies), undefined, 2) + '\n');
}

/** The package of a flavour, from that of the repository. */
export function manifestFor(flavour: Flavour, own: Record<string, any>, devDependencies: Record<string, string>): Record<string, any> {
  const { scripts, devEngines, overrides, '//': comment, ...shared } = own;
  return {
    ...shared,
    name: flavour.packageName,
    description: own.description.replace(CDKTF.title, flavour.title),
    keywords: [...own.keywords, flavour.framework].sort(),
    peerDependencies: flavour.peers,
    devDependencies,
    jsii: { ...own.jsii, targets: targetsOf(flavour) },
  };
}

function targetsOf(flavour: Flavour): object {
  return {
    java: { package: flavour.javaPackage, maven: { groupId: MAVEN_GROUP, artifactId: flavour.packageName } },
    python: { distName: flavour.packageName, module: flavour.pythonModule },
    dotnet: { namespace: flavour.dotnetNamespace, packageId: flavour.dotnetNamespace },
    go: { moduleName: flavour.goModule, packageName: flavour.goPackage },
  };
}

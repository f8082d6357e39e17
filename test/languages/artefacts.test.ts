import * as fs from 'node:fs';
import * as path from 'node:path';
import { namesIn, namesInInner, READER } from './archives';
import { testOf } from './programs';
import { CDKTF, CDKTN, Flavour } from '../../scripts/flavour/flavours';
import { distOf, Target } from '../../scripts/package/packages';
import { ROOT } from '../../scripts/run';

jest.setTimeout(60_000);

/** What the packages of a flavour are expected to be made of; files that jsii generates for each type are patterns. */
interface Artefact {
  readonly name: string;
  readonly target: Target;
  /** Ends the name of the archive; without one, the folder of the target is looked at. */
  readonly archive?: string;
  readonly generated: RegExp;
  readonly others: readonly string[];
}

/** 0.0.0, but in a release. */
const VERSION: string = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')).version;

function artefactsOf({ packageName, pythonModule, javaPackage, goPackage, dotnetNamespace }: Flavour): readonly Artefact[] {
  const java = javaPackage.replaceAll('.', '/');
  const maven = `META-INF/maven/io.github.cdktflogfire/${packageName}`;
  const information = `${pythonModule}-${VERSION}.dist-info`;
  const sources = `${pythonModule}-${VERSION}/src`;
  const types = '[A-Z][A-Za-z0-9]*';
  const pythonModules = ['__init__.py', 'py.typed', '_jsii/__init__.py', `_jsii/${packageName}@${VERSION}.jsii.tgz`, 'l1/__init__.py'];
  return [
    {
      name: 'wheel',
      target: 'python',
      archive: '.whl',
      generated: /^$/,
      others: [
        ...pythonModules.map((file) => `${pythonModule}/${file}`),
        ...['LICENSE', 'METADATA', 'RECORD', 'WHEEL', 'top_level.txt'].map((file) => `${information}/${file}`),
      ],
    },
    {
      name: 'source distribution',
      target: 'python',
      archive: '.tar.gz',
      generated: /^$/,
      others: [
        ...['LICENSE', 'MANIFEST.in', 'PKG-INFO', 'README.md', 'pyproject.toml', 'setup.cfg', 'setup.py'].map((file) => `${pythonModule}-${VERSION}/${file}`),
        ...pythonModules.map((file) => `${sources}/${pythonModule}/${file}`),
        ...['PKG-INFO', 'SOURCES.txt', 'dependency_links.txt', 'requires.txt', 'top_level.txt'].map((file) => `${sources}/${pythonModule}.egg-info/${file}`),
      ],
    },
    {
      name: 'jar',
      target: 'java',
      archive: `${packageName}-${VERSION}.jar`,
      generated: new RegExp(`^${java}/(l1/)?(${types}(\\$[A-Za-z0-9$]+)?|package-info)\\.class$`),
      others: [
        'META-INF/INDEX.LIST', 'META-INF/MANIFEST.MF', `${maven}/pom.properties`, `${maven}/pom.xml`,
        `${java}/$Module.class`, `${java}/$Module.txt`, `${java}/${packageName}@${VERSION}.jsii.tgz`,
      ],
    },
    {
      name: 'jar of sources',
      target: 'java',
      archive: `${packageName}-${VERSION}-sources.jar`,
      generated: new RegExp(`^${java}/(l1/)?(${types}|package-info)\\.java$`),
      others: [
        'META-INF/MANIFEST.MF', `${maven}/pom.properties`, `${maven}/pom.xml`,
        `${java}/$Module.java`, `${java}/$Module.txt`, `${java}/${packageName}@${VERSION}.jsii.tgz`,
      ],
    },
    {
      name: 'Go module',
      target: 'go',
      generated: new RegExp(`^${goPackage}/(l1/)?${types}(__(no_)?checks)?\\.go$`),
      others: [
        'LICENSE', 'README.md', 'go.mod', 'internal/types.go', 'jsii/jsii.go', `jsii/${packageName}-${VERSION}.tgz`,
        'l1/internal/types.go', 'l1/main.go', 'main.go', 'version',
      ].map((file) => `${goPackage}/${file}`),
    },
    {
      name: 'project of the NuGet package',
      target: 'dotnet',
      generated: new RegExp(`^${dotnetNamespace}/${dotnetNamespace}/(L1/)?${types}\\.cs$`),
      others: ['AssemblyInfo.cs', 'LICENSE', `${dotnetNamespace}.csproj`, `${packageName}-${VERSION}.tgz`, `${dotnetNamespace}/Internal/DependencyResolution/Anchor.cs`]
        .map((file) => `${dotnetNamespace}/${file}`),
    },
  ];
}

const ROOMS = /^package\/lib\/[a-z0-9-]+(\/(lint|model|page|panels|rules))?\/[a-z0-9-]+\.(js|d\.ts)$/;

describe.each([CDKTF, CDKTN].map((flavour) => [flavour.packageName, flavour] as const))('%s', (packageName, flavour) => {
  const artefacts = artefactsOf(flavour);

  describe.each(artefacts.map((artefact) => [artefact.name, artefact] as const))('%s', (_, { target, archive, generated, others }) => {
    testOf(READER)('has what it needs and nothing else', async () => {
      const files = archive === undefined ? ownFilesIn(flavour, target) : await namesIn(find(flavour, target, archive));
      expect(files.filter((file) => !generated.test(file)).sort()).toEqual([...others].sort());
      expect(files.some((file) => /\.(test|spec)\.|\.map$|node_modules/.test(file))).toBe(false);
    });
  });

  testOf(READER)('the library in each of them is that of npm', async () => {
    const [npm] = fs.readdirSync(path.join(distOf(flavour), 'js'));
    const wanted = await namesIn(path.join(distOf(flavour), 'js', npm));
    expect(wanted.filter((file) => !ROOMS.test(file)).sort())
      .toEqual(['.jsii', '.jsii.tabl.json.gz', 'LICENSE', 'README.md', 'lib/index.d.ts', 'lib/index.js', 'package.json'].map((file) => `package/${file}`));
    const inner = [
      await namesInInner(find(flavour, 'python', '.whl'), `${flavour.pythonModule}/_jsii/${packageName}@${VERSION}.jsii.tgz`),
      await namesInInner(find(flavour, 'java', `${packageName}-${VERSION}.jar`), `${flavour.javaPackage.replaceAll('.', '/')}/${packageName}@${VERSION}.jsii.tgz`),
      await namesIn(path.join(distOf(flavour), 'go', flavour.goPackage, 'jsii', `${packageName}-${VERSION}.tgz`)),
      await namesIn(path.join(distOf(flavour), 'dotnet', flavour.dotnetNamespace, `${packageName}-${VERSION}.tgz`)),
    ];
    inner.forEach((files) => expect(files).toEqual(wanted));
  });
});

/** The archive of a flavour with the ending, wherever it is below the target's folder. */
function find(flavour: Flavour, target: Target, ending: string): string {
  const folder = path.join(distOf(flavour), target);
  const found = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(ending));
  expect(found).toHaveLength(1);
  return path.join(folder, found[0]);
}

/** Without the framework, which is packaged along for some targets. */
function ownFilesIn(flavour: Flavour, target: Target): string[] {
  const folder = path.join(distOf(flavour), target);
  const own = target === 'go' ? flavour.goPackage : flavour.dotnetNamespace;
  return fs.readdirSync(path.join(folder, own), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
}

import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { CDKTF, CDKTN, Flavour } from '../../scripts/flavour/flavours';
import { distOf, nugetOf, Target } from '../../scripts/package/packages';
import { collectForRelease } from '../../scripts/package/release';
import { ROOT } from '../../scripts/run';

const { version } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

let dist: string;
beforeEach(() => {
  dist = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-release-'));
});
afterEach(() => {
  fs.rmSync(dist, { recursive: true });
});

const files = (folder: string) => fs.readdirSync(path.join(dist, folder), { recursive: true, encoding: 'utf8' });
const packedFor = (flavour: Flavour, ...names: string[]) => path.join(dist, flavour.framework, ...names);

/** The packages that were built, with those of a framework that are packaged along. */
function copyPacked(target: Target): void {
  for (const flavour of [CDKTF, CDKTN]) {
    if (target !== 'dotnet') {
      fs.cpSync(path.join(distOf(flavour), target), packedFor(flavour, target), { recursive: true });
    } else if (fs.existsSync(nugetOf(flavour))) {
      fs.cpSync(nugetOf(flavour), packedFor(flavour, 'nuget'), { recursive: true });
    } else {
      // Without a .NET SDK there are no packages: their names are enough to tell ours from a framework's.
      fs.mkdirSync(packedFor(flavour, 'nuget'), { recursive: true });
      [flavour.dotnetNamespace, 'HashiCorp.Cdktf', 'Constructs'].flatMap((name) => [`${name}.${version}.nupkg`, `${name}.${version}.snupkg`])
        .forEach((file) => fs.writeFileSync(packedFor(flavour, 'nuget', file), 'a package'));
    }
  }
}

/** The archive of the tool, which is packed for a release alone: its name is enough. */
function writeTool(): void {
  fs.mkdirSync(packedFor(CDKTF, 'tools'), { recursive: true });
  fs.writeFileSync(packedFor(CDKTF, 'tools', `cdktf-logfire-tools-${version}.tgz`), 'a package');
}

/** What publib would upload, where it looks for it. */
describe('a release has the packages of both flavours, and none of a framework', () => {
  test('npm', () => {
    copyPacked('js');
    writeTool();
    collectForRelease('js', dist);
    expect(files('js').sort()).toEqual([`cdktf-logfire-tools-${version}.tgz`, ...['cdktf', 'cdktn'].map((framework) => `${framework}-logfire@${version}.jsii.tgz`)]);
  });

  test('PyPI', () => {
    copyPacked('python');
    collectForRelease('python', dist);
    expect(files('python').sort()).toEqual(['cdktf', 'cdktn'].flatMap((framework) => [
      `${framework}_logfire-${version}-py3-none-any.whl`, `${framework}_logfire-${version}.tar.gz`,
    ]));
  });

  test('Maven Central', () => {
    copyPacked('java');
    collectForRelease('java', dist);
    expect(files('java').filter((file) => file.endsWith('.pom')).sort()).toEqual(['cdktf', 'cdktn'].map((framework) => (
      `io/github/cdktflogfire/${framework}-logfire/${version}/${framework}-logfire-${version}.pom`
    )));
  });

  test('Go', () => {
    copyPacked('go');
    collectForRelease('go', dist);
    expect(fs.readdirSync(path.join(dist, 'go'))).toEqual(['cdktflogfire']);
    expect(fs.readdirSync(path.join(dist, 'go-cdktn'))).toEqual(['cdktnlogfire']);
    expect(fs.readFileSync(path.join(dist, 'go-cdktn', 'cdktnlogfire', 'go.mod'), 'utf8')).toMatch(/^module github\.com\/cdktf-logfire\/cdktn-logfire-go\/cdktnlogfire$/m);
  });

  test('NuGet', () => {
    copyPacked('dotnet');
    collectForRelease('dotnet', dist);
    expect(files('dotnet').sort()).toEqual(['CdktfLogfire', 'CdktnLogfire'].flatMap((name) => [`${name}.${version}.nupkg`, `${name}.${version}.snupkg`]));
  });
});

const MAVEN = ['java', 'io', 'github', 'cdktflogfire', 'cdktn-logfire', version];

describe('a release is refused when a registry would miss something or get something else', () => {
  test.each<[Target, string, string[], string]>([
    ['js', 'archive', ['js', `cdktn-logfire@${version}.jsii.tgz`], `js: cdktn-logfire@${version}.jsii.tgz is missing`],
    ['python', 'source distribution', ['python', `cdktn_logfire-${version}.tar.gz`], `python: cdktn_logfire-${version}.tar.gz is missing`],
    ['java', 'documentation', [...MAVEN, `cdktn-logfire-${version}-javadoc.jar`], `${MAVEN.join('/')}/cdktn-logfire-${version}-javadoc.jar is missing`.replace('/', ': ')],
    ['go', 'license', ['go', 'cdktnlogfire', 'LICENSE'], 'go-cdktn: cdktnlogfire/LICENSE is missing'],
    ['dotnet', 'symbols', ['nuget', `CdktnLogfire.${version}.snupkg`], `dotnet: CdktnLogfire.${version}.snupkg is missing`],
  ])('%s: the %s is missing', (target, _, file, problem) => {
    copyPacked(target);
    writeTool();
    fs.rmSync(packedFor(CDKTN, ...file));
    expect(() => collectForRelease(target, dist)).toThrow(`nothing can be released from ${problem}`);
    fs.rmSync(packedFor(CDKTN), { recursive: true });
    expect(() => collectForRelease(target, dist)).toThrow(problem.split(': ')[1]);
  });

  test.each<[Target, string, string[], string]>([
    ['js', 'a package of another version', ['js', 'cdktn-logfire@0.0.1-old.jsii.tgz'], 'js: cdktn-logfire@0.0.1-old.jsii.tgz is not part of the release'],
    ['python', 'a package of the framework', ['python', 'cdktn-0.24.0-py3-none-any.whl'], 'python: cdktn-0.24.0-py3-none-any.whl is not part of the release'],
    ['java', 'another artefact of the group', ['java', 'io', 'github', 'cdktflogfire', 'other', '1.0', 'other-1.0.pom'], 'java: io/github/cdktflogfire/other/1.0/other-1.0.pom is not part of the release'],
    ['go', 'a file that is not Go', ['go', 'cdktnlogfire', 'jsii', 'cdktn-0.24.0.tgz'], 'go-cdktn: cdktnlogfire/jsii/cdktn-0.24.0.tgz is not part of the release'],
    ['dotnet', 'a package of another version', ['nuget', 'CdktnLogfire.0.0.1-old.nupkg'], 'dotnet: CdktnLogfire.0.0.1-old.nupkg is not part of the release'],
  ])('%s: there is %s', (target, _, file, problem) => {
    copyPacked(target);
    writeTool();
    fs.mkdirSync(path.dirname(packedFor(CDKTN, ...file)), { recursive: true });
    fs.writeFileSync(packedFor(CDKTN, ...file), 'a package');
    expect(() => collectForRelease(target, dist)).toThrow(`nothing can be released from ${problem}`);
  });

  test('the tool is missing', () => {
    copyPacked('js');
    expect(() => collectForRelease('js', dist)).toThrow(`nothing can be released from js: cdktf-logfire-tools-${version}.tgz is missing`);
  });

  test('a package is empty', () => {
    copyPacked('js');
    writeTool();
    fs.writeFileSync(packedFor(CDKTF, 'js', `cdktf-logfire@${version}.jsii.tgz`), '');
    expect(() => collectForRelease('js', dist)).toThrow(`nothing can be released from js: cdktf-logfire@${version}.jsii.tgz is empty`);
  });
});

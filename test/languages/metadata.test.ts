import * as fs from 'node:fs';
import * as path from 'node:path';
import { READER, textIn } from './archives';
import { testOf } from './programs';
import { CDKTF, CDKTN } from '../../scripts/flavour/flavours';
import { distOf } from '../../scripts/package/packages';
import { ROOT } from '../../scripts/run';

const { version, keywords, author, license, repository, homepage } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

/** What a registry shows of a package, as its own format has it. */
describe.each([CDKTF, CDKTN].map((flavour) => [flavour.packageName, flavour] as const))('the metadata of %s', (packageName, flavour) => {
  const description = `${flavour.title} constructs for Pydantic Logfire`;

  testOf(READER)('on npm', async () => {
    const [tarball] = fs.readdirSync(path.join(distOf(flavour), 'js'));
    const manifest = JSON.parse(await textIn(path.join(distOf(flavour), 'js', tarball), 'package/package.json'));
    expect(manifest).toMatchObject({ name: packageName, version, license: 'Apache-2.0', stability: 'experimental', author, repository, homepage });
    expect(manifest.description).toContain(description);
    expect(manifest.keywords).toEqual(expect.arrayContaining([...keywords, flavour.framework]));
    expect(manifest.publishConfig).toEqual({ access: 'public' });
    expect(manifest.peerDependencies).toEqual(flavour.peers);
    expect(Object.keys(manifest.dependencies ?? {})).toEqual([]);
  });

  testOf(READER)('on PyPI', async () => {
    const wheel = fs.readdirSync(path.join(distOf(flavour), 'python')).find((file) => file.endsWith('.whl'))!;
    const metadata = await textIn(path.join(distOf(flavour), 'python', wheel), `${flavour.pythonModule}-${version}.dist-info/METADATA`);
    expect(metadata).toContain(`Name: ${packageName}\n`);
    expect(metadata).toContain(`Summary: ${description}`);
    expect(metadata).toContain(`License: ${license}\n`);
    expect(metadata).toContain(`Home-page: ${homepage}\n`);
    expect(metadata).toContain(`Project-URL: Source, ${repository.url}\n`);
    expect(metadata).toContain(`Author: ${author.name}`);
    expect(metadata).toContain('Development Status :: 4 - Beta');
    expect(metadata).toContain('Typing :: Typed');
    expect(metadata).toContain(`\n# ${packageName}\n`);
    expect(metadata).toContain('```python\n');
  });

  test('on Maven Central', () => {
    const pom = fs.readFileSync(path.join(distOf(flavour), 'java', 'io', 'github', 'cdktflogfire', packageName, version, `${packageName}-${version}.pom`), 'utf8');
    for (const wanted of [description, '<name>Apache License 2.0</name>', `<url>${homepage}</url>`, `<url>${repository.url}</url>`, `<organization>${author.name}</organization>`]) {
      expect(pom).toContain(wanted);
    }
  });

  test('on NuGet', () => {
    const project = fs.readFileSync(path.join(distOf(flavour), 'dotnet', flavour.dotnetNamespace, `${flavour.dotnetNamespace}.csproj`), 'utf8');
    for (const wanted of [
      description, '<PackageLicenseExpression>Apache-2.0<', `<PackageId>${flavour.dotnetNamespace}<`, `<RepositoryUrl>${repository.url}<`,
      `<ProjectUrl>${homepage}<`, `<Authors>${author.name}<`, 'observability;', '(Stability: Experimental)',
    ]) {
      expect(project).toContain(wanted);
    }
  });

  test('of the Go module', () => {
    const folder = path.join(distOf(flavour), 'go', flavour.goPackage);
    expect(fs.readFileSync(path.join(folder, 'go.mod'), 'utf8')).toContain(`module ${flavour.goModule}/${flavour.goPackage}\n`);
    expect(fs.readFileSync(path.join(folder, 'LICENSE'), 'utf8')).toContain('Apache License');
    expect(fs.readFileSync(path.join(folder, 'version'), 'utf8').trim()).toBe(version);
    expect(fs.readFileSync(path.join(folder, 'README.md'), 'utf8')).toContain(`# ${packageName}\n`);
  });
});

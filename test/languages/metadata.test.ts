import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { namesIn, READER, textIn } from './archives';
import { LANGUAGES, testOf } from './programs';
import { CDKTF, CDKTN, MAVEN_GROUP } from '../../scripts/flavour/flavours';
import { markdownProblems } from '../../scripts/hub/links';
import { distOf } from '../../scripts/package/packages';
import { mustRun, ROOT } from '../../scripts/run';

jest.setTimeout(300_000);

const { version, keywords, author, license, repository, homepage, bugs, engines } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
const GO = LANGUAGES.find(({ name }) => name === 'go')!;

/** What is wrong with the links of a README on a registry's page. */
const linkProblems = (readme: string) => markdownProblems(readme, repository.url.replace(/\.git$/, ''), (file) => fs.existsSync(path.join(ROOT, file)));

/** What a registry shows of a package, as the archive that is published has it. */
describe.each([CDKTF, CDKTN].map((flavour) => [flavour.packageName, flavour] as const))('the metadata of %s', (packageName, flavour) => {
  const description = `${flavour.title} constructs for Pydantic Logfire`;

  testOf(READER)('on npm', async () => {
    const [tarball] = fs.readdirSync(path.join(distOf(flavour), 'js')).map((file) => path.join(distOf(flavour), 'js', file));
    const manifest = JSON.parse(await textIn(tarball, 'package/package.json'));
    expect(manifest).toMatchObject({ name: packageName, version, license: 'Apache-2.0', author, repository, homepage, bugs, engines });
    expect(manifest.description).toContain(description);
    expect(manifest.keywords).toEqual(expect.arrayContaining([...keywords, flavour.framework]));
    expect(manifest.publishConfig).toEqual({ access: 'public' });
    expect(manifest.peerDependencies).toEqual(flavour.peers);
    expect(Object.keys(manifest.dependencies ?? {})).toEqual([]);
    expect(await namesIn(tarball)).toEqual(expect.arrayContaining([manifest.main, manifest.types, 'LICENSE'].map((file) => `package/${file}`)));
    const readme = await textIn(tarball, 'package/README.md');
    expect(readme).toMatch(new RegExp(`^# ${packageName}\n`));
    expect(linkProblems(readme)).toEqual([]);
  });

  testOf(READER)('on PyPI', async () => {
    const folder = path.join(distOf(flavour), 'python');
    const archive = (ending: string) => path.join(folder, fs.readdirSync(folder).find((file) => file.endsWith(ending))!);
    const metadata = await textIn(archive('.whl'), `${flavour.pythonModule}-${version}.dist-info/METADATA`);
    const [headers, readme] = metadata.split(/\n\n([\s\S]*)/);
    for (const wanted of [
      `Name: ${packageName}`, `Version: ${version}`, `License: ${license}`, `Home-page: ${homepage}`, `Project-URL: Source, ${repository.url}`,
      'Description-Content-Type: text/markdown', 'License-File: LICENSE', 'Classifier: Intended Audience :: Developers',
      'Classifier: Programming Language :: Python :: 3.11', 'Classifier: Typing :: Typed',
      'Classifier: License :: OSI Approved',
    ]) {
      expect(headers.split('\n')).toContain(wanted);
    }
    expect(headers).toContain(`\nSummary: ${description}`);
    expect(headers).toContain(`\nAuthor: ${author.name}`);
    expect(headers).toMatch(/^Requires-Python: >=3\.\d+$/m);
    expect(headers).toMatch(new RegExp(`^Requires-Dist: ${flavour.framework}\\s?[<>=]`, 'm'));
    expect(readme).toMatch(new RegExp(`^# ${packageName}\n`));
    expect(readme).toContain('```python\n');
    expect(readme).not.toMatch(/^```ts/m);
    expect(linkProblems(readme)).toEqual([]);
    // The page is that of whichever archive is uploaded first.
    const source = await textIn(archive('.tar.gz'), `${flavour.pythonModule}-${version}/PKG-INFO`);
    const withoutBlanks = (text: string) => text.trim().replace(/^(Requires-Dist: \S+) (?=[<>])/gm, '$1');
    expect(withoutBlanks(source)).toBe(withoutBlanks(metadata));
  });

  testOf(READER)('on PyPI, which checks it', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-twine-'));
    try {
      await mustRun('python3', ['-m', 'venv', folder]);
      const python = path.join(folder, 'bin', 'python');
      await mustRun(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', 'twine==7.0.0', 'trove-classifiers']);
      const packed = path.join(distOf(flavour), 'python');
      const archives = fs.readdirSync(packed);
      const output = await mustRun(python, ['-m', 'twine', '--no-color', 'check', '--strict', ...archives.map((file) => path.join(packed, file))]);
      expect(output.match(/: PASSED$/gm)).toHaveLength(2);
      const wheel = path.join(packed, archives.find((file) => file.endsWith('.whl'))!);
      const classifiers = (await textIn(wheel, `${flavour.pythonModule}-${version}.dist-info/METADATA`)).match(/(?<=^Classifier: ).*$/gm)!;
      const known = (await mustRun(python, ['-c', 'import trove_classifiers; print(*sorted(trove_classifiers.classifiers), sep="\\n")'])).split('\n');
      expect(classifiers.filter((classifier) => !known.includes(classifier))).toEqual([]);
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  });

  testOf(READER)('on Maven Central, which wants all of it', async () => {
    const released = path.join(distOf(flavour), 'java', ...MAVEN_GROUP.split('.'), packageName, version, `${packageName}-${version}`);
    const text = fs.readFileSync(`${released}.pom`, 'utf8');
    const { project } = new XMLParser({ parseTagValue: false, processEntities: true }).parse(text);
    expect(project).toMatchObject({
      groupId: MAVEN_GROUP,
      artifactId: packageName,
      version,
      packaging: 'jar',
      name: expect.stringMatching(/./),
      description: expect.stringContaining(description),
      url: homepage,
      licenses: { license: { name: 'Apache License 2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' } },
      developers: { developer: { organization: author.name, email: author.email } },
      scm: { connection: `scm:git:${repository.url}`, url: repository.url },
    });
    expect((await textIn(`${released}.jar`, `META-INF/maven/${MAVEN_GROUP}/${packageName}/pom.xml`)).trim()).toBe(text.trim());
    const java = flavour.javaPackage.replaceAll('.', '/');
    expect(await namesIn(`${released}-sources.jar`)).toContain(`${java}/LogfireProject.java`);
    expect(await namesIn(`${released}-javadoc.jar`)).toEqual(expect.arrayContaining(['index.html', `${java}/LogfireProject.html`]));
  });

  testOf(GO)('on pkg.go.dev', async () => {
    const folder = path.join(distOf(flavour), 'go', flavour.goPackage);
    expect(fs.readFileSync(path.join(folder, 'go.mod'), 'utf8')).toContain(`module ${flavour.goModule}/${flavour.goPackage}\n`);
    expect(fs.readFileSync(path.join(folder, 'version'), 'utf8').trim()).toBe(version);
    const pkgsite = { cwd: path.join(__dirname, 'pkgsite') };
    // What Go says while it downloads would come before the answer.
    await mustRun('go', ['mod', 'download'], pkgsite);
    const shown = JSON.parse(await mustRun('go', ['run', '.', folder], pkgsite));
    expect(shown.licenses).toEqual(['Apache-2.0']);
    expect(shown.comments).toEqual({ [flavour.goPackage]: expect.stringContaining(description) });
    const readme = fs.readFileSync(path.join(folder, 'README.md'), 'utf8');
    expect(readme).toMatch(new RegExp(`^# ${packageName}\n`));
    expect(readme).toContain('```go\n');
    expect(linkProblems(readme)).toEqual([]);
  });
});

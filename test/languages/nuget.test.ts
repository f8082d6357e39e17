import * as fs from 'node:fs';
import * as path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { namesIn, READER, textIn } from './archives';
import { testOf } from './programs';
import { CDKTF, CDKTN } from '../../scripts/flavour/flavours';
import { markdownProblems } from '../../scripts/hub/links';
import { readmeOf, writeNugetProps } from '../../scripts/package/nuget';
import { distOf, nugetOf } from '../../scripts/package/packages';
import { ROOT } from '../../scripts/run';

const { version, keywords, author, repository, homepage } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

const parseXml = (text: string) => new XMLParser({ parseTagValue: false, ignoreAttributes: false, attributeNamePrefix: '' }).parse(text);

/** What NuGet shows of a package. */
describe.each([CDKTF, CDKTN].map((flavour) => [flavour.packageName, flavour] as const))('the page of %s on NuGet', (packageName, flavour) => {
  const { dotnetNamespace } = flavour;
  const description = `${flavour.title} constructs for Pydantic Logfire`;
  const packed = path.join(nugetOf(flavour), `${dotnetNamespace}.${version}.nupkg`);

  test('has a README about this flavour in C#, without what NuGet cannot show', () => {
    const readme = readmeOf(flavour);
    expect(readme).toMatch(new RegExp(`^# ${packageName} in C#\n`));
    expect(readme).toContain(`using ${dotnetNamespace};\n`);
    expect(readme).toContain(`dotnet add package ${dotnetNamespace}\n`);
    expect(readme).not.toMatch(new RegExp(`\\b${[CDKTF, CDKTN].find((other) => other !== flavour)!.dotnetNamespace}\\b`));
    expect(readme).not.toMatch(/<!--|^```ts/m);
    expect(markdownProblems(readme, repository.url.replace(/\.git$/, ''), (file) => fs.existsSync(path.join(ROOT, file)))).toEqual([]);
  });

  if (fs.existsSync(packed)) {
    testOf(READER)('has all that the package says', async () => {
      const { package: { metadata } } = parseXml(await textIn(packed, `${dotnetNamespace}.nuspec`));
      expect(metadata).toMatchObject({
        id: dotnetNamespace,
        version,
        authors: author.name,
        description: expect.stringContaining(description),
        license: { '#text': 'Apache-2.0', 'type': 'expression' },
        projectUrl: homepage,
        readme: 'README.md',
        repository: { type: 'git', url: repository.url },
      });
      expect(metadata.tags.split(' ')).toEqual(expect.arrayContaining([...keywords, flavour.framework]));
      expect(await namesIn(packed)).toEqual(expect.arrayContaining(['README.md', `lib/net6.0/${dotnetNamespace}.dll`, `lib/net6.0/${dotnetNamespace}.xml`]));
      expect((await textIn(packed, 'README.md')).trim()).toBe(readmeOf(flavour).trim());
    });
  } else {
    // Without a .NET SDK there is no package yet, only what it will be made of.
    test('has all that the project and the properties beside it say', () => {
      const project = parseXml(fs.readFileSync(path.join(distOf(flavour), 'dotnet', dotnetNamespace, `${dotnetNamespace}.csproj`), 'utf8')).Project;
      const [identity] = project.PropertyGroup;
      expect(identity).toMatchObject({
        PackageId: dotnetNamespace,
        PackageVersion: version,
        Authors: author.name,
        Description: expect.stringContaining(description),
        PackageLicenseExpression: 'Apache-2.0',
        RepositoryUrl: repository.url,
        RepositoryType: 'git',
      });
      expect(identity.PackageTags.split(';')).toEqual(expect.arrayContaining([...keywords, flavour.framework]));
      const file = writeNugetProps(flavour);
      const { Project: { PropertyGroup, ItemGroup } } = parseXml(fs.readFileSync(file, 'utf8'));
      expect(PropertyGroup).toMatchObject({ PackageReadmeFile: 'README.md', PackageProjectUrl: homepage });
      expect(ItemGroup.None).toMatchObject({ Include: '$(MSBuildThisFileDirectory)README.md', Pack: 'true', PackagePath: '\\' });
      expect(fs.readFileSync(path.join(path.dirname(file), 'README.md'), 'utf8')).toBe(readmeOf(flavour));
    });
  }

  test('is no page of a framework, which is packaged along', () => {
    const { Project: { PropertyGroup, ItemGroup } } = parseXml(fs.readFileSync(writeNugetProps(flavour), 'utf8'));
    const projects = fs.readdirSync(path.join(distOf(flavour), 'dotnet'));
    expect(projects.length).toBe(3);
    for (const { Condition } of [PropertyGroup, ItemGroup]) {
      const [, only] = /^'\$\(MSBuildProjectName\)' == '([A-Za-z]+)'$/.exec(Condition)!;
      expect(projects.filter((name) => name === only)).toEqual([dotnetNamespace]);
    }
  });
});

import * as fs from 'node:fs';
import * as path from 'node:path';
import { CDKTF, Flavour } from '../flavour/flavours';
import { rewriteProgram } from '../flavour/program';
import { rewriteReadme } from '../flavour/rewrite';
import { ROOT } from '../run';

/** What has names of C#: blocks of code, and namespaces in the text. */
const CODE = new RegExp(`^\`\`\`[\\s\\S]*?^\`\`\`|\`(?:${CDKTF.dotnetNamespace}|HashiCorp\\.Cdktf)\``, 'gm');

/** The README that the package's page on NuGet shows. */
export function readmeOf(flavour: Flavour): string {
  const guide = fs.readFileSync(path.join(ROOT, 'docs', 'csharp', 'README.md'), 'utf8');
  // NuGet shows comments as text.
  const shown = guide.replace(/^<!--.*-->\n/, '');
  return rewriteReadme(shown.replace(CODE, (code) => rewriteProgram(code, flavour)), flavour);
}

/**
 * Writes what the C# project that jsii generates does not say about the package, its README and its project page, and returns the
 * file. MSBuild reads it when the environment variable `CustomAfterMicrosoftCommonProps` names it.
 */
export function writeNugetProps(flavour: Flavour): string {
  const directory = path.join(ROOT, 'build', 'nuget', flavour.framework);
  fs.mkdirSync(directory, { recursive: true });
  fs.writeFileSync(path.join(directory, 'README.md'), readmeOf(flavour));
  const { homepage } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  // A framework's projects, which are packaged along, read the file as well.
  const condition = `'$(MSBuildProjectName)' == '${flavour.dotnetNamespace}'`;
  const file = path.join(directory, 'Package.props');
  fs.writeFileSync(file, `<Project>
  <PropertyGroup Condition="${condition}">
    <PackageReadmeFile>README.md</PackageReadmeFile>
    <PackageProjectUrl>${homepage}</PackageProjectUrl>
  </PropertyGroup>
  <ItemGroup Condition="${condition}">
    <None Include="$(MSBuildThisFileDirectory)README.md" Pack="true" PackagePath="\\" Visible="false" />
  </ItemGroup>
</Project>
`);
  return file;
}

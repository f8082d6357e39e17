import * as fs from 'node:fs';
import * as path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { parse } from 'yaml';
import { mustRun, ROOT } from '../../scripts/run';

interface Step { readonly uses?: string; readonly with?: { readonly [input: string]: unknown } }

/** All files of the repository, also those that are not committed yet. */
async function filesLike(pattern: RegExp): Promise<string[]> {
  const listed = await mustRun('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z']);
  return listed.split('\0').filter((file) => pattern.test(file) && fs.existsSync(path.join(ROOT, file)));
}

const read = (file: string) => fs.readFileSync(path.join(ROOT, file), 'utf8');

test('each C# project runs on the .NET that is installed, and builds without a warning when its own is out of support', async () => {
  const projects = await filesLike(/\.csproj$/);
  expect(projects).toEqual(expect.arrayContaining(['docs/examples/csharp/Guides.csproj', 'examples/csharp/quickstart/Quickstart.csproj', 'test/languages/csharp/Everything.csproj']));
  for (const file of projects) {
    const { Project } = new XMLParser({ parseTagValue: false }).parse(read(file));
    expect({ file, ...Project.PropertyGroup }).toMatchObject({ file, TargetFramework: 'net8.0', RollForward: 'Major', CheckEolTargetFramework: 'false' });
  }
});

test('each workflow installs the .NET SDK that is supported, and no other', async () => {
  const workflows = await filesLike(/^\.github\/workflows\/.*\.ya?ml$/);
  const installed = workflows.flatMap((file) => (
    Object.entries<{ readonly steps?: readonly Step[] }>(parse(read(file)).jobs).flatMap(([job, { steps = [] }]) => (
      steps.filter(({ uses }) => uses?.startsWith('actions/setup-dotnet@')).map((step) => [`${path.basename(file)} ${job}`, step.with?.['dotnet-version']] as const)
    ))
  ));
  const expected = ['build.yml build', 'release.yml release', 'release.yml release_nuget'];
  expect(installed.map(([where]) => where)).toEqual(expect.arrayContaining(expected));
  expect(installed.filter(([, version]) => version !== '10.x')).toEqual([]);
});

import * as fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CDKTF, Flavour, MAVEN_GROUP } from '../flavour/flavours';
import { TOOL } from '../package/tool';
import { run } from '../run';

/** A registry that the library is published on. */
export interface Registry {
  readonly name: string;
  /** @throws when the registry does not say */
  readonly has: (flavour: Flavour, version: string) => Promise<boolean>;
}

/** The public registries, or those that the environment names in their place, as for the tools that publish. npm and git have settings of their own. */
export function publicRegistries(env: NodeJS.ProcessEnv): readonly Registry[] {
  const pypi = env.PIP_INDEX_URL ?? 'https://pypi.org/simple';
  const maven = env.MAVEN_REPOSITORY_URL ?? 'https://repo1.maven.org/maven2';
  const nuget = env.NUGET_PACKAGES_URL ?? 'https://api.nuget.org/v3-flatcontainer';
  return [
    {
      name: 'npm',
      has: async (flavour, version) => {
        const names = [flavour.packageName, ...flavour === CDKTF ? [TOOL] : []];
        return (await Promise.all(names.map((name) => hasOnNpm(name, version)))).includes(true);
      },
    },
    {
      name: 'PyPI',
      has: async ({ packageName, pythonModule }, version) => (await textAt(`${slashed(pypi)}${packageName}/`))?.includes(`${pythonModule}-${version}-`) ?? false,
    },
    {
      name: 'Maven Central',
      has: async ({ packageName }, version) => (
        await textAt(`${slashed(maven)}${MAVEN_GROUP.replaceAll('.', '/')}/${packageName}/${version}/${packageName}-${version}.pom`) !== undefined
      ),
    },
    {
      name: 'NuGet',
      has: async ({ dotnetNamespace }, version) => {
        const id = dotnetNamespace.toLowerCase();
        return await textAt(`${slashed(nuget)}${id}/${version}/${id}.nuspec`) !== undefined;
      },
    },
    { name: 'Go', has: hasGoModule },
  ];
}

async function hasOnNpm(packageName: string, version: string): Promise<boolean> {
  const { exitCode, output } = await run('npm', ['view', `${packageName}@${version}`, 'version', '--json', '--loglevel=error']);
  if (exitCode !== 0 && !/\bE404\b/.test(output)) {
    throw new Error(`npm does not say whether it has ${packageName}@${version}:\n${output}`);
  }
  // A version that is not there, of a package that is, gives nothing.
  return exitCode === 0 && output.includes(version);
}

/** A Go module is published by the tag of its repository. */
async function hasGoModule({ goModule, goPackage }: Flavour, version: string): Promise<boolean> {
  const { exitCode, output } = await run('git', ['ls-remote', '--tags', `https://${goModule}`, `${goPackage}/v${version}`], { env: { GIT_TERMINAL_PROMPT: '0' } });
  if (exitCode !== 0) {
    throw new Error(`git does not say whether ${goModule} has the tag ${goPackage}/v${version}:\n${output}`);
  }
  return output.trim() !== '';
}

/** What is at an address; undefined when the server says that there is nothing, or sends elsewhere. */
async function textAt(url: string): Promise<string | undefined> {
  if (url.startsWith('file:')) {
    const file = fileURLToPath(url);
    return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
  }
  const response = await fetch(url, { redirect: 'manual' }).catch((error: Error) => {
    throw new Error(`${url} does not answer: ${error.cause ?? error.message}`);
  });
  if (response.status === 404 || (response.status >= 300 && response.status < 400)) {
    return undefined;
  }
  if (!response.ok) {
    throw new Error(`${url} answers ${response.status} ${response.statusText}`);
  }
  return response.text();
}

function slashed(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}

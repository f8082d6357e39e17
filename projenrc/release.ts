import { cdktf, JsonPatch } from 'projen';
import { JobStep } from 'projen/lib/github/workflows-model';
import { ReleasableCommits } from 'projen/lib/version';
import { DOTNET_VERSION, GO_VERSION, NPM_VERSION, PUBLIB_VERSION, PYTHON_VERSION } from './pinned';

/** What all languages need to be packaged and tested. */
export const TOOLCHAINS: readonly JobStep[] = [
  { name: 'Install Terraform', uses: 'hashicorp/setup-terraform@v3', with: { terraform_version: '1.11.4', terraform_wrapper: false } },
  { name: 'Install Java', uses: 'actions/setup-java@v6.0.0', with: { 'distribution': 'temurin', 'java-version': '17' } },
  { name: 'Install Python', uses: 'actions/setup-python@v7.0.0', with: { 'python-version': '3.11' } },
  { name: 'Install Go', uses: 'actions/setup-go@v7.0.0', with: { 'go-version': GO_VERSION, 'cache': false } },
  { name: 'Install .NET', uses: 'actions/setup-dotnet@v6.0.0', with: { 'dotnet-version': DOTNET_VERSION, 'cache': false } },
];

/**
 * Which commits make a release, and of which version: features, fixes, and what breaks users in any other commit. Before 1.0.0 a break
 * raises the minor version, and all else the patch version, which is what `^0.1.0` means to package managers.
 */
export const VERSIONS = {
  releasableCommits: ReleasableCommits.exec(
    'git log --no-merges --oneline -E --grep "^(feat|fix)(\\([^()]+\\))?!?: " --grep "^[a-z]+(\\([^()]+\\))?!: " --grep "^BREAKING[ -]CHANGE: " $LATEST_TAG..HEAD',
  ),
  // Without a tag it would be 0.0.0, the version of every build that is no release.
  nextVersionCommand: 'node -e "if (!process.env.LATEST_TAG) process.stdout.write(\'0.1.0\')"',
};

const PYTHON: JobStep = { name: 'Install Python', uses: 'actions/setup-python@v7.0.0', with: { 'python-version': PYTHON_VERSION } };
const PYTHON_TOOLS: JobStep = {
  name: 'Install the locked tools of Python',
  // publib asks for the newest versions, and finds these alone.
  run: ['python3 -m pip install --user --quiet --require-hashes -r dist/publishing/python.txt', 'echo "PIP_NO_INDEX=1" >> "$GITHUB_ENV"'].join('\n'),
};

const PUBLIB: JobStep = { name: 'Install the locked publib', run: 'cp dist/publishing/package*.json . && npm ci --ignore-scripts' };

/** publib names plugins of Maven without a version, which a project in its folder then decides. */
const MAVEN_PLUGINS: JobStep = { name: 'Choose the versions of Maven plugins', run: 'cp dist/publishing/pom.xml dist/java/pom.xml' };

/** Publishing takes what the release job has packed and tested, and the locks of the tools, so it needs no sources. */
export const FROM_THE_BUILD = { prePublishSteps: [PUBLIB] };
export const FOR_MAVEN = { prePublishSteps: [PUBLIB, MAVEN_PLUGINS] };
export const FOR_PYPI = { prePublishSteps: [PUBLIB, PYTHON_TOOLS] };
export const FOR_NUGET = { prePublishSteps: [PUBLIB, PYTHON, PYTHON_TOOLS] };

/** publib takes Go modules of one repository at a time, and each flavour has its own. */
export const GO_MODULES = {
  ...FROM_THE_BUILD,
  postPublishSteps: [{
    name: 'Release the module for CDK Terrain',
    run: `npx -p publib@${PUBLIB_VERSION} publib-golang dist/go-cdktn`,
    env: {
      GIT_USER_NAME: 'github-actions[bot]',
      GIT_USER_EMAIL: '41898282+github-actions[bot]@users.noreply.github.com',
      GITHUB_TOKEN: '${{ secrets.GO_GITHUB_TOKEN }}',
      PUBLIB_DRYRUN: '${{ inputs.dry_run }}',
    },
  }],
};

/** In place of projen's own job for npm, which packs again. */
export function publishToNpm(project: cdktf.ConstructLibraryCdktf): void {
  project.release!.publisher.publishToNpm({
    prePublishSteps: [PUBLIB, { name: 'Install an npm that knows trusted publishing', run: `npm install --global npm@${NPM_VERSION}` }],
    trustedPublishing: true,
    npmProvenance: true,
  });
}

/** One way to package, which the tests use too, instead of projen's task and job for each language. */
export function packageInOneStep(project: cdktf.ConstructLibraryCdktf): void {
  project.packageTask.reset('ts-node --transpile-only --project tsconfig.dev.json scripts/package.ts --release', {
    condition: 'node -e "if (!process.env.RELEASE) process.exit(1)"',
  });
  project.removeTask('package-all');
  const build = project.tryFindObjectFile('.github/workflows/build.yml')!;
  for (const target of ['js', 'java', 'python', 'dotnet', 'go']) {
    project.removeTask(`package:${target}`);
    build.addDeletionOverride(`jobs.package-${target}`);
  }
}

/** projen lets the jobs that publish have any Python and any Go. */
export function pinLanguages(project: cdktf.ConstructLibraryCdktf): void {
  project.tryFindObjectFile('.github/workflows/release.yml')!.patch(
    JsonPatch.replace('/jobs/release_pypi/steps/1/with/python-version', PYTHON_VERSION),
    JsonPatch.replace('/jobs/release_golang/steps/1/with/go-version', GO_VERSION),
    JsonPatch.replace('/jobs/release_nuget/steps/1/with/dotnet-version', DOTNET_VERSION),
  );
}

/** The zip files for `cdktf init --template` belong to each release, so that they have an address. */
export function attachTemplates(project: cdktf.ConstructLibraryCdktf): void {
  project.tryFindObjectFile('.github/workflows/release.yml')!.patch(JsonPatch.replace('/jobs/release_github/steps/3/run', [
    'tag=$(cat "$RELEASE_TAG_FILE") &&',
    'gh release view "$tag" -R "$GITHUB_REPOSITORY" 2>/dev/null ||',
    'gh release create "$tag" dist/templates/*.zip -R "$GITHUB_REPOSITORY" -F "$CHANGELOG_FILE" -t "$tag" --target "$GITHUB_SHA"',
  ].join('\n')));
}

/** After the version is known: the notes that were written for it, and whether it is still free everywhere. */
export function completeBump(project: cdktf.ConstructLibraryCdktf): void {
  const script = (name: string) => `ts-node --transpile-only --project tsconfig.dev.json scripts/${name}.ts`;
  const bump = project.tasks.tryFind('bump')!;
  bump.exec(script('release-notes'), { name: 'notes' });
  bump.exec(script('check-unpublished'), { name: 'unpublished' });
}

import { cdktf } from 'projen';
import { JobStep } from 'projen/lib/github/workflows-model';

const DOTNET_VERSION = '10.x';

/** What all languages need to be packaged and tested. */
export const TOOLCHAINS: readonly JobStep[] = [
  { name: 'Install Terraform', uses: 'hashicorp/setup-terraform@v3', with: { terraform_version: '1.11.4', terraform_wrapper: false } },
  { name: 'Install Java', uses: 'actions/setup-java@v6.0.0', with: { 'distribution': 'temurin', 'java-version': '17' } },
  { name: 'Install Python', uses: 'actions/setup-python@v7.0.0', with: { 'python-version': '3.11' } },
  { name: 'Install Go', uses: 'actions/setup-go@v7.0.0', with: { 'go-version': '1.25', 'cache': false } },
  { name: 'Install .NET', uses: 'actions/setup-dotnet@v6.0.0', with: { 'dotnet-version': DOTNET_VERSION, 'cache': false } },
];

/** Publishing takes what the release job has packed and tested, so it needs no sources. */
export const FROM_THE_BUILD = { prePublishSteps: [] };

/** publib takes Go modules of one repository at a time, and each flavour has its own. */
export const GO_MODULES = {
  ...FROM_THE_BUILD,
  postPublishSteps: [{
    name: 'Release the module for CDK Terrain',
    run: 'npx -p publib@latest publib-golang dist/go-cdktn',
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
    prePublishSteps: [{ name: 'Install an npm that knows trusted publishing', run: 'npm install --global npm@11' }],
    trustedPublishing: true,
    npmProvenance: true,
  });
}

/** projen's own job installs .NET 6. */
export function publishWithSupportedDotnet(project: cdktf.ConstructLibraryCdktf): void {
  project.tryFindObjectFile('.github/workflows/release.yml')!.addOverride('jobs.release_nuget.steps.1.with.dotnet-version', DOTNET_VERSION);
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

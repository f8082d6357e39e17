import { cdktf, javascript } from 'projen';
import { runOnEngines } from './projenrc/engines';
import { testTests } from './projenrc/mutation';
import { pinActions, PUBLIB_VERSION, RUNNER } from './projenrc/pinned';
import { runOnPlatforms } from './projenrc/platforms';
import {
  attachTemplates, completeBump, FOR_MAVEN, FOR_NUGET, FOR_PYPI, GO_MODULES,
  packageInOneStep, pinLanguages, publishToNpm, TOOLCHAINS, VERSIONS,
} from './projenrc/release';
import { deploySite } from './projenrc/site';
import { addTools } from './projenrc/tools';

/** The versions of CDKTF that the library is built and tested against are the lowest that it supports. */
const CDKTF_VERSION = '0.21.0';
const CONSTRUCTS_VERSION = '10.4.2';

const project = new cdktf.ConstructLibraryCdktf({
  name: 'cdktf-logfire',
  description: 'CDK for Terraform constructs for Pydantic Logfire: projects, tokens that expire and never print, checked at synth.',
  author: 'cdktf-logfire contributors',
  authorOrganization: true,
  authorAddress: 'cdktf-logfire@users.noreply.github.com',
  repositoryUrl: 'https://github.com/cdktf-logfire/cdktf-logfire.git',
  defaultReleaseBranch: 'main',
  license: 'Apache-2.0',
  homepage: 'https://github.com/cdktf-logfire/cdktf-logfire#readme',
  bugsUrl: 'https://github.com/cdktf-logfire/cdktf-logfire/issues',
  keywords: ['cdktf', 'cdk', 'terraform', 'logfire', 'pydantic', 'observability', 'opentelemetry', 'constructs'],

  projenrcTs: true,
  projenVersion: '0.103.25',
  packageManager: javascript.NodePackageManager.NPM,
  minNodeVersion: '20.9.0',
  workflowNodeVersion: '22',
  cdktfVersion: `^${CDKTF_VERSION}`,
  constructsVersion: `^${CONSTRUCTS_VERSION}`,
  jsiiVersion: '~5.9.0',
  typescriptVersion: '~5.9.0',
  // The reference is part of the site.
  docgen: false,
  sampleCode: false,
  tsconfigDevFile: 'tsconfig.dev.json',
  tsconfigDev: {
    compilerOptions: { skipLibCheck: true },
    include: ['src/**/*.ts', 'test/**/*.ts', 'scripts/**/*.ts', 'benchmarks/**/*.ts', 'examples/**/*.ts', 'tools/**/*.ts', '.projenrc.ts', 'projenrc/**/*.ts'],
  },
  eslint: true,
  eslintOptions: {
    dirs: ['src'],
    devdirs: ['test', 'scripts', 'benchmarks', 'examples', 'tools'],
    ignorePatterns: ['src/l1/**', '*.js', '*.d.ts', 'node_modules/', 'lib/', 'coverage/', 'cdktf.out/'],
    projectService: false,
    tsconfigPath: './tsconfig.dev.json',
  },
  jest: true,
  jestOptions: {
    configFilePath: 'jest.config.json',
    junitReporting: false,
    jestConfig: {
      collectCoverage: false,
      testTimeout: 20000,
      testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/tools/test/**/*.test.ts'],
      // The other flavour's tree, which is tested from there.
      modulePathIgnorePatterns: ['<rootDir>/build/'],
    },
  },
  devDeps: [
    '@cdktf/commons@0.21.0',
    '@cdktf/hcl2json@0.21.0',
    '@cdktf/provider-generator@0.21.0',
    '@grpc/grpc-js@^1.14.0',
    '@guanmingchiu/sqlparser-ts@^0.62.0',
    '@grpc/proto-loader@^0.8.0',
    '@msgpack/msgpack@^3.0.0',
    '@types/cross-spawn@^6.0.0',
    '@types/node@^20',
    'axe-core@^4.14.1',
    'codemaker@^1.112.0',
    'commander@^14.0.0',
    'commonmark@^0.31.2',
    'cross-spawn@^7.0.6',
    'dependency-cruiser@^17.3.9',
    'fast-check@^4.0.0',
    'fast-xml-parser@^5.0.0',
    'jsii-docgen@^10.5.0',
    'jsonc-parser@^3.3.1',
    'playwright-core@^1.65.1',
    'tree-sitter-c-sharp@^0.23.5',
    'web-tree-sitter@^0.27.2',
    'yaml@^2.0.0',
  ],

  // Of the names that packages have in the registries, those of the other flavour are in scripts/flavour.
  releaseToNpm: false,
  publishToPypi: { ...FOR_PYPI, distName: 'cdktf-logfire', module: 'cdktf_logfire', trustedPublishing: true, attestations: true },
  publishToMaven: {
    ...FOR_MAVEN,
    javaPackage: 'io.github.cdktflogfire',
    mavenGroupId: 'io.github.cdktflogfire',
    mavenArtifactId: 'cdktf-logfire',
    mavenServerId: 'central-ossrh',
  },
  publishToNuget: { ...FOR_NUGET, trustedPublishing: true, dotNetNamespace: 'CdktfLogfire', packageId: 'CdktfLogfire' },
  publishToGo: { ...GO_MODULES, moduleName: 'github.com/cdktf-logfire/cdktf-logfire-go', packageName: 'cdktflogfire' },

  // Version 13 needs Node 22.
  bumpPackage: 'commit-and-tag-version@^12',
  ...VERSIONS,
  jsiiReleaseVersion: PUBLIB_VERSION,
  workflowRunsOn: [RUNNER],
  depsUpgrade: false,
  pullRequestTemplate: false,
  buildWorkflowOptions: { mutableBuild: false },
  githubOptions: { mergify: false, pullRequestLint: true },
  workflowBootstrapSteps: [...TOOLCHAINS],
  gitignore: ['build/', 'cdktf.out/', '.terraform/', '*.tfstate*', '/site/dist/', '/site/.astro/', '/site/public/pictures/', '/site/src/content/', '/site/src/generated/', '.jsii.tabl.json*', 'bin/', 'obj/', '.DS_Store'],
});

// Version 0.x says how stable the whole is; only what a docstring calls experimental is said to be so in every language.
project.package.addField('stability', undefined);

// The registries of some networks lack the prebuilt bindings of later versions, and `npm ci` then fails.
project.package.addPackageResolutions('unrs-resolver@1.11.1');

project.npmignore?.exclude('/scripts/', '/schema/', '/benchmarks/', '/build/', '/examples/', '/flavours/', '/docs/', '/rosetta/', '/.ci/', '/CONTRIBUTING.md', '/SECURITY.md', '/jest.config.json', '/.jsii.tabl.json', '/.dependency-cruiser.cjs', '/.editorconfig', '/.devcontainer/', '/tools/', '/site/');

project.gitattributes.addAttributes('/src/l1/**', 'linguist-generated');
project.gitattributes.addAttributes('/src/core/signatures.ts', 'linguist-generated');
project.gitattributes.addAttributes('/docs/pictures/**', 'linguist-generated');
project.gitattributes.addAttributes('/docs/alerts.md', 'linguist-generated');
project.gitattributes.addAttributes('/docs/what-is-caught.md', 'linguist-generated');
project.gitattributes.addAttributes('/docs/troubleshooting.md', 'linguist-generated');
project.gitattributes.addAttributes('/scripts/tofu/go.*', 'linguist-generated');
for (const folder of ['python', 'java', 'csharp', 'go']) {
  project.gitattributes.addAttributes(`/docs/${folder}/**`, 'linguist-generated');
}
project.gitattributes.addAttributes('/schema/*.json', '-diff');

// Source maps with the sources in them would be half of the package.
project.tryFindObjectFile('tsconfig.json')?.addOverride('compilerOptions.inlineSourceMap', false);
project.tryFindObjectFile('tsconfig.json')?.addOverride('compilerOptions.inlineSources', false);
// The tree of the other flavour is checked when it is compiled, and the site when it is built.
project.tryFindObjectFile('tsconfig.dev.json')?.addOverride('exclude', ['node_modules', 'build', 'site']);

// A file has one concept. That of the signatures is generated, and has a line for each part of the API.
project.eslint?.addOverride({ files: ['src/**', 'scripts/**', 'tools/src/**'], excludedFiles: ['src/core/signatures.ts'], rules: { 'max-lines': ['error', 400] } });
// The base class escapes what it passes to a binding.
project.eslint?.addOverride({
  files: ['src/**'],
  rules: { 'no-restricted-syntax': ['error', { selector: 'NewExpression[callee.object.name="l1"]', message: 'Create the resource with this._create, which escapes its strings for Terraform.' }] },
});
// They import the library as users do, by its name, and the tests of the tool what the repository has.
project.eslint?.addOverride({ files: ['examples/**', 'benchmarks/**', 'test/languages/**', 'test/consumers/**', 'tools/test/**'], rules: { 'import/no-extraneous-dependencies': 'off' } });

// Type checking has a stage of its own; jest only translates.
project.tryFindObjectFile('jest.config.json')?.addOverride('transform', {
  '^.+\\.[t]sx?$': ['ts-jest', { tsconfig: 'tsconfig.dev.json' }],
});

const tsNode = 'ts-node --transpile-only --project tsconfig.dev.json';
project.addTask('bench', { description: 'Compare with the raw bindings: time, memory, growth, size', exec: 'node --expose-gc -r ts-node/register/transpile-only benchmarks/run.ts' });
// As a plain script: the last line of the output is the count, also when a test fails.
project.testTask.reset(`${tsNode} scripts/test.ts`, { receiveArgs: true });
project.setScript('test', `${tsNode} scripts/test.ts`);
project.setScript('demo', `${tsNode} scripts/demo.ts`);
project.setScript('bench', `${tsNode} benchmarks/run.ts`);
project.setScript('build:cdktn', `${tsNode} scripts/build-cdktn.ts`);
project.setScript('package', `${tsNode} scripts/package.ts`);
project.setScript('l1', `${tsNode} scripts/l1.ts`);
project.setScript('signatures', `${tsNode} scripts/signatures.ts`);
project.setScript('docs:guides', `${tsNode} scripts/guides.ts`);
project.setScript('docs:pictures', `${tsNode} scripts/pictures.ts`);
project.setScript('docs:alerts', `${tsNode} scripts/alerts.ts`);
project.setScript('docs:mistakes', `${tsNode} scripts/mistakes.ts`);
project.setScript('docs:troubleshooting', `${tsNode} scripts/troubleshooting.ts`);
project.setScript('site', `${tsNode} scripts/site.ts`);
project.setScript('rehearse', `${tsNode} scripts/rehearse.ts`);
project.setScript('mutation', `${tsNode} scripts/mutation.ts`);
project.setScript('tofu', `${tsNode} scripts/tofu.ts`);
project.setScript('check:hub', `${tsNode} scripts/check-hub.ts`);
project.setScript('templates', `${tsNode} scripts/project-templates.ts`);

// jsii, and then what makes the library start fast.
project.compileTask.reset(`${tsNode} scripts/compile.ts`);
project.tasks.tryFind('compat')?.reset(`${tsNode} scripts/compat.ts`);
project.postCompileTask.spawn(project.tasks.tryFind('compat')!, { condition: 'node -e "if (!process.env.CI) process.exit(1)"' });
addTools(project);
publishToNpm(project);
packageInOneStep(project);
runOnPlatforms(project);
runOnEngines(project);
deploySite(project);
testTests(project);
completeBump(project);
pinActions(project);
pinLanguages(project);
attachTemplates(project);

project.synth();

import { cdktf, DependencyType, JsonFile } from 'projen';

/** What the tool needs at run time; the versions are those that the repository itself has. */
const DEPENDENCIES = ['@cdktf/hcl2json', '@grpc/grpc-js', '@grpc/proto-loader', '@guanmingchiu/sqlparser-ts', '@msgpack/msgpack', 'commander', 'cross-spawn', 'jsonc-parser'];

/**
 * The second package, `cdktf-logfire-tools`, in `tools`. It has no lock and no modules of its own: Node finds those of the repository further
 * up, so a version stands in one place, and `npm ci` installs everything.
 */
export function addTools(project: cdktf.ConstructLibraryCdktf): void {
  const versionOf = (name: string) => project.deps.getDependency(name, DependencyType.BUILD).version!;
  const { name, license, homepage, bugs, repository, author, engines, publishConfig } = project.package.manifest;
  new JsonFile(project, 'tools/package.json', {
    obj: () => ({
      name: `${name}-tools`,
      description: 'Command line tools and a test kit for cdktf-logfire and cdktn-logfire: a stand-in for the provider, linters, new projects.',
      version: '0.0.0',
      license,
      author,
      homepage,
      bugs,
      repository: { ...repository, directory: 'tools' },
      keywords: project.package.manifest.keywords?.().concat('cli', 'testing'),
      engines,
      publishConfig,
      bin: { 'cdktf-logfire': 'lib/bin.js' },
      exports: {
        './testing': { types: './lib/testing/index.d.ts', default: './lib/testing/index.js' },
        './package.json': './package.json',
      },
      files: ['lib', 'schema', 'templates'],
      dependencies: {
        // Of the version of the tool; see scripts/package/tool.ts.
        'cdktf-logfire': '0.0.0',
        'cdktf': versionOf('cdktf'),
        'constructs': versionOf('constructs'),
        ...Object.fromEntries(DEPENDENCIES.map((dependency) => [dependency, versionOf(dependency)])),
      },
    }),
  });
  new JsonFile(project, 'tools/tsconfig.json', {
    obj: {
      extends: '../tsconfig.dev.json',
      compilerOptions: { noEmit: false, rootDir: 'src', outDir: '../build/tools/lib', declaration: true, stripInternal: true, isolatedModules: false, types: ['node'] },
      include: ['src/**/*.ts'],
      exclude: [],
    },
  });
}

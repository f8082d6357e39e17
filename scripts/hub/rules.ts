import { markdownProblems, Exists } from './links';

/** The families that Construct Hub lists: https://constructs.dev/contribute */
const LICENCES = /^(Apache-(1\.0|1\.1|2\.0)|BSD-[0-9A-Za-z-]+|0BSD|CDDL-1\.[01]|EPL-[12]\.0|ISC|MIT|MPL-2\.0)$/;
const KEYWORDS = ['cdk', 'aws-cdk', 'awscdk', 'cdk8s', 'cdktf'];
const FRAMEWORKS = ['cdktf', 'aws-cdk-lib', 'cdk8s'];

/** What the rules read of `package.json`. */
export interface Manifest {
  readonly jsii?: unknown;
  readonly license?: string;
  readonly keywords?: string[];
  readonly deprecated?: unknown;
  readonly dependencies?: Record<string, string>;
  readonly peerDependencies?: Record<string, string>;
}

/** A package as the Hub sees it; `exists` tells which files its repository has. */
export interface HubPackage {
  readonly manifest: Manifest;
  /** Paths within the tarball. */
  readonly files: string[];
  readonly readme: string;
  readonly repository: string;
  readonly exists: Exists;
}

/** Every reason for which Construct Hub would leave the package out, or show a page with broken links; none for a package that is ready. */
export function hubProblems({ manifest, files, readme, repository, exists }: HubPackage): string[] {
  const problems: string[] = [];
  if (!manifest.jsii) problems.push('package.json has no "jsii" key');
  if (!files.includes('.jsii')) problems.push('the tarball lacks .jsii');
  if (!LICENCES.test(manifest.license ?? '')) problems.push(`license ${JSON.stringify(manifest.license)} is not one that Construct Hub lists`);
  const needs = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
  if (!manifest.keywords?.some((word) => KEYWORDS.includes(word)) && !needs.some((name) => FRAMEWORKS.includes(name))) {
    problems.push(`neither a keyword of ${KEYWORDS.join(', ')} nor a dependency on ${FRAMEWORKS.join(', ')}`);
  }
  if (manifest.deprecated) problems.push('the package is deprecated');
  if (readme.trim() === '') problems.push('README.md is empty');
  return [...problems, ...markdownProblems(readme, repository, exists).map((problem) => `README.md: ${problem}`)];
}

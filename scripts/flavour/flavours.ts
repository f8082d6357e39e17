/** One of the frameworks that the library is published for, and what differs with it. */
export interface Flavour {
  /** Name of the framework's package, and of the flavour. */
  readonly framework: string;
  /** What the framework calls itself. */
  readonly title: string;
  readonly website: string;
  /** Name of the library's package on npm and PyPI, and of its Maven artefact. */
  readonly packageName: string;
  readonly pythonModule: string;
  readonly javaPackage: string;
  readonly dotnetNamespace: string;
  readonly goModule: string;
  readonly goPackage: string;
  readonly peers: Readonly<Record<string, string>>;
}

/** The flavour that the sources are written for. */
export const CDKTF: Flavour = {
  framework: 'cdktf',
  title: 'CDK for Terraform',
  website: 'https://developer.hashicorp.com/terraform/cdktf',
  packageName: 'cdktf-logfire',
  pythonModule: 'cdktf_logfire',
  javaPackage: 'io.github.cdktflogfire',
  dotnetNamespace: 'CdktfLogfire',
  goModule: 'github.com/cdktf-logfire/cdktf-logfire-go',
  goPackage: 'cdktflogfire',
  peers: { cdktf: '^0.21.0', constructs: '^10.4.2' },
};

/** CDK Terrain, the maintained fork of CDKTF. */
export const CDKTN: Flavour = {
  framework: 'cdktn',
  title: 'CDK Terrain',
  website: 'https://github.com/open-constructs/cdk-terrain',
  packageName: 'cdktn-logfire',
  pythonModule: 'cdktn_logfire',
  javaPackage: 'io.github.cdktnlogfire',
  dotnetNamespace: 'CdktnLogfire',
  goModule: 'github.com/cdktf-logfire/cdktn-logfire-go',
  goPackage: 'cdktnlogfire',
  // 10.8.0 of constructs is broken.
  peers: { cdktn: '>=0.24.0 <0.26.0', constructs: '>=10.6.0 <10.8.0' },
};

/** The group of both flavours on Maven Central. */
export const MAVEN_GROUP = 'io.github.cdktflogfire';

import type { Flavor } from '../flavor';

/** What the packages of a framework and of the library for it are called in each language. */
export interface Packages {
  readonly typescript: PackageNames;
  readonly python: PackageNames;
  readonly java: PackageNames;
  readonly csharp: PackageNames;
  readonly go: PackageNames;
}

interface PackageNames {
  readonly framework: string;
  readonly library: string;
}

export const PACKAGES: { readonly [flavor in Flavor]: Packages } = {
  cdktf: {
    typescript: { framework: 'cdktf', library: 'cdktf-logfire' },
    python: { framework: 'cdktf', library: 'cdktf_logfire' },
    java: { framework: 'com.hashicorp.cdktf', library: 'io.github.cdktflogfire' },
    csharp: { framework: 'HashiCorp.Cdktf', library: 'CdktfLogfire' },
    go: { framework: 'github.com/hashicorp/terraform-cdk-go/cdktf', library: 'github.com/cdktf-logfire/cdktf-logfire-go/cdktflogfire' },
  },
  cdktn: {
    typescript: { framework: 'cdktn', library: 'cdktn-logfire' },
    python: { framework: 'cdktn', library: 'cdktn_logfire' },
    java: { framework: 'io.cdktn.cdktn', library: 'io.github.cdktnlogfire' },
    csharp: { framework: 'Io.Cdktn', library: 'CdktnLogfire' },
    go: { framework: 'github.com/open-constructs/cdk-terrain-go/cdktn', library: 'github.com/cdktf-logfire/cdktn-logfire-go/cdktnlogfire' },
  },
};

import type { Flavor } from '../flavor';

/** The names and versions of what a program depends on. */
export interface Names {
  readonly framework: string;
  readonly frameworkVersion: string;
  readonly constructsVersion: string;
  readonly library: string;
  /** What runs the CLI of the framework. */
  readonly cli: string;
  readonly pythonFramework: string;
  readonly pythonModule: string;
  readonly javaFramework: string;
  readonly javaPackage: string;
  readonly dotnetFramework: string;
  readonly dotnetNamespace: string;
  readonly goFramework: string;
  readonly goModule: string;
  readonly goPackage: string;
}

export const NAMES: Readonly<Record<Flavor, Names>> = {
  cdktf: {
    framework: 'cdktf',
    frameworkVersion: '0.21.0',
    constructsVersion: '10.4.2',
    library: 'cdktf-logfire',
    cli: 'npx cdktf-cli@0.21.0',
    pythonFramework: 'cdktf',
    pythonModule: 'cdktf_logfire',
    javaFramework: 'com.hashicorp.cdktf',
    javaPackage: 'io.github.cdktflogfire',
    dotnetFramework: 'HashiCorp.Cdktf',
    dotnetNamespace: 'CdktfLogfire',
    goFramework: 'github.com/hashicorp/terraform-cdk-go/cdktf',
    goModule: 'github.com/cdktf-logfire/cdktf-logfire-go',
    goPackage: 'cdktflogfire',
  },
  cdktn: {
    framework: 'cdktn',
    frameworkVersion: '0.24.0',
    constructsVersion: '10.7.2',
    library: 'cdktn-logfire',
    cli: 'npx cdktn-cli@0.24.0',
    pythonFramework: 'cdktn',
    pythonModule: 'cdktn_logfire',
    javaFramework: 'io.cdktn.cdktn',
    javaPackage: 'io.github.cdktnlogfire',
    dotnetFramework: 'Io.Cdktn',
    dotnetNamespace: 'CdktnLogfire',
    goFramework: 'github.com/open-constructs/cdk-terrain-go/cdktn',
    goModule: 'github.com/cdktf-logfire/cdktn-logfire-go',
    goPackage: 'cdktnlogfire',
  },
};

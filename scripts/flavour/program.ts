import * as fs from 'node:fs';
import * as path from 'node:path';
import { CDKTF, Flavour } from './flavours';
import { rootOf } from './tree';

/** A program or project in another language than TypeScript that was written for CDKTF, with the names of another flavour. */
export function rewriteProgram(text: string, flavour: Flavour): string {
  if (flavour === CDKTF) {
    return text;
  }
  const { version, jsii: { targets } } = JSON.parse(fs.readFileSync(path.join(rootOf(flavour), 'node_modules', flavour.framework, 'package.json'), 'utf8'));
  const goFramework = `${targets.go.moduleName}/${flavour.framework}`;
  return text
    .replaceAll(`from ${CDKTF.framework} `, `from ${flavour.framework} `)
    .replaceAll(CDKTF.pythonModule, flavour.pythonModule)
    .replaceAll('com.hashicorp.cdktf', targets.java.package)
    .replaceAll(`${CDKTF.javaPackage}.`, `${flavour.javaPackage}.`)
    .replaceAll(`<artifactId>${CDKTF.packageName}<`, `<artifactId>${flavour.packageName}<`)
    .replaceAll(CDKTF.dotnetNamespace, flavour.dotnetNamespace)
    .replaceAll('HashiCorp.Cdktf', targets.dotnet.namespace)
    .replaceAll(`${CDKTF.goModule}/${CDKTF.goPackage}`, `${flavour.goModule}/${flavour.goPackage}`)
    .replaceAll('"github.com/hashicorp/terraform-cdk-go/cdktf"', `cdktf "${goFramework}"`)
    .replaceAll(/github\.com\/hashicorp\/terraform-cdk-go\/cdktf v\S+/g, `${goFramework} v${version}`);
}

import * as fs from 'node:fs';
import * as path from 'node:path';
import { CDKTF, CDKTN, Flavour } from '../../scripts/flavour/flavours';
import { rootOf } from '../../scripts/flavour/tree';

/** Needs both trees compiled. */
function assemblyOf(flavour: Flavour): Record<string, any> {
  return JSON.parse(fs.readFileSync(path.join(rootOf(flavour), '.jsii'), 'utf8'));
}

test('both flavours have one API: all types of the assemblies are equal after renaming', () => {
  const [types, renamed] = [assemblyOf(CDKTF).types, JSON.parse(inNamesOfCdktf(JSON.stringify(assemblyOf(CDKTN).types)))];
  expect(Object.keys(types).length).toBeGreaterThan(100);
  expect(Object.keys(renamed)).toEqual(Object.keys(types));
  expect(Object.keys(types).filter((name) => JSON.stringify(renamed[name]) !== JSON.stringify(types[name]))).toEqual([]);
});

test('each depends on its own framework', () => {
  expect(assemblyOf(CDKTF).dependencies).toEqual({ cdktf: '^0.21.0', constructs: '^10.4.2' });
  expect(assemblyOf(CDKTN).dependencies).toEqual({ cdktn: '>=0.24.0 <0.26.0', constructs: '>=10.6.0 <10.8.0' });
});

test('each has names of its own in the five registries', () => {
  expect(assemblyOf(CDKTN)).toMatchObject({
    name: 'cdktn-logfire',
    targets: {
      python: { distName: 'cdktn-logfire', module: 'cdktn_logfire' },
      java: { package: 'io.github.cdktnlogfire', maven: { groupId: 'io.github.cdktflogfire', artifactId: 'cdktn-logfire' } },
      dotnet: { namespace: 'CdktnLogfire', packageId: 'CdktnLogfire' },
      go: { moduleName: 'github.com/cdktf-logfire/cdktn-logfire-go', packageName: 'cdktnlogfire' },
    },
  });
});

/** Names of types begin with the package's, as in `cdktn-logfire.LogfireProject` and `cdktn.TerraformResource`; each says its package, too. */
function inNamesOfCdktf(text: string): string {
  return text.replace(/"cdktn(-logfire)?([."])/g, '"cdktf$1$2');
}

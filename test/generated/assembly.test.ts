import * as fs from 'node:fs';
import * as path from 'node:path';
import PUBLIC_TYPES from './public-types.json';
import { ROOT } from '../../scripts/run';

interface Documented {
  readonly name: string;
  readonly docs?: { readonly summary?: string; readonly default?: string; readonly example?: string; readonly stability?: string };
  readonly optional?: boolean;
}

interface Type extends Documented {
  readonly fqn: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly datatype?: boolean;
  readonly abstract?: boolean;
  readonly base?: string;
  readonly interfaces?: readonly string[];
  readonly initializer?: { readonly parameters?: Documented[] };
  readonly properties?: Documented[];
  readonly methods?: (Documented & { readonly parameters?: Documented[]; readonly returns?: { readonly type: { readonly fqn?: string } } })[];
}

const assembly: { types: { [fqn: string]: Type }; targets: unknown; dependencies: unknown } = JSON.parse(fs.readFileSync(path.join(ROOT, '.jsii'), 'utf8'));
const isConstruct = ({ base = '' }: Type): boolean => ['constructs.Construct', 'cdktf.TerraformProvider'].includes(base)
  || (assembly.types[base] !== undefined && isConstruct(assembly.types[base]));
const own = Object.values(assembly.types).filter((type) => type.namespace !== 'l1');

/** What jsii made of the sources: the API as the five languages see it. */
describe('the public API', () => {
  test('has the types of public-types.json: one that comes or goes is a change for users', () => {
    expect(own.map((type) => type.name).sort()).toEqual(PUBLIC_TYPES);
  });

  test('is documented, and every optional prop says its default as a behaviour', () => {
    const undocumented: string[] = [];
    for (const type of own) {
      const members = [...type.properties ?? [], ...type.methods ?? []];
      for (const member of [type, ...members]) {
        if (member.docs?.summary === undefined) {
          undocumented.push(`${type.name}.${member.name}`);
        }
      }
      if (type.datatype) {
        for (const prop of type.properties ?? []) {
          if (prop.optional && !/\S/.test((prop.docs?.default ?? '').replace(/^-?\s*(undefined|none given)?/, ''))) {
            undocumented.push(`${type.name}.${prop.name} @default`);
          }
        }
      }
    }
    expect(undocumented).toEqual([]);
  });

  test('is documented in one form: the first line begins with a capital or a name in code, and ends with a full stop', () => {
    const members = own.flatMap((type) => [type, ...type.properties ?? [], ...type.methods ?? []].map((member) => ({ name: `${type.name}.${member.name}`, ...member.docs })));
    expect(members.length).toBeGreaterThan(500);
    expect(members.filter(({ summary = '' }) => !/^[A-Z`].*\.$/.test(summary)).map(({ name }) => name)).toEqual([]);
  });

  test('has an example for each construct and each secret store', () => {
    const shown = own.filter((type) => type.kind === 'class' && type.abstract !== true && (isConstruct(type) || type.interfaces?.includes('cdktf-logfire.ISecretSink')));
    expect(shown.length).toBeGreaterThan(25);
    expect(shown.filter(({ docs }) => docs?.example === undefined).map(({ name }) => name)).toEqual([]);
  });

  test('calls the part for frontends experimental, and nothing else', () => {
    const experimental = own.filter(({ docs }) => docs?.stability === 'experimental').map(({ name }) => name);
    expect(experimental).toEqual(own.map(({ name }) => name).filter((name) => name.includes('Frontend') && !name.includes('Monitoring')));
  });

  test('has no type of the bindings but as `resource`', () => {
    const leaks = own.flatMap((type) => [
      ...(type.properties ?? []).filter((property) => property.name !== 'resource'),
      ...(type.methods ?? []),
      ...(type.initializer?.parameters ?? []),
    ].filter((member) => JSON.stringify(member).includes('cdktf-logfire.l1.')).map((member) => `${type.name}.${member.name}`));
    expect(leaks).toEqual([]);
  });

  test('every class without a constructor of its own can be told from others in Go', () => {
    const isCreated = ({ fqn, methods = [] }: Type) => methods.some((method) => method.returns?.type.fqn === fqn);
    const opaque = own.filter((type) => type.kind === 'class' && type.initializer === undefined && isCreated(type) && !(type.properties ?? []).length);
    expect(opaque.map((type) => type.name).filter((name) => name !== 'Duration')).toEqual([]);
  });

  test('has the coordinates of the five registries', () => {
    expect(assembly.targets).toMatchObject({
      python: { distName: 'cdktf-logfire', module: 'cdktf_logfire' },
      java: { package: 'io.github.cdktflogfire', maven: { groupId: 'io.github.cdktflogfire', artifactId: 'cdktf-logfire' } },
      dotnet: { namespace: 'CdktfLogfire', packageId: 'CdktfLogfire' },
      go: { moduleName: 'github.com/cdktf-logfire/cdktf-logfire-go', packageName: 'cdktflogfire' },
    });
  });

  test('needs its peers and nothing else at run time', () => {
    const manifest = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
    expect(manifest.dependencies ?? {}).toEqual({});
    expect(manifest.bundledDependencies ?? []).toEqual([]);
    expect(manifest.peerDependencies).toEqual({ cdktf: '^0.21.0', constructs: '^10.4.2' });
    expect([manifest.devDependencies.cdktf, manifest.devDependencies.constructs]).toEqual(['0.21.0', '10.4.2']);
    expect(Object.keys(assembly.dependencies as object)).toEqual(['cdktf', 'constructs']);
  });
});

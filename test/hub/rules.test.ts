import { HubPackage, hubProblems } from '../../scripts/hub/rules';

const repository = 'https://github.com/acme/things';
const manifest = { jsii: { outdir: 'dist' }, license: 'Apache-2.0', keywords: ['cdktf'] };
const check = (change: Partial<HubPackage>) =>
  hubProblems({ manifest, files: ['.jsii'], readme: '# Things', repository, exists: (path) => path === 'docs/a.md', ...change });

test('a package that keeps the rules has no problem', () => {
  expect(check({})).toEqual([]);
});

test.each<[string, Partial<HubPackage>, string]>([
  ['jsii key', { manifest: { ...manifest, jsii: undefined } }, 'package.json has no "jsii" key'],
  ['assembly', { files: ['README.md'] }, 'the tarball lacks .jsii'],
  ['licence', { manifest: { ...manifest, license: 'GPL-3.0' } }, 'license "GPL-3.0" is not one that Construct Hub lists'],
  ['keyword', { manifest: { ...manifest, keywords: ['other'] } }, 'neither a keyword of cdk, aws-cdk, awscdk, cdk8s, cdktf nor a dependency on cdktf, aws-cdk-lib, cdk8s'],
  ['deprecation', { manifest: { ...manifest, deprecated: 'old' } }, 'the package is deprecated'],
  ['readme', { readme: ' \n' }, 'README.md is empty'],
  ['relative link', { readme: '[a](docs/a.md)' }, 'README.md: link "docs/a.md" is relative'],
  ['relative image', { readme: '![a](a.png)' }, 'README.md: image "a.png" is relative'],
  ['address', { readme: '[a](https://[)' }, 'README.md: link "https://[" is no address'],
  ['file', { readme: `[a](${repository}/blob/main/docs/b.md)` }, `README.md: link "${repository}/blob/main/docs/b.md" names a file that the repository lacks`],
  ['picture', { readme: '![a](https://raw.githubusercontent.com/acme/things/main/docs/b.png)' }, 'README.md: image "https://raw.githubusercontent.com/acme/things/main/docs/b.png" names a file that the repository lacks'],
  ['anchor', { readme: '# One\n[a](#two)' }, 'README.md: link "#two" names no heading'],
])('%s: the one thing that is wrong is named', (_, change, problem) => {
  expect(check(change)).toEqual([problem]);
});

test.each<[string, Partial<HubPackage>]>([
  ['a dependency in place of the keyword', { manifest: { ...manifest, keywords: [], peerDependencies: { cdktf: '^0.21.0' } } }],
  ['MIT', { manifest: { ...manifest, license: 'MIT' } }],
  ['an address elsewhere', { readme: '[a](https://example.com/x) ![b](https://example.com/b.png)' }],
  ['a file that exists', { readme: `[a](${repository}/blob/main/docs/a.md#part)` }],
  ['a picture that exists', { readme: '![a](https://raw.githubusercontent.com/acme/things/main/docs/a.md)' }],
  ['an anchor that exists', { readme: '## One: and `two`\n[a](#one-and-two)' }],
  ['a link within code', { readme: '# T\n```ts\nx[a](b)\n```\n`[a](b)`' }],
])('passes: %s', (_, change) => {
  expect(check(change)).toEqual([]);
});

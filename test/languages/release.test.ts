import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { CDKTF, CDKTN } from '../../scripts/flavour/flavours';
import { nugetOf } from '../../scripts/package/packages';
import { collectForRelease } from '../../scripts/package/release';
import { ROOT } from '../../scripts/run';

const { version } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

/** What publib would upload, where it looks for it. */
describe('a release has the packages of both flavours, and none of a framework', () => {
  let dist: string;
  beforeEach(() => {
    dist = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-release-'));
  });
  afterEach(() => {
    fs.rmSync(dist, { recursive: true });
  });

  const files = (folder: string) => fs.readdirSync(path.join(dist, folder), { recursive: true, encoding: 'utf8' });

  test('npm', () => {
    collectForRelease('js', dist);
    expect(files('js').sort()).toEqual(['cdktf', 'cdktn'].map((framework) => `${framework}-logfire@${version}.jsii.tgz`));
  });

  test('PyPI', () => {
    collectForRelease('python', dist);
    expect(files('python').sort()).toEqual(['cdktf', 'cdktn'].flatMap((framework) => [
      `${framework}_logfire-${version}-py3-none-any.whl`, `${framework}_logfire-${version}.tar.gz`,
    ]));
  });

  test('Maven Central', () => {
    collectForRelease('java', dist);
    expect(files('java').filter((file) => file.endsWith('.pom')).sort()).toEqual(['cdktf', 'cdktn'].map((framework) => (
      `io/github/cdktflogfire/${framework}-logfire/${version}/${framework}-logfire-${version}.pom`
    )));
  });

  test('Go', () => {
    collectForRelease('go', dist);
    expect(fs.readdirSync(path.join(dist, 'go'))).toEqual(['cdktflogfire']);
    expect(fs.readdirSync(path.join(dist, 'go-cdktn'))).toEqual(['cdktnlogfire']);
    expect(fs.readFileSync(path.join(dist, 'go-cdktn', 'cdktnlogfire', 'go.mod'), 'utf8')).toMatch(/^module github\.com\/cdktf-logfire\/cdktn-logfire-go\/cdktnlogfire$/m);
  });

  test('NuGet', () => {
    const packed = [CDKTF, CDKTN].map((flavour) => {
      const folder = nugetOf(flavour);
      const made = !fs.existsSync(folder);
      if (made) {
        // Without a .NET SDK there are no packages: their names are enough to tell ours from a framework's.
        fs.mkdirSync(folder);
        [flavour.dotnetNamespace, 'HashiCorp.Cdktf', 'Constructs'].forEach((name) => fs.writeFileSync(path.join(folder, `${name}.${version}.nupkg`), ''));
      }
      return { folder, made };
    });
    try {
      collectForRelease('dotnet', dist);
      expect(files('dotnet').filter((file) => file.endsWith('.nupkg')).sort()).toEqual(['CdktfLogfire', 'CdktnLogfire'].map((name) => `${name}.${version}.nupkg`));
    } finally {
      packed.filter(({ made }) => made).forEach(({ folder }) => fs.rmSync(folder, { recursive: true }));
    }
  });
});

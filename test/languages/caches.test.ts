import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { forgetInMaven, forgetInNuget } from './caches';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-caches-'));
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true });
});

function write(...files: string[]): void {
  files.forEach((file) => {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), '');
  });
}

/** The files that are left in a cache. */
const left = (cache: string) => fs.readdirSync(path.join(folder, cache), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile()).map(({ name }) => name).sort();

test('Maven forgets the library and its framework, and keeps what others have made', () => {
  const artefacts = ['io/github/cdktflogfire/cdktf-logfire/0.0.0/cdktf-logfire-0.0.0', 'com/hashicorp/cdktf/0.21.0/cdktf-0.21.0'];
  write(...artefacts.flatMap((artefact) => [`packed/${artefact}.pom`, `local/${artefact}.pom`, `local/${artefact}.jar`]));
  write('local/com/hashicorp/other/1.0.0/other-1.0.0.jar', 'local/software/amazon/jsii/1.0.0/jsii-1.0.0.jar');
  forgetInMaven(path.join(folder, 'local'), path.join(folder, 'packed'));
  expect(left('local')).toEqual(['jsii-1.0.0.jar', 'other-1.0.0.jar']);
});

test('NuGet forgets the library and its framework, and keeps what others have made', () => {
  write('packed/CdktfLogfire.0.0.0.nupkg', 'packed/CdktfLogfire.0.0.0.snupkg', 'packed/HashiCorp.Cdktf.0.21.0.nupkg', 'packed/Constructs.10.4.2.nupkg');
  write('cache/cdktflogfire/0.0.0/a.dll', 'cache/hashicorp.cdktf/0.21.0/b.dll', 'cache/constructs/10.4.2/c.dll', 'cache/amazon.jsii.runtime/1.140.0/d.dll');
  forgetInNuget(path.join(folder, 'cache'), path.join(folder, 'packed'));
  expect(left('cache')).toEqual(['d.dll']);
});

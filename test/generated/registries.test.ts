import * as http from 'node:http';
import { AddressInfo } from 'node:net';
import { CDKTF, CDKTN } from '../../scripts/flavour/flavours';
import { publicRegistries } from '../../scripts/release/registries';

/** What the registries have: version 0.1.0 of `cdktf-logfire`, as they lay it out. */
const ANSWERS: { readonly [path: string]: string } = {
  '/simple/cdktf-logfire/': '<a href="…/cdktf_logfire-0.1.0-py3-none-any.whl">cdktf_logfire-0.1.0-py3-none-any.whl</a>',
  '/maven2/io/github/cdktflogfire/cdktf-logfire/0.1.0/cdktf-logfire-0.1.0.pom': '<project/>',
  '/v3-flatcontainer/cdktflogfire/0.1.0/cdktflogfire.nuspec': '<package/>',
};

describe('before a release the registries are asked', () => {
  let server: http.Server;
  let host: string;
  /** What is answered for everything else. */
  let otherwise: number;

  beforeEach(async () => {
    otherwise = 404;
    server = http.createServer((request, response) => {
      const answer = ANSWERS[request.url!];
      response.writeHead(answer === undefined ? otherwise : 200, { location: 'http://127.0.0.1:9/elsewhere' }).end(answer);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterEach(() => new Promise((resolve) => server.close(resolve)));

  const registry = (name: string) => publicRegistries({
    PIP_INDEX_URL: `${host}/simple`, MAVEN_REPOSITORY_URL: `${host}/maven2/`, NUGET_PACKAGES_URL: `${host}/v3-flatcontainer`,
  }).find((candidate) => candidate.name === name)!;

  test.each(['PyPI', 'Maven Central', 'NuGet'])('%s has a version, or has it not', async (name) => {
    const { has } = registry(name);
    expect(await has(CDKTF, '0.1.0')).toBe(true);
    expect(await has(CDKTF, '0.1')).toBe(false);
    expect(await has(CDKTF, '0.1.1')).toBe(false);
    expect(await has(CDKTN, '0.1.0')).toBe(false);
    // An index of one's own sends pip on for what it lacks.
    otherwise = 303;
    expect(await has(CDKTN, '0.1.0')).toBe(false);
  });

  test.each(['PyPI', 'Maven Central', 'NuGet'])('%s does not say, and that is no "not yet"', async (name) => {
    otherwise = 503;
    await expect(registry(name).has(CDKTN, '0.1.0')).rejects.toThrow('answers 503');
    const { has } = registry(name);
    await new Promise((resolve) => server.close(resolve));
    await expect(has(CDKTN, '0.1.0')).rejects.toThrow('does not answer: ');
  });

  test('the public ones, unless the environment names others', () => {
    expect(publicRegistries({}).map(({ name }) => name)).toEqual(['npm', 'PyPI', 'Maven Central', 'NuGet', 'Go']);
  });
});

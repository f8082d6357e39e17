import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describeStandIn, TERRAFORM_BINARY } from './harness';
import { stackJson, useStacks } from './stacks';
import { mustRun } from '../../scripts/run';
import { cached } from '../../scripts/tool-cache';
import {
  AwsSecretsManagerSink, AwsSsmParameterSink, ISecretSink, LogfireProject, LogfireSinkProvider, LogfireWriteToken, TokenRotation,
} from '../../src';

const VERSION = '5.100.0';
const MOTO = '5.2.5';

/** Directories in which Terraform looks for providers that are installed on this machine: those of its configuration, and its own. */
function mirrors(): string[] {
  const configuration = process.env.TF_CLI_CONFIG_FILE ?? join(homedir(), '.terraformrc');
  const text = existsSync(configuration) ? readFileSync(configuration, 'utf8') : '';
  return [
    ...[...text.matchAll(/filesystem_mirror\s*\{[^}]*?path\s*=\s*"([^"]+)"/g)].map(([, path]) => path),
    join(homedir(), '.terraform.d', 'plugins'), join(homedir(), '.local', 'share', 'terraform', 'plugins'),
    '/usr/local/share/terraform/plugins', '/usr/share/terraform/plugins',
  ];
}

const MIRROR = mirrors().find((path) => existsSync(join(path, 'registry.terraform.io', 'hashicorp', 'aws', VERSION)));

/** A provider is not something that npm or a registry of packages can bring, so this is skipped also in CI, but not silently. */
function describeRealStores(name: string, tests: () => void): void {
  if (MIRROR !== undefined && basename(TERRAFORM_BINARY ?? '').startsWith('terraform')) {
    describeStandIn(name, tests);
  } else {
    console.warn(`SKIPPED: ${name}. It needs Terraform, and hashicorp/aws ${VERSION} in a filesystem mirror of Terraform's configuration.`);
    describe.skip(name, tests);
  }
}

/** An emulated AWS. */
class Moto {
  public static async start(): Promise<Moto> {
    const directory = await cached(`moto-${MOTO}`, async (empty) => {
      await mustRun('python3', ['-m', 'venv', '--copies', empty]);
      await mustRun(join(empty, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', `moto[server]==${MOTO}`]);
    });
    const port = await freePort();
    const server = spawn(join(directory, 'bin', 'python'), ['-m', 'moto.server', '-p', String(port)], { stdio: 'ignore' });
    const moto = new Moto(`http://127.0.0.1:${port}`, server);
    for (let tries = 0; !await moto.answers(); tries += 1) {
      if (tries === 300) {
        throw new Error('moto does not answer');
      }
      await setTimeout(100);
    }
    return moto;
  }

  private constructor(public readonly url: string, private readonly server: ChildProcess) {}

  /** Calls an action such as `secretsmanager.GetSecretValue`. */
  public async call(service: 'secretsmanager' | 'ssm', action: string, input: object): Promise<any> {
    const target = service === 'ssm' ? 'AmazonSSM' : 'secretsmanager';
    const response = await fetch(this.url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-amz-json-1.1',
        'X-Amz-Target': `${target}.${action}`,
        'Authorization': `AWS4-HMAC-SHA256 Credential=example/20260101/eu-west-1/${service}/aws4_request, SignedHeaders=host, Signature=none`,
      },
      body: JSON.stringify(input),
    });
    return response.json();
  }

  public async stop(): Promise<void> {
    const gone = once(this.server, 'exit');
    this.server.kill();
    await gone;
  }

  private async answers(): Promise<boolean> {
    return fetch(`${this.url}/moto-api/data.json`).then(({ ok }) => ok, () => false);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describeRealStores('the AWS provider itself', () => {
  const stacks = useStacks();
  let moto: Moto;

  beforeAll(async () => {
    moto = await Moto.start();
  }, 300_000);
  afterAll(async () => moto.stop());

  const secret = async (id: string): Promise<string> => (await moto.call('secretsmanager', 'GetSecretValue', { SecretId: id })).SecretString;
  const parameter = async (name: string): Promise<string> => (await moto.call('ssm', 'GetParameter', { Name: name, WithDecryption: true })).Parameter.Value;

  /** Every form of the sinks, and how to read what they wrote. */
  const CASES: Readonly<Record<string, readonly [sink: ISecretSink, read: () => Promise<string>]>> = {
    Secret: [new AwsSecretsManagerSink({ secretName: 'shop/plain', recoveryWindowInDays: 0 }), () => secret('shop/plain')],
    SecretWriteOnly: [new AwsSecretsManagerSink({ secretName: 'shop/write-only', recoveryWindowInDays: 0, writeOnly: true }), () => secret('shop/write-only')],
    Existing: [new AwsSecretsManagerSink({ existingSecretId: 'existing' }), () => secret('existing')],
    Json: [
      new AwsSecretsManagerSink({ existingSecretId: 'existing-json', jsonKey: 'LOGFIRE_TOKEN', writeOnly: true }),
      async () => JSON.parse(await secret('existing-json')).LOGFIRE_TOKEN,
    ],
    Parameter: [new AwsSsmParameterSink({ parameterName: '/shop/plain' }), () => parameter('/shop/plain')],
    ParameterWriteOnly: [new AwsSsmParameterSink({ parameterName: '/shop/write-only', writeOnly: true }), () => parameter('/shop/write-only')],
  };

  const json = (generation: number) => stackJson((stack) => {
    new LogfireSinkProvider(stack, 'Aws', {
      source: 'hashicorp/aws',
      version: VERSION,
      configuration: {
        region: 'eu-west-1',
        skip_credentials_validation: true,
        skip_requesting_account_id: true,
        skip_metadata_api_check: 'true',
        endpoints: [{ secretsmanager: moto.url, ssm: moto.url }],
      },
    });
    const project = new LogfireProject(stack, 'Shop', { deletionProtection: false });
    for (const [id, [sink]] of Object.entries(CASES)) {
      new LogfireWriteToken(stack, id, { project, rotation: TokenRotation.manual(generation) }).storeIn(sink);
    }
  });

  test('creates, rotates and destroys what every sink describes, and has nothing to do in a second plan', async () => {
    for (const Name of ['existing', 'existing-json']) {
      await moto.call('secretsmanager', 'CreateSecret', { Name, SecretString: 'to be replaced' });
    }
    const workspace = await stacks.workspace(json(1), { AWS_ACCESS_KEY_ID: 'example', AWS_SECRET_ACCESS_KEY: 'example' });
    workspace.file('home/cli.tfrc', `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(MIRROR)}\n  }\n}\n`);
    await workspace.expect(0, 'init', '-no-color', '-input=false');
    const seen = new Set<string>();
    for (const generation of [1, 2]) {
      workspace.write(json(generation));
      await workspace.mustApply();
      expect(await workspace.planExitCode()).toBe(0);
      const valid = stacks.standIn.logfire.objects('logfire_write_token').map(({ token }) => token);
      const stored = await Promise.all(Object.values(CASES).map(([, read]) => read()));
      expect([...stored].sort()).toEqual([...valid].sort());
      stored.forEach((token) => seen.add(token));
    }
    expect(seen.size).toBe(2 * Object.keys(CASES).length);
    const state = Object.values(await workspace.state()).filter(({ type }) => type.startsWith('aws_'));
    const written = state.filter(({ values }) => [...seen].some((token) => JSON.stringify(values).includes(token))).map(({ address }) => address);
    expect(written.filter((address) => /WriteOnly|Json/.test(address))).toEqual([]);
    expect(written).toHaveLength(3);
    expect((await workspace.destroy()).exitCode).toBe(0);
    expect(await moto.call('ssm', 'GetParameter', { Name: '/shop/plain' })).not.toHaveProperty('Parameter');
  }, 300_000);
});

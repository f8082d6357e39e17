import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { mustRun, ROOT } from '../../scripts/run';
import { linkSelf } from '../../scripts/self-link';
import { describeStandIn, useStandIn } from '../terraform/harness';

interface Example {
  /** Folder below `examples/typescript`, and name of the stack. */
  readonly name: string;
  /** Values of Terraform variables. */
  readonly environment?: Readonly<Record<string, string>>;
}

const EXAMPLES: readonly Example[] = [
  { name: 'quickstart' },
  { name: 'api-keys' },
  { name: 'gateway', environment: { TF_VAR_openai_key: 'not-a-real-secret', TF_VAR_bedrock_key: 'not-a-real-secret' } },
  { name: 'frontend' },
  { name: 'self-hosted' },
];

jest.setTimeout(60_000);

/** Needs the JavaScript that the compile stage leaves; the types of the examples are checked with those of the tests. */
async function synthesize(name: string): Promise<Record<string, unknown>> {
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-example-'));
  try {
    await mustRun('ts-node', ['main.ts'], {
      cwd: path.join(ROOT, 'examples', 'typescript', name),
      env: { CDKTF_OUTDIR: outdir, TS_NODE_TRANSPILE_ONLY: 'true' },
    });
    return JSON.parse(fs.readFileSync(path.join(outdir, 'stacks', name, 'cdk.tf.json'), 'utf8'));
  } finally {
    fs.rmSync(outdir, { recursive: true, force: true });
  }
}

beforeAll(linkSelf);

test('every example is here', () => {
  expect(fs.readdirSync(path.join(ROOT, 'examples', 'typescript')).sort()).toEqual(EXAMPLES.map(({ name }) => name).sort());
});

describeStandIn('the example', () => {
  const suite = useStandIn();

  test.each(EXAMPLES)('$name is applied, has an empty second plan, and is destroyed', async ({ name, environment }) => {
    const workspace = await suite.workspace(await synthesize(name), environment);
    await workspace.mustApply();
    expect(await workspace.secondPlanIsEmpty()).toBe(true);
    for (const secret of [...suite.standIn.logfire.secrets(), ...suite.standIn.logfire.receivedSecrets()]) {
      expect(workspace.transcript).not.toContain(secret);
    }
    expect((await workspace.destroy()).exitCode).toBe(0);
  });
});

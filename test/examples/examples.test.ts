import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { mustRun, ROOT } from '../../scripts/run';
import { linkSelf } from '../../scripts/self-link';
import { TerraformJson } from '../synth';
import { describeStandIn } from '../terraform/harness';
import { useStacks } from '../terraform/stacks';

interface Example {
  /** Folder below `examples/typescript`, and name of its stack. */
  readonly name: string;
  /** Variables that its README asks for. */
  readonly environment?: Readonly<Record<string, string>>;
  /** What synth tells about it. */
  readonly infos?: readonly string[];
  /** How many resources of Logfire it makes. */
  readonly resources: number;
}

const EXAMPLES: readonly Example[] = [
  { name: 'quickstart', resources: 2 },
  {
    name: 'alerts',
    environment: { TF_VAR_slack_url: 'https://hooks.slack.com/services/not-a-real-secret', TF_VAR_routing_key: 'not-a-real-routing-key' },
    resources: 7,
  },
  { name: 'dashboard-from-file', resources: 2 },
  {
    name: 'slos',
    environment: { TF_VAR_pagerduty_routing_key: 'not-a-real-key', TF_VAR_slack_webhook_url: 'https://hooks.slack.com/services/not/a/secret' },
    resources: 7,
  },
  {
    name: 'monitoring',
    environment: { TF_VAR_slack_url: 'https://hooks.slack.com/services/not-a-real-secret', TF_VAR_routing_key: 'not-a-real-routing-key' },
    infos: ['alerts of staging, testing do not page'],
    // A project, two channels, a schedule, five dashboards, and in each environment an SLO and 35 alerts.
    resources: 9 + 3 * (1 + 35),
  },
  { name: 'api-keys', resources: 5 },
  { name: 'gateway', environment: { TF_VAR_openai_key: 'not-a-real-secret', TF_VAR_bedrock_key: 'not-a-real-secret' }, resources: 4 },
  { name: 'frontend', resources: 3 },
  { name: 'self-hosted', resources: 1 },
  { name: 'policies', resources: 3 },
];

test('every example is here', () => {
  expect(fs.readdirSync(path.join(ROOT, 'examples', 'typescript')).sort()).toEqual(EXAMPLES.map(({ name }) => name).sort());
});

describeStandIn('the examples', () => {
  const stacks = useStacks();

  test.each(EXAMPLES)('$name is synthesized without a warning, applies, and has an empty second plan', async ({ name, environment, resources, infos = [] }) => {
    const json = await synthesized(name, infos);
    const workspace = await stacks.workspace(json, environment);
    await workspace.mustApply();
    expect(Object.keys(await workspace.state()).filter((address) => address.startsWith('logfire_'))).toHaveLength(resources);
    expect(await workspace.planExitCode()).toBe(0);
    expect((await workspace.destroy()).exitCode).toBe(0);
  }, 120_000);
});

/** Runs an example as `cdktf synth` does, against the built library. */
async function synthesized(name: string, infos: readonly string[]): Promise<TerraformJson> {
  linkSelf();
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-example-'));
  try {
    await mustRun('ts-node', ['main.ts'], { cwd: path.join(ROOT, 'examples', 'typescript', name), env: { CDKTF_OUTDIR: outdir } });
    const json: TerraformJson = JSON.parse(fs.readFileSync(path.join(outdir, 'stacks', name, 'cdk.tf.json'), 'utf8'));
    const { annotations } = JSON.parse(fs.readFileSync(path.join(outdir, 'manifest.json'), 'utf8')).stacks[name];
    expect(annotations).toEqual(infos.map((info) => expect.objectContaining({ level: '@cdktf/info', message: expect.stringContaining(info) })));
    return json;
  } finally {
    fs.rmSync(outdir, { recursive: true, force: true });
  }
}

import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { mustRun, ROOT } from '../../scripts/run';
import { linkSelf } from '../../scripts/self-link';
import { TerraformJson } from '../synth';
import { describeStandIn, useStandIn } from '../terraform/harness';

jest.setTimeout(120_000);

/** The examples of one stack each, and the variables that they need at apply. */
const EXAMPLES: readonly [string, Readonly<Record<string, string>>][] = [
  ['alerts', { TF_VAR_slack_url: 'https://hooks.slack.com/services/not-a-real-secret', TF_VAR_routing_key: 'not-a-real-routing-key' }],
];

/** What the example writes, as a program that uses the built package. */
async function synthesized(example: string): Promise<TerraformJson> {
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-example-'));
  try {
    await mustRun('ts-node', ['main.ts'], { cwd: path.join(ROOT, 'examples', 'typescript', example), env: { CDKTF_OUTDIR: outdir } });
    return JSON.parse(fs.readFileSync(path.join(outdir, 'stacks', example, 'cdk.tf.json'), 'utf8'));
  } finally {
    fs.rmSync(outdir, { recursive: true, force: true });
  }
}

/** Needs the library that the compile stage leaves. */
describeStandIn('examples', () => {
  const suite = useStandIn();

  beforeAll(linkSelf);

  test.each(EXAMPLES)('%s applies, without a secret in the file or on the screen, and has an empty second plan', async (example, environment) => {
    const json = await synthesized(example);
    const workspace = await suite.workspace(json, environment);
    await workspace.mustApply();
    expect(await workspace.planExitCode()).toBe(0);
    expect((await workspace.destroy()).exitCode).toBe(0);
    for (const secret of [...Object.values(environment), ...suite.standIn.logfire.secrets()]) {
      expect(JSON.stringify(json) + workspace.transcript).not.toContain(secret);
    }
  });
});

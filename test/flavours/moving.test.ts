import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import * as os from 'node:os';
import * as path from 'node:path';
import { CDKTF, CDKTN, Flavour } from '../../scripts/flavour/flavours';
import { rootOf } from '../../scripts/flavour/tree';
import { TerraformJson } from '../synth';
import { describeStandIn } from '../terraform/harness';
import { useStacks } from '../terraform/stacks';

type Framework = typeof import('cdktf');
type Library = typeof import('../../src');

/** Both frameworks and libraries, as their users load them. */
function packagesOf(flavour: Flavour): { readonly framework: Framework; readonly library: Library } {
  const load = createRequire(path.join(rootOf(flavour), 'package.json'));
  return { framework: load(flavour.framework), library: load('./lib') };
}

/** A stack with one of nearly everything. */
function synthesized(flavour: Flavour): TerraformJson {
  const { framework: { App, TerraformOutput, TerraformStack, TerraformVariable }, library } = packagesOf(flavour);
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-moving-'));
  try {
    const app = new App({ outdir });
    const stack = new TerraformStack(app, 'app');
    new library.LogfireProvider(stack, 'Logfire');
    const shop = new library.LogfireProjectWithToken(stack, 'Shop', { deletionProtection: false });
    const rotation = library.TokenRotation.every(library.Duration.days(30));
    const token = new library.LogfireRotatingWriteToken(stack, 'Deploy', { project: shop.project, rotation });
    const channel = new library.LogfireOpsgenieChannel(stack, 'Pager', {
      authKey: library.SecretValue.fromVariable(new TerraformVariable(stack, 'auth_key', { type: 'string', sensitive: true })),
    });
    const notify = [library.Delivery.to(channel).during(library.LogfireSchedule.officeHours(stack, 'Hours', { timezone: library.Timezone.UTC }))];
    new library.LogfireAlert(stack, 'Errors', { project: shop.project, query: 'SELECT trace_id FROM records WHERE is_exception', notify });
    new library.LogfireSlo(stack, 'Availability', {
      project: shop.project,
      sloScope: library.SloScope.service('shop'),
      sli: library.Sli.availability(),
      targetPercent: 99.9,
      routing: library.SloRouting.bySeverity({ page: notify, ticket: [] }),
    });
    new library.LogfireDashboard(stack, 'Traffic', { project: shop.project, definition: library.DashboardDefinition.fromObject({ kind: 'Dashboard', spec: {} }) });
    new TerraformOutput(stack, 'deploy_token', { value: token.tokenValue, sensitive: true });
    app.synth();
    return JSON.parse(fs.readFileSync(path.join(outdir, 'stacks', 'app', 'cdk.tf.json'), 'utf8'));
  } finally {
    fs.rmSync(outdir, { recursive: true });
  }
}

describeStandIn('moving from one flavour to the other', () => {
  const stacks = useStacks();

  test.each([[CDKTF, CDKTN], [CDKTN, CDKTF]])('changes nothing that is there', async (from, to) => {
    const workspace = await stacks.workspace(synthesized(from), { TF_VAR_auth_key: 'not-a-real-key' });
    await workspace.mustApply();
    expect(Object.keys(await workspace.state()).length).toBeGreaterThan(10);
    workspace.write(synthesized(to));
    expect(await workspace.planExitCode()).toBe(0);
  }, 60_000);
});

test('an app of one framework refuses constructs of the other, which is why there are two packages', () => {
  const { framework } = packagesOf(CDKTN);
  const { library } = packagesOf(CDKTF);
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-mixed-'));
  try {
    const app = new framework.App({ outdir });
    const stack = new framework.TerraformStack(app, 'app');
    expect(() => {
      new library.LogfireProvider(stack, 'Logfire');
      new library.LogfireProject(stack, 'Shop');
      app.synth();
    }).toThrow();
  } finally {
    fs.rmSync(outdir, { recursive: true });
  }
});

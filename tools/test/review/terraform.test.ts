import * as fs from 'node:fs';
import { TerraformStack, TerraformVariable } from 'cdktf';
import { fileWith, written } from './plans';
import {
  Delivery, Duration, LogfireAlert, LogfireProject, LogfireWebhookChannel, SecretValue, TokenExpiry, TokenRotation,
} from '../../../src';
import { describeStandIn, type Workspace } from '../../../test/terraform/harness';
import { day } from '../../../test/terraform/periods';
import { at, useStacks } from '../../../test/terraform/stacks';
import { inProcess } from '../tool';

jest.setTimeout(120_000);

const URL = 'https://hooks.example.com/aBcDeFgHiJkLmNoPqRsT';

interface ShopOptions {
  readonly name?: string;
  readonly generation?: number;
  readonly days?: number;
  readonly isSilent?: boolean;
  readonly isEmpty?: boolean;
}

/** A project with tokens that rotate in each way, and an alert. */
function shop({ name = 'shop', generation = 1, days = 365, isSilent = false, isEmpty = false }: ShopOptions = {}) {
  return written((stack: TerraformStack) => {
    const project = new LogfireProject(stack, 'Shop', { deletionProtection: false, projectName: name });
    if (isEmpty) {
      return;
    }
    project.addWriteToken('Token', { rotation: TokenRotation.manual(generation), expiry: TokenExpiry.after(Duration.days(days)) });
    project.addReadToken('Endless', { rotation: TokenRotation.manual(generation), expiry: TokenExpiry.never('devices') });
    project.addWriteToken('Plain');
    const url = new TerraformVariable(stack, 'url', { type: 'string', sensitive: true });
    const hook = new LogfireWebhookChannel(stack, 'Hook', { url: SecretValue.fromVariable(url) });
    new LogfireAlert(stack, 'Alert', { project, query: 'SELECT 1 FROM records', notify: isSilent ? [] : [Delivery.to(hook)] });
  });
}

describeStandIn('a plan of Terraform', () => {
  const stacks = useStacks();

  async function started(): Promise<Workspace> {
    const workspace = await stacks.workspace(at(day(0), shop().stack), { TF_VAR_url: URL });
    await workspace.mustApply();
    return workspace;
  }

  /** What the tool says of the next plan, as Markdown and as a page. */
  async function reviewed(workspace: Workspace, page: string, ...options: string[]): Promise<{ readonly markdown: string; readonly html: string }> {
    const plan = fileWith(JSON.stringify(await workspace.planJson(...options)));
    const markdown = await inProcess('review', '--plan', plan, '--page', page, '--format', 'markdown');
    const output = fileWith('', 'unused').replace(/unused$/, 'changes.html');
    const html = await inProcess('review', '--plan', plan, '--page', page, '--output', output);
    expect([markdown.exitCode, html.exitCode, markdown.stderr, html.stderr]).toEqual([0, 0, '', '']);
    const text = fs.readFileSync(output, 'utf8');
    for (const secret of [URL, ...stacks.standIn.logfire.secrets()]) {
      expect(markdown.stdout + text).not.toContain(secret);
    }
    return { markdown: markdown.stdout, html: text };
  }

  test('of the first apply creates', async () => {
    const { page, stack } = shop();
    const workspace = await stacks.workspace(stack, { TF_VAR_url: URL });
    const { markdown, html } = await reviewed(workspace, page);
    expect(markdown).toBe(`<!-- cdktf-logfire review -->
## What changes in Logfire

**6 created.** 0 unchanged.

**Created: 6**
- 1 alert: \`shop-alert\`
- 1 channel: \`shop-hook\`
- 1 project: \`shop\`
- 1 read token: \`Shop/Endless\`
- 2 write tokens: \`Shop/Plain\`, \`Shop/Token\`
`);
    expect(html).toContain('<a class="badge change-create" href="#changes-3">created</a></h3>');
  });

  test('that rotates says so, and what else is replaced is no rotation', async () => {
    const workspace = await started();
    const rotated = shop({ generation: 2 });
    workspace.write(at(day(40), rotated.stack));
    const { markdown, html } = await reviewed(workspace, rotated.page);
    expect(markdown).toContain('**2 replaced.** 4 unchanged.\n\n**Replaced: 2**\n');
    expect(markdown).toContain('- write token `Shop/Token` (`shop/Shop/Token`): Rotates, as planned. The token is revoked: programs that still hold it stop sending telemetry. '
      + 'Stored in the state only. The new one is created first. `expires_at`: `2028-02-03T00:00:00Z` → `2028-03-14T00:00:00Z`.');
    expect(markdown).toContain('- read token `Shop/Endless` (`shop/Shop/Endless`): Rotates, as planned.');
    expect(html.match(/rotates, as planned<\/span>/g)).toHaveLength(2);

    const lengthened = shop({ days: 400 });
    workspace.write(at(day(40), lengthened.stack));
    const { markdown: second } = await reviewed(workspace, lengthened.page);
    expect(second).toContain('**Look at this first: 1**\n- write token `Shop/Token` (`shop/Shop/Token`): Replaced, which is no rotation. The token is revoked');
    expect(second).toContain('Its lifetime changes.');

    const { markdown: third } = await reviewed(workspace, lengthened.page, `-replace=${Object.keys((await workspace.state())).find((address) => address.includes('Plain_') && address.startsWith('logfire'))}`);
    expect(third).toContain('write token `Shop/Plain` (`shop/Shop/Plain`): The plan was asked to replace it.');
  });

  test('that renames a project updates it in place', async () => {
    const workspace = await started();
    const renamed = shop({ name: 'store' });
    workspace.write(at(day(0), renamed.stack));
    const { markdown, html } = await reviewed(workspace, renamed.page);
    expect(markdown).toContain('**1 updated in place.** 5 unchanged.\n\n**Updated in place: 1**\n- project `store` (`shop/Shop`): `name`: `shop` → `store`.\n');
    expect(html).toContain('<tr><th scope="row"><code>name</code></th><td><code>shop</code></td><td><code>store</code></td></tr>');
  });

  test('that removes the last channel of an alert warns', async () => {
    const workspace = await started();
    const silent = shop({ isSilent: true });
    workspace.write(at(day(0), silent.stack));
    const { markdown } = await reviewed(workspace, silent.page);
    expect(markdown).toContain('**Look at this first: 1**\n- alert `shop-alert` (`shop/Alert`): Loses its last channel: nobody is notified.\n');
    expect(markdown).toContain('`channel_assignments`: `channel_id: shop-hook` → `empty`');
  });

  test('that destroys says what is lost, and why', async () => {
    const workspace = await started();
    const empty = shop({ isEmpty: true });
    workspace.write(at(day(0), empty.stack));
    const { markdown } = await reviewed(workspace, empty.page);
    expect(markdown).toContain('**5 destroyed.** 1 unchanged.');
    expect(markdown).toMatch(/- write token `\S+`: Destroyed. The token is revoked: programs that still hold it stop sending telemetry.\n/);
    expect(markdown).toContain('No longer in the program. Nobody is notified any more.');
    const all = await reviewed(workspace, shop().page, '-destroy');
    expect(all.markdown).toContain('**6 destroyed.** 0 unchanged.');
    expect(all.markdown).toContain('**Look at this first: 4**\n- project `shop` (`shop/Shop`): Destroyed. All its telemetry and everything in it are deleted');
  });
});

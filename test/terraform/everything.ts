import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TerraformStack, TerraformVariable } from 'cdktf';
import type { Workspace } from './harness';
import { stackJson } from './stacks';
import {
  ApiScope, DashboardDefinition, Delivery, Duration, GatewayVendor, LogfireAlert, LogfireApiKey, LogfireDashboard, LogfireFrontendApplication,
  LogfireFrontendToken, LogfireGatewayApiKey, LogfireGatewayProvider, LogfireIngestKey, LogfireOpsgenieChannel, LogfireProject, LogfireReadToken,
  LogfireRotatingGatewayApiKey, LogfireRotatingWriteToken, LogfireSchedule, LogfireSlo, LogfireWebhookChannel, LogfireWriteToken, ScheduleWindow,
  SecretValue, Sli, SloRouting, SloScope, Timezone, TokenRotation, Weekday,
} from '../../src';
import type { LogfireObject, StandIn } from '../../tools/src/stand-in';

/** Terraform changes one thing after the other, so that each step has a number. */
export const ONE_BY_ONE = '-parallelism=1';

/** Variables that the stack needs. */
export const VARIABLES = { TF_VAR_secret: 'https://hooks.example.com/example' };

/** What issues a secret: left over in Logfire, it can be used by whoever has it. */
const CREDENTIALS = ['logfire_write_token', 'logfire_read_token', 'logfire_api_key', 'logfire_gateway_api_key', 'logfire_frontend_application_token'];

const TYPES = [
  ...CREDENTIALS, 'logfire_project', 'logfire_gateway_provider', 'logfire_channel', 'logfire_schedule', 'logfire_alert', 'logfire_slo', 'logfire_dashboard',
  'logfire_frontend_application',
];

/** One of each resource; the second generation rotates every credential and updates the rest in place. */
export function everything(generation: 1 | 2) {
  return stackJson((stack: TerraformStack) => {
    const rotation = TokenRotation.manual(generation);
    const secret = SecretValue.fromVariable(new TerraformVariable(stack, 'secret', { type: 'string', sensitive: true }));
    const shop = new LogfireProject(stack, 'Shop', { description: `generation ${generation}`, deletionProtection: false });
    new LogfireWriteToken(stack, 'Write', { project: shop, rotation });
    new LogfireReadToken(stack, 'Read', { project: shop, rotation });
    new LogfireRotatingWriteToken(stack, 'Rotating', { project: shop, rotation });
    new LogfireApiKey(stack, 'Key', { scopes: [ApiScope.ORGANIZATION_READ], rotation });
    new LogfireIngestKey(stack, 'Ingest', { project: shop, rotation });
    new LogfireGatewayApiKey(stack, 'Chat', { project: shop, dailyLimitUsd: 5 * generation, rotation });
    new LogfireRotatingGatewayApiKey(stack, 'Agents', { project: shop, dailyLimitUsd: 5, rotation });
    new LogfireGatewayProvider(stack, 'OpenAI', { gatewayProviderSlug: 'openai', vendor: GatewayVendor.OPENAI, apiKey: secret });
    new LogfireFrontendToken(stack, 'Web', { application: new LogfireFrontendApplication(stack, 'Application', { project: shop }) });
    const pager = new LogfireOpsgenieChannel(stack, 'Pager', { authKey: secret, channelName: `pager-${generation}` });
    const chat = new LogfireWebhookChannel(stack, 'Webhook', { url: secret });
    const hours = new LogfireSchedule(stack, 'Hours', {
      timezone: Timezone.UTC,
      windows: [ScheduleWindow.between([Weekday.MONDAY, Weekday.FRIDAY], '08:00', `1${generation}:00`)],
    });
    new LogfireAlert(stack, 'Errors', {
      project: shop,
      query: 'SELECT trace_id FROM records WHERE is_exception',
      frequency: Duration.minutes(5),
      timeWindow: Duration.minutes(5 * generation),
      notify: [Delivery.to(pager).during(hours), Delivery.to(chat)],
    });
    new LogfireSlo(stack, 'Latency', {
      project: shop,
      sloScope: SloScope.service('checkout'),
      sli: Sli.availability(),
      targetPercent: 99 + generation / 10,
      routing: SloRouting.bySeverity({ page: [Delivery.to(pager)], ticket: [Delivery.to(chat)] }),
    });
    new LogfireDashboard(stack, 'Traffic', {
      project: shop,
      definition: DashboardDefinition.fromObject({ kind: 'Dashboard', spec: { display: { name: 'Traffic' }, duration: `${generation}h` } }),
    });
  });
}

/** Everything that is in Logfire, by what does not differ from run to run. */
export function inventory({ logfire }: StandIn): string[] {
  const named = (object: LogfireObject) => ['name', 'slug', 'description'].map((key) => object[key]).join(' ');
  return TYPES.flatMap((type) => logfire.objects(type).map((object) => `${type} ${named(object)}`)).sort();
}

/** Throws when Logfire has something else than expected, a credential that Terraform does not know, or something to do. */
export async function expectConverged(workspace: Workspace, standIn: StandIn, expected: readonly string[]): Promise<void> {
  expect(inventory(standIn)).toEqual(expected);
  const known = readFileSync(join(workspace.folder, 'terraform.tfstate'), 'utf8');
  const orphans = CREDENTIALS.flatMap((type) => standIn.logfire.objects(type)).filter(({ id }) => !known.includes(id));
  expect(orphans).toEqual([]);
  expect(await workspace.planExitCode()).toBe(0);
}

/** How many changes the provider has made so far. */
export function changes(standIn: StandIn): number {
  return standIn.logfire.operations.filter(({ op }) => op !== 'cascade').length;
}

/** What an apply does that nothing disturbs, and what Logfire has after it. */
export async function undisturbed(workspace: Workspace, standIn: StandIn): Promise<{ steps: number; left: string[] }> {
  const before = changes(standIn);
  await workspace.mustApply(ONE_BY_ONE);
  return { steps: changes(standIn) - before, left: inventory(standIn) };
}

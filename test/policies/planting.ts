import { TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import * as fc from 'fast-check';
import {
  ApiScope, Delivery, GatewayVendor, LogfireAlert, LogfireApiKey, LogfireGatewayApiKey, LogfireEnvironment, LogfireGatewayProvider,
  LogfireOpsgenieChannel, LogfirePagerDutyChannel, LogfireProject, LogfireProjectWithToken, LogfireProvider, LogfireSlackWebhookChannel,
  LogfireWebhookChannel, LogfireWriteToken, MigrationPhase, LogfireProjectMigration, SecretValue,
} from '../../src';
import { SINKS, StoreProvider } from '../sinks/store-provider';

/** Where a secret is handed over. */
const PLACES = [
  'apiKey', 'header', 'webhook', 'slack', 'opsgenie', 'pagerduty', 'gateway', 'storedToken', 'storedKey', 'alert', 'key', 'gatewayKey', 'projectWithToken',
  'sink', 'environment', 'migration',
] as const;
/** Those that are given no secret. */
export const WITHOUT: ReadonlySet<string> = new Set(['key', 'gatewayKey', 'projectWithToken']);

/** How it is handed over; the last two are refused. */
const SOURCES = ['variable', 'attribute', 'plain', 'literalAttribute', 'variableWithDefault'] as const;
export const REFUSED: ReadonlySet<string> = new Set(['literalAttribute', 'variableWithDefault']);
/** Places that must be known during the plan: an attribute of a resource of the same stack is refused, too. */
export const KNOWN_AT_PLAN: ReadonlySet<string> = new Set(['apiKey', 'header']);

export interface Plant {
  readonly place: typeof PLACES[number];
  readonly source: typeof SOURCES[number];
  readonly secret: string;
}

/** No secret is a part of another, or the one that is declared would give the other away. */
export const plants = fc.array(fc.record({
  place: fc.constantFrom(...PLACES),
  source: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom('variable' as const, 'attribute' as const, 'plain' as const) },
    { weight: 1, arbitrary: fc.constantFrom('literalAttribute' as const, 'variableWithDefault' as const) },
  ),
  // Long enough not to be part of anything else by chance.
  secret: fc.stringMatching(/^[a-zA-Z0-9]{20,40}$/),
}), { minLength: 1, maxLength: 5 }).filter((planted) => (
  planted.every(({ secret }, index) => planted.every((other, at) => at === index || !other.secret.includes(secret)))
));

/** What is planted: an address where one is expected. */
export function textOf({ place, secret }: Plant): string {
  return place === 'webhook' || place === 'slack' || place === 'alert' ? `https://hooks.example/${secret}` : secret;
}

function secretOf(scope: TerraformStack, plant: Plant, index: number, project: LogfireProject): SecretValue {
  const text = textOf(plant);
  switch (plant.source) {
    case 'variable':
      process.env[`TF_VAR_secret${index}`] = text;
      return SecretValue.fromVariable(new TerraformVariable(scope, `secret${index}`, { type: 'string', sensitive: true }));
    case 'attribute': return SecretValue.fromAttribute(project.addReadToken(`Source${index}`).tokenValue);
    case 'plain': return SecretValue.unsafePlainText(text);
    case 'literalAttribute': return SecretValue.fromAttribute(text);
    case 'variableWithDefault': return SecretValue.fromVariable(new TerraformVariable(scope, `secret${index}`, { sensitive: true, default: text }));
  }
}

/** Adds the construct of a plant. */
export function grow(stack: TerraformStack, plant: Plant, index: number, project: LogfireProject): void {
  const id = `Plant${index}`;
  const secret = () => secretOf(stack, plant, index, project);
  switch (plant.place) {
    case 'apiKey': new LogfireProvider(stack, id, { alias: `p${index}`, apiKey: secret() }); break;
    case 'header': new LogfireProvider(stack, id, { alias: `p${index}`, customHeaders: { 'X-Secret': secret() } }); break;
    case 'webhook': new LogfireWebhookChannel(stack, id, { url: secret() }); break;
    case 'slack': new LogfireSlackWebhookChannel(stack, id, { url: secret() }); break;
    case 'opsgenie': new LogfireOpsgenieChannel(stack, id, { authKey: secret() }); break;
    case 'pagerduty': new LogfirePagerDutyChannel(stack, id, { routingKey: secret() }); break;
    case 'gateway': new LogfireGatewayProvider(stack, id, { vendor: GatewayVendor.OPENAI, gatewayProviderSlug: `up-${index}`, apiKey: secret() }); break;
    case 'storedToken': sensitiveOutput(stack, index, LogfireWriteToken.fromSecret(stack, id, secret()).tokenValue); break;
    case 'storedKey': sensitiveOutput(stack, index, LogfireApiKey.fromSecret(stack, id, secret()).tokenValue); break;
    case 'alert': new LogfireAlert(stack, id, { project, query: 'SELECT 1', notify: [Delivery.to(new LogfireWebhookChannel(stack, `Hook${index}`, { url: secret() }))] }); break;
    case 'key': new LogfireApiKey(stack, id, { project, scopes: ApiScope.query() }); break;
    case 'gatewayKey': new LogfireGatewayApiKey(stack, id, { project, dailyLimitUsd: 1 }); break;
    case 'projectWithToken': new LogfireProjectWithToken(stack, id); break;
    case 'sink': {
      const [, provider, , make] = SINKS[(plant.secret.length + index) % SINKS.length];
      stack.node.tryFindChild(provider) ?? new StoreProvider(stack, provider);
      LogfireWriteToken.fromSecret(stack, id, secret()).storeIn(make(`${index}`));
      break;
    }
    case 'environment': {
      const environment = LogfireEnvironment.forToken(LogfireWriteToken.fromSecret(stack, id, secret()));
      sensitiveOutput(stack, index, environment.toLambdaVariables());
      new TerraformOutput(stack, `collector${index}`, { value: environment.toCollectorExporters() });
      break;
    }
    case 'migration': {
      const [fromToken, toToken] = [LogfireWriteToken.fromSecret(stack, id, secret()), new LogfireWriteToken(stack, `New${index}`, { project })];
      sensitiveOutput(stack, index, new LogfireProjectMigration(stack, `Move${index}`, { fromToken, toToken, phase: MigrationPhase.DUAL_WRITE }).tokenValue);
      break;
    }
  }
}

function sensitiveOutput(stack: TerraformStack, index: number, value: unknown): void {
  new TerraformOutput(stack, `out${index}`, { value, sensitive: true });
}

import * as fs from 'node:fs';
import * as path from 'node:path';
import { TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import * as fc from 'fast-check';
import {
  ApiScope, Delivery, GatewayVendor, LogfireAlert, LogfireApiKey, LogfireGatewayApiKey, LogfireEnvironment, LogfireGatewayProvider, LogfireInventory,
  LogfireOpsgenieChannel, LogfirePagerDutyChannel, LogfireProject, LogfireProjectWithToken, LogfireProvider, LogfireSlackWebhookChannel,
  LogfireReview, LogfireWebhookChannel, LogfireWriteToken, MigrationPhase, NoPlaintextSecrets, LogfireProjectMigration, SecretValue,
} from '../../src';
import { SINKS, StoreProvider } from '../sinks/store-provider';
import { cleanUp, newApp, writtenFiles } from '../synth';

jest.setTimeout(240_000);

/** Where a secret is handed over. */
const PLACES = [
  'apiKey', 'header', 'webhook', 'slack', 'opsgenie', 'pagerduty', 'gateway', 'storedToken', 'storedKey', 'alert', 'key', 'gatewayKey', 'projectWithToken',
  'sink', 'environment', 'migration',
] as const;
/** Those that are given no secret. */
const WITHOUT: ReadonlySet<string> = new Set(['key', 'gatewayKey', 'projectWithToken']);

/** How it is handed over; the last two are refused. */
const SOURCES = ['variable', 'attribute', 'plain', 'literalAttribute', 'variableWithDefault'] as const;
const REFUSED: ReadonlySet<string> = new Set(['literalAttribute', 'variableWithDefault']);
/** Places that must be known during the plan: an attribute of a resource of the same stack is refused, too. */
const KNOWN_AT_PLAN: ReadonlySet<string> = new Set(['apiKey', 'header']);

interface Plant {
  readonly place: typeof PLACES[number];
  readonly source: typeof SOURCES[number];
  readonly secret: string;
}

/** No secret is a part of another, or the one that is declared would give the other away. */
const plants = fc.array(fc.record({
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
function textOf({ place, secret }: Plant): string {
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

function grow(stack: TerraformStack, plant: Plant, index: number, project: LogfireProject): void {
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

/** What came of a program: the files it wrote and the text of its error. */
function outcomeOf(planted: readonly Plant[], withPolicy: boolean): { readonly files: ReadonlyMap<string, string>; readonly error: string } {
  const app = newApp();
  let error = '';
  try {
    const stack = new TerraformStack(app, 'app');
    // The key that the provider takes from the environment is a secret that is planted, too.
    process.env.LOGFIRE_API_KEY = planted[0].secret;
    new LogfireProvider(stack, 'Logfire');
    const project = new LogfireProject(stack, 'Shop');
    planted.forEach((plant, index) => grow(stack, plant, index, project));
    LogfireInventory.writeFor(app);
    LogfireReview.writeFor(app);
    if (withPolicy) {
      new NoPlaintextSecrets().applyTo(app);
    }
    app.synth();
  } catch (thrown) {
    error = String((thrown as Error).stack);
  }
  return { error, files: new Map(writtenFiles(app).map((file) => [file, fs.readFileSync(path.join(app.outdir, file), 'utf8')])) };
}

const environment = { ...process.env };

afterEach(() => {
  process.env = { ...environment };
  cleanUp();
});

test('no planted secret is written or told unless it was declared as plain text', () => {
  const seen = { written: 0, refusedByLibrary: 0, refusedByPolicy: 0, declared: 0 };
  fc.assert(fc.property(plants, fc.boolean(), (planted, withPolicy) => {
    const { files, error } = outcomeOf(planted, withPolicy);
    const given = planted.filter(({ place }) => !WITHOUT.has(place));
    const isDeclared = ({ source }: Plant) => source === 'plain';
    const refused = given.some(({ place, source }) => REFUSED.has(source) || (source === 'attribute' && KNOWN_AT_PLAN.has(place)));
    const found = withPolicy && given.some(isDeclared);

    expect(planted.filter(({ secret }) => error.includes(secret))).toEqual([]);
    expect(error !== '').toBe(refused || found);
    expect(files.size > 0).toBe(error === '');
    for (const [file, text] of files) {
      const declared = path.basename(file) === 'cdk.tf.json' ? given.filter(isDeclared).map(({ secret }) => secret) : [];
      seen.declared += declared.length;
      expect(planted.filter(({ secret }) => text.includes(secret) && !declared.includes(secret))).toEqual([]);
    }
    seen[error === '' ? 'written' : refused ? 'refusedByLibrary' : 'refusedByPolicy'] += 1;
    cleanUp();
  }), { numRuns: 2000 });
  // All of them happen often, or the test would tell little.
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(50);
});

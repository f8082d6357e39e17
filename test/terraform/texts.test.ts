import { Fn, Lazy, TerraformOutput, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import { describeStandIn, useStandIn } from './harness';
import { SecretStores } from './secret-stores';
import { stackJson } from './stacks';
import { Build, EXISTING, LOOKED_UP, METADATA, NOT_RENDERED, REJECTED, RENDERED, STRICT, stringInputs, VALIDATED } from './string-inputs';
import { DashboardDefinition, LogfireDashboard, LogfireProject, LogfireProvider, TerraformExpression } from '../../src';
import { document, panel } from '../dashboards/documents';
import { StoreProvider } from '../sinks/store-provider';
import { cleanUp, TerraformJson } from '../synth';

jest.setTimeout(120_000);

/** Terraform would fail at `${STAGE}`, and would replace the rest. */
const TEMPLATE = 'Shop ${STAGE} $${b} %{ if true }c%{ endif } %%{d}';

/** Strings that arrive inside of a longer one: in a name, a description or a query. All others arrive alone. */
const COMPOSED: ReadonlySet<string> = new Set([
  'AiMonitoringOptions.serviceName', 'DatabaseMonitoringOptions.databaseSystem', 'DatabaseMonitoringOptions.serviceName',
  'FrontendMonitoringOptions.serviceName', 'HostMonitoringOptions.hostName', 'JobMonitoringOptions.serviceName', 'JobMonitoringOptions.spanName',
  'LogfireAlertProps.owner', 'LogfireDefaultValues.owner', 'LogfireMonitoringProps.owner', 'LogfireSubjectMonitoringProps.owner',
  'QueueMonitoringOptions.queueName', 'ServiceMonitoringOptions.serviceName', 'SubjectAlertOptions.description', 'SubjectAlertOptions.title',
  'SubjectSloOptions.title',
]);

type Inputs = { readonly [input: string]: Build };

/** One stack with all of them, and for each the string that has to arrive. */
function stackOf(inputs: Inputs, given: (text: string) => string): { json: TerraformJson; expected: [input: string, text: string][] } {
  const expected: [string, string][] = [];
  const json = stackJson((stack) => {
    ['aws', 'vault', 'kubernetes', 'github'].forEach((name) => new StoreProvider(stack, name));
    const selfHosted = new LogfireProvider(stack, 'SelfHosted', { alias: 'self_hosted', baseUrl: 'https://logfire.example.com' });
    Object.entries(inputs).forEach(([input, build], index) => {
      const text = `${TEMPLATE} ${index}.`;
      const scope = new Construct(stack, text);
      const project = new LogfireProject(scope, 'OwnProject', { projectName: `p${index}`, deletionProtection: false });
      const value = given(text);
      const arrives = build({ scope, project, selfHosted, index }, value) ?? value;
      expected.push([input, arrives.replaceAll(value, () => text)]);
    });
  });
  return { json, expected };
}

/** All strings in a value, and those in JSON in it. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value, ...(/^[[{]/.test(value) ? stringsIn(parsed(value)) : [])];
  }
  return typeof value !== 'object' || value === null ? [] : Object.entries(value).flatMap(([key, inner]) => [key, ...stringsIn(inner)]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

test('each string of the API is in one of the tables', () => {
  const listed = [RENDERED, EXISTING, LOOKED_UP, REJECTED, STRICT, METADATA, VALIDATED, NOT_RENDERED].flatMap((table) => Object.keys(table));
  expect(listed.sort()).toEqual(stringInputs());
});

describe('a string that is checked strictly', () => {
  afterEach(cleanUp);

  const inputs = Object.entries(STRICT).flatMap(([input, build]) => ['${a}', '%{a}', 'a${a}', 'a%{a}'].map((text) => [input, text, build] as const));

  test.each(inputs)('%s does not accept %j', (input, text, build) => {
    expect(() => stackOf({ [input]: build }, () => text)).toThrow(expect.objectContaining({ name: 'LogfireError' }));
  });
});

describeStandIn('a string of the API in Terraform', () => {
  const suite = useStandIn();
  let stores: SecretStores;

  beforeEach(async () => {
    stores = await SecretStores.start();
  });
  afterEach(async () => {
    cleanUp();
    await stores.stop();
  });

  const workspace = async (json: TerraformJson) => suite.workspace(json, {
    TF_REATTACH_PROVIDERS: JSON.stringify({ ...JSON.parse(suite.standIn.environment.TF_REATTACH_PROVIDERS), ...stores.reattach }),
  });

  describe.each<[string, (text: string) => string]>([
    ['as written', (text) => text],
    ['from a Lazy', (text) => Lazy.stringValue({ produce: () => text })],
  ])('%s', (_, given) => {
    test('arrives as it is', async () => {
      const { json, expected } = stackOf({ ...RENDERED, ...EXISTING, ...METADATA }, given);
      const terraform = await workspace(json);
      await terraform.mustApply();
      const outputs = Object.keys(json.output).map((name) => terraform.output(name));
      const { configurations, logfire } = suite.standIn;
      const arrived = new Set(stringsIn([await terraform.state(), await Promise.all(outputs), logfire.receivedSecrets(), configurations]));
      const reached = expected.filter(([input]) => METADATA[input] === undefined);
      const composed = [...arrived].join('\n');
      expect(reached.filter(([input, text]) => !(COMPOSED.has(input) ? composed.includes(text) : arrived.has(text)))).toEqual([]);
      expect(await terraform.planExitCode()).toBe(0);
    });

    test.each(Object.entries(VALIDATED))('is not evaluated: %s', async (input, { text, build, error }) => {
      const terraform = await workspace(stackOf({ [input]: build }, () => given(text)).json);
      expect((await terraform.plan()).text).toContain(error);
    });

    test.each([['plan', LOOKED_UP], ['apply', REJECTED]] as const)('is what %s says as it is', async (command, inputs) => {
      const { json, expected } = stackOf(inputs, given);
      const terraform = await workspace(json);
      const said = (await terraform[command]()).text;
      expect(expected.filter(([, text]) => !said.includes(text))).toEqual([]);
    });
  });

  test('contains tokens and expressions, of which the values arrive', async () => {
    const json = stackJson((stack) => {
      const { stringValue } = new TerraformVariable(stack, 'stage', { type: 'string', default: '${not} "evaluated"' });
      const expression = TerraformExpression.raw('upper("$${stage} ${var.stage == "" ? "none" : "some"}")');
      const project = new LogfireProject(stack, 'Shop', { description: `\${stage} $${stringValue} ${expression}`, deletionProtection: false });
      new LogfireDashboard(stack, 'Dashboard', {
        project,
        definition: DashboardDefinition.fromObject(document({ panel: panel(`\${__from} $${stringValue} ${expression} ${Fn.join('-', ['a', stringValue])}`) })),
      });
      new TerraformOutput(stack, 'nested', { value: Fn.upper(LogfireProject.fromProjectId(stack, 'Existing', '${a} "b"').projectId) });
    });
    const terraform = await workspace(json);
    await terraform.mustApply();
    const { logfire } = suite.standIn;
    const stage = '${not} "evaluated"';
    expect(logfire.objects('logfire_project')).toMatchObject([{ description: `\${stage} $${stage} \${STAGE} SOME` }]);
    expect(stringsIn(logfire.objects('logfire_dashboard'))).toContain(`\${__from} $${stage} \${STAGE} SOME a-${stage}`);
    expect(await terraform.output('nested')).toBe('${A} "B"');
  });
});

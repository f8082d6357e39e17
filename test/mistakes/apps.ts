import { App, TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import { SynthMistake } from './mistake';
import {
  ApiScope, AwsSsmParameterSink, Delivery, Duration, l1, LogfireAlert, LogfireApiKey, LogfireOpsgenieChannel, LogfireProject, LogfireProvider,
  LogfireSlo, SecretValue, Sli, SloRouting, SloScope, TokenRotation,
} from '../../src';
import { StoreProvider } from '../sinks/store-provider';
import { newStack } from '../synth';

const QUERY = 'SELECT trace_id FROM records WHERE is_exception';
const variable = (stack: TerraformStack, id: string) => SecretValue.fromVariable(new TerraformVariable(stack, id, { sensitive: true }));
const other = (stack: TerraformStack) => new LogfireProvider(stack, 'Other', { alias: 'other', apiKey: variable(stack, 'other_key') });
const inOther = (stack: TerraformStack) => new LogfireOpsgenieChannel(stack, 'Channel', { authKey: variable(stack, 'genie'), provider: other(stack) });
const shop = (stack: TerraformStack) => new LogfireProject(stack, 'Shop');
/** A stack whose providers all have an alias. */
const aliased = (app: App) => {
  const stack = new TerraformStack(app, 'aliased');
  new LogfireProvider(stack, 'Eu', { alias: 'eu' });
  return stack;
};

/** What only the whole app shows: what is lost, what goes to another organization, and what is no longer protected. */
export const APPS: readonly SynthMistake[] = [
  {
    name: 'two resources with one address',
    error: 'so one of the two would be lost',
    build: (stack) => ['A', 'B'].forEach((id) => new LogfireProject(stack, id).resource.overrideLogicalId('shop')),
  },
  {
    name: 'two outputs with one name',
    error: 'the output name "token" is taken by',
    build: (stack) => ['a', 'b'].forEach((id) => new TerraformOutput(stack, id, { value: id }).overrideLogicalId('token')),
  },
  {
    name: 'two providers with one alias',
    error: 'already has a Logfire provider with the alias "eu"',
    build: (stack) => ['A', 'B'].forEach((id) => new LogfireProvider(stack, id, { alias: 'eu' })),
  },
  { name: 'no provider to use by default', error: 'provider must be given', build: (_, app) => new LogfireProject(aliased(app), 'Shop') },
  {
    name: 'a provider of another stack',
    error: 'provider must be one of its own stack',
    build: (stack, app) => new LogfireProject(stack, 'Shop', { provider: newStack(app, 'other').node.findChild('Logfire') as LogfireProvider }),
  },
  {
    name: 'a provider of another kind',
    error: 'provider must be a provider logfire',
    build: (stack) => new LogfireProject(stack, 'Shop', { provider: new StoreProvider(stack, 'aws') }),
  },
  {
    name: 'a token in the account of another provider',
    error: 'provider must be a provider aws',
    build: (stack) => {
      new StoreProvider(stack, 'aws');
      shop(stack).addWriteToken('Token').storeIn(new AwsSsmParameterSink({ parameterName: '/shop', provider: stack.node.findChild('Logfire') as LogfireProvider }));
    },
  },
  {
    name: 'an alert to a channel of another organization',
    error: "notify must be in the organization of this construct's provider",
    build: (stack) => new LogfireAlert(stack, 'Alert', { project: shop(stack), query: QUERY, notify: [Delivery.to(inOther(stack))] }),
  },
  {
    name: 'an SLO to a channel of another organization',
    error: "routing must be in the organization of this construct's provider",
    build: (stack) => new LogfireSlo(stack, 'Slo', {
      project: shop(stack),
      sloScope: SloScope.service('shop'),
      sli: Sli.availability(),
      targetPercent: 99.9,
      routing: SloRouting.bySeverity({ page: [Delivery.to(inOther(stack))], ticket: [] }),
    }),
  },
  {
    name: 'a token of a project in another organization',
    error: "project must be in the organization of this construct's provider",
    build: (stack) => new l1.WriteToken(stack, 'Token', { projectId: shop(stack).projectId, provider: other(stack) }),
  },
  {
    name: 'a provider with a key that is created in its stack',
    error: 'apiKey must be known during the plan',
    build: (stack) => new LogfireProvider(stack, 'Other', {
      alias: 'other', apiKey: SecretValue.fromAttribute(new LogfireApiKey(stack, 'Key', { scopes: [ApiScope.ORGANIZATION_READ] }).tokenValue),
    }),
  },
  {
    name: 'a lifecycle without the protection',
    error: 'its lifecycle has lost prevent_destroy',
    build: (stack) => {
      shop(stack).resource.lifecycle = { ignoreChanges: ['description'] };
    },
  },
  {
    name: 'a lifecycle without the rotation',
    error: 'its lifecycle has lost replace_triggered_by',
    build: (stack) => {
      shop(stack).addWriteToken('Token', { rotation: TokenRotation.every(Duration.days(30)) }).resource.lifecycle = { createBeforeDestroy: true };
    },
  },
  {
    name: 'a token without its warning',
    error: 'so no plan would warn before it expires',
    build: (stack) => shop(stack).addWriteToken('Token').node.tryRemoveChild('ExpiryCheck'),
  },
  {
    name: 'a name twice in one organization, in two stacks',
    error: 'is taken by',
    build: (stack, app) => [stack, newStack(app, 'second')].forEach((each, index) => {
      const provider = new LogfireProvider(each, 'Keyed', { alias: 'keyed', apiKey: SecretValue.unsafePlainText('not-a-real-key') });
      new LogfireProject(each, `P${index}`, { projectName: 'shop', provider });
    }),
  },
  {
    name: 'a name twice, from one variable',
    error: 'is taken by',
    build: (stack) => {
      const projectName = new TerraformVariable(stack, 'name', {}).stringValue;
      ['A', 'B'].forEach((id) => new LogfireProject(stack, id, { projectName }));
    },
  },
];

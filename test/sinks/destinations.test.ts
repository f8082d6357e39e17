import { App, TerraformStack, TerraformVariable } from 'cdktf';
import {
  AwsSecretsManagerSink, AwsSsmParameterSink, GithubActionsSecretSink, ISecretSink, KubernetesSecretSink, LogfireProject, LogfireProvider,
  LogfireSinkProvider, LogfireWriteToken, VaultKvSink,
} from '../../src';
import { cleanUp, newApp, synth, warnings } from '../synth';

afterEach(cleanUp);

const SOURCES = ['hashicorp/aws', 'hashicorp/vault', 'hashicorp/kubernetes', 'integrations/github'];

function newStack(app: App = newApp(), id = 'app', region?: string): TerraformStack {
  const stack = new TerraformStack(app, id);
  new LogfireProvider(stack, 'Logfire');
  SOURCES.forEach((source) => new LogfireSinkProvider(stack, source.replace('/', '-'), { source, configuration: source.endsWith('aws') ? { region } : undefined }));
  return stack;
}

function store(stack: TerraformStack, id: string, sink: ISecretSink): void {
  const project = new LogfireProject(stack, `${id}Project`);
  new LogfireWriteToken(stack, id, { project }).storeIn(sink);
}

const ssm = (parameterName = '/shop') => new AwsSsmParameterSink({ parameterName });

test.each<[string, string, () => ISecretSink, () => ISecretSink]>([
  ['a parameter', 'parameterName', () => ssm(), () => ssm()],
  ['a new secret', 'secretName', () => new AwsSecretsManagerSink({ secretName: 'shop' }), () => new AwsSecretsManagerSink({ secretName: 'shop' })],
  [
    'a secret with other keys', 'existingSecretId',
    () => new AwsSecretsManagerSink({ secretName: 'shop', jsonKey: 'A' }), () => new AwsSecretsManagerSink({ existingSecretId: 'shop', jsonKey: 'B' }),
  ],
  [
    'a path in Vault', 'secretName',
    () => new VaultKvSink({ mount: 'secret', secretName: 'shop', key: 'a' }), () => new VaultKvSink({ mount: 'secret', secretName: 'shop', key: 'b' }),
  ],
  [
    'a Kubernetes secret', 'secretName',
    () => new KubernetesSecretSink({ secretName: 'shop', key: 'A' }), () => new KubernetesSecretSink({ secretName: 'shop', secretNamespace: 'default', key: 'B' }),
  ],
  [
    'a secret of a repository', 'secretName',
    () => new GithubActionsSecretSink({ repository: 'shop', secretName: 'TOKEN' }), () => new GithubActionsSecretSink({ repository: 'Shop', secretName: 'token' }),
  ],
])('two credentials in %s are an error', (_, prop, first, second) => {
  const stack = newStack();
  store(stack, 'One', first());
  store(stack, 'Two', second());
  expect(() => synth(stack)).toThrow(new RegExp(`app/Two/StoredIn\\w+: ${prop} must name a place of its own, got the one of app/One/StoredIn\\w+, where one credential would overwrite the other; pass another ${prop} \\[logfire:shared-store\\]`));
});

test('one place is told also where the stack lacks the provider of the sinks', () => {
  const stack = new TerraformStack(newApp(), 'app');
  new LogfireProvider(stack, 'Logfire');
  ['One', 'Two', 'Three'].forEach((id) => store(stack, id, ssm(id === 'Three' ? '/other' : '/shop')));
  expect(() => synth(stack)).toThrow('app/Two/StoredInAwsSsmParameter: parameterName must name a place of its own, got the one of app/One/StoredInAwsSsmParameter');
  expect(() => synth(stack)).not.toThrow('app/Three');
});

test('one sink for two credentials is an error', () => {
  const stack = newStack();
  const sink = ssm();
  store(stack, 'One', sink);
  store(stack, 'Two', sink);
  expect(() => synth(stack)).toThrow('parameterName must name a place of its own');
});

test('two names from one variable are one place, and those from two variables are two', () => {
  const build = (...names: string[]) => {
    const stack = newStack();
    const variables = Object.fromEntries([...new Set(names)].map((name) => [name, new TerraformVariable(stack, name, { type: 'string' })]));
    names.forEach((name, index) => store(stack, `Token${index}`, ssm(`/shop/${variables[name].stringValue}`)));
    return stack;
  };
  expect(() => synth(build('name', 'name'))).toThrow('parameterName must name a place of its own');
  synth(build('one', 'other'));
});

test('places differ by name, namespace, kind and provider', () => {
  const stack = newStack();
  const other = new LogfireSinkProvider(stack, 'Other', { source: 'hashicorp/aws', alias: 'other', configuration: { region: 'us-east-1' } });
  [
    ssm(), ssm('/Shop'), new AwsSsmParameterSink({ parameterName: '/shop', provider: other }), new AwsSecretsManagerSink({ secretName: '/shop' }),
    new AwsSecretsManagerSink({ secretName: '/till' }), new AwsSecretsManagerSink({ existingSecretId: 'a' }), new AwsSecretsManagerSink({ existingSecretId: 'b' }),
    new KubernetesSecretSink({ secretName: 'shop', key: 'A' }), new KubernetesSecretSink({ secretName: 'shop', secretNamespace: 'shop', key: 'A' }),
    new VaultKvSink({ mount: 'a', secretName: 'shop', key: 'A' }), new VaultKvSink({ mount: 'b', secretName: 'shop', key: 'A' }),
    new VaultKvSink({ mount: 'a', secretName: 'Shop', key: 'A' }), new GithubActionsSecretSink({ repository: 'shop', secretName: 'A' }),
    new GithubActionsSecretSink({ repository: 'till', secretName: 'A' }), new GithubActionsSecretSink({ repository: 'shop', secretName: 'B' }),
  ].forEach((sink, index) => store(stack, `Token${index}`, sink));
  synth(stack);
});

test('one place in two stacks is a warning, because they may be deployed to different accounts', () => {
  const told = (otherRegion: string) => {
    const app = newApp();
    const stacks = [newStack(app, 'dev', 'eu-west-1'), newStack(app, 'prod', otherRegion)];
    stacks.forEach((stack) => store(stack, 'Token', ssm()));
    synth(stacks[1]);
    return warnings(stacks[1]).filter((text) => text.includes('a place of its own'));
  };
  expect(told('eu-west-1')).toEqual([expect.stringMatching(/parameterName must name a place of its own, got the one of dev\/Token\/.*, unless their stacks belong to different accounts \[logfire:shared-store\]$/)]);
  expect(told('us-east-1')).toEqual([]);
});

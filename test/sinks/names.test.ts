import { TerraformStack, TerraformVariable } from 'cdktf';
import {
  AwsSecretsManagerSink, AwsSsmParameterSink, GithubActionsSecretSink, ISecretSink, KubernetesSecretSink, LogfireEnvironment, LogfireProject,
  LogfireSinkProvider, VaultKvSink,
} from '../../src';
import { cleanUp, newStack } from '../synth';

afterEach(cleanUp);

const ACCOUNT = 'eu-west-1:111122223333';
const UUID = '12345678-1234-1234-1234-123456789abc';
const MRK = `mrk-${'0123456789abcdef'.repeat(2)}`;
const SECRET_ARN = `arn:aws:secretsmanager:${ACCOUNT}:secret:shop/logfire-a1B2c3`;
const PARAMETER_ARN = `arn:aws-cn:ssm:${ACCOUNT}:parameter/shop/a.b_c-d`;

const tokenIn = (stack: TerraformStack) => new LogfireProject(stack, 'Shop').addWriteToken('Token');
const stored = (sink: (value: string) => ISecretSink) => (stack: TerraformStack, value: string) => tokenIn(stack).storeIn(sink(value));

interface Names {
  readonly prop: string;
  /** Hands a value over, so that it is checked. */
  readonly give: (stack: TerraformStack, value: string) => unknown;
  /** What an error says before and after the wrong value. */
  readonly rule: string;
  readonly advice: string;
  readonly legal: readonly string[];
  readonly wrong: readonly string[];
}

const NAMES: readonly Names[] = [
  {
    prop: 'kmsKeyId',
    give: stored((kmsKeyId) => new AwsSsmParameterSink({ parameterName: '/a', kmsKeyId })),
    rule: 'be the ID or ARN of a KMS key, or an alias such as alias/shop',
    advice: 'leave it out to use the key of the account',
    legal: [
      'alias/shop', `alias/${'a'.repeat(250)}`, UUID, UUID.toUpperCase(), MRK, `arn:aws:kms:${ACCOUNT}:key/${UUID}`, `arn:aws-us-gov:kms:${ACCOUNT}:key/${MRK}`,
      `arn:aws:kms:${ACCOUNT}:alias/shop`,
    ],
    wrong: ['shop', 'alias/', `alias/${'a'.repeat(251)}`, `x${UUID}`, `${UUID}0`, `${MRK}0`, `arn:aws:kms:eu-west-1:1:key/${UUID}`, `arn:aws:kms:${ACCOUNT}:${UUID}`],
  },
  {
    prop: 'kmsKeyId',
    give: stored((kmsKeyId) => new AwsSsmParameterSink({ parameterName: '/a', kmsKeyId })),
    rule: 'not be blank',
    advice: 'leave it out to use the key of the account',
    legal: ['alias/aws/ssm'],
    wrong: [' '],
  },
  {
    prop: 'kmsKeyId',
    give: stored((kmsKeyId) => new AwsSecretsManagerSink({ secretName: 'a', kmsKeyId })),
    rule: 'be the ID or ARN of a KMS key, or an alias such as alias/shop',
    advice: 'leave it out to use the key of the account',
    legal: ['alias/shop'],
    wrong: ['shop'],
  },
  {
    prop: 'existingSecretId',
    give: stored((existingSecretId) => new AwsSecretsManagerSink({ existingSecretId })),
    rule: 'be the name of a secret in Secrets Manager or its ARN, arn:aws:secretsmanager:…:secret:…',
    advice: 'copy the ARN of the secret',
    legal: ['shop', 'a/b_+=.@-', 'x'.repeat(512), SECRET_ARN],
    wrong: ['a b', 'x'.repeat(513), PARAMETER_ARN, `${SECRET_ARN} `, `x${SECRET_ARN}`, `${SECRET_ARN}:json-key::`],
  },
  {
    prop: 'existingSecretId',
    give: stored((existingSecretId) => new AwsSecretsManagerSink({ existingSecretId })),
    rule: 'not be blank',
    advice: 'pass the ARN or the name of the secret',
    legal: ['a'],
    wrong: [' '],
  },
  {
    prop: 'secretName',
    give: stored((secretName) => new AwsSecretsManagerSink({ secretName })),
    rule: 'be 1 to 512 ASCII letters, digits and /_+=.@-',
    advice: 'rename it',
    legal: ['a', 'A/b_+=.@-9', 'x'.repeat(512)],
    wrong: ['', 'ü', 'a:b', ' a', 'a ', 'x'.repeat(513)],
  },
  {
    prop: 'parameterName',
    give: stored((parameterName) => new AwsSsmParameterSink({ parameterName })),
    rule: 'be up to 1011 ASCII letters, digits and ._/-, with a leading / when it has levels',
    advice: 'rename it',
    legal: ['a', 'A.b_c-9', '/A', '/shop/aws', 'x'.repeat(1011)],
    wrong: ['', 'a b', ' a', 'a ', 'ü', 'a/b', 'x'.repeat(1012)],
  },
  {
    prop: 'parameterName',
    give: stored((parameterName) => new AwsSsmParameterSink({ parameterName })),
    rule: 'not begin with aws or ssm, which AWS reserves',
    advice: 'rename it',
    legal: ['my-aws', '/my/ssm'],
    wrong: ['aws', '/aws/a', 'SSM-a'],
  },
  {
    prop: 'parameterName',
    give: stored((parameterName) => new AwsSsmParameterSink({ parameterName })),
    rule: 'have a name at each level, without // and without a trailing /',
    advice: 'rename it',
    legal: ['/a/b'],
    wrong: ['/', '/a/', '/a//b'],
  },
  {
    prop: 'parameterName',
    give: stored((parameterName) => new AwsSsmParameterSink({ parameterName })),
    rule: 'have at most 15 levels',
    advice: 'rename it',
    legal: ['/a'.repeat(15)],
    wrong: ['/a'.repeat(16)],
  },
  {
    prop: 'mount',
    give: stored((mount) => new VaultKvSink({ mount, secretName: 'a', key: 'b' })),
    rule: 'be a path without a slash or whitespace at either end',
    advice: 'rename it',
    legal: ['a', 'a b', 'kv/teams/shop'],
    wrong: ['', '/a', 'a/', ' a', 'a\n', '/'],
  },
  {
    prop: 'secretName',
    give: stored((secretName) => new VaultKvSink({ mount: 'a', secretName, key: 'b' })),
    rule: 'be a path without empty levels, . and ..',
    advice: 'rename it',
    legal: ['a/...', '.a/..b', 'a./b..', '...'],
    wrong: ['shop//b', '.', '..', 'a/..', './a', 'a/b/./c', 'a/../b'],
  },
  {
    prop: 'secretName',
    give: stored((secretName) => new VaultKvSink({ mount: 'a', secretName, key: 'b' })),
    rule: 'be the path of the secret as vault kv put takes it, without data/, which the provider adds',
    advice: 'rename it',
    legal: ['data', 'database/a', 'a/data/b'],
    wrong: ['data/a'],
  },
  {
    prop: 'key',
    give: stored((key) => new VaultKvSink({ mount: 'a', secretName: 'b', key })),
    rule: 'not be blank',
    advice: 'pass a name such as token',
    legal: ['any key'],
    wrong: [' '],
  },
  {
    prop: 'jsonKey',
    give: stored((jsonKey) => new AwsSecretsManagerSink({ secretName: 'a', jsonKey })),
    rule: 'not be blank',
    advice: 'leave it out to store the credential as a string',
    legal: ['any key'],
    wrong: ['', ' '],
  },
  {
    prop: 'secretName',
    give: stored((secretName) => new KubernetesSecretSink({ secretName, key: 'a' })),
    rule: 'be up to 253 lower-case letters, digits, - and ., with a letter or digit at either end',
    advice: 'rename it',
    legal: ['a', '0', 'a-b.c.d-9', 'x'.repeat(253)],
    wrong: ['', '-a', 'a-', '.a', 'a.', 'a..b', 'a.-b', 'a-.b', 'A', 'a_b', 'x'.repeat(254)],
  },
  {
    prop: 'secretNamespace',
    give: stored((secretNamespace) => new KubernetesSecretSink({ secretName: 'a', secretNamespace, key: 'a' })),
    rule: 'be up to 63 lower-case letters, digits and -, with a letter or digit at either end',
    advice: 'rename it',
    legal: ['a', '0', 'a--b9', 'x'.repeat(63)],
    wrong: ['', '-a', 'a-', 'a.b', 'A', 'x'.repeat(64)],
  },
  {
    prop: 'key',
    give: stored((key) => new KubernetesSecretSink({ secretName: 'a', key })),
    rule: 'be up to 253 ASCII letters, digits and ._-, not . and not beginning with ..',
    advice: 'rename it',
    legal: ['a', '.a', 'a..', 'A_b-9.', '-', 'x'.repeat(253)],
    wrong: ['', '.', '..', '..a', 'a b', 'a ', 'x'.repeat(254)],
  },
  {
    prop: 'repository',
    give: stored((repository) => new GithubActionsSecretSink({ repository, secretName: 'A' })),
    rule: 'be the name of a repository without its owner, and without .git',
    advice: 'rename it',
    legal: ['a', '.github', '...', 'git', 'a.git.b', 'a.gitx', 'A_b-9', 'x'.repeat(100)],
    wrong: ['', '.', '..', 'shop.git', 'a.GIT', 'acme/shop', ' a', 'a b', 'x'.repeat(101)],
  },
  {
    prop: 'secretName',
    give: stored((secretName) => new GithubActionsSecretSink({ repository: 'shop', secretName })),
    rule: 'be ASCII letters, digits and _, not beginning with a digit or GITHUB_',
    advice: 'rename it',
    legal: ['_', 'a1', 'GITHUB', 'MY_GITHUB_A'],
    wrong: ['', '1a', 'GITHUB_A', 'github_a', 'a-b', ' a'],
  },
  {
    prop: 'valueFrom.LOGFIRE_TOKEN',
    give: (stack, arn) => LogfireEnvironment.forToken(tokenIn(stack)).toEcs({ LOGFIRE_TOKEN: arn }),
    rule: 'be the ARN of a secret in Secrets Manager or of a parameter in Systems Manager',
    advice: 'pass arn:aws:secretsmanager:…:secret:… or arn:aws:ssm:…:parameter/…',
    legal: [SECRET_ARN, `${SECRET_ARN}:LOGFIRE_TOKEN::`, `${SECRET_ARN}:LOGFIRE_TOKEN:AWSCURRENT:1`, PARAMETER_ARN],
    wrong: ['shop', `${SECRET_ARN}:LOGFIRE_TOKEN`, ` ${PARAMETER_ARN}`, `${PARAMETER_ARN} `, `arn:aws:s3:${ACCOUNT}:shop`],
  },
  {
    prop: 'source',
    give: (stack, source) => new LogfireSinkProvider(stack, 'Store', { source }),
    rule: 'be the address of a provider, such as hashicorp/aws',
    advice: 'copy it from the registry',
    legal: ['hashicorp/aws', 'Acme_1-x/My-Safe', 'registry.example.com/acme/safe', 'registry.example.com:8443/acme/safe', '0/0'],
    wrong: ['', 'aws', '/aws', 'acme/', 'acme/aws/', 'a/b/c/d', '_a/aws', 'acme/_aws', 'acme/a_b', ' acme/aws', 'acme/aws ', 'registry.example.com:x/acme/safe'],
  },
  {
    prop: 'version',
    give: (stack, version) => new LogfireSinkProvider(stack, 'Store', { source: 'hashicorp/vault', version }),
    rule: 'be a version constraint such as ~> 5.100',
    advice: 'leave it out for ~> 5.6',
    legal: ['5', '15', '5.10', '5.10.2', '= 5', '!= 5', '>= 5', '<=5', '> 5', '<5', '~> 5.1', '>=5,<6', '>= 5 ,  != 5.2, < 6', '5.0.0-beta.1'],
    wrong: ['', ' ', 'latest', 'v5', '5.', '5.x', '5.1.2.3', '=> 5', '5 6', '5,', '5,,6', ',5', '5-', '5.0.0-beta 1'],
  },
];

describe.each(NAMES)('$prop must $rule', ({ prop, give, rule, advice, legal, wrong }) => {
  test.each(legal)('%j passes', (value) => {
    expect(() => give(newStack(), value)).not.toThrow();
  });

  test.each(wrong)('%j is refused', (value) => {
    const escaped = [`${prop} must ${rule}, got `, `; ${advice}`].map((part) => part.replace(/[/+.*?()[\]]/g, '\\$&'));
    expect(() => give(newStack(), value)).toThrow(new RegExp(`^app/\\S+: ${escaped[0]}.*${escaped[1]} \\[logfire:[a-z-]+\\]$`));
  });
});

test.each(NAMES.filter(({ prop }) => prop !== 'source' && prop !== 'version'))('$prop takes a variable: it may be $rule', ({ give }) => {
  const stack = newStack();
  expect(() => give(stack, new TerraformVariable(stack, 'name', {}).stringValue)).not.toThrow();
});

test('a version is free for a provider that no sink is checked against', () => {
  expect(() => new LogfireSinkProvider(newStack(), 'Store', { source: 'acme/safe', version: 'latest' })).toThrow(
    'app/Store: version must be a version constraint such as ~> 5.100, got "latest"; leave it out for any version');
});

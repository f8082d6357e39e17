import { TerraformOutput } from 'cdktf';
import {
  ApiScope, AwsSecretsManagerSink, Duration, FrontendTokenImportId, GatewayVendor, ISecretSink, KeyImportId, LogfireApiKey,
  LogfireFrontendApplication, LogfireFrontendToken, LogfireGatewayProvider, LogfireProject, SecretValue, TokenExpiry,
} from '../../../src';
import type { CredentialId, SinkId } from '../../../src/core/error-ids';
import type { Entries, Program } from '../entry';

const UUID = '00000000-0000-4000-8000-000000000001';
const storedIn = (sink: ISecretSink): Program => (stack) => new LogfireProject(stack, 'Shop').addWriteToken('Token').storeIn(sink);

export const CREDENTIALS: Entries<CredentialId> = {
  'adopt-application': {
    meaning: 'A frontend application has a `replacement` strategy together with `adoptExistingServiceName: false`.',
    why: 'During a replacement, the new application takes over the service name of the old one. It cannot do so if it must not adopt an existing name.',
    remedy: 'Leave `adoptExistingServiceName` out.',
  },
  'adopt-token': {
    program: (stack) => {
      const application = new LogfireFrontendApplication(stack, 'Web', { project: new LogfireProject(stack, 'Shop') });
      return new LogfireFrontendToken(stack, 'Token', { application, adoptTokenId: UUID, importFrom: FrontendTokenImportId.byId(UUID) });
    },
    meaning: 'A frontend token has both `adoptTokenId` and `importFrom`.',
    why: 'The first creates a resource that takes over an active token; the second puts an existing token into the state. Together, Terraform would replace the token that it has just imported.',
    remedy: 'Keep `importFrom` to bring an existing token into the state, or `adoptTokenId` to take over the token of an application.',
  },
  'api-scope': {
    program: (stack) => new LogfireApiKey(stack, 'Key', { scopes: [ApiScope.of('organisation:read')] }),
    meaning: 'A scope of an API key has whitespace around it, or (as a warning) is not one that the library knows.',
    why: 'The Terraform provider does not check scopes. A misspelled one fails in the middle of the apply.',
    remedy: 'Use a constant of `ApiScope`. If Logfire has a scope that the library does not know yet, `ApiScope.of` accepts it and you can ignore the warning.',
    code: 'new LogfireApiKey(this, \'Key\', { scopes: [ApiScope.ORGANIZATION_READ] });',
  },
  'bedrock-region': {
    meaning: 'A gateway provider for Amazon Bedrock lacks its API and region, or has an invalid region.',
    why: 'The address of Bedrock contains the region, so Logfire rejects the provider without it.',
    remedy: 'Use `GatewayVendor.bedrock` with an API and an AWS region.',
    code: 'GatewayVendor.bedrock({ api: BedrockApi.RUNTIME, region: \'eu-west-1\' });',
  },
  'broad-scope': {
    program: (stack) => new LogfireApiKey(stack, 'Key', { scopes: [ApiScope.ORGANIZATION_ADMIN] }),
    meaning: 'An API key can administer the organization or the instance, or has every known scope.',
    why: 'Whoever gets hold of such a key can administer everything that it covers.',
    remedy: 'List only the scopes that the program needs. To reject such keys in the whole app, apply the policy [`LeastPrivilegeScopes`](policies.md).',
    code: 'new LogfireApiKey(this, \'Reader\', { scopes: [ApiScope.PROJECT_READ], project });',
  },
  'expiry-reason': {
    meaning: '`TokenExpiry.never` was called with a blank reason.',
    why: 'The reason is written to the metadata of the stack and to the inventory, for whoever reviews tokens that never expire.',
    remedy: 'Say why the token may never expire, or let it expire.',
    code: 'TokenExpiry.never(\'burned into devices that cannot be updated\');',
  },
  'gateway-limits': {
    meaning: 'An API key has gateway limits without the scope for the gateway, or an empty object of limits.',
    why: 'Limits apply only to keys that can call models. Logfire rejects them on any other key.',
    remedy: 'Add `ApiScope.PROJECT_GATEWAY_PROXY` to the scopes and at least one limit, or remove `gateway`.',
    code: 'new LogfireApiKey(this, \'Key\', { scopes: [ApiScope.PROJECT_GATEWAY_PROXY], project, gateway: { dailyLimitUsd: 20 } });',
  },
  'gateway-vendor': {
    program: (stack) => new LogfireGatewayProvider(stack, 'Models', { vendor: GatewayVendor.of('opneai'), apiKey: SecretValue.unsafePlainText('example') }),
    meaning: 'The vendor of a gateway provider is not one that the library knows.',
    why: 'The Terraform provider has a fixed list of vendors and rejects others.',
    remedy: 'Use a constant of `GatewayVendor`. If the provider supports a newer vendor, `GatewayVendor.of` is right and you can ignore the warning.',
  },
  'import-expiry': {
    program: (stack) => new LogfireApiKey(stack, 'Key', { scopes: [ApiScope.ORGANIZATION_READ], importFrom: KeyImportId.byId(UUID) }),
    meaning: 'An API key is imported without its expiration, or with a lifetime by `TokenExpiry.after`.',
    why: 'An existing key has a fixed expiration. Any other one replaces the key in the same apply that imports it, and programs that use it stop working.',
    remedy: 'Pass the expiration that the key has, as shown in Logfire, with `TokenExpiry.at`, or `TokenExpiry.never` if it has none.',
  },
  'rotation-expiry': {
    meaning: 'A token that is rotated automatically has a fixed expiration by `TokenExpiry.at`.',
    why: 'Each new token would expire at the same instant, and tokens created after it would have expired already.',
    remedy: 'Use a lifetime, `TokenExpiry.after`, that covers the rotation periods. For a fixed end, rotate by hand with `TokenRotation.manual`.',
    code: 'new LogfireRotatingWriteToken(this, \'Token\', {\n  project, rotation: TokenRotation.every(Duration.days(30)), expiry: TokenExpiry.after(Duration.days(90)),\n});',
  },
  'rotation-value': {
    meaning: 'The period of `TokenRotation.every` is not a whole number of days, or the number of `TokenRotation.manual` is negative or has a fraction.',
    why: 'Periods are counted in days since a fixed date, so that all applies of one day agree on the current period.',
    remedy: 'Pass whole days, at least one. For a rotation by hand, begin with 1 and raise the number by one each time.',
    code: 'project.addWriteToken(\'Token\', { rotation: TokenRotation.every(Duration.days(30)) });',
  },
  'scope-project': {
    meaning: 'An API key has a scope for a single project, but no `project`.',
    why: 'Logfire needs to know to which project the scope applies, and rejects the key otherwise.',
    remedy: 'Pass `project`, or remove the scope.',
    code: 'new LogfireApiKey(this, \'Key\', { scopes: [ApiScope.PROJECT_READ], project });',
  },
  'spending-limit': {
    meaning: 'A spending limit is not a whole number of US dollars, or (as a warning) the limit of a shorter period is higher than that of a longer one.',
    why: 'Logfire rejects fractions. A daily limit above the monthly one never takes effect.',
    remedy: 'Pass whole dollars from 0 to 500000000. Lower the limit of the shorter period, or raise that of the longer one.',
  },
  'token-expires-soon': {
    program: (stack) => new LogfireProject(stack, 'Shop').addWriteToken('Token', { expiry: TokenExpiry.after(Duration.days(90)) }),
    meaning: 'Terraform shows this warning in a plan: a token or key expires soon. By default it appears 30 days before, or when a quarter of the lifetime is left.',
    why: 'After the expiration, programs with this token can no longer send or read telemetry.',
    remedy: 'Replace the token in time, as the warning says: raise the number of its manual rotation, or apply once in each rotation period. Programs must then get the new token. [Keys and rotation](keys.md) shows how to rotate without a gap.',
    code: 'project.addWriteToken(\'Token\', { rotation: TokenRotation.manual(2) });',
  },
  'token-import': {
    meaning: 'The program imports a write token or a read token through its binding.',
    why: 'Logfire shows the value of a token only when it creates it. The imported resource would never have the value, and everything that uses it would be empty.',
    remedy: 'Create a new token, or use `fromSecret` for a token that you have stored elsewhere.',
    code: 'const value = new TerraformVariable(this, \'LogfireToken\', { type: \'string\', sensitive: true });\nLogfireWriteToken.fromSecret(this, \'Existing\', SecretValue.fromVariable(value));',
  },
  'token-lifetime': {
    meaning: 'A token that is rotated automatically expires before its rotation is complete.',
    why: 'A rotation happens at the first apply in a period, which may be late. A `LogfireRotatingWriteToken` keeps the previous token for one more period. A shorter lifetime leaves programs with an expired token.',
    remedy: 'Lengthen the lifetime to at least the number in the error (one or two periods and a day), or shorten the period.',
    code: 'new LogfireRotatingWriteToken(this, \'Token\', {\n  project, rotation: TokenRotation.every(Duration.days(30)), expiry: TokenExpiry.after(Duration.days(90)),\n});',
  },
  'token-region': {
    program: (stack) => {
      const token = new LogfireProject(stack, 'Shop').addWriteToken('Token');
      new TerraformOutput(stack, 'endpoint', { value: token.ingestEndpoint });
    },
    meaning: 'Terraform shows this text in a plan or an apply: the address that a program sends to cannot be found, because the token contains no region that the library knows.',
    why: 'Tokens of Logfire\'s own service contain their region. Those of a self-hosted Logfire may have none, and so has a string that is not a token of Logfire.',
    remedy: 'Set `region` or `baseUrl` of the provider, or the `endpoint` of the environment. Check that the variable with the token contains a token.',
    code: 'const token = project.addWriteToken(\'Token\');\nLogfireEnvironment.forToken(token, { endpoint: \'https://logfire.example.com\' });',
  },
  'warn-before': {
    meaning: '`warnBefore` is as long as the lifetime of the token or longer.',
    why: 'Every plan would warn, from the first one on, and the warning would mean nothing.',
    remedy: 'Pass a shorter duration, or leave it out for the default.',
  },
};

export const SINKS: Entries<SinkId> = {
  'aws-secret': {
    program: storedIn(new AwsSecretsManagerSink({ existingSecretId: 'arn:aws:s3:::shop' })),
    meaning: 'What stands for an existing secret in AWS is not the name or ARN of a secret in Secrets Manager, or of a parameter where a container reads it.',
    why: 'AWS would reject it in the middle of the apply, or the container would not start.',
    remedy: 'Copy the ARN from AWS: `arn:aws:secretsmanager:…:secret:…`, or `arn:aws:ssm:…:parameter/…`.',
  },
  'container-secrets': {
    meaning: 'The environment of an ECS container lacks the ARN for a variable that holds the token, or has one for another variable.',
    why: 'A task definition is stored in plain text. The token must come from a secret store, which ECS reads when it starts the container.',
    remedy: 'Store the token with `storeIn`, and pass the ARN of that secret for each variable that the error names. [Secrets](secrets.md) has a complete example.',
  },
  'environment-variable': {
    meaning: 'The name of an environment variable for an OpenTelemetry Collector is not a valid name. Possibly the token itself was passed.',
    why: 'The configuration of a Collector is a plain file. It must contain only the name of the variable, never the token.',
    remedy: 'Pass a name such as `LOGFIRE_TOKEN`, in letters, digits and `_`, and set the variable where the Collector runs.',
  },
  'kms-key': {
    program: storedIn(new AwsSecretsManagerSink({ secretName: 'shop', kmsKeyId: 'shop-key' })),
    meaning: 'A KMS key is not given as an id, an ARN or an alias that begins with `alias/`.',
    why: 'AWS would reject it in the middle of the apply.',
    remedy: 'Copy the ARN of the key, or write `alias/` before the name of an alias. Leave it out to use the key of the account.',
  },
  'migration-format': {
    meaning: 'During `MigrationPhase.DUAL_WRITE`, variables were requested in the OpenTelemetry format.',
    why: 'In this phase, the program sends to two projects with two tokens. Logfire\'s SDKs accept a list of tokens; an OpenTelemetry exporter accepts one.',
    remedy: 'Use `EnvironmentFormat.LOGFIRE`, configure one exporter for each token yourself, or skip this phase.',
  },
  'migration-tokens': {
    meaning: 'A migration has the same token as `fromToken` and as `toToken`.',
    why: 'Nothing would move: the program would send each record twice to one project.',
    remedy: 'Pass a token of the new project as `toToken`.',
  },
  'new-or-existing-secret': {
    program: storedIn(new AwsSecretsManagerSink({ secretName: 'shop', existingSecretId: 'shop' })),
    meaning: 'An `AwsSecretsManagerSink` has both `secretName` and `existingSecretId`, neither of them, or an option for new secrets with an existing one.',
    why: 'The sink either creates a secret or writes to one that exists, whose key and recovery window it does not manage.',
    remedy: 'Pass `secretName` for a new secret, or `existingSecretId` for an existing one.',
    code: 'project.addWriteToken(\'Token\').storeIn(new AwsSecretsManagerSink({ secretName: \'shop/logfire-token\' }));',
  },
  'recovery-window': {
    program: storedIn(new AwsSecretsManagerSink({ secretName: 'shop', recoveryWindowInDays: 3 })),
    meaning: '`recoveryWindowInDays` is neither 0 nor from 7 to 30.',
    why: 'AWS Secrets Manager accepts no other value.',
    remedy: 'Pass 0 to delete without recovery, or 7 to 30 days.',
  },
  'shared-store': {
    meaning: 'Two credentials are written to the same place. It is a warning if their stacks may belong to different accounts.',
    why: 'Each apply would overwrite one credential by the other, and one of the programs would read the wrong token.',
    remedy: 'Give each credential a name or path of its own.',
  },
  'sink-kind': {
    program: storedIn({ kind: 'My Store', store: () => undefined }),
    meaning: 'The `kind` of your own secret sink is not in lower-case words with dashes.',
    why: 'The kind becomes a part of construct ids, and so of Terraform addresses.',
    remedy: 'Rename it, for example to `my-store`.',
  },
  'sink-provider': {
    meaning: 'A `LogfireSinkProvider` has an invalid source, version or argument.',
    why: 'Terraform would not find the provider, or would reject its configuration.',
    remedy: 'Copy the source from the registry, such as `hashicorp/aws`. Write arguments as in the documentation of that provider, in `snake_case`. `alias` and `version` stand beside `configuration`, not in it.',
    code: 'new LogfireSinkProvider(this, \'Aws\', { source: \'hashicorp/aws\', configuration: { region: \'eu-west-1\' } });',
  },
  'store-id': {
    meaning: 'One credential is stored twice in stores of one kind, without different ids.',
    why: 'Each writer is a construct, and its id must be unique in its scope.',
    remedy: 'Pass an id as the second argument of `storeIn`.',
    code: 'const token = project.addWriteToken(\'Token\');\ntoken.storeIn(new AwsSsmParameterSink({ parameterName: \'/shop/api\' }), \'ForApi\');\ntoken.storeIn(new AwsSsmParameterSink({ parameterName: \'/shop/worker\' }), \'ForWorker\');',
  },
  'store-name': {
    meaning: 'The name, path or key in a secret store has a form that this store does not accept.',
    why: 'The store would reject it in the middle of the apply, after the token was created.',
    remedy: 'Rename it as the error says. AWS Systems Manager needs a leading `/` for paths; Kubernetes names have lower-case letters, digits, `-` and `.` only.',
  },
};

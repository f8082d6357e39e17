import { TerraformStack } from 'cdktf';
import { l1, LogfireDefaults, LogfireEnvironment, LogfireOrganization, LogfireProject, LogfireProvider, ProjectImportId } from '../../../src';
import type { AppId, ProviderId, SecretId } from '../../../src/core/error-ids';
import type { Entries } from '../entry';

const PROJECT_ID = '00000000-0000-4000-8000-000000000001';
const EXISTING = (stack: TerraformStack) => LogfireProject.fromProjectId(stack, 'Existing', PROJECT_ID);
/** What the library remembers of an app, which a second copy of it finds. */
const STATE = Symbol.for('cdktf-logfire/state');
/** Where jsii notes what a class is. */
const JSII_TYPE = Symbol.for('jsii.rtti');

export const APP: Entries<AppId> = {
  'existing-dependency': {
    program: (stack) => new LogfireProject(stack, 'Later', { dependsOn: [EXISTING(stack) as LogfireProject] }),
    meaning: '`dependsOn` contains an object from a factory such as `fromProjectId`, which refers to something that exists already.',
    why: 'The app does not create that object, so there is no Terraform resource to wait for.',
    remedy: 'Remove it from `dependsOn`. An object that exists needs no waiting.',
  },
  'framework': {
    program: (_, app) => {
      const other = class extends TerraformStack {};
      Object.defineProperty(other, JSII_TYPE, { value: { fqn: 'cdktn.TerraformStack' } });
      return new LogfireProject(new other(app, 'other'), 'Shop');
    },
    meaning: 'The app uses CDK for Terraform (`cdktf`) with the library for CDK Terrain (`cdktn`), or the other way round.',
    why: 'The two frameworks do not recognize each other\'s constructs. Synth would fail with an error inside the framework.',
    remedy: 'Install the library with the name of your framework: `cdktf-logfire` for `cdktf`, `cdktn-logfire` for `cdktn`. [Migrating to CDK Terrain](migrating-to-cdktn.md) shows how to change both.',
  },
  'hcl-output': {
    program: (stack) => Object.assign(stack.synthesizer, { hclOutput: true }),
    meaning: 'CDKTF is told to write the app as HCL, with `--hcl`, `hclOutput` or `SYNTH_HCL_OUTPUT`.',
    why: 'In HCL, CDKTF drops `check` blocks and writes nested attributes incorrectly: warnings before a token expires would be missing, and Terraform would reject some resources.',
    remedy: 'Write JSON, the default. Terraform reads `cdk.tf.json` like any HCL file.',
  },
  'import-id': {
    meaning: 'An import id consists of names or ids, and one of them is empty or contains `/`, `,` or `|`.',
    why: 'The Terraform provider separates the parts of an import id by these characters, so it would import something else, or nothing.',
    remedy: 'Use the factory that takes the UUID, such as `ProjectImportId.byId`.',
    code: 'new LogfireProject(this, \'Shop\', { importFrom: ProjectImportId.byId(\'00000000-0000-4000-8000-000000000001\') });',
  },
  'late-default': {
    program: (stack) => {
      new LogfireProject(stack, 'Shop');
      LogfireDefaults.of(stack).set({ provider: stack.node.findChild('Logfire') as LogfireProvider });
    },
    meaning: '`LogfireDefaults` sets a default after a construct in its scope was created.',
    why: 'That construct has been created without the default. Some constructs would have it and some would not, depending on the order of your program.',
    remedy: 'Set the defaults of a scope first, before you create constructs in it.',
  },
  'late-stack': {
    meaning: 'A stack was added to the app after policies, the inventory or the review page were set up for the app.',
    why: 'They apply to the stacks that exist at that moment. The new stack would not be checked, or would be missing in the file.',
    remedy: 'Move the call to the end of the program, after the last stack and before `app.synth()`.',
  },
  'lost-protection': {
    meaning: 'A part of the `lifecycle` that a construct sets is gone in what will be written, or a child that it needs was removed. The error names the part.',
    why: 'These parts keep Terraform from destroying a project, from revoking a token before the new one exists, or from replacing a token in every plan.',
    remedy: 'Assigning `resource.lifecycle` replaces all of it. Add to the lifecycle that is there instead. To drop a protection on purpose, use the prop for it, such as `deletionProtection: false`.',
    code: 'shop.resource.lifecycle = { ...shop.resource.lifecycle, ignoreChanges: [\'description\'] };',
  },
  'moved-resource': {
    program: (stack) => {
      new LogfireProject(stack, 'Shop').resource.moveToId('logfire_project.elsewhere');
      stack.hasResourceMove = () => false;
    },
    meaning: 'A resource is moved to another address, and that address does not exist in the stack or lacks the protection of the construct.',
    why: 'Terraform follows the move. It would then destroy the resource, or be free to do so later.',
    remedy: 'Keep only the construct that is to have the resource, and call `moveFromId` on its `resource` with the old address. [Adopting what exists](adopting.md) describes moves and imports.',
  },
  'one-library': {
    program: (stack, app) => {
      const other = { library: 'cdktf-logfire 1', values: new Map() };
      Object.defineProperty(app, STATE, { value: other, configurable: true });
      return new LogfireProject(new TerraformStack(app, 'other'), stack.node.id);
    },
    meaning: 'Two versions of the library, or the libraries for both frameworks, are used in one app.',
    why: 'They keep a common record of the app, for example of names that must be unique. Two versions cannot read each other\'s record.',
    remedy: 'Run `npm ls cdktf-logfire cdktn-logfire` to see which package brings the second version, and install one version of one library. In Python, look at `pip list`.',
  },
  'output-name': {
    meaning: 'The name of a Terraform output has a character that Terraform does not allow, or begins with a digit.',
    why: 'Terraform would reject the whole file.',
    remedy: 'Use letters, digits, `_` and `-`, beginning with a letter or `_`. Without `outputName`, the name is derived from the construct\'s path.',
  },
  'same-organization': {
    meaning: 'A resource refers to something that another provider manages, such as an alert that notifies a channel of another organization. Where the library cannot be sure, this is a warning.',
    why: 'A provider manages one Logfire organization. Objects of one organization do not exist in another one, so the apply would fail.',
    remedy: 'Pass the same `provider` to both, or create the channel in the organization of the alert. If both providers are for one organization, pass them the same `apiKey`.',
  },
  'unique-address': {
    meaning: 'Two elements of a stack have the same Terraform address.',
    why: 'CDKTF merges them into one block, so one of the two resources would be lost without an error.',
    remedy: 'Change one of the construct ids, or the id that you pass to `overrideLogicalId`.',
  },
  'unique-alias': {
    meaning: 'A stack has two providers of one kind without an alias, or with the same alias.',
    why: 'Terraform could not tell which of them a resource uses.',
    remedy: 'Give one of them another `alias`, and pass it as `provider` to the constructs that are to use it.',
    code: 'const eu = new LogfireProvider(this, \'Eu\', { alias: \'eu\', region: LogfireRegion.EU });\nnew LogfireProject(this, \'Shop\', { provider: eu });',
  },
  'unique-import': {
    program: (stack) => {
      const { resource } = new LogfireProject(stack, 'Shop', { importFrom: ProjectImportId.byName('acme', 'shop') });
      Object.assign(resource, { _imported: { id: 'shop' } });
    },
    meaning: 'Two `import` blocks have the same resource as their target.',
    why: 'Terraform imports one object into one address, and rejects the second block.',
    remedy: 'Keep one of the two: the prop `importFrom` of the construct, or `importFrom` of its binding.',
  },
  'unique-move': {
    program: (stack) => ['A', 'B'].map((id) => new l1.Project(stack, id, { name: id.toLowerCase().repeat(2) }).moveFromId('logfire_project.old')),
    meaning: 'Two `moved` blocks have the same source or the same target.',
    why: 'One object cannot go to two addresses. Terraform would reject the plan, or destroy one of two objects.',
    remedy: 'Keep one of the moves, or give each an address of its own.',
  },
  'unique-name': {
    meaning: 'Two resources have the same name where Logfire requires different ones: projects in an organization, alerts and SLOs in a project. It is a warning if only a deployment tells whether they are in one organization.',
    why: 'Logfire would accept the first one and reject the second one in the middle of the apply.',
    remedy: 'Give one of them another name. If their stacks belong to different organizations, pass their providers an `apiKey` from variables with different names, so that the library can tell them apart.',
  },
  'unique-output': {
    meaning: 'Two outputs of a stack have the same name.',
    why: 'CDKTF merges them, so one of the values would be lost.',
    remedy: 'Pass another `outputName`, or change the id of your own `TerraformOutput`.',
  },
};

export const SECRETS: Entries<SecretId> = {
  'empty-secret': {
    meaning: 'A secret is an empty string or has only whitespace.',
    why: 'This usually means that an environment variable is not set where the program runs. Terraform would send an empty key.',
    remedy: 'Pass the secret at apply, through a sensitive variable. The program then never sees it.',
    code: 'const key = new TerraformVariable(this, \'LogfireApiKey\', { type: \'string\', sensitive: true });\nnew LogfireProvider(this, \'Logfire\', { apiKey: SecretValue.fromVariable(key) });',
  },
  'exposed-secret': {
    program: (stack) => {
      const token = new LogfireProject(stack, 'Shop').addWriteToken('Token');
      return LogfireEnvironment.forToken(token).toKubernetesEnvFrom(token.tokenValue);
    },
    meaning: 'A token or another secret was passed where only its name or its address belongs, such as the name of a Kubernetes secret.',
    why: 'Names and addresses are written to manifests and task definitions in plain text, where everybody can read them.',
    remedy: 'Store the token with `storeIn` first, and pass the name or ARN of the stored secret.',
  },
  'literal-secret': {
    meaning: 'A secret is written in the program as a literal.',
    why: 'It would be in your repository and in `cdk.tf.json` in plain text.',
    remedy: 'Pass a reference to a secret store through `SecretValue.fromAttribute`, or a sensitive variable through `SecretValue.fromVariable`. For emulators and throw-away keys only, `SecretValue.unsafePlainText` accepts a literal.',
  },
  'secret-output': {
    meaning: 'A Terraform output contains a secret and is not marked as sensitive.',
    why: 'Terraform rejects such an output in the plan, because it would print the secret.',
    remedy: 'Create the output with `sensitive: true`. Read it with `terraform output -raw <name>`.',
    code: 'new TerraformOutput(this, \'Token\', { value: project.addWriteToken(\'Token\').tokenValue, sensitive: true });',
  },
  'secret-variable': {
    meaning: 'A Terraform variable for a secret is not sensitive, or has a default.',
    why: 'Terraform prints variables that are not sensitive in its plans, and a default is written to `cdk.tf.json` in plain text.',
    remedy: 'Create the variable with `sensitive: true` and without a default. Pass its value at apply as `TF_VAR_<name>`.',
    code: 'SecretValue.fromVariable(new TerraformVariable(this, \'LogfireApiKey\', { type: \'string\', sensitive: true }));',
  },
};

export const PROVIDERS: Entries<ProviderId> = {
  'api-key-region': {
    meaning: 'The literal API key of the provider belongs to another region than `region`. As a warning: the key does not tell its region, and neither `region` nor `baseUrl` is set.',
    why: 'A key works only in the region that issued it. Requests to another region fail as unauthorized.',
    remedy: 'Set `region` to the region of your organization, or use a key of that region. For a self-hosted Logfire, pass `baseUrl`.',
    code: 'new LogfireProvider(this, \'Logfire\', { region: LogfireRegion.EU });',
  },
  'base-url': {
    meaning: 'The address of a Logfire instance is not just a scheme and a host: it has a path, a query, a user, or no scheme.',
    why: 'The Terraform provider uses the scheme and the host only. It would drop the rest and send requests somewhere else.',
    remedy: 'Pass for example `https://logfire.example.com`. Leave `baseUrl` out for Logfire\'s own service, and use `region` there.',
  },
  'base-url-encryption': {
    program: (stack) => new LogfireProvider(stack, 'Other', { alias: 'other', baseUrl: 'http://logfire.example.com' }),
    meaning: 'The address of the Logfire instance begins with `http://`.',
    why: 'API keys and tokens are sent with each request. Without encryption, everybody on the network can read them.',
    remedy: 'Use `https://`. Addresses of your own machine, such as `http://localhost`, cause no warning.',
  },
  'custom-header': {
    meaning: 'A header of `customHeaders` has an invalid name or value, is there twice, or is one that the provider sets itself.',
    why: 'The provider would reject the header, or one of the two values would silently win.',
    remedy: 'Remove or rename the header. To authenticate, pass `apiKey` instead of an `Authorization` header.',
  },
  'default-provider': {
    meaning: 'All providers of the stack have an alias, and a resource has no `provider`.',
    why: 'Terraform would then use a provider without configuration, which takes its key from the environment. The resource could be created in another organization.',
    remedy: 'Pass `provider` to the construct, set it for all with `LogfireDefaults`, or remove the alias of the provider to use by default.',
    code: 'const eu = new LogfireProvider(this, \'Eu\', { alias: \'eu\' });\nnew LogfireProject(this, \'Shop\', { provider: eu });',
  },
  'missing-provider': {
    meaning: 'A stack has Logfire resources, but no Logfire provider.',
    why: 'Terraform would use the provider without your configuration, or none at all.',
    remedy: 'Create a provider in each stack that has Logfire resources. Without props, it reads the key from the environment variable `LOGFIRE_API_KEY`.',
    code: 'new LogfireProvider(this, \'Logfire\');',
  },
  'organization-text': {
    program: (stack) => new LogfireOrganization(stack, 'Acme', { description: ' ' }),
    meaning: 'A text of an organization, such as its description, is empty or has only whitespace.',
    why: 'Logfire ignores an empty text and keeps the current one. Your program would say something that never happens.',
    remedy: 'Leave the prop out. A text that is set cannot be cleared; replace it by another one.',
  },
  'provider-alias': {
    meaning: 'The alias of a provider has a character that Terraform does not allow.',
    why: 'Resources refer to the provider by its alias, as in `logfire.eu`. Terraform would reject the file.',
    remedy: 'Use letters, digits, `_` and `-`, beginning with a letter or `_`. A stack with one provider needs no alias.',
  },
  'provider-cycle': {
    meaning: 'A Logfire provider is configured by a value, such as a key, that a Logfire resource of the same stack creates.',
    why: 'Terraform configures providers before it creates anything. The first plan would run with an empty key.',
    remedy: 'Create the key in another stack and pass it across stacks, or pass it through a sensitive variable.',
  },
  'region-or-base-url': {
    meaning: 'A provider has both `region` and `baseUrl`.',
    why: 'Both say where Logfire is, and they may contradict each other.',
    remedy: 'Keep `region` for Logfire\'s own service, or `baseUrl` for a self-hosted instance.',
  },
  'self-hosted-only': {
    meaning: 'The app creates an organization, but its provider is for Logfire\'s own service. As a warning: the provider has no `baseUrl`.',
    why: 'Only a self-hosted Logfire lets an API key create organizations.',
    remedy: 'Pass a provider with the `baseUrl` of your instance. On Logfire\'s own service, remove the construct: the API key belongs to an organization already.',
  },
  'wrong-provider': {
    meaning: 'A construct was given a provider of another stack or of another kind, such as an AWS provider for a Logfire resource.',
    why: 'Terraform knows only the providers of the same file, and a resource works only with its own kind of provider.',
    remedy: 'Pass a provider that is created in the same stack. The error lists those that fit.',
  },
};

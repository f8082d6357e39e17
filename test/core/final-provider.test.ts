import { App, TerraformProvider, TerraformResource, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { l1, LogfireProvider, LogfireProject } from '../../src';
import { contentsOf } from '../../src/core/app-validation';
import { baseUrlOf, checkProviderAlias, defaultAmong, effectiveProvider, providerFor } from '../../src/core/effective-provider';
import { finalProvider, providerFinder, wrongProviders } from '../../src/core/final-provider';
import { setDefault } from '../../src/core/scope-defaults';
import { cleanUp, newApp, newStack } from '../synth';

afterEach(cleanUp);

class Provider extends TerraformProvider {
  constructor(scope: Construct, id: string, type: string, private readonly named?: string, source = `hashicorp/${type}`) {
    super(scope, id, { terraformResourceType: type, terraformProviderSource: source, terraformGeneratorMetadata: { providerName: type } });
  }

  public get alias(): string | undefined {
    return this.named;
  }
}

class Bucket extends TerraformResource {
  constructor(scope: TerraformStack, id: string, provider?: TerraformProvider) {
    super(scope, id, { terraformResourceType: 'aws_s3_bucket', provider });
  }
}

const contents = (stack: TerraformStack) => contentsOf(stack.node.root).find((each) => each.stack === stack)!;

let stack: TerraformStack;

beforeEach(() => {
  stack = new TerraformStack(newApp(), 'app');
});

describe('the provider that a resource uses in the end', () => {
  test('is its own, otherwise the default one of the stack', () => {
    const [main, eu] = [new LogfireProvider(stack, 'Main'), new LogfireProvider(stack, 'Eu', { alias: 'eu' })];
    const project = (id: string, provider?: TerraformProvider) => new l1.Project(stack, id, { name: id, provider });
    const overridden = (id: string, provider: unknown) => {
      const resource = project(id, eu);
      resource.addOverride('provider', provider);
      return resource;
    };
    const resources = [project('A'), project('B', eu), overridden('C', 'logfire.eu'), overridden('D', '${logfire}'), overridden('E', null), overridden('F', undefined), overridden('G', 'logfire.none')];
    expect(resources.map((resource) => finalProvider(contents(stack), resource))).toEqual([main, eu, eu, main, main, main, undefined]);
  });

  test('is found by its kind and name', () => {
    const [main, eu] = [new Provider(stack, 'Main', 'aws'), new Provider(stack, 'Eu', 'aws', 'eu')];
    new Provider(stack, 'Other', 'google', 'eu');
    const [bucket, named] = [new Bucket(stack, 'A'), new Bucket(stack, 'B', eu)];
    const overridden = new Bucket(stack, 'C');
    overridden.addOverride('provider', 'aws.eu');
    const foreign = new Bucket(stack, 'D');
    foreign.addOverride('provider', 'google.eu');
    const removed = new Bucket(stack, 'E', eu);
    removed.addOverride('provider', 'aws.eu');
    stack.addOverride('resource.aws_s3_bucket.E', undefined);
    expect([bucket, named, overridden, foreign, removed].map(providerFinder(contents(stack), 'aws'))).toEqual([main, eu, eu, undefined, main]);
    expect(providerFinder(contents(stack), 'azurerm')(bucket)).toBeUndefined();
  });

  const findings = (users: readonly TerraformResource[], kind = 'aws') => wrongProviders(contents(stack), users, kind).map(({ scope, id, message }) => `${scope.node.path}: ${message} [${id}]`);

  test('may be a variant of its kind, or have another name', () => {
    const providers = [
      new Provider(stack, 'Beta', 'aws-beta'), new Provider(stack, 'Renamed', 'mine', undefined, 'registry.acme.com/hashicorp/aws'), new Provider(stack, 'Variant', 'cloud', undefined, 'acme/aws-cc'),
    ];
    expect(findings(providers.map((provider, index) => new Bucket(stack, `B${index}`, provider)))).toEqual([]);
    new Provider(stack, 'Bare', 'mine2', undefined, null as never);
    expect(findings([new Bucket(stack, 'X', new Provider(stack, 'Awsome', 'awsome'))])).toEqual([
      'app/X: provider must be a provider aws, got app/Awsome, which is a provider awsome; pass app/Beta or app/Renamed or app/Variant [wrong-provider]',
    ]);
  });

  test('has to be there, or is left to the environment', () => {
    expect(findings([new Bucket(stack, 'A')])).toEqual([]);
    expect(findings([new Bucket(stack, 'B', new Provider(stack, 'Google', 'google'))])).toEqual([
      'app/B: provider must be a provider aws, got app/Google, which is a provider google; add a provider aws to app [wrong-provider]',
    ]);
  });

  test('has to be named where each has an alias', () => {
    const eu = new Provider(stack, 'Eu', 'aws', 'eu');
    const text = 'provider must be given, because every provider aws of the stack has an alias: Terraform would use one that only the environment configures; '
      + 'pass app/Eu, or remove the alias of the one to use by default';
    expect(findings([new Bucket(stack, 'A', eu), new Bucket(stack, 'B')])).toEqual([`app/B: ${text} [default-provider]`]);
    expect(findings(['C', 'D', 'E'].map((id) => new Bucket(stack, id)))).toEqual([`app/C: ${text} (the same applies to 2 more of the stack) [default-provider]`]);
    stack.addOverride('provider.aws', [{ alias: 'us' }]);
    expect(findings([new Bucket(stack, 'F')])).toHaveLength(1);
    new Provider(stack, 'Main', 'aws');
    expect(findings([new Bucket(stack, 'G')])).toEqual([]);
  });

  test('may be one that only an override has', () => {
    new Provider(stack, 'Eu', 'aws', 'eu');
    stack.addOverride('provider.aws', [{ alias: 'us' }, {}]);
    const using = (id: string, name: string) => {
      const bucket = new Bucket(stack, id);
      bucket.addOverride('provider', name);
      return bucket;
    };
    expect(findings([using('A', 'aws.us'), using('B', 'aws'), using('C', 'aws.eu'), new Bucket(stack, 'D')])).toEqual([]);
    expect(findings([using('E', 'aws.none')])).toEqual(['app/E: provider must be a provider aws of its stack, got the override "aws.none"; pass app/Eu [wrong-provider]']);
  });
});

describe('the provider of a construct', () => {
  test('is that of its resource, otherwise the default one, which may be added before the next phase of a synth', () => {
    const existing = LogfireProject.fromProjectId(stack, 'Existing', '00000000-0000-4000-8000-000000000001');
    new LogfireProvider(stack, 'Eu', { alias: 'eu' });
    new Provider(stack, 'Other', 'aws');
    expect(effectiveProvider(existing, true)).toBeUndefined();
    const main = new LogfireProvider(new Construct(stack, 'Nested'), 'Main');
    expect(effectiveProvider(existing, true)).toBeUndefined();
    expect(effectiveProvider(existing, false)).toBe(main);
    expect(effectiveProvider(existing, true)).toBe(main);
    const own = new LogfireProvider(stack, 'Us', { alias: 'us' });
    expect(effectiveProvider(new LogfireProject(stack, 'Shop', { provider: own }), true)).toBe(own);
  });

  test('that is new is its own, that of what it belongs to, or the default of its scope', () => {
    const [eu, us] = ['eu', 'us'].map((alias) => new LogfireProvider(stack, alias, { alias }));
    const app = stack.node.root as App;
    const other = newStack(app, 'other');
    const elsewhere = new LogfireProvider(other, 'Eu', { alias: 'eu' });
    const [withEu, without] = [new LogfireProject(stack, 'A', { provider: eu }), new LogfireProject(stack, 'B')];
    const existing = LogfireProject.fromProjectId(stack, 'C', '00000000-0000-4000-8000-000000000001');
    const foreign = new LogfireProject(other, 'D', { provider: elsewhere });
    const child = (id: string, scope: Construct = stack) => new Construct(scope, id);
    expect(providerFor(child('1'), us, withEu)).toBe(us);
    expect(providerFor(child('2'), undefined)).toBeUndefined();
    expect(providerFor(child('3'), undefined, withEu)).toBe(eu);
    expect(providerFor(child('4'), undefined, existing, withEu)).toBe(eu);
    expect(providerFor(child('5'), undefined, undefined, without, withEu)).toBeUndefined();
    expect(providerFor(child('6'), undefined, foreign)).toBeUndefined();
    expect(providerFor(child('7'), undefined, foreign, withEu)).toBe(eu);
    const scope = child('Scope');
    setDefault(scope, 'provider', us);
    expect(providerFor(child('8', scope), undefined)).toBe(us);
    expect(providerFor(child('9', scope), undefined, withEu)).toBe(eu);
    expect(providerFor(child('10', scope), undefined, without)).toBeUndefined();
    expect(providerFor(child('11', scope), undefined, foreign, existing)).toBe(us);
    expect(providerFor(child('12', new TerraformStack(scope, 'Inner')), undefined)).toBeUndefined();
  });

  test('has an address, if the program configures it', () => {
    expect(baseUrlOf(undefined)).toBeUndefined();
    expect(baseUrlOf(new LogfireProvider(stack, 'Logfire', { baseUrl: 'https://logfire.example.com' }))).toBe('https://logfire.example.com');
    expect(defaultAmong([new LogfireProvider(stack, 'Eu', { alias: 'eu' })])).toBeUndefined();
  });

  test.each([['eu', true], ['_', true], ['E_u-2', true], ['', false], ['2', false], ['-eu', false], ['e u', false], ['eu.', false]])('with the alias %j passes: %s', (alias, passes) => {
    const provider = new Provider(stack, 'P', 'aws', alias);
    const check = expect(() => checkProviderAlias(provider, alias, 'Logfire'));
    if (passes) {
      check.not.toThrow();
    } else {
      check.toThrow(`app/P: alias must be letters, digits, _ and -, beginning with a letter or _, got ${JSON.stringify(alias)}; leave it out if the stack has only one Logfire provider [logfire:provider-alias]`);
    }
    expect(() => checkProviderAlias(provider, undefined, 'Logfire')).not.toThrow();
  });
});

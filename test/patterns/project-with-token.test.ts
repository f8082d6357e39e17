import { TerraformOutput, TerraformResource, TerraformStack, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import {
  Duration, LogfireProjectWithToken, LogfireProjectWithTokenProps, LogfireProvider, LogfireRegion,
  ProjectImportId, ProjectVisibility, TokenExpiry, TokenRotation,
} from '../../src';
import { cleanUp, newApp, newStack, only, synth, TerraformJson } from '../synth';

afterEach(cleanUp);

function shop(props?: LogfireProjectWithTokenProps): TerraformJson {
  const stack = newStack();
  new LogfireProjectWithToken(stack, 'Shop', props);
  return synth(stack);
}

describe('LogfireProjectWithToken', () => {
  test('alone gives a project named by its path, a token for a year, and two outputs', () => {
    const json = shop();
    expect(only(json, 'logfire_project')).toMatchObject({ name: 'app-shop', visibility: 'public', lifecycle: { prevent_destroy: true } });
    expect(only(json, 'terraform_data').input).toBe('${timeadd(plantimestamp(), "8760h")}');
    const [token] = Object.keys(json.resource.logfire_write_token);
    expect(json.output).toEqual({
      shop_token: { value: `\${sensitive(logfire_write_token.${token}.token)}`, sensitive: true, description: 'Write token of app/Shop' },
      shop_token_expires_at: { value: `\${logfire_write_token.${token}.expires_at}`, description: 'Expiration of the write token of app/Shop' },
    });
    expect(Object.keys(json.check)).toHaveLength(1);
  });

  test('everything can be overridden', () => {
    const stack = newStack();
    const provider = new LogfireProvider(stack, 'Other', { alias: 'other' });
    const first = new LogfireProjectWithToken(stack, 'First');
    new LogfireProjectWithToken(stack, 'Shop', {
      projectName: 'shop',
      description: 'Sells things',
      visibility: ProjectVisibility.PRIVATE,
      deletionProtection: false,
      importFrom: ProjectImportId.byName('acme', 'shop'),
      provider,
      dependsOn: [first.project],
      expiry: TokenExpiry.after(Duration.days(90)),
      rotation: TokenRotation.manual(2),
      warnBefore: Duration.days(3),
      outputName: 'logfire',
    });
    const json = synth(stack);
    const project = Object.values<TerraformJson>(json.resource.logfire_project)[1];
    const token = Object.values<TerraformJson>(json.resource.logfire_write_token)[1];
    expect(project).toMatchObject({ name: 'shop', description: 'Sells things', visibility: 'private', provider: 'logfire.other' });
    expect(project.lifecycle).toBeUndefined();
    expect(token.provider).toBe('logfire.other');
    expect([project.depends_on, token.depends_on]).toEqual([project.depends_on, project.depends_on]);
    expect(project.depends_on).toHaveLength(1);
    expect(json.import).toHaveLength(1);
    expect(Object.values<TerraformJson>(json.resource.terraform_data)[1].triggers_replace).toEqual(['2160h', 2]);
    expect(JSON.stringify(json.check)).toContain('"72h');
    expect(Object.keys(json.output)).toEqual(expect.arrayContaining(['logfire', 'logfire_expires_at']));
  });

  test('a token that never ends has no output for its end', () => {
    const json = shop({ expiry: TokenExpiry.never('burned into devices') });
    expect(Object.keys(json.output)).toEqual(['shop_token']);
  });

  test('all references follow addresses that are overridden later', () => {
    const stack = newStack();
    const { project, token } = new LogfireProjectWithToken(stack, 'Shop');
    project.resource.overrideLogicalId('shop');
    token.resource.overrideLogicalId('shop');
    (token.node.findChild('Anchor') as TerraformResource).overrideLogicalId('shop');
    const json = synth(stack);
    expect(json.resource).toMatchObject({ logfire_project: { shop: {} }, logfire_write_token: { shop: {} }, terraform_data: { shop: {} } });
    expect(JSON.stringify([json.resource, json.output, json.check])).not.toMatch(/(logfire_\w+|terraform_data)\.Shop_/);
    expect(json.output.shop_token.value).toBe('${sensitive(logfire_write_token.shop.token)}');
  });

  test('outputs below other constructs are named by the path', () => {
    const stack = newStack();
    const team = new Construct(stack, 'TeamA');
    new LogfireProjectWithToken(team, 'WebShop');
    new LogfireProjectWithToken(team, '2nd');
    new LogfireProjectWithToken(new Construct(stack, '3'), 'x');
    expect(Object.keys(synth(stack).output).filter((name) => name.endsWith('_token'))).toEqual(['_3_x_token', 'team_a_2nd_token', 'team_a_web_shop_token']);
  });

  test.each(['', '1st', 'a b', 'a.b'])('fails for the output name %j', (outputName) => {
    expect(() => shop({ outputName })).toThrow(`app/Shop: outputName must be letters, digits, _ and -, beginning with a letter or _, got ${JSON.stringify(outputName)}; leave it out`);
  });
});

describe('otlpEnvironment', () => {
  function environment(build: (stack: TerraformStack) => Construct & { otlpEnvironment: { [name: string]: string } }): TerraformJson {
    const stack = new TerraformStack(newApp(), 'app');
    const pattern = build(stack);
    new TerraformOutput(stack, 'environment', { value: pattern.otlpEnvironment, sensitive: true });
    return synth(stack).output.environment.value;
  }

  const TOKEN = 'sensitive\\(logfire_write_token\\.Shop_Token_[0-9A-F]{8}\\.token\\)';

  test('has the token alone as the header, and the region from the token itself', () => {
    expect(environment((stack) => {
      new LogfireProvider(stack, 'Logfire');
      return new LogfireProjectWithToken(stack, 'Shop');
    })).toEqual({
      OTEL_EXPORTER_OTLP_ENDPOINT: expect.stringMatching(new RegExp(`^https://logfire-\\$\\{nonsensitive\\(length\\(regexall\\("\\^pylf_v\\[0-9\\]\\+_us_", ${TOKEN}\\)\\) > 0\\) \\? "us" : .*\\}\\.pydantic\\.dev$`)),
      OTEL_EXPORTER_OTLP_HEADERS: expect.stringMatching(new RegExp(`^Authorization=\\$\\{${TOKEN}\\}$`)),
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
    });
  });

  test('has the region of the provider, also of one that is made later or has an alias', () => {
    expect(environment((stack) => {
      const pattern = new LogfireProjectWithToken(stack, 'Shop');
      new LogfireProvider(stack, 'Logfire', { region: LogfireRegion.EU });
      return pattern;
    }).OTEL_EXPORTER_OTLP_ENDPOINT).toBe('https://logfire-eu.pydantic.dev');
    expect(environment((stack) => {
      new LogfireProvider(stack, 'Logfire', { region: LogfireRegion.EU });
      return new LogfireProjectWithToken(stack, 'Shop', { provider: new LogfireProvider(stack, 'Us', { alias: 'us', region: LogfireRegion.US }) });
    }).OTEL_EXPORTER_OTLP_ENDPOINT).toBe('https://logfire-us.pydantic.dev');
  });

  test('has the address of a self-hosted Logfire', () => {
    expect(environment((stack) => {
      new LogfireProvider(stack, 'Logfire', { baseUrl: 'https://logfire.example.com/' });
      return new LogfireProjectWithToken(stack, 'Shop');
    }).OTEL_EXPORTER_OTLP_ENDPOINT).toBe('https://logfire.example.com');
  });

  test('an explicit endpoint wins; one with a path fails, a variable passes', () => {
    const explicit = (otlpEndpoint: (stack: TerraformStack) => string) => environment((stack) => {
      new LogfireProvider(stack, 'Logfire', { region: LogfireRegion.EU });
      return new LogfireProjectWithToken(stack, 'Shop', { otlpEndpoint: otlpEndpoint(stack) });
    }).OTEL_EXPORTER_OTLP_ENDPOINT;
    expect(explicit(() => 'https://collector.example.com')).toBe('https://collector.example.com');
    expect(explicit((stack) => new TerraformVariable(stack, 'url', {}).stringValue)).toBe('${var.url}');
    expect(() => explicit(() => 'https://collector.example.com/v1/traces')).toThrow('app/Shop: otlpEndpoint must be the scheme and host of a Logfire instance');
  });

  test.each(['serviceName', 'deploymentEnvironment'])('fails for a blank %s', (prop) => {
    expect(() => shop({ [prop]: ' ' })).toThrow(`app/Shop: ${prop} must not be blank, got " "; leave it out, and the program decides [logfire:not-blank]`);
  });

  test('says which program sends and where it runs, encoded as OpenTelemetry wants it', () => {
    expect(environment((stack) => {
      new LogfireProvider(stack, 'Logfire');
      return new LogfireProjectWithToken(stack, 'Shop', { serviceName: 'shop', deploymentEnvironment: 'prod, "EU" 50%' });
    })).toMatchObject({ OTEL_SERVICE_NAME: 'shop', OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=prod%2C%20%22EU%22%2050%25' });
  });
});

import { TerraformStack } from 'cdktf';
import {
  AlertSeverity, DeploymentEnvironments, DeploymentEnvironmentsKind, DeploymentEnvironmentsOptions, LogfireEnvironmentProjects,
  LogfireEnvironmentProjectsProps, LogfireProject, NotificationRouting,
} from '../../src';
import { deliveryTo } from '../slo/slos';
import { cleanUp, newStack, synth, TerraformJson, warnings } from '../synth';

afterEach(cleanUp);

const shopIn = (stack: TerraformStack) => new LogfireProject(stack, 'Shop');

function inProject(names: string[], options?: DeploymentEnvironmentsOptions): DeploymentEnvironments {
  return DeploymentEnvironments.inProject(shopIn(newStack()), names, options);
}

function projects(props: Partial<LogfireEnvironmentProjectsProps>, stack = newStack()): LogfireEnvironmentProjects {
  return new LogfireEnvironmentProjects(stack, 'Shop', { names: ['production', 'staging'], ...props });
}

const infos = (stack: TerraformStack) => stack.node.findAll().flatMap(({ node }) => node.metadata)
  .filter(({ type }) => type === '@cdktf/info').map(({ data }) => String(data));

describe('DeploymentEnvironments', () => {
  test('in one project filter by environment', () => {
    const shop = shopIn(newStack());
    const environments = DeploymentEnvironments.inProject(shop, ['production', 'staging']);
    expect(environments).toMatchObject({ kind: DeploymentEnvironmentsKind.ONE_PROJECT, names: ['production', 'staging'] });
    expect(environments.names.map((name) => [environments.projectOf(name), environments.filterOf(name)])).toEqual([[shop, ['production']], [shop, ['staging']]]);
  });

  test('of projects in two stacks need no filter', () => {
    const production = newStack();
    const staging = newStack(production.node.root as never, 'staging');
    const [a, b] = [shopIn(production), shopIn(staging)];
    const environments = DeploymentEnvironments.ofProjects([{ environmentName: 'production', project: a }, { environmentName: 'staging', project: b }]);
    expect(environments.kind).toBe(DeploymentEnvironmentsKind.PROJECT_EACH);
    expect(environments.names.map((name) => [environments.projectOf(name), environments.filterOf(name)])).toEqual([[a, []], [b, []]]);
  });

  test.each<[string[], string[] | undefined, string[]]>([
    [['production', 'staging'], undefined, ['production']],
    [['Prod', 'production-like', 'preprod'], undefined, ['Prod']],
    [['production', 'canary', 'staging'], ['production', 'canary'], ['production', 'canary']],
    [['production'], [], []],
  ])('%j with paging %j page in %j', (names, paging, expected) => {
    const environments = inProject(names, paging && { paging });
    expect(names.filter((name) => environments.pages(name))).toEqual(expected);
  });

  test('that do not page notify the deliveries for information, and the program says so once', () => {
    const stack = newStack();
    const shop = shopIn(stack);
    const environments = DeploymentEnvironments.inProject(shop, ['production', 'staging', 'dev']);
    const [pager, slack] = [deliveryTo(stack, 'a'), deliveryTo(stack, 'b')];
    const routing = NotificationRouting.bySeverity({ critical: [pager], warning: [pager], info: [slack] });
    const [production, staging, dev] = environments.names.map((name) => environments.routingOf(name, routing));
    expect(production).toBe(routing);
    for (const severity of Object.values(AlertSeverity)) {
      expect([staging.deliveriesFor(severity), dev.deliveriesFor(severity)]).toEqual([[slack], [slack]]);
    }
    expect(infos(stack)).toEqual(['alerts of staging, dev do not page: their notifications go to the deliveries for information, or to nobody; '
      + 'list an environment in paging to change that']);
  });

  test('that do not page for want of a name give a warning, unless that is meant', () => {
    const routed = (options?: DeploymentEnvironmentsOptions) => {
      const stack = newStack();
      const environments = DeploymentEnvironments.inProject(shopIn(stack), ['dev', 'test'], options);
      environments.names.forEach((name) => environments.routingOf(name, NotificationRouting.nobody()));
      return warnings(stack);
    };
    expect(routed()).toEqual(['paging has no environment, because none of dev, test is named production or prod: no alert pages; '
      + 'pass the names of those that page, or an empty list if none should [logfire:environment-name]']);
    expect(routed({ paging: [] })).toEqual([]);
    expect(routed({ paging: ['test'] })).toEqual([]);
  });

  test('that do not page notify nobody without a delivery for information', () => {
    const stack = newStack();
    const environments = DeploymentEnvironments.inProject(shopIn(stack), ['staging']);
    const quiet = environments.routingOf('staging', NotificationRouting.bySeverity({ critical: [deliveryTo(stack, 'a')] }));
    expect(quiet.toSloRouting().kind).toBe('nobody');
  });

  test('fail without a name, for one twice, and for one that a construct id cannot be', () => {
    const message = 'app/Shop: names of environments must be';
    expect(() => inProject([])).toThrow('app/Shop: environments must have at least one environment, got none; pass for example production');
    expect(() => inProject(['staging', 'staging'])).toThrow(`${message} there once, got staging twice; remove one of them`);
    expect(() => inProject(['prod', 'Prod'])).toThrow(`${message.replace(' be', ' differ in more than case')}, got prod and Prod; keep the one that programs send`);
    expect(() => inProject(['pre prod'])).toThrow(`${message} letters, digits, ., _ and -, beginning with a letter or digit, got "pre prod"; pass the name that programs send, such as production`);
    expect(() => DeploymentEnvironments.ofProjects([])).toThrow('environments must have at least one environment, got none');
  });

  test('fail for a name that is none of them, and say which one may be meant', () => {
    expect(() => inProject(['production'], { paging: ['prduction'] })).toThrow('app/Shop: paging must be one of production, got "prduction"; did you mean production?');
    const environments = inProject(['production', 'staging']);
    for (const call of ['projectOf', 'filterOf', 'pages'] as const) {
      expect(() => environments[call]('test-7')).toThrow('app/Shop: name must be one of production, staging, got "test-7"; add it to the environments, or correct it');
    }
  });
});

describe('LogfireEnvironmentProjects', () => {
  const resources = (stack: TerraformStack): TerraformJson => synth(stack).resource.logfire_project;

  test('creates a project for each environment', () => {
    const stack = newStack();
    const shop = projects({ paging: ['staging'] }, stack);
    expect(shop.environments.names.map((name) => shop.environments.pages(name))).toEqual([false, true]);
    expect(shop.environments.projectOf('staging')).toBe(shop.projectOf('staging'));
    expect(Object.values<TerraformJson>(resources(stack)).map(({ name, visibility, lifecycle }) => [name, visibility, lifecycle])).toEqual(
      ['app-shop-production', 'app-shop-staging'].map((name) => [name, 'public', { prevent_destroy: true }]));
  });

  test('passes on what the projects have in common', () => {
    const stack = newStack();
    projects({ names: ['Production'], projectNamePrefix: 'shop', visibility: 'private' as never, deletionProtection: false }, stack);
    const [project] = Object.values<TerraformJson>(resources(stack));
    expect(project).toMatchObject({ name: 'shop-production', visibility: 'private' });
    expect(project.lifecycle).toBeUndefined();
  });

  test('keeps all addresses when an environment is added before the others', () => {
    const addresses = (names: string[]) => {
      const stack = newStack();
      projects({ names }, stack);
      return Object.keys(resources(stack)).sort();
    };
    const before = addresses(['production', 'staging']);
    const after = addresses(['dev', 'production', 'staging']);
    expect(after).toHaveLength(3);
    expect(after).toEqual(expect.arrayContaining(before));
  });

  test('fails for names before it creates anything', () => {
    expect(() => projects({ names: ['a', 'a'] })).toThrow('app/Shop: names of environments must be there once, got a twice');
    expect(() => projects({}).projectOf('dev')).toThrow('app/Shop/production: name must be one of production, staging, got "dev"');
  });
});

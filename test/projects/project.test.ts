import { TerraformStack, TerraformVariable } from 'cdktf';
import { LogfireDefaults, LogfireProject, LogfireProjectProps, LogfireProvider, LogfireWriteToken, ProjectImportId, ProjectVisibility, TokenExpiry } from '../../src';
import { cleanUp, newApp, newStack, only, synth, TerraformJson, warnings } from '../synth';

const UUID = '00000000-0000-4000-8000-000000000001';

afterEach(cleanUp);

function project(props?: LogfireProjectProps): TerraformJson {
  const stack = newStack();
  new LogfireProject(stack, 'Shop', props);
  const { '//': _metadata, ...resource } = only(synth(stack), 'logfire_project');
  return resource;
}

describe('LogfireProject', () => {
  test('by default is named by its path, open to its organization, and protected', () => {
    expect(project()).toEqual({ name: 'app-shop', visibility: 'public', lifecycle: { prevent_destroy: true } });
  });

  test('writes what it is given', () => {
    expect(project({ projectName: 'shop', description: 'Sells things', visibility: ProjectVisibility.PRIVATE, deletionProtection: false }))
      .toEqual({ name: 'shop', description: 'Sells things', visibility: 'private' });
  });

  test('an empty description is none: the provider refuses an empty text', () => {
    expect(project({ description: '', deletionProtection: false })).toEqual({ name: 'app-shop', visibility: 'public' });
  });

  test('fails when the description is longer than 500 characters', () => {
    expect(() => project({ description: 'é'.repeat(501) })).toThrow('app/Shop: description must be at most 500 characters, got 501; shorten it');
    expect(project({ description: 'é'.repeat(500) }).description).toHaveLength(500);
  });

  test('depends on what it is told', () => {
    const stack = newStack();
    const first = new LogfireProject(stack, 'First');
    new LogfireProject(stack, 'Second', { dependsOn: [first] });
    const [, second] = Object.values<TerraformJson>(synth(stack).resource.logfire_project);
    expect(second.depends_on).toEqual([expect.stringMatching(/^logfire_project\.First_[0-9A-F]{8}$/)]);
  });

  test('without protection in the end is rejected', () => {
    const stack = newStack();
    new LogfireProject(stack, 'Shop').resource.lifecycle = undefined;
    expect(() => synth(stack)).toThrow('add to the lifecycle that the resource has instead of replacing it, or pass deletionProtection: false to allow that [logfire:lost-protection]');
  });

  test('gives its tokens and keys their options', () => {
    const stack = newStack();
    const shop = new LogfireProject(stack, 'Shop');
    const options = { expiry: TokenExpiry.at('2030-01-01T00:00:00Z') };
    shop.addWriteToken('Write', options);
    shop.addReadToken('Read', options);
    shop.addIngestKey('Key', { ...options, keyName: 'shop' });
    const json = synth(stack);
    for (const type of ['logfire_write_token', 'logfire_read_token', 'logfire_api_key']) {
      expect(only(json, type)).toMatchObject({ project_id: expect.stringMatching(/^\$\{logfire_project\.Shop_\w+\.id\}$/), expires_at: '2030-01-01T00:00:00Z' });
    }
    expect(only(json, 'logfire_api_key').name).toBe('shop');
  });

  test('fails for a name that Logfire does not accept', () => {
    expect(() => project({ projectName: 'S' })).toThrow('app/Shop: projectName must be 2 to 50 characters, lower-case letters, digits and single hyphens between them, got "S"');
  });

  test('is protected as its scope is, unless it says otherwise', () => {
    const stack = newStack();
    LogfireDefaults.of(stack).set({ deletionProtection: false });
    new LogfireProject(stack, 'A');
    new LogfireProject(stack, 'B', { deletionProtection: true });
    const projects = Object.values<TerraformJson>(synth(stack).resource.logfire_project);
    expect(projects.map(({ lifecycle }) => lifecycle)).toEqual([undefined, { prevent_destroy: true }]);
  });

  test('its id follows an address that is overridden after it was used', () => {
    const stack = newStack();
    const shop = new LogfireProject(stack, 'Shop');
    shop.addWriteToken('Token');
    shop.resource.overrideLogicalId('shop');
    expect(only(synth(stack), 'logfire_write_token').project_id).toBe('${logfire_project.shop.id}');
  });
});

describe('importFrom', () => {
  function importBlocks(importFrom: (stack: TerraformStack) => ProjectImportId): TerraformJson {
    const stack = newStack();
    new LogfireProject(stack, 'Shop', { importFrom: importFrom(stack) });
    return synth(stack).import;
  }

  test('by name and by id', () => {
    const to = expect.stringMatching(/^logfire_project\.Shop_[0-9A-F]{8}$/);
    expect(importBlocks(() => ProjectImportId.byName('acme', 'shop'))).toEqual([{ to, id: 'acme/shop' }]);
    expect(importBlocks(() => ProjectImportId.byId(UUID))).toEqual([{ to, id: UUID }]);
  });

  test('by a variable', () => {
    expect(importBlocks((stack) => ProjectImportId.byName('acme', new TerraformVariable(stack, 'name', {}).stringValue)))
      .toEqual([{ to: expect.any(String), id: 'acme/${var.name}' }]);
  });

  test('uses the provider of the project', () => {
    const stack = newStack();
    const provider = new LogfireProvider(stack, 'Other', { alias: 'other' });
    new LogfireProject(stack, 'Shop', { provider, importFrom: ProjectImportId.byId(UUID) });
    expect(synth(stack).import).toEqual([{ to: expect.any(String), id: UUID, provider: 'logfire.other' }]);
  });

  test('two imports of a stack are both written', () => {
    const stack = newStack();
    new LogfireProject(stack, 'A', { importFrom: ProjectImportId.byName('acme', 'a') });
    new LogfireProject(stack, 'B', { importFrom: ProjectImportId.byName('acme', 'b') });
    expect(synth(stack).import.map((block: TerraformJson) => block.id)).toEqual(['acme/a', 'acme/b']);
  });

  test.each([['', 'shop'], ['acme', ' '], ['acme', 'a/b'], ['a,b', 'shop'], ['acme', 'a|b']])('fails for %j and %j', (organization, name) => {
    expect(() => importBlocks(() => ProjectImportId.byName(organization, name))).toThrow(
      /^app\/Shop: importFrom must be made of names or ids that are not blank and have none of \/ , \|, got ".*"; use ProjectImportId\.byId if a name has such a character \[logfire:import-id\]$/);
  });

  test('says how the project is identified', () => {
    expect([ProjectImportId.byName('acme', 'shop'), ProjectImportId.byId(UUID)].map(({ kind }) => kind)).toEqual(['name', 'id']);
  });
});

describe('fromProjectId', () => {
  test('creates nothing but what is added to it', () => {
    const stack = newStack();
    const shop = LogfireProject.fromProjectId(stack, 'Shop', UUID);
    shop.addWriteToken('Write');
    shop.addReadToken('Read');
    const json = synth(stack);
    expect(Object.keys(json.resource).sort()).toEqual(['logfire_read_token', 'logfire_write_token', 'terraform_data']);
    expect(only(json, 'logfire_write_token').project_id).toBe(UUID);
    expect(only(json, 'logfire_read_token').project_id).toBe(UUID);
    expect(warnings(stack)).toEqual([]);
  });

  test('fails for a blank id and warns about one that is no UUID', () => {
    const stack = newStack();
    expect(() => LogfireProject.fromProjectId(stack, 'Blank', ' ')).toThrow('app/Blank: projectId must be the UUID of a project, got " "; copy it from the project\'s settings');
    LogfireProject.fromProjectId(stack, 'Name', 'shop');
    expect(warnings(stack)).toEqual(['projectId "shop" is not a UUID; Logfire finds projects by UUID, not by name [logfire:uuid]']);
  });

  test('takes a variable and the project of another stack', () => {
    const app = newApp();
    const one = newStack(app, 'one');
    const two = newStack(app, 'two');
    const variable = new TerraformVariable(two, 'id', { type: 'string' });
    LogfireProject.fromProjectId(two, 'Variable', variable.stringValue).addWriteToken('Token');
    LogfireProject.fromProjectId(two, 'Other', new LogfireProject(one, 'Shop').projectId).addWriteToken('Token');
    const ids = Object.values<TerraformJson>(synth(two).resource.logfire_write_token).map((token) => token.project_id);
    expect(ids).toEqual([expect.stringMatching(/^\$\{data\.terraform_remote_state\..*id\}$/), '${var.id}']);
    expect(warnings(two)).toEqual([]);
  });
});

describe('the provider of a project', () => {
  test('is the one of its tokens in the same stack', () => {
    const stack = newStack();
    const provider = new LogfireProvider(stack, 'Other', { alias: 'other' });
    const shop = new LogfireProject(stack, 'Shop', { provider });
    shop.addWriteToken('Write');
    shop.addReadToken('Read');
    const json = synth(stack);
    expect(only(json, 'logfire_write_token').provider).toBe('logfire.other');
    expect(only(json, 'logfire_read_token').provider).toBe('logfire.other');
  });

  test('does not reach into another stack, and a token can name its own', () => {
    const app = newApp();
    const one = newStack(app, 'one');
    const shop = new LogfireProject(one, 'Shop', { provider: new LogfireProvider(one, 'Other', { alias: 'other' }) });
    const two = newStack(app, 'two');
    new LogfireWriteToken(two, 'Directly', { project: shop });
    const referred = LogfireProject.fromProjectId(two, 'Shop', shop.projectId);
    referred.addWriteToken('Default');
    referred.addWriteToken('Own', { provider: new LogfireProvider(two, 'Third', { alias: 'third' }) });
    const providers = Object.values<TerraformJson>(synth(two).resource.logfire_write_token).map((token) => token.provider);
    expect(providers).toEqual([undefined, undefined, 'logfire.third']);
  });
});

import { TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import {
  FrontendApplicationImportId, FrontendReplacement, LogfireFrontendApplication, LogfireFrontendApplicationProps, LogfireProject,
  LogfireProvider,
} from '../../src';
import { cleanUp, newStack, only, synth, TerraformJson } from '../synth';

const UUID = '00000000-0000-4000-8000-000000000001';

afterEach(cleanUp);

function newApplication(props: Partial<LogfireFrontendApplicationProps> = {}, stack = newStack()): TerraformStack {
  new LogfireFrontendApplication(stack, 'Web', { project: LogfireProject.fromProjectId(stack, 'Shop', UUID), ...props });
  return stack;
}

function application(props?: Partial<LogfireFrontendApplicationProps>): TerraformJson {
  const { '//': _metadata, ...resource } = only(synth(newApplication(props)), 'logfire_frontend_application');
  return resource;
}

describe('LogfireFrontendApplication', () => {
  test('by default is named by its path, and nothing else', () => {
    expect(application()).toEqual({ project_id: UUID, name: 'app-web' });
  });

  test('writes what it is given', () => {
    expect(application({ applicationName: 'Web shop', serviceNamespace: 'shop', environment: 'production', adoptExistingServiceName: true })).toEqual({
      project_id: UUID, name: 'Web shop', service_namespace: 'shop', environment: 'production', adopt_existing_service_name: true,
    });
  });

  test('empty texts count as none', () => {
    expect(application({ serviceNamespace: '', environment: '' })).toEqual({ project_id: UUID, name: 'app-web' });
  });

  test.each(['', ' '])('fails for the name %j', (applicationName) => {
    expect(() => newApplication({ applicationName })).toThrow(`app/Web: applicationName must be a string that is not blank, got ${JSON.stringify(applicationName)}`);
  });

  test.each(['serviceNamespace', 'environment'] as const)('fails for a blank %s', (prop) => {
    expect(() => newApplication({ [prop]: ' ' })).toThrow(`app/Web: ${prop} must not be blank, got " "; leave it out for none`);
  });

  test('takes variables', () => {
    const stack = newStack();
    const text = new TerraformVariable(stack, 'text', { type: 'string' }).stringValue;
    newApplication({ applicationName: text, environment: text, importFrom: FrontendApplicationImportId.byId(text) }, stack);
    const json = synth(stack);
    expect(only(json, 'logfire_frontend_application')).toMatchObject({ name: '${var.text}', environment: '${var.text}' });
    expect(json.import[0].id).toBe(`${UUID}/\${var.text}`);
  });

  test('its token is sensitive', () => {
    const stack = newStack();
    const web = new LogfireFrontendApplication(stack, 'Web', { project: new LogfireProject(stack, 'Shop') });
    web.resource.overrideLogicalId('web');
    for (const [name, value] of Object.entries({ id: web.applicationId, token: web.tokenValue, tokenId: web.tokenId })) {
      new TerraformOutput(stack, name, { value, sensitive: name === 'token' });
    }
    expect(synth(stack).output).toMatchObject({
      id: { value: '${logfire_frontend_application.web.id}' },
      token: { value: '${sensitive(logfire_frontend_application.web.token)}', sensitive: true },
      tokenId: { value: '${logfire_frontend_application.web.token_id}' },
    });
  });

  test('uses the provider of its project', () => {
    const stack = newStack();
    const provider = new LogfireProvider(stack, 'Other', { alias: 'other' });
    newApplication({ project: new LogfireProject(stack, 'Project', { provider }) }, stack);
    expect(only(synth(stack), 'logfire_frontend_application').provider).toBe('logfire.other');
  });

  test('fails with a project of another organization', () => {
    const stack = newStack();
    const provider = new LogfireProvider(stack, 'Other', { alias: 'other' });
    newApplication({ project: new LogfireProject(stack, 'Project'), provider }, stack);
    expect(() => synth(stack)).toThrow("app/Web: project must be in the organization of this construct's provider app/Other, got app/Project, which uses the provider app/Logfire; pass the same");
  });
});

describe('replacement', () => {
  test.each<[FrontendReplacement | undefined, TerraformJson]>([
    [undefined, {}],
    [FrontendReplacement.CREATE_FIRST, { adopt_existing_service_name: true, lifecycle: { create_before_destroy: true } }],
    [FrontendReplacement.DESTROY_FIRST, { adopt_existing_service_name: true }],
  ])('%s', (replacement, expected) => {
    expect(application({ replacement })).toEqual({ project_id: UUID, name: 'app-web', ...expected });
  });

  test('fails when the name must not be taken over', () => {
    expect(() => newApplication({ replacement: FrontendReplacement.CREATE_FIRST, adoptExistingServiceName: false })).toThrow(
      'app/Web: adoptExistingServiceName must not be false with replacement "create-first": the new application takes over the name of the old one; leave it out');
    expect(application({ adoptExistingServiceName: false }).adopt_existing_service_name).toBe(false);
  });

  test('fails when its lifecycle is lost, with a way to do without', () => {
    const stack = newApplication({ replacement: FrontendReplacement.CREATE_FIRST });
    (stack.node.findChild('Web') as LogfireFrontendApplication).resource.lifecycle = {};
    expect(() => synth(stack)).toThrow('app/Web: its lifecycle has lost create_before_destroy, which this construct sets, so a replacement would revoke the old one before '
      + 'the new one exists; add to the lifecycle that the resource has instead of replacing it, or leave out replacement');
  });
});

describe('an application that exists', () => {
  test('is imported by id, within its project', () => {
    expect(synth(newApplication({ importFrom: FrontendApplicationImportId.byId('an-id') })).import)
      .toEqual([{ to: expect.stringMatching(/^logfire_frontend_application\.Web_/), id: `${UUID}/an-id` }]);
    expect(() => newApplication({ importFrom: FrontendApplicationImportId.byId('a/b') })).toThrow(
      'app/Web: importFrom must be made of names or ids that are not blank and have none of / , |, got "a/b"; copy the UUID of the application');
  });

  test('is referred to by project and id, and gets tokens', () => {
    const stack = newStack();
    const project = LogfireProject.fromProjectId(stack, 'Shop', UUID);
    LogfireFrontendApplication.fromApplicationId(stack, 'Web', project, 'an-id').addToken('Token');
    const json = synth(stack);
    expect(Object.keys(json.resource)).toEqual(['logfire_frontend_application_token']);
    expect(only(json, 'logfire_frontend_application_token')).toMatchObject({ project_id: UUID, application_id: 'an-id' });
    expect(() => LogfireFrontendApplication.fromApplicationId(stack, 'Blank', project, ' '))
      .toThrow('app/Blank: applicationId must be the UUID of a frontend application, got " "; copy it');
  });
});

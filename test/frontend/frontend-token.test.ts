import { TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import {
  FrontendTokenImportId, FrontendTokenOptions, LogfireFrontendApplication, LogfireFrontendToken, LogfireProject,
  LogfireProvider,
} from '../../src';
import { cleanUp, newStack, only, synth, TerraformJson } from '../synth';

const UUID = '00000000-0000-4000-8000-000000000001';

afterEach(cleanUp);

function newToken(options: FrontendTokenOptions = {}, stack = newStack()): TerraformStack {
  const project = LogfireProject.fromProjectId(stack, 'Shop', UUID);
  new LogfireFrontendToken(stack, 'Token', { application: LogfireFrontendApplication.fromApplicationId(stack, 'Web', project, 'web-id'), ...options });
  return stack;
}

function token(options?: FrontendTokenOptions): TerraformJson {
  const { '//': _metadata, ...resource } = only(synth(newToken(options)), 'logfire_frontend_application_token');
  return resource;
}

describe('LogfireFrontendToken', () => {
  test('by default is issued, revoked at the end, and never created before it is destroyed', () => {
    expect(token()).toEqual({ project_id: UUID, application_id: 'web-id', revoke_on_destroy: true });
  });

  test('writes what it is given', () => {
    expect(token({ adoptTokenId: 'first', revokeOnDestroy: false })).toMatchObject({ adopt_token_id: 'first', revoke_on_destroy: false });
  });

  test('adopts the first token of an application', () => {
    const stack = newStack();
    const provider = new LogfireProvider(stack, 'Other', { alias: 'other' });
    const web = new LogfireFrontendApplication(stack, 'Web', { project: new LogfireProject(stack, 'Shop', { provider }) });
    web.resource.overrideLogicalId('web');
    const first = web.addToken('First', { adoptTokenId: web.tokenId });
    first.resource.overrideLogicalId('first');
    new TerraformOutput(stack, 'id', { value: first.tokenId });
    new TerraformOutput(stack, 'value', { value: first.tokenValue, sensitive: true });
    expect(first.canSendFromBrowsers).toBe(true);
    const json = synth(stack);
    expect(only(json, 'logfire_frontend_application_token')).toMatchObject({
      application_id: '${logfire_frontend_application.web.id}', adopt_token_id: '${logfire_frontend_application.web.token_id}', provider: 'logfire.other',
    });
    expect([json.output.id.value, json.output.value.value])
      .toEqual(['${logfire_frontend_application_token.first.id}', '${sensitive(logfire_frontend_application_token.first.token)}']);
  });

  test('fails with an application of another organization', () => {
    const stack = newStack();
    const provider = new LogfireProvider(stack, 'Other', { alias: 'other' });
    const web = new LogfireFrontendApplication(stack, 'Web', { project: new LogfireProject(stack, 'Shop') });
    new LogfireFrontendToken(stack, 'Token', { application: web, provider });
    const foreign = (prop: string, target: string) => (
      `app/Token: ${prop} must be in the organization of this construct's provider app/Other, got ${target}, which uses the provider app/Logfire; pass the same`);
    expect(() => synth(stack)).toThrow(foreign('application', 'app/Web'));
    expect(() => synth(stack)).toThrow(foreign('application.project', 'app/Shop'));
  });

  test('fails to adopt a blank one, a variable passes', () => {
    expect(() => newToken({ adoptTokenId: ' ' })).toThrow('app/Token: adoptTokenId must be the UUID of an active token, got " "; leave it out to issue a new token');
    const stack = newStack();
    newToken({ adoptTokenId: new TerraformVariable(stack, 'id', { type: 'string' }).stringValue }, stack);
    expect(only(synth(stack), 'logfire_frontend_application_token').adopt_token_id).toBe('${var.id}');
  });

  test('is imported by id, within its application, and then adopts none', () => {
    const importFrom = FrontendTokenImportId.byId('an-id');
    expect(synth(newToken({ importFrom })).import).toEqual([{ to: expect.stringMatching(/^logfire_frontend_application_token\.Token_/), id: `${UUID}/web-id/an-id` }]);
    expect(() => newToken({ importFrom: FrontendTokenImportId.byId('') })).toThrow(
      'app/Token: importFrom must be made of names or ids that are not blank and have none of / , |, got ""; copy the UUID of the token');
    expect(() => newToken({ importFrom, adoptTokenId: 'an-id' })).toThrow('app/Token: adoptTokenId must not be combined with importFrom');
  });
});

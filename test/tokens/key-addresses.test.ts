import {
  ApiScope, FrontendApplicationImportId, GatewayProviderImportId, GatewayVendor, KeyImportId, LogfireApiKey,
  LogfireFrontendApplication, LogfireGatewayApiKey, LogfireGatewayProvider, LogfireOrganization, LogfireProject,
  LogfireProvider, LogfireRotatingApiKey, LogfireRotatingGatewayApiKey, LogfireRotatingReadToken, OrganizationImportId,
  SecretValue, TokenExpiry, TokenRotation,
} from '../../src';
import { cleanUp, newStack, synth, TerraformJson } from '../synth';

afterEach(cleanUp);

/** As `addresses.test.ts`: a difference here destroys and creates what users have. */
test('addresses of keys, gateway, frontend and organization stay as they are', () => {
  const stack = newStack();
  const apiKey = SecretValue.unsafePlainText('not-a-real-secret');
  const project = LogfireProject.fromProjectId(stack, 'Shop', '00000000-0000-4000-8000-000000000001');
  const rotation = TokenRotation.manual(1);
  project.addIngestKey('Ingest');
  new LogfireApiKey(stack, 'Key', { scopes: [ApiScope.ORGANIZATION_READ], expiry: TokenExpiry.never('as it was'), importFrom: KeyImportId.byId('x') });
  new LogfireGatewayApiKey(stack, 'GatewayKey', { project, rotation });
  new LogfireGatewayProvider(stack, 'Models', { vendor: GatewayVendor.OPENAI, apiKey, importFrom: GatewayProviderImportId.byId('x') });
  new LogfireRotatingApiKey(stack, 'Keys', { project, rotation, scopes: ApiScope.query() });
  new LogfireRotatingGatewayApiKey(stack, 'GatewayKeys', { project, rotation });
  new LogfireRotatingReadToken(stack, 'Reads', { project, rotation, expiry: TokenExpiry.never('a trial') });
  new LogfireFrontendApplication(stack, 'Web', { project, importFrom: FrontendApplicationImportId.byId('x') }).addToken('Token');
  const selfHosted = new LogfireProvider(stack, 'SelfHosted', { alias: 'self_hosted', baseUrl: 'https://logfire.example.com' });
  new LogfireOrganization(stack, 'Acme', { provider: selfHosted, importFrom: OrganizationImportId.byId('x') });
  const json = synth(stack);

  expect(stack.node.findAll().map((construct) => construct.node.path).sort()).toEqual([
    'app',
    'app/Acme',
    'app/Acme/Import',
    'app/Acme/Resource',
    'app/GatewayKey',
    'app/GatewayKey/Anchor',
    'app/GatewayKey/ExpiryCheck',
    'app/GatewayKey/Resource',
    'app/GatewayKeys',
    'app/GatewayKeys/ExpiresAt',
    'app/GatewayKeys/SlotA',
    'app/GatewayKeys/SlotA/Anchor',
    'app/GatewayKeys/SlotA/ExpiryCheck',
    'app/GatewayKeys/SlotA/Resource',
    'app/GatewayKeys/SlotB',
    'app/GatewayKeys/SlotB/Anchor',
    'app/GatewayKeys/SlotB/ExpiryCheck',
    'app/GatewayKeys/SlotB/Resource',
    'app/GatewayKeys/Value',
    'app/Key',
    'app/Key/Import',
    'app/Key/Resource',
    'app/Keys',
    'app/Keys/ExpiresAt',
    'app/Keys/SlotA',
    'app/Keys/SlotA/Anchor',
    'app/Keys/SlotA/ExpiryCheck',
    'app/Keys/SlotA/Resource',
    'app/Keys/SlotB',
    'app/Keys/SlotB/Anchor',
    'app/Keys/SlotB/ExpiryCheck',
    'app/Keys/SlotB/Resource',
    'app/Keys/Value',
    'app/Logfire',
    'app/LogfireValidation',
    'app/Models',
    'app/Models/Import',
    'app/Models/Resource',
    'app/Reads',
    'app/Reads/SlotA',
    'app/Reads/SlotA/Anchor',
    'app/Reads/SlotA/Resource',
    'app/Reads/SlotA/Trigger',
    'app/Reads/SlotB',
    'app/Reads/SlotB/Anchor',
    'app/Reads/SlotB/Resource',
    'app/Reads/SlotB/Trigger',
    'app/Reads/Value',
    'app/SelfHosted',
    'app/Shop',
    'app/Shop/Ingest',
    'app/Shop/Ingest/Anchor',
    'app/Shop/Ingest/ExpiryCheck',
    'app/Shop/Ingest/Resource',
    'app/Web',
    'app/Web/Import',
    'app/Web/Resource',
    'app/Web/Token',
    'app/Web/Token/Resource',
    'app/backend',
  ]);
  const addresses = (block: TerraformJson) => Object.entries<TerraformJson>(block).flatMap(([type, named]) => Object.keys(named).map((name) => `${type}.${name}`));
  expect([...addresses(json.resource), ...addresses({ check: json.check, local: json.locals })]).toEqual([
    'logfire_api_key.Key_961B73FD',
    'logfire_api_key.Keys_SlotA_6951CBA2',
    'logfire_api_key.Keys_SlotB_4D7A3BC5',
    'logfire_api_key.Shop_Ingest_52A03507',
    'logfire_frontend_application.Web_3C8945DB',
    'logfire_frontend_application_token.Web_Token_DE311304',
    'logfire_gateway_api_key.GatewayKey_F0A18B80',
    'logfire_gateway_api_key.GatewayKeys_SlotA_ED04EED5',
    'logfire_gateway_api_key.GatewayKeys_SlotB_F2159DBC',
    'logfire_gateway_provider.Models_C55D3500',
    'logfire_organization.Acme_42E163B4',
    'logfire_read_token.Reads_SlotA_714570AF',
    'logfire_read_token.Reads_SlotB_9D3B0623',
    'terraform_data.GatewayKey_Anchor_4B1D79D8',
    'terraform_data.GatewayKeys_SlotA_Anchor_C704CD69',
    'terraform_data.GatewayKeys_SlotB_Anchor_1FE65986',
    'terraform_data.Keys_SlotA_Anchor_9F3B5ABE',
    'terraform_data.Keys_SlotB_Anchor_71205E61',
    'terraform_data.Reads_SlotA_Anchor_709A5048',
    'terraform_data.Reads_SlotA_Trigger_B86932ED',
    'terraform_data.Reads_SlotB_Anchor_9224C650',
    'terraform_data.Reads_SlotB_Trigger_4B67CA40',
    'terraform_data.Shop_Ingest_Anchor_9C98008D',
    'check.GatewayKey_ExpiryCheck_58E77064',
    'check.GatewayKeys_SlotA_ExpiryCheck_43644674',
    'check.GatewayKeys_SlotB_ExpiryCheck_A2558960',
    'check.Keys_SlotA_ExpiryCheck_259AF16C',
    'check.Keys_SlotB_ExpiryCheck_C91A6F97',
    'check.Shop_Ingest_ExpiryCheck_199DFC33',
    'local.GatewayKeys_ExpiresAt_EEEC1B56',
    'local.GatewayKeys_Value_E75F6F18',
    'local.Keys_ExpiresAt_A6CC8CD7',
    'local.Keys_Value_4C03C7DE',
    'local.Reads_Value_BB6AE895',
  ]);
});

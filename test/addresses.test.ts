import {
  Duration, LogfireProject, LogfireProjectWithToken, LogfireProvider, LogfireRotatingWriteToken, ProjectImportId, TokenExpiry, TokenRotation,
} from '../src';
import { cleanUp, newStack, synth, TerraformJson } from './synth';

afterEach(cleanUp);

/**
 * Construct paths and Terraform addresses are public: a changed one destroys and creates what users have. A difference here is a
 * breaking change and needs a `moved` block in the release notes.
 */
test('addresses stay as they are', () => {
  const stack = newStack();
  const shop = new LogfireProjectWithToken(stack, 'Shop', { rotation: TokenRotation.every(Duration.days(30)) });
  const project = new LogfireProject(stack, 'Other', { importFrom: ProjectImportId.byName('acme', 'other') });
  project.addReadToken('Read');
  project.addReadToken('Fixed', { expiry: TokenExpiry.at('2199-01-01T00:00:00Z'), rotation: TokenRotation.manual(1) });
  new LogfireRotatingWriteToken(stack, 'Rotating', { project: shop.project, rotation: TokenRotation.manual(1) });
  new LogfireProvider(stack, 'Second', { alias: 'second' });
  const json = synth(stack);

  expect(stack.node.findAll().map((construct) => construct.node.path).sort()).toEqual([
    'app',
    'app/Logfire',
    'app/LogfireCalendar',
    'app/LogfireValidation',
    'app/Other',
    'app/Other/Fixed',
    'app/Other/Fixed/Anchor',
    'app/Other/Fixed/ExpiryCheck',
    'app/Other/Fixed/Resource',
    'app/Other/Fixed/Trigger',
    'app/Other/Import',
    'app/Other/Read',
    'app/Other/Read/Anchor',
    'app/Other/Read/ExpiryCheck',
    'app/Other/Read/Resource',
    'app/Other/Resource',
    'app/Rotating',
    'app/Rotating/ExpiresAt',
    'app/Rotating/SlotA',
    'app/Rotating/SlotA/Anchor',
    'app/Rotating/SlotA/ExpiryCheck',
    'app/Rotating/SlotA/Resource',
    'app/Rotating/SlotB',
    'app/Rotating/SlotB/Anchor',
    'app/Rotating/SlotB/ExpiryCheck',
    'app/Rotating/SlotB/Resource',
    'app/Rotating/Value',
    'app/Second',
    'app/Shop',
    'app/Shop/Project',
    'app/Shop/Project/Resource',
    'app/Shop/Token',
    'app/Shop/Token/Anchor',
    'app/Shop/Token/ExpiryCheck',
    'app/Shop/Token/Resource',
    'app/Shop/TokenExpiryOutput',
    'app/Shop/TokenOutput',
    'app/backend',
  ]);
  const addresses = (block: TerraformJson) => Object.entries<TerraformJson>(block).flatMap(([type, named]) => Object.keys(named).map((name) => `${type}.${name}`));
  expect([...addresses(json.resource), ...addresses({ check: json.check, local: json.locals, output: json.output })]).toEqual([
    'logfire_project.Other_34654A52',
    'logfire_project.Shop_Project_BABE1F1E',
    'logfire_read_token.Other_Fixed_6221C68C',
    'logfire_read_token.Other_Read_B1B76609',
    'logfire_write_token.Rotating_SlotA_C2C61A9C',
    'logfire_write_token.Rotating_SlotB_D6B09406',
    'logfire_write_token.Shop_Token_16B4AEBD',
    'terraform_data.Other_Fixed_Anchor_48CA2A0E',
    'terraform_data.Other_Fixed_Trigger_3A6679CA',
    'terraform_data.Other_Read_Anchor_59DA9125',
    'terraform_data.Rotating_SlotA_Anchor_8E0E81CB',
    'terraform_data.Rotating_SlotB_Anchor_45705996',
    'terraform_data.Shop_Token_Anchor_901D4356',
    'check.Other_Fixed_ExpiryCheck_CEF9A636',
    'check.Other_Read_ExpiryCheck_9A06BCC0',
    'check.Rotating_SlotA_ExpiryCheck_C9FEAC69',
    'check.Rotating_SlotB_ExpiryCheck_7D9D6B17',
    'check.Shop_Token_ExpiryCheck_EBE90A85',
    'local.Rotating_ExpiresAt_D8A95D0E',
    'local.Rotating_Value_C95E80A0',
    'local.logfire_before_march',
    'local.logfire_day',
    'local.logfire_march_month',
    'local.logfire_march_year',
    'local.logfire_month',
    'local.logfire_year',
    'output.shop_token',
    'output.shop_token_expires_at',
  ]);
});

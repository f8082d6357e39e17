import * as fs from 'node:fs';
import * as path from 'node:path';
import { CONFIGURATIONS, CORPUS, VARIABLES } from './corpus';
import { describeStandIn, useStandIn } from '../../../test/terraform/harness';
import { convertFrom } from '../../src/convert/convert-from';
import { runProgram } from '../../src/program/run';

jest.setTimeout(60_000);

/** Everything that the corpus has to have one of. */
const TYPES = [
  'logfire_alert', 'logfire_api_key', 'logfire_channel', 'logfire_dashboard', 'logfire_frontend_application', 'logfire_frontend_application_token',
  'logfire_gateway_api_key', 'logfire_gateway_provider', 'logfire_organization', 'logfire_pagerduty_service', 'logfire_project', 'logfire_read_token',
  'logfire_schedule', 'logfire_slo', 'logfire_write_token',
];

function filesOf(configuration: string): string[] {
  const folder = path.join(CORPUS, configuration);
  return fs.readdirSync(folder).map((name) => path.join(folder, name));
}

test('the corpus has all resources and the data source', () => {
  const text = CONFIGURATIONS.flatMap((name) => filesOf(name).map((file) => fs.readFileSync(file, 'utf8'))).join('\n');
  expect(TYPES.filter((type) => !text.includes(`"${type}"`))).toEqual([]);
});

describeStandIn('a converted configuration in Terraform', () => {
  const suite = useStandIn();

  test.each(CONFIGURATIONS)('%s: the plan against the state of the original is empty', async (name) => {
    suite.standIn.logfire.addPagerdutyService({ account_subdomain: 'acme', pagerduty_service_id: 'PABC123' });
    const workspace = await suite.workspace({}, VARIABLES);
    filesOf(name).forEach((file) => workspace.file(path.basename(file), fs.readFileSync(file, 'utf8')));
    await workspace.mustApply();
    expect(await workspace.planExitCode()).toBe(0);

    const { program } = await convertFrom(path.join(CORPUS, name));
    const { stack, message } = runProgram(program);
    expect(message).toBeUndefined();
    filesOf(name).forEach((file) => fs.rmSync(path.join(workspace.folder, path.basename(file))));
    workspace.write(stack!);
    const { exitCode, output } = await workspace.plan('-detailed-exitcode');
    expect({ exitCode, output: exitCode === 0 ? '' : output }).toEqual({ exitCode: 0, output: '' });
  });
});

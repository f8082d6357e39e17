import { document } from './documents';
import { DashboardDefinition, DashboardImportId, LogfireDashboard, LogfireProject } from '../../src';
import { cleanUp, newStack, synth } from '../synth';

afterEach(cleanUp);

/** As in `test/addresses.test.ts`: a difference here is a breaking change. */
test('addresses stay as they are', () => {
  const stack = newStack();
  new LogfireDashboard(stack, 'Traffic', {
    project: LogfireProject.fromProjectId(stack, 'Shop', '11111111-1111-4111-8111-111111111111'),
    definition: DashboardDefinition.fromObject(document()),
    importFrom: DashboardImportId.bySlug('shop', 'traffic'),
  });
  expect(stack.node.findAll().map((construct) => construct.node.path).sort()).toEqual([
    'app', 'app/Logfire', 'app/LogfireValidation', 'app/Shop', 'app/Traffic', 'app/Traffic/Import', 'app/Traffic/Resource',
  ]);
  expect(Object.keys(synth(stack).resource.logfire_dashboard)).toEqual(['Traffic_749F3D38']);
});

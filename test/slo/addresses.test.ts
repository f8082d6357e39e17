import { deliveryTo, sloIn } from './slos';
import { LogfireProject, SloImportId, SloRouting } from '../../src';
import { cleanUp, newStack, synth } from '../synth';

afterEach(cleanUp);

/** As in `test/addresses.test.ts`: a difference here is a breaking change. */
test('addresses stay as they are', () => {
  const stack = newStack();
  const delivery = deliveryTo(stack, 'a');
  sloIn(stack, {
    project: LogfireProject.fromProjectId(stack, 'Project', '11111111-1111-4111-8111-111111111111'),
    routing: SloRouting.bySeverity({ page: [delivery], ticket: [delivery] }),
    importFrom: SloImportId.byName('shop', 'availability'),
  });
  expect(stack.node.findAll().map((construct) => construct.node.path).sort()).toEqual([
    'app', 'app/Availability', 'app/Availability/Import', 'app/Availability/Resource', 'app/Logfire', 'app/LogfireValidation', 'app/Project', 'app/a',
  ]);
  expect(Object.keys(synth(stack).resource.logfire_slo)).toEqual(['Availability_367DB12B']);
});

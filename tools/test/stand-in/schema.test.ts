import { describeStandIn, stackOf, useStandIn } from '../../../test/terraform/harness';
import { behaviourOf, COMMITTED_SCHEMA } from '../../src/stand-in/index';
import { resourceShape, type Shape } from '../../src/stand-in/schema';

const RESOURCES = Object.keys(COMMITTED_SCHEMA.resource_schemas);

describeStandIn('schema', () => {
  const suite = useStandIn();

  it('comes back from Terraform as it is committed', async () => {
    const workspace = await suite.workspace(stackOf({}));
    const printed = await workspace.json('providers', 'schema', '-json') as { provider_schemas: Record<string, unknown> };
    expect(Object.values(printed.provider_schemas)).toEqual([COMMITTED_SCHEMA]);
  });
});

describe('behaviour.json', () => {
  it.each(RESOURCES)('says of every computed attribute of %s how an update plans it', (type) => {
    const behaviour = behaviourOf(type);
    const told = [
      ...behaviour.keeps_state_value_while_planning, ...behaviour.unknown_on_update, ...behaviour.unknown_on_update_when_omitted,
      ...Object.keys(behaviour.defaults),
    ];
    expect(computedPaths(resourceShape(type)).filter((path) => !told.includes(path))).toEqual([]);
  });
});

/** Computed attributes that are not made of other attributes. */
function computedPaths(shape: Shape, prefix = ''): string[] {
  return Object.entries(shape.fields!).flatMap(([name, field]) => {
    if (field.shape.kind === 'object') return computedPaths(field.shape, `${prefix}${name}.`);
    return field.computed ? [`${prefix}${name}`] : [];
  });
}

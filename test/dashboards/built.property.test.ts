import * as fc from 'fast-check';
import { definitionText, rendered, warningsOf } from './documents';
import { definitions } from './random-definitions';
import { DashboardDefinition, DashboardDefinitionProps } from '../../src';
import { renderJson } from '../../src/dashboards/json-rendering';
import { normalForm } from '../../src/dashboards/normal-form';
import { plainJson } from '../../src/dashboards/plain-json';
import { cleanUp } from '../synth';

jest.setTimeout(120_000);
afterEach(cleanUp);

/** What the builder accepts: random panels may overlap, and random names may be equal. */
function built(props: DashboardDefinitionProps): DashboardDefinition | undefined {
  try {
    return DashboardDefinition.fromSections(props);
  } catch (error) {
    expect(error).toMatchObject({ name: 'LogfireError' });
    return undefined;
  }
}

const normalText = (document: unknown) => renderJson(normalForm(plainJson(document, 'document').value as never, 'Traffic'), true);

test('whatever the builder accepts has no finding, is in normal form, and survives a round trip through JSON', () => {
  let accepted = 0;
  fc.assert(fc.property(definitions, (props) => {
    const definition = built(props);
    if (definition !== undefined) {
      accepted += 1;
      expect(warningsOf(definition, { dashboardName: 'Traffic' })).toEqual([]);
      const text = normalText(definition._content.document);
      expect(normalText(JSON.parse(text))).toBe(text);
      const exported = unescaped(definitionText(definition, { dashboardName: 'Traffic' }));
      expect(exported).toBe(text);
      expect(definitionText(DashboardDefinition.fromJson(exported))).toBe(definitionText(DashboardDefinition.fromObject(JSON.parse(exported))));
      expect(rendered(DashboardDefinition.fromJson(exported))).toEqual(rendered(definition, { dashboardName: 'Traffic' }));
    }
  }), { numRuns: 150 });
  expect(accepted).toBeGreaterThan(30);
});

/** What Terraform makes of the template. */
function unescaped(template: string): string {
  return template.replace(/(\$\$|%%)\{/g, (opening) => opening.slice(1));
}

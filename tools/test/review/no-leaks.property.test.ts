import * as fs from 'node:fs';
import * as path from 'node:path';
import { TerraformStack } from 'cdktf';
import * as fc from 'fast-check';
import { planJson } from './plans';
import { LogfireProject, LogfireProvider, LogfireReview } from '../../../src';
import { grow, KNOWN_AT_PLAN, plants, REFUSED, textOf, WITHOUT, type Plant } from '../../../test/policies/planting';
import { cleanUp, newApp } from '../../../test/synth';
import { pageWithChanges } from '../../src/review/html';
import { markdownOf } from '../../src/review/markdown';
import { readPage } from '../../src/review/page-data';
import { parsePlan } from '../../src/review/plan';
import { readChanges } from '../../src/review/read-changes';
import { withoutSecrets } from '../../src/review/without-secrets';

jest.setTimeout(240_000);

const ACTIONS = [['create'], ['update'], ['create', 'delete'], ['delete', 'create'], ['delete'], ['no-op'], ['forget']] as const;
const environment = { ...process.env };

afterEach(() => {
  process.env = { ...environment };
  cleanUp();
});

/** The page and the stack of a program with the secrets. */
function synthesized(planted: readonly Plant[]): { readonly page: string; readonly stack: any } {
  const app = newApp();
  const stack = new TerraformStack(app, 'app');
  new LogfireProvider(stack, 'Logfire');
  const project = new LogfireProject(stack, 'Shop');
  planted.forEach((plant, index) => grow(stack, plant, index, project));
  LogfireReview.writeFor(app);
  app.synth();
  return {
    page: path.join(app.outdir, 'logfire-review.html'),
    stack: JSON.parse(fs.readFileSync(path.join(app.outdir, 'stacks', 'app', 'cdk.tf.json'), 'utf8')),
  };
}

/** What Terraform knows of a value at plan: expressions are unknown, or have the secrets, which are marked as sensitive then. */
function planned(value: any, secrets: string): { readonly value: any; readonly marks: any; readonly unknown: any } {
  if (typeof value === 'string' && value.includes('${')) {
    const isSecret = value.includes('sensitive(');
    return { value: isSecret ? secrets : undefined, marks: isSecret, unknown: !isSecret };
  }
  if (typeof value !== 'object' || value === null) {
    return { value, marks: false, unknown: false };
  }
  const entries = Object.entries(value).map(([name, item]) => [name, planned(item, secrets)] as const);
  const part = (of: 'value' | 'marks' | 'unknown') => Array.isArray(value) ? entries.map(([, item]) => item[of]) : Object.fromEntries(entries.map(([name, item]) => [name, item[of]]));
  return { value: part('value'), marks: part('marks'), unknown: part('unknown') };
}

/** A plan of the stack as Terraform prints it: with all values in plain text, and marks beside them. */
function planOf(stack: any, planted: readonly Plant[], first: number): string {
  const secrets = planted.map(textOf).join(' ');
  const changes = Object.entries<any>(stack.resource)
    .flatMap(([type, byName]) => Object.entries<any>(byName).map(([name, attributes]) => ({ type, name, attributes })))
    .map(({ type, name, attributes: { '//': _, lifecycle: __, provider: ___, depends_on: ____, ...attributes } }, index) => {
      const after = planned(attributes, secrets);
      const actions: readonly string[] = ACTIONS[(first + index) % ACTIONS.length];
      const isThere = !actions.includes('create') || actions.includes('delete');
      return {
        address: `${type}.${name}`,
        mode: 'managed',
        type,
        name,
        change: {
          actions,
          before: isThere ? { ...after.value, name: 'old', description: 'old', id: `id-${index}`, token: secrets, config: { ...after.value.config, url: `${secrets}/old` } } : null,
          after: actions.includes('delete') && actions.length === 1 ? null : after.value,
          after_unknown: after.unknown,
          before_sensitive: { ...after.marks, token: true, config: { ...after.marks.config, url: true } },
          after_sensitive: after.marks,
        },
      };
    });
  return planJson(changes, {
    variables: Object.fromEntries(planted.map((plant, index) => [`secret${index}`, { value: textOf(plant) }])),
    prior_state: { values: { root_module: { resources: [{ values: { token: secrets } }] } } },
    planned_values: { outputs: { out0: { sensitive: true, value: secrets } } },
    resource_drift: changes.slice(0, 2),
    output_changes: { out0: { actions: ['update'], before: secrets, after: secrets, after_sensitive: true } },
    configuration: { root_module: { variables: { secret0: { default: secrets } } } },
  });
}

test('no planted secret is on the page with changes, or in the Markdown', () => {
  const seen = { reviewed: 0, sensitive: 0 };
  const accepted = plants.filter((planted) => planted.every(({ place, source }) => WITHOUT.has(place) || !(REFUSED.has(source) || (source === 'attribute' && KNOWN_AT_PLAN.has(place)))));
  fc.assert(fc.property(accepted, fc.nat(ACTIONS.length), (planted, first) => {
    const { page: file, stack } = synthesized(planted);
    const text = planOf(stack, planted, first);
    const page = readPage(file);
    const changes = withoutSecrets(readChanges([{ plan: parsePlan('plan.json', text), label: '', items: page.stacks.get('app')! }]));
    const written = pageWithChanges(page, changes) + markdownOf(changes);
    expect(planted.filter(({ secret }) => written.includes(secret))).toEqual([]);
    expect(planted.every(({ secret }) => text.includes(secret))).toBe(true);
    seen.reviewed += changes.changes.length;
    seen.sensitive += written.split('sensitive').length - 1;
    cleanUp();
  }), { numRuns: 300 });
  // Or the test would tell little.
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(300);
});

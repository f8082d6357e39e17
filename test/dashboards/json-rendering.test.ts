import { Fn, TerraformVariable, Token } from 'cdktf';
import { dashboardIn, document, panel, query, RATE } from './documents';
import { DashboardDefinition } from '../../src';
import { cleanUp, newStack, only, synth, warnings } from '../synth';

afterEach(cleanUp);

/** The rendered `spec.extra`, as it stands in Terraform. */
function extra(make: (variable: TerraformVariable) => unknown): string {
  const stack = newStack();
  dashboardIn(stack, document(undefined, { extra: make(new TerraformVariable(stack, 'v', {})) }));
  return /"extra":(.*),"layouts"/.exec(only(synth(stack), 'logfire_dashboard').definition)![1];
}

describe('what looks like Terraform', () => {
  test.each([
    ['$env', '"$env"'],
    ['${env}', '"$${env}"'],
    ['%{if x}', '"%%{if x}"'],
    ['$${env}', '"$$${env}"'],
    ['100 % { $ {', '"100 % { $ {"'],
    ['1e5 and 4-8e2', '"1e5 and 4-8e2"'],
  ])('%j is written as %s', (text, written) => {
    expect(extra(() => text)).toBe(written);
    expect(extra(() => ({ [text]: 1 }))).toBe(`{${written}:1}`);
  });
});

describe('what comes from Terraform', () => {
  const encoded = '${trimsuffix(trimprefix(jsonencode(var.v), "\\""), "\\"")}';

  test('is encoded inside of texts and keys', () => {
    expect(extra((v) => v.stringValue)).toBe(`"${encoded}"`);
    expect(extra((v) => `a "${v.stringValue}" \${x} ${v.stringValue}`)).toBe(`"a \\"${encoded}\\" $\${x} ${encoded}"`);
    expect(extra((v) => ({ [v.stringValue]: 1 }))).toBe(`{"${encoded}":1}`);
  });

  test('is encoded as the number, list or object that it is', () => {
    expect(extra((v) => v.numberValue)).toBe('${jsonencode(var.v)}');
    expect(extra((v) => v.listValue)).toBe('${jsonencode(var.v)}');
    expect(extra((v) => v.value)).toBe('${jsonencode(var.v)}');
    expect(extra((v) => Fn.toset(v.listValue))).toBe('${jsonencode(toset(var.v))}');
    expect(extra((v) => Token.asStringMap(v.value))).toBe('${jsonencode(var.v)}');
  });

  test('may stand in texts of a JSON document', () => {
    const stack = newStack();
    const variable = new TerraformVariable(stack, 'v', {});
    const text = JSON.stringify(document(undefined, { extra: variable.stringValue, more: variable.numberValue }));
    dashboardIn(stack, DashboardDefinition.fromJson(text));
    const { definition } = only(synth(stack), 'logfire_dashboard');
    expect(definition).toContain(`"extra":"${encoded}"`);
    expect(definition).toContain('"more":${jsonencode(var.v)}');
  });

  test('passes all checks', () => {
    const stack = newStack();
    const v = new TerraformVariable(stack, 'v', {});
    const text = v.stringValue;
    const unknown = panel(text, [query(text, text)], { kind: text, spec: { yAxis: { format: { unit: text } } } });
    const given = document({ [text]: unknown, rate: panel('Rate', [query(`${RATE} ${text}`)]) }, {
      display: { name: text },
      duration: text,
      refreshInterval: text,
      datasources: v.value,
      variables: [{ kind: text, spec: { name: text } }, v.value],
    });
    Object.assign(given.spec.layouts[0].spec.items[0], { x: v.numberValue, y: v.numberValue, width: v.numberValue, height: v.numberValue });
    given.spec.layouts[0].spec.items.push({ x: 0, y: 90, width: 1, height: 1, content: { $ref: text } });
    given.spec.layouts.push(v.value);
    dashboardIn(stack, given);
    synth(stack);
    expect(warnings(stack)).toEqual([]);
  });
});

import * as path from 'node:path';
import { TerraformStack } from 'cdktf';
import { ROOT } from '../../scripts/run';
import { LogfireProject, LogfireSlo, Sli, SloRouting, SloScope } from '../../src';
import { spelledFor } from '../../src/core/host-language';
import { cleanUp, newStack, synth, warnings } from '../synth';

const NAMES = new Set(['warnBefore', 'totalQuery', 'sli', 'query', 'notify', 'fromVariable', 'after', 'toEcs', 'sensitive', 'customHeaders']);

describe('names are spelled as the language of the program does', () => {
  test.each([
    ['warnBefore must be shorter', 'warn_before must be shorter', 'WarnBefore must be shorter', 'WarnBefore must be shorter'],
    ['query must not be blank', 'query must not be blank', 'Query must not be blank', 'Query must not be blank'],
    ['sli.totalQuery must not be blank', 'sli.total_query must not be blank', 'Sli.TotalQuery must not be blank', 'Sli.TotalQuery must not be blank'],
    ['sli.totalQuery has the level', 'sli.total_query has the level', 'Sli.TotalQuery has the level', 'Sli.TotalQuery has the level'],
    ['notify[0] must be one', 'notify[0] must be one', 'Notify[0] must be one', 'Notify[0] must be one'],
    ['pass it through SecretValue.fromVariable', 'pass it through SecretValue.from_variable', 'pass it through SecretValue.FromVariable', 'pass it through SecretValue_FromVariable'],
    ['use ApiScope.PROJECT_READ', 'use ApiScope.PROJECT_READ', 'use ApiScope.PROJECT_READ', 'use ApiScope_PROJECT_READ'],
    ['create it with sensitive: true', 'create it with sensitive=True', 'create it with Sensitive = true', 'create it with Sensitive: jsii.Bool(true)'],
    ['notify.query[1].sli is known, as notify is', 'notify.query[1].sli is known, as notify is', 'Notify.Query[1].Sli is known, as notify is', 'Notify.Query[1].Sli is known, as notify is'],
    ['use warnBefore, customHeaders and warnAfter', 'use warn_before, custom_headers and warnAfter', 'use WarnBefore, CustomHeaders and warnAfter', 'use WarnBefore, CustomHeaders and warnAfter'],
    ['call toEcs', 'call to_ecs', 'call ToEcs', 'call ToEcs'],
    ['use ApiScope.warnBefore and TokenExpiry.after', 'use ApiScope.warn_before and TokenExpiry.after', 'use ApiScope.WarnBefore and TokenExpiry.After', 'use ApiScope_WarnBefore and TokenExpiry_After'],
    ['set sensitive: false', 'set sensitive=False', 'set Sensitive = false', 'set Sensitive: jsii.Bool(false)'],
    ["add new LogfireProvider(this, 'Logfire')", 'add LogfireProvider(self, "Logfire")', 'add new LogfireProvider(this, "Logfire")', 'add NewLogfireProvider(stack, jsii.String("Logfire"), nil)'],
  ])('%s', (text, python, csharp, go) => {
    expect(spelledFor('python', text, NAMES)).toBe(python);
    expect(spelledFor('csharp', text, NAMES)).toBe(csharp);
    expect(spelledFor('go', text, NAMES)).toBe(go);
  });

  test.each([
    'got "warnBefore", which is what was given',
    'is taken by app/warnBefore/Token',
    'the query of the panel has groupBy, which is a field of the document',
    'see https://example.com/warnBefore',
    'got "a \\"warnBefore\\" b"',
    'set other: true, and Other.thing',
    'of $warnBefore, a-warnBefore and x.warnBefore2',
    'warnBeforehand and query are words, sensitive: trueish',
  ])('%s: stays', (text) => {
    (['python', 'csharp', 'go'] as const).forEach((language) => expect(spelledFor(language, text, NAMES)).toBe(text));
  });
});

describe('a program in another language', () => {
  afterEach(() => {
    delete process.env.JSII_AGENT;
    cleanUp();
  });

  const slo = (stack: TerraformStack, targetPercent: number) => new LogfireSlo(stack, 'Slo', {
    project: new LogfireProject(stack, 'Shop'), sloScope: SloScope.service('shop'), sli: Sli.availability(), targetPercent, routing: SloRouting.unmanaged(),
  });

  test.each([
    ['Python/3.11.7', 'target_percent'], ['DotNet/10.0.0', 'TargetPercent'], ['go1.26.8/linux/amd64', 'TargetPercent'], ['Java/17.0.15', 'targetPercent'],
    ['my-python', 'targetPercent'], ['my-dotnet', 'targetPercent'], ['django', 'targetPercent'], [undefined, 'targetPercent'],
  ])('%s reads an error about %s', (agent, prop) => {
    const stack = newStack();
    if (agent !== undefined) {
      process.env.JSII_AGENT = agent;
    }
    expect(() => slo(stack, 100)).toThrow(`app/Slo: ${prop} must be above 0 and below 100, got 100`);
  });

  test('reads findings and warnings in its spelling, too', () => {
    process.env.JSII_AGENT = 'Python/3.11.7';
    const stack = newStack();
    new LogfireProject(stack, 'A', { projectName: 'shop' });
    new LogfireProject(stack, 'B', { projectName: 'shop' });
    expect(() => synth(stack)).toThrow('app/B: project_name "shop" is taken by app/A; it must be unique in an organization: give one of them another project_name');
    const warned = newStack();
    new LogfireSlo(warned, 'Slo', { project: new LogfireProject(warned, 'Shop'), sloScope: SloScope.service('shop'), sli: Sli.availability(), targetPercent: 99.9 });
    expect(warnings(warned)).toContainEqual(expect.stringContaining('pass SloRouting.by_severity(...)'));
  });
});

describe('the names of the API', () => {
  const spelled = (text: string, readFile?: () => string) => {
    let found = '';
    jest.isolateModules(() => {
      const copy = jest.requireActual<typeof import('../../src/core/host-language')>('../../src/core/host-language');
      const files = jest.requireActual<typeof import('node:fs')>('node:fs');
      const read = readFile && jest.spyOn(files, 'readFileSync').mockImplementation(readFile);
      process.env.JSII_AGENT = 'Python/3.11.7';
      found = copy.inHostLanguage(text);
      delete process.env.JSII_AGENT;
      read?.mockRestore();
    });
    return found;
  };

  test('are those of props, methods and parameters, without the bindings', () => {
    expect(spelled('pass projectName, addWriteToken, valueFrom and apiKeyInput')).toBe('pass project_name, add_write_token, value_from and apiKeyInput');
  });

  test('are not known where a bundler leaves the assembly out', () => {
    expect(spelled('pass projectName', () => { throw new Error('no such file'); })).toBe('pass projectName');
    const types = {
      a: { properties: [{ name: 'oneProp' }] },
      b: { methods: [{ name: 'twoCall' }] },
      c: { name: 'threeType' },
      d: { namespace: 'l1', methods: [{ name: 'fourCall' }] },
    };
    expect(spelled('pass oneProp, twoCall, threeType, fourCall', () => JSON.stringify({ types }))).toBe('pass one_prop, two_call, threeType, fourCall');
  });
});

test('the assembly that the names come from is packed beside the compiled library', () => {
  expect(path.relative(path.join(ROOT, 'src', 'core'), path.join(ROOT, '.jsii'))).toBe(path.join('..', '..', '.jsii'));
});

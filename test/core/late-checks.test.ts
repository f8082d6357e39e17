import { TerraformOutput } from 'cdktf';
import { Construct } from 'constructs';
import { fail } from '../../src/core/errors';
import { plainText } from '../../src/core/expression';
import { acceptFinding, ignoredRulesOf, ignoreRules } from '../../src/core/ignored-rules';
import { checkedLate, validating } from '../../src/core/late-checks';
import { cleanUp, newApp, newStack, synth, writtenFiles } from '../synth';

afterEach(cleanUp);

describe('a string that is complete only at synth', () => {
  const documentIn = (stack: ReturnType<typeof newStack>, id: string, parts: readonly string[]) => {
    const scope = new Construct(stack, id);
    const check = () => parts.length > 0 || fail(scope, 'not-blank', 'document must not be blank; add a part');
    new TerraformOutput(stack, `${id}Out`, { value: plainText(checkedLate(scope, () => parts.join(), () => check())) });
  };

  test('is written as it is then', () => {
    const stack = newStack();
    const parts: string[] = [];
    documentIn(stack, 'Document', parts);
    parts.push('a', 'b');
    expect(synth(stack).output.DocumentOut.value).toBe('a,b');
  });

  test('joins one report with those of other stacks, and nothing is written', () => {
    const app = newApp();
    const [one, two] = [newStack(app, 'one'), newStack(app, 'two')];
    documentIn(one, 'A', []);
    documentIn(one, 'B', ['x']);
    documentIn(two, 'C', []);
    let report = '';
    try {
      app.synth();
    } catch (error) {
      report = (error as Error).message;
    }
    expect(report.match(/\S+: document must not be blank; add a part \[logfire:not-blank\]/g)).toEqual([
      'one/A: document must not be blank; add a part [logfire:not-blank]', 'two/C: document must not be blank; add a part [logfire:not-blank]',
    ]);
    expect(writtenFiles(app)).toEqual([]);
  });

  test('is empty while the app is validated, if it cannot be built, and fails otherwise', () => {
    const stack = newStack();
    const build = checkedLate(stack, () => fail(stack, 'not-blank', 'document must not be blank'), () => {});
    const at = (preparing: boolean) => () => build({ preparing } as never);
    expect(at(false)).toThrow('app: document must not be blank');
    expect(at(true)()).toBe('');
    expect(checkedLate(stack, () => 'text', () => {})({ preparing: true } as never)).toBe('text');
    expect(validating(stack, at(false))).toBe('');
    expect(at(false)).toThrow('app: document must not be blank');
    expect(() => validating(stack, () => { throw new Error('in a rule'); })).toThrow('in a rule');
    expect(at(false)).toThrow('app: document must not be blank');
  });
});

describe('the lint rules that a construct ignores', () => {
  test('are remembered with the findings that it accepts, each once', () => {
    const stack = newStack();
    const token = `pylf_v1_eu_${'x1Y2'.repeat(10)}`;
    ignoreRules(stack, ['Q1', 'Q2']);
    ['one', 'one', `two ${token}`].forEach((message) => acceptFinding(stack, 'Q1', message));
    acceptFinding(stack, 'Q3', 'of a rule that is not ignored');
    expect(ignoredRulesOf(stack)).toEqual([['Q1', ['one', 'two (a Logfire token)']], ['Q2', []]]);
  });

  test('are none for most', () => {
    const stack = newStack();
    const other = new Construct(stack, 'Other');
    ignoreRules(stack, ['Q1']);
    ignoreRules(stack, []);
    acceptFinding(other, 'Q1', 'of another construct');
    expect(ignoredRulesOf(other)).toEqual([]);
    expect(ignoredRulesOf(stack)).toEqual([['Q1', []]]);
  });
});

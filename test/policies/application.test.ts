import { App, TerraformLocal, TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import {
  l1, LogfirePolicies, LogfirePolicy, LogfireProject, LogfireProvider, NoPlaintextSecrets, PolicySubject, ProjectImportId, ProtectProjects,
  RequireTokenExpiry, TokenExpiry,
} from '../../src';
import { acceptedFindingsOf, appliedRulesOf } from '../../src/policies/application';
import { cleanUp, newApp, newStack, only, synth, warnings } from '../synth';

const UUID = '00000000-0000-4000-8000-000000000001';
/** Of the right form, and obviously not real. */
const TOKEN = 'pylf_v1_us_notarealtoken0';

afterEach(cleanUp);

class Policy extends LogfirePolicy {
  constructor(private readonly onCheck: (subject: PolicySubject) => unknown, rule = 'Own') {
    super(rule);
  }

  public check(subject: PolicySubject): void {
    return this.onCheck(subject) as undefined;
  }
}

/** Every block of a stack as a policy sees it. */
function subjectsOf(stack: TerraformStack): PolicySubject[] {
  const subjects: PolicySubject[] = [];
  new Policy((subject) => { subjects.push(subject); }).applyTo(stack);
  synth(stack);
  return subjects;
}

function reportOf({ node: { root } }: Construct): string[] {
  try {
    (root as App).synth();
  } catch (error) {
    return String(error).split('\n').map((line) => line.trim()).filter((line) => line.startsWith('['));
  }
  return [];
}

describe('a policy sees', () => {
  test('each block by its kind and type, with the attributes that are written', () => {
    const stack = newStack();
    new TerraformVariable(stack, 'name', { type: 'string', default: 'shop' });
    new TerraformOutput(stack, 'out', { value: 'x' });
    new TerraformLocal(stack, 'note', 'y');
    new LogfireProvider(stack, 'Other', { alias: 'other' });
    new l1.DataLogfirePagerdutyService(stack, 'Service', { accountSubdomain: 'acme', pagerdutyServiceId: 'P1' });
    new LogfireProject(stack, 'Old', { importFrom: ProjectImportId.byName('acme', 'old') });
    const seen = subjectsOf(stack).map(({ construct, kind, resourceType, attributes: { '//': _metadata, ...attributes } }) => [construct.node.path, kind, resourceType, attributes]);
    expect(seen).toEqual(expect.arrayContaining([
      ['app/name', 'variable', '', { type: 'string', default: 'shop' }],
      ['app/out', 'output', '', { value: 'x' }],
      ['app/note', 'locals', '', { note: 'y' }],
      ['app/Logfire', 'provider', 'logfire', {}],
      ['app/Other', 'provider', 'logfire', { alias: 'other' }],
      ['app/Service', 'data', 'logfire_pagerduty_service', { account_subdomain: 'acme', pagerduty_service_id: 'P1' }],
      ['app/Old', 'resource', 'logfire_project', { name: 'app-old', visibility: 'public', lifecycle: { prevent_destroy: true } }],
      ['app/Old/Import', 'import', '', { to: expect.stringContaining('logfire_project.Old_'), id: 'acme/old' }],
    ]));
  });

  test('what an override of the stack adds, and not what is only in the metadata', () => {
    const stack = newStack();
    stack.addOverride('//.note', 'z');
    stack.addOverride('moved', [{ from: 'a', to: 'b' }]);
    const subject = subjectsOf(stack).find(({ construct, kind }) => construct === stack && kind === 'moved');
    expect([subject?.resourceType, subject?.attributes]).toEqual(['', { from: 'a', to: 'b' }]);
  });

  test('the stack once without an override', () => {
    const stack = newStack();
    expect(subjectsOf(stack).filter(({ construct }) => construct === stack)).toEqual([]);
  });
});

describe('a policy fails', () => {
  test('without a method check', () => {
    const policy = new Policy(() => undefined);
    Object.defineProperty(policy, 'check', { value: undefined });
    expect(() => policy.applyTo(newStack())).toThrow('app: Own must have a method check, got none; implement it');
  });

  test('with a method check that is async, because synthesis does not wait', () => {
    const stack = newStack();
    new Policy(() => Promise.resolve()).applyTo(stack);
    expect(() => synth(stack)).toThrow('Own.check must do its work before it returns, got a promise; make it a method that is not async');
  });

  test.each([[' ', 'x', 'message must not be blank, got " "; say what is wrong'], ['x', '', 'remedy must not be blank, got ""; say what to do']])(
    'that reports %j and %j', (message, remedy, error) => {
      const stack = newStack();
      new LogfireProject(stack, 'Shop');
      new Policy((subject) => subject.report(message, remedy)).applyTo(stack);
      expect(() => synth(stack)).toThrow(error);
    });

  test('without a name', () => {
    expect(() => new Policy(() => undefined, ' ')).toThrow('rule must not be blank, got " "; pass a name for findings and suppressions');
  });

  test('above no stack, and in a set of none', () => {
    expect(() => new Policy(() => undefined).applyTo(newApp())).toThrow(
      'scope must contain a stack when you apply Own, got none; apply policies at the end of the program, after the last stack');
    expect(() => LogfirePolicies.of([])).toThrow('policies must have at least one policy, got none; use LogfirePolicies.recommended()');
  });
});

test('a policy also looks at an app that has nothing of Logfire', () => {
  const stack = new TerraformStack(newApp(), 'app');
  new TerraformLocal(stack, 'note', TOKEN);
  new NoPlaintextSecrets().applyTo(stack.node.root);
  expect(() => synth(stack)).toThrow('app/note: locals.note holds a Logfire token in plain text');
  const empty = new TerraformStack(newApp(), 'app');
  LogfirePolicies.recommended().applyTo(empty.node.root);
  expect(() => synth(empty)).not.toThrow();
});

describe('a stack that is added later', () => {
  test.each<[string, string, (app: App) => Construct]>([
    ['the app', 'the app', (app) => app],
    ['a group of stacks', 'group', (app) => new Construct(app, 'group')],
  ])('is refused below %s', (_, where, scopeIn) => {
    const scope = scopeIn(newApp());
    new TerraformStack(scope, 'first');
    new Policy(() => undefined).applyTo(scope);
    const late = new TerraformStack(scope, 'late');
    expect(reportOf(scope)).toEqual([expect.stringMatching(new RegExp(
      `^\\[.*\\] ${late.node.path}: the stack was added after policies were applied to ${where}; apply policies at the end of the program, after the last stack \\[logfire:late-stack\\]$`))]);
  });

  test('is not refused beside the scope', () => {
    const app = newApp();
    const stack = newStack(app, 'first');
    new Policy(() => undefined).applyTo(stack);
    newStack(app, 'second');
    expect(reportOf(stack)).toEqual([]);
  });
});

describe('what is applied and accepted', () => {
  const applied = (stack: TerraformStack) => appliedRulesOf(stack).map(({ rule, scope }) => [rule, scope.node.path]);

  test('is known for each stack, wherever it was applied', () => {
    const app = newApp();
    const group = new Construct(app, 'group');
    const [one, two] = [new TerraformStack(group, 'one'), newStack(app, 'two')];
    const shop = new LogfireProject(one, 'Shop');
    new ProtectProjects().applyTo(app);
    new Policy(() => undefined, 'A').applyTo(group);
    new Policy(() => undefined, 'B').applyTo(one);
    new Policy(() => undefined, 'C').applyTo(shop);
    expect(applied(one)).toEqual([['ProtectProjects', ''], ['A', 'group'], ['B', 'group/one'], ['C', 'group/one/Shop']]);
    expect(applied(two)).toEqual([['ProtectProjects', '']]);
  });

  test('is known with its reason, and again after each synth', () => {
    const stack = newStack();
    const shop = new LogfireProject(stack, 'Shop', { deletionProtection: false });
    new ProtectProjects().applyTo(stack);
    LogfirePolicies.suppress(shop, 'ProtectProjects', 'a trial');
    LogfirePolicies.suppress(shop, 'Another', 'unused');
    expect(acceptedFindingsOf(stack)).toEqual([]);
    for (const _ of [1, 2]) {
      synth(stack);
      expect(acceptedFindingsOf(stack).map(({ construct, rule, message, suppressions }) => [construct, rule, message.split(';')[0], suppressions.map(({ reason }) => reason)])).toEqual([
        [shop, 'ProtectProjects', 'the project is not protected from destruction, which deletes its telemetry', ['a trial']],
      ]);
      expect(warnings(stack)).toEqual(['the suppression of Another matches no finding; remove it [logfire:unused-suppression]']);
    }
  });

  test('holds for an override of the stack', () => {
    const stack = newStack();
    stack.addOverride('locals.note', TOKEN);
    new NoPlaintextSecrets().applyTo(stack.node.root);
    LogfirePolicies.suppress(stack, 'NoPlaintextSecrets', 'an example');
    synth(stack);
    expect(warnings(stack)).toEqual([]);
  });

  test('is in the metadata of the stack, without what looks like a secret', () => {
    const stack = newStack();
    LogfirePolicies.suppress(new LogfireProject(stack, 'Shop'), 'ProtectProjects', `\${see} ${TOKEN}`);
    LogfirePolicies.suppress(stack, 'Another', 'unused');
    expect(synth(stack)['//'].logfire.suppressions).toEqual([
      { path: 'app/Shop', rule: 'ProtectProjects', reason: '$${see} (a Logfire token)' }, { path: 'app', rule: 'Another', reason: 'unused' },
    ]);
  });

  test.each([
    [' ', 'a trial', 'app: rule must not be blank, got " "; pass the name in the finding, for example RequireTokenExpiry'],
    ['ProtectProjects', ' ', 'app: reason must not be blank, got " "; say why ProtectProjects does not apply here'],
  ])('fails for the rule %j and the reason %j', (rule, reason, error) => {
    expect(() => LogfirePolicies.suppress(newStack(), rule, reason)).toThrow(error);
  });

  test('fails above the stacks', () => {
    expect(() => LogfirePolicies.suppress(newStack().node.root, 'ProtectProjects', 'a trial')).toThrow(
      'construct must be in a stack to suppress ProtectProjects, got one above the stacks; suppress the rule where it applies, or apply the policy to fewer stacks');
  });
});

describe('what is checked in the plan', () => {
  test('is added once, whoever applies the policy again, and keeps other conditions', () => {
    const stack = newStack();
    const own = { condition: true as unknown as string, errorMessage: 'own' };
    new l1.WriteToken(stack, 'Raw', { projectId: UUID, expiresAt: '2030-01-01T00:00:00Z', lifecycle: { precondition: [own as never] } });
    const policy = new RequireTokenExpiry();
    policy.applyTo(stack);
    policy.applyTo(stack.node.root);
    const { precondition } = only(synth(stack), 'logfire_write_token').lifecycle;
    expect(precondition.map(({ error_message: message }: { error_message: string }) => message.split(';')[0])).toEqual(['own', 'It expires later than 365d from now']);
  });

  test('is left out by a suppression of the rule, which counts as used, and by no other', () => {
    const tokenWithout = (rule: string) => {
      const stack = newStack();
      const token = LogfireProject.fromProjectId(stack, 'Shop', UUID).addWriteToken('A', { expiry: TokenExpiry.at('2030-01-01T00:00:00Z') });
      new RequireTokenExpiry().applyTo(stack);
      LogfirePolicies.suppress(token, rule, 'a trial');
      const { lifecycle } = only(synth(stack), 'logfire_write_token');
      return [lifecycle.precondition === undefined, warnings(stack).length];
    };
    expect(tokenWithout('RequireTokenExpiry')).toEqual([true, 0]);
    expect(tokenWithout('Another')).toEqual([false, 1]);
  });

  test('shares one local in a stack, and has a free name for a second policy', () => {
    const stack = newStack();
    const project = LogfireProject.fromProjectId(stack, 'Shop', UUID);
    project.addWriteToken('A', { expiry: TokenExpiry.at('2030-01-01T00:00:00Z') });
    project.addReadToken('B', { expiry: TokenExpiry.at('2030-01-01T00:00:00Z') });
    new RequireTokenExpiry().applyTo(stack);
    new RequireTokenExpiry().applyTo(stack);
    expect(synth(stack).locals).toEqual({ LogfireLatestEnd1: '${timeadd(plantimestamp(), "8760h")}', LogfireLatestEnd2: '${timeadd(plantimestamp(), "8760h")}' });
  });
});

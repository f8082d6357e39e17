import { App, TerraformStack, TerraformVariable } from 'cdktf';
import { l1, LogfireAlert, LogfireProject, LogfireProvider, SecretValue } from '../../src';
import { cleanUp, newApp, newStack, warnings } from '../synth';

afterEach(cleanUp);

/** The findings about names in an app, and the warnings of its stacks. */
function told(stack: TerraformStack): string[] {
  const app = stack.node.root as App;
  let report: string[] = [];
  try {
    app.synth();
  } catch (error) {
    expect(String(error)).toContain('Validation failed');
    report = String(error).split('\n').map((line) => line.trim()).filter((line) => line.startsWith('['));
  }
  return [...report.map((line) => line.replace(/^\[\w+\] /, '')), ...warnings(app).map((text) => `warning: ${text}`)];
}

const raw = (stack: TerraformStack, id: string, name: string, config: Partial<l1.ProjectConfig> = {}) => (
  new l1.Project(stack, id, { name, ...config }));
const taken = (id: string, name: string, by: string) => [
  `${id}: projectName ${JSON.stringify(name)} is taken by ${by}; it must be unique in an organization: `
  + 'give one of them another projectName [logfire:unique-name]',
];

describe('a name of the organization', () => {
  test.each<readonly [name: string, build: (stack: TerraformStack) => unknown, found: readonly string[]]>([
    ['is taken', (stack) => ['A', 'B'].map((id) => raw(stack, id, 'shop')), taken('app/B', 'shop', 'app/A')],
    ['is taken in another form of its characters', (stack) => [raw(stack, 'A', 'a\u0308'), raw(stack, 'B', '\u00e4')], taken('app/B', '\u00e4', 'app/A')],
    ['is taken when it is escaped', (stack) => [raw(stack, 'A', '$${a}'), raw(stack, 'B', '$${a}')], taken('app/B', '${a}', 'app/A')],
    ['is taken by an expression', (stack) => ['A', 'B'].map((id) => raw(stack, id, '${upper(var.name)}')), taken('app/B', '${upper(var.name)}', 'app/A')],
    ['differs in its case', (stack) => [raw(stack, 'A', 'shop'), raw(stack, 'B', 'Shop')], []],
    ...['uuid()', 'timestamp()', 'bcrypt("a")', 'each.key', 'count.index', 'self.name']
      .map((text) => [`is made anew by ${text}`, (stack: TerraformStack) => ['A', 'B'].map((id) => raw(stack, id, `\${${text}}`)), []] as const),
    ['is not made anew by a function of a longer name', (stack) => ['A', 'B'].map((id) => raw(stack, id, '${plantimestamp()}')), taken('app/B', '${plantimestamp()}', 'app/A')],
    ['is of several by count', (stack) => [raw(stack, 'A', 'shop', { count: 1 }), raw(stack, 'B', 'shop')], []],
    ['is of several by for_each', (stack) => [raw(stack, 'A', 'shop').addOverride('for_each', {}), raw(stack, 'B', 'shop')], []],
    ['is of several by an override of count', (stack) => [raw(stack, 'A', 'shop').addOverride('count', 1), raw(stack, 'B', 'shop')], []],
    ['is overridden', (stack) => [raw(stack, 'A', 'shop'), raw(stack, 'B', 'till').addOverride('name', 'shop')], taken('app/B', 'shop', 'app/A')],
    ['is overridden by another', (stack) => [raw(stack, 'A', 'shop'), raw(stack, 'B', 'shop').addOverride('name', 'till')], []],
    ['is removed by an override', (stack) => ['A', 'B'].map((id) => raw(stack, id, 'shop').addOverride('name', undefined)), []],
    ['is of a resource that an override removes', (stack) => {
      ['A', 'B'].forEach((id) => raw(stack, id, 'shop'));
      stack.addOverride('resource.logfire_project.B', undefined);
    }, []],
  ])('%s', (_, build, found) => {
    const stack = newStack();
    build(stack);
    expect(told(stack)).toEqual(found);
  });

  test('is taken where a local or a variable of one stack is', () => {
    const stack = newStack();
    const other = newStack(stack.node.root as App, 'other');
    [stack, other].forEach((each) => raw(each, 'A', new TerraformVariable(each, 'name', {}).stringValue));
    expect(told(stack)).toEqual([]);
  });

  test('is probably taken in another stack, whose organization only the environment tells', () => {
    const stack = newStack();
    const other = newStack(stack.node.root as App, 'other');
    [stack, other].forEach((each) => raw(each, 'A', 'shop'));
    raw(other, 'B', 'shop');
    expect(told(stack)).toEqual([
      'other/B: projectName "shop" is taken by other/A; it must be unique in an organization: give one of them another projectName [logfire:unique-name]',
      'warning: projectName "shop" is also the one of app/A, and it must be unique in an organization; give one of them another projectName, or, if their stacks '
      + 'belong to different organizations, pass their providers an apiKey from variables with different names [logfire:unique-name]',
    ]);
  });

  test('is another one in a stack without a provider for it, which has an error of its own', () => {
    const app = newApp();
    newStack(app);
    const [one, two] = ['one', 'two'].map((id) => new TerraformStack(app, id));
    [one, two].forEach((each) => raw(each, 'A', 'shop'));
    expect(told(one).filter((line) => line.includes('unique-name'))).toEqual([]);
    raw(one, 'B', 'shop');
    expect(told(one).filter((line) => line.includes('unique-name'))).toEqual(taken('one/B', 'shop', 'one/A'));
  });
});

describe('a name of a project', () => {
  const alert = (stack: TerraformStack, id: string, projectId: string) => new l1.Alert(stack, id, {
    name: 'errors', projectId, query: 'SELECT 1', timeWindow: '1h', frequency: '1h', watermark: '1m', channelIds: [], notifyWhen: 'has_matches',
  } as unknown as l1.AlertConfig);
  const found = (stack: TerraformStack) => told(stack).filter((line) => line.includes('unique-name'));

  test('is taken in the same project, wherever that is referred to', () => {
    const stack = newStack();
    const other = newStack(stack.node.root as App, 'other');
    const project = new LogfireProject(stack, 'Shop');
    const props = { project, alertName: 'errors', query: 'SELECT trace_id FROM records WHERE is_exception', notify: [] };
    new LogfireAlert(stack, 'A', props);
    new LogfireAlert(other, 'B', props);
    new LogfireAlert(stack, 'C', { ...props, project: new LogfireProject(stack, 'Till') });
    expect(found(stack)).toEqual([expect.stringMatching(/^other\/B: alertName "errors" is taken by app\/A; it must be unique in .*: give one of them another alertName \[logfire:unique-name\]$/)]);
  });

  test.each<readonly [name: string, one: string, other: string, isTaken: boolean]>([
    ['one id', 'a', 'a', true], ['two ids', 'a', 'b', false], ['one expression', '${upper(var.a)}', '${upper(var.a)}', false],
  ])('of %s in two stacks is taken: %s, %s, %s', (_, one, other, isTaken) => {
    const stack = newStack();
    alert(stack, 'A', one);
    alert(newStack(stack.node.root as App, 'other'), 'B', other);
    expect(found(stack)).toHaveLength(isTaken ? 1 : 0);
  });

  test('is taken where an override names the project', () => {
    const stack = newStack();
    alert(stack, 'A', 'a');
    alert(stack, 'B', 'b').addOverride('project_id', 'a');
    alert(stack, 'C', '${upper(var.a)}');
    alert(stack, 'D', '${upper(var.a)}');
    expect(found(stack).map((line) => line.slice(0, 5))).toEqual(['app/B', 'app/D']);
  });
});

test('names of two organizations, or of two kinds, are different ones', () => {
  const stack = newStack();
  const key = SecretValue.fromVariable(new TerraformVariable(stack, 'key', { sensitive: true }));
  raw(stack, 'A', 'shop');
  raw(stack, 'B', 'shop', { provider: new LogfireProvider(stack, 'Other', { alias: 'other', apiKey: key }) });
  expect(told(stack)).toEqual([]);
});

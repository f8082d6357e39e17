import { SMALL } from './small-library';
import { typesOfAssemblies } from '../../scripts/csharp/assembly-types';
import { checkProgram } from '../../scripts/csharp/check-program';

const LIBRARY = typesOfAssemblies([SMALL]);
const USING = 'using System.Collections.Generic;\nusing System.Linq;\nusing Acme.Small;\n';

/** What is found in a program, as `line: message`; the lines are those after the imports. */
async function find(text: string, head = USING, implicitUsings = false): Promise<string[]> {
  const problems = await checkProgram({ files: [{ name: 'Program.cs', text: head + text }], implicitUsings }, LIBRARY);
  return problems.map(({ line, message }) => `${line - head.split('\n').length + 1}: ${message}`);
}

const OPTIONS = 'new ShopOptions { Title = "a", Span = Span.WEEK }';
const STORE = 'using Amazon.JSII.Runtime.Deputy;\n';

/** What is wrong, what is found, and the twin that passes. */
const MISTAKES: readonly (readonly [about: string, wrong: string, found: string, right: string])[] = [
  ['a type', 'new Shopp("a");', '1: unknown name Shopp; did you mean Shop?', 'new Shop("a");'],
  ['the type of a static member', 'var a = Spam.WEEK;', '1: unknown name Spam; did you mean Span?', 'var a = Span.WEEK;'],
  ['a type of a parameter', 'void F(Shopp a) { }', '1: unknown name Shopp; did you mean Shop?', 'void F(Shop a) { }'],
  ['a type argument', 'var a = new List<Shopp>();', '1: unknown name Shopp; did you mean Shop?', 'var a = new List<Shop>();'],
  ['a type in a namespace', 'var a = new Acme.Small.Inner.Deeper();', '1: unknown name Deeper in Acme.Small.Inner; did you mean Deep?', 'var a = new Acme.Small.Inner.Deep();'],
  ['a property in an initializer', 'new Shop("a", new ShopOptions {\n  Title = "a", Span = Span.WEEK,\n  Colour = Color.RED });',
    '3: ShopOptions has no property Colour; did you mean Color?', 'new Shop("a", new ShopOptions { Title = "a", Span = Span.WEEK, Color = Color.RED });'],
  ['a property that is set twice', 'var a = new ShopOptions { Title = "a", Span = Span.WEEK, Title = "b" };', '1: Title is set twice', `var a = ${OPTIONS};`],
  ['a property that is required', 'var a = new ShopOptions { Span = Span.WEEK };', '1: ShopOptions requires Title', `var a = ${OPTIONS};`],
  ['all that is required', 'new Shop("a", new ShopOptions());', '1: ShopOptions requires Span, Title', `new Shop("a", ${OPTIONS});`],
  ['a required property that is never set', 'var a = new SharedOptions();\na = null;', '1: SharedOptions requires Title', 'var a = new SharedOptions();\na.Title = "a";'],
  ['a static method', 'var a = Span.Dayz(1);', '1: Span has no static member Dayz; did you mean Days?', 'var a = Span.Days(1);'],
  ['a constant', 'var a = Span.MONTH;', '1: Span has no static member MONTH; there is Days, WEEK', 'var a = Span.WEEK;'],
  ['a member of an enum', 'var a = Color.DARK_BLEU;', '1: Color has no static member DARK_BLEU; did you mean DARK_BLUE?', 'var a = Color.DARK_BLUE;'],
  ['a property of a variable', 'var a = new Shop("a");\nvar b = a.ShopID2;', '2: Shop has no member ShopID2; did you mean ShopId?', 'var a = new Shop("a");\nvar b = a.ShopId;'],
  ['a property of a variable with a type', 'Shop a = new("a");\nvar b = a.Id;', '2: Shop has no member Id; there is AddTill, Note, Opening, ShopId, Tills', 'Shop a = new("a");\nvar b = a.ShopId;'],
  ['a property of a parameter', 'string F(IShop a) => a.Note;', '1: IShop has no member Note; there is ShopId', 'string F(IShop a) => a.ShopId;'],
  ['a property of a result', 'var a = new Shop("a").AddTill("b").Drawers;', '1: Till has no member Drawers; did you mean Drawer?', 'var a = new Shop("a").AddTill("b").Drawer;'],
  ['a property in a chain', 'var a = new Shop("a").Opening.Minutes;', '1: Span has no member Minutes; there is Hours', 'var a = new Shop("a").Opening.Hours;'],
  ['a property after ?.', 'Shop a = null;\nvar b = a?.Opening?.Minutes;', '2: Span has no member Minutes; there is Hours', 'Shop a = null;\nvar b = a?.Opening?.Hours;'],
  ['a property of an element', 'var a = new Shop("a").Tills()[0].Box;', '1: Till has no member Box; there is Drawer', 'var a = new Shop("a").Tills()[0].Drawer;'],
  ['a property of what a loop goes over', 'foreach (var a in new Shop("a").Tills()) { var b = a.Box; }', '1: Till has no member Box; there is Drawer',
    'foreach (var a in new Shop("a").Tills()) { var b = a.Drawer; }'],
  ['a property in a lambda', 'var a = new Shop("a").Tills().Select(till => till.Box);', '1: Till has no member Box; there is Drawer', 'var a = new Shop("a").Tills().Select(till => till.Drawer);'],
  ['a property in a pattern', 'object a = null;\nif (a is Till { Box: "b" }) { }', '2: Till has no member Box; there is Drawer', 'object a = null;\nif (a is Till { Drawer: "b" }) { }'],
  ['a property of what a pattern declares', 'object a = null;\nif (a is Till t && t.Box == "") { }', '2: Till has no member Box; there is Drawer',
    'object a = null;\nif (a is Till t && t.Drawer == "") { }'],
  ['a property in an interpolated string', 'var a = new Till();\nvar b = $"{a.Box}";', '2: Till has no member Box; there is Drawer', 'var a = new Till();\nvar b = $"{a.Drawer}";'],
  ['a member of an array', 'var a = new Shop("a").Tills().Lenght;', '1: arrays have no member Lenght; did you mean Length?', 'var a = new Shop("a").Tills().Length;'],
  ['a member of objects', 'var a = Shop.ShopId;', '1: Shop.ShopId is a member of objects, not of the type', 'var a = new Shop("a").ShopId;'],
  ['a static member of an object', 'var a = new Shop("a").FromId("b");', '1: FromId is a static member; use Shop.FromId', 'var a = Shop.FromId("b");'],
  ['a property that is called', 'var a = new Shop("a").ShopId();', '1: ShopId is not a method: leave the parentheses out', 'var a = new Shop("a").ShopId;'],
  ['a method that is not called', 'var a = new Shop("a").Tills.Length;', '1: Shop.Tills is a method: call it, with parentheses', 'var a = new Shop("a").Tills().Length;'],
  ['a property that cannot be set', 'var a = new Shop("a");\na.ShopId = "b";', '2: Shop.ShopId cannot be set', 'var a = new Shop("a");\na.Note = "b";'],
  ['too few arguments', 'var a = Span.Days();', '1: Span.Days takes 1 argument, got 0', 'var a = Span.Days(1);'],
  ['too many arguments', 'var a = new Shop("a").AddTill("b", 1, 2);', '1: Shop.AddTill takes 1 to 2 arguments, got 3', 'var a = new Shop("a").AddTill("b", 1);'],
  ['the arguments of a constructor', 'new Shop();', '1: new Shop takes 1 to 2 arguments, got 0', 'new Shop("a");'],
  ['the name of an argument', 'new Shop(key: "a");', '1: new Shop has no parameter key; there is id, options', 'new Shop(id: "a");'],
  ['a class without a constructor', 'var a = new Span();', '1: Span cannot be created with new; use Span.Days, Span.WEEK', 'var a = Span.Days(1);'],
  ['an abstract class', 'var a = new Rule("a");', '1: Rule cannot be created with new', 'Rule a = null;'],
  ['an interface', 'new Shop("a", new() { Title = "a", Span = Span.WEEK });', '1: IShopOptions cannot be created with new: it is an interface', `new Shop("a", ${OPTIONS});`],
  ['an argument of another type', 'new Shop("a", Span.WEEK);', '1: must be IShopOptions, got Span', `new Shop("a", ${OPTIONS});`],
  ['a value of another type', 'var a = new SharedOptions { Title = Span.WEEK };', '1: must be string, got Span', 'var a = new SharedOptions { Title = "a" };'],
  ['a list where an array is wanted', 'var a = new ShopOptions { Title = "a", Span = Span.WEEK, Labels = new List<string> { "b" } };', '1: must be string[], got List',
    'var a = new ShopOptions { Title = "a", Span = Span.WEEK, Labels = new[] { "b" } };'],
  ['a value in a dictionary', 'var a = new ShopOptions { Title = "a", Span = Span.WEEK, Prices = new Dictionary<string, string>() };',
    '1: must be IDictionary<string, double>, got IDictionary<string, string>', 'var a = new ShopOptions { Title = "a", Span = Span.WEEK, Prices = new Dictionary<string, double>() };'],
  ['an argument of a base constructor', 'class A : Rule\n{\n  public A() : base() { }\n  public override void Check(Till till) { }\n}', '3: base of Rule takes 1 argument, got 0',
    'class A : Rule\n{\n  public A() : base("a") { }\n  public override void Check(Till till) { }\n}'],
  ['a base constructor that is not called', 'class A : Rule\n{\n  public override void Check(Till till) { }\n}', '1: base of Rule takes 1 argument, got 0',
    'class A() : Rule("a")\n{\n  public override void Check(Till till) { }\n}'],
  ['what is overridden', 'class A : Rule\n{\n  public A() : base("a") { }\n  public override void Check(Till till) { }\n  public override string Describ() => "a";\n}',
    '5: there is no Describ to override in Rule; did you mean Describe?',
    'class A : Rule\n{\n  public A() : base("a") { }\n  public override void Check(Till till) { }\n  public override string Describe() => "a";\n}'],
  ['the parameters of what is overridden', 'class A : Rule\n{\n  public A() : base("a") { }\n  public override void Check(Till till) { }\n  public override string Describe(int a) => "a";\n}',
    '5: Describe must take no parameters to override that of Rule',
    'class A : Rule\n{\n  public A() : base("a") { }\n  public override void Check(Till till) { }\n  public override string Describe() => "a";\n}'],
  ['a member in a method of a class', 'class A : Rule\n{\n  public A() : base("a") { }\n  public override void Check(Till till)\n  {\n    var b = till.Box;\n  }\n}',
    '6: Till has no member Box; there is Drawer', 'class A : Rule\n{\n  public A() : base("a") { }\n  public override void Check(Till till)\n  {\n    var b = till.Drawer;\n  }\n}'],
  ['an inherited member', 'class A : Rule\n{\n  public A() : base("a") { }\n  public override void Check(Till till) { var b = this.Describ(); }\n}',
    '4: A has no member Describ; did you mean Describe?',
    'class A : Rule\n{\n  public A() : base("a") { }\n  public override void Check(Till till) { var b = Describe(); }\n}'],
  ['a member of a class of the program', 'static class A\n{\n  public static Shop Get() => new Shop("a");\n  static void F() { var b = A.Got(); }\n}', '4: A has no static member Got; did you mean Get?',
    'static class A\n{\n  public static Shop Get() => new Shop("a");\n  static void F() { var b = A.Get().ShopId; }\n}'],
];

test.each(MISTAKES)('finds %s', async (_, wrong, found, right) => {
  expect(await find(wrong)).toEqual([found]);
  expect(await find(right)).toEqual([]);
});

describe('a class that implements an interface of the library', () => {
  const store = (head: string, ...members: string[]) => `${head}\n{\n${members.join('\n')}\n}`;
  const HEAD = 'class A : DeputyBase, IStore';
  const KIND = 'public string Kind => "a";';
  const PUT = 'public void Put(IShop shop, ISharedOptions options) { }';

  test.each([
    ['lacks a property', store(HEAD, PUT), '1: A lacks Kind of IStore; there is Put'],
    ['lacks a method', store(HEAD, KIND), '1: A lacks Put of IStore; there is Kind'],
    ['has a method with other parameters', store(HEAD, KIND, 'public void Put(IShop shop) { }'),
      '1: A.Put must take (IShop shop, ISharedOptions options), as that of IStore does'],
    ['takes the class of a struct', store(HEAD, KIND, 'public void Put(IShop shop, SharedOptions options) { }'),
      '1: A.Put must take (IShop shop, ISharedOptions options), as that of IStore does'],
    ['has no class of jsii as its base', store('class A : IStore', KIND, PUT), '1: A implements IStore and must derive from DeputyBase'],
  ])('%s', async (_, wrong, found) => {
    expect(await find(wrong, USING + STORE)).toEqual([found]);
  });

  test('has all', async () => {
    expect(await find(store(HEAD, KIND, PUT), USING + STORE)).toEqual([]);
  });
});

describe('imports', () => {
  test.each([
    ['of the library', 'using System.Linq;\n', 'new Shop("a");', '1: Shop is not imported; add using Acme.Small'],
    ['of a static type', '\n', 'var a = Color.RED;', '1: Color is not imported; add using Acme.Small'],
    ['of .NET', 'using Acme.Small;\n', 'var a = new Dictionary<string, Shop>();', '1: Dictionary is not imported; add using System.Collections.Generic'],
    ['of extensions', 'using Acme.Small;\n', 'var a = new Shop("a").Tills().Concat(new Shop("b").Tills()).ToArray();', '1: Concat is not imported; add using System.Linq'],
    ['that are misspelled', 'using Acme.Smal;\n', '', '0: unknown namespace Acme.Smal; did you mean Acme.Small?; '
      + 'when it is one of .NET, list the types that programs use of it in scripts/csharp/dotnet-types.ts'],
  ])('%s', async (_, head, text, found) => {
    expect((await find(text, head))[0]).toEqual(found);
    expect(await find(text, USING)).toEqual([]);
  });

  test('of a project need no line', async () => {
    expect(await find('var a = new Shop("a").Tills().Concat(new Till[0]).ToArray();', 'using Acme.Small;\n', true)).toEqual([]);
  });

  test('by an alias, of members, and of what a namespace holds', async () => {
    const head = 'using static Acme.Small.Span;\nusing S = Acme.Small.Shop;\nusing Acme.Small.Inner;\n';
    expect(await find('var a = Days(1);\nvar b = new S("a").ShopId;\nvar c = new Deep();', head)).toEqual([]);
    expect(await find('var a = Days(1, 2);\nvar b = new S("a").ShopIds;', head)).toEqual([
      '1: Days takes 1 argument, got 2', '2: Shop has no member ShopIds; did you mean ShopId?',
    ]);
  });

  test('of two types with one name', async () => {
    const clash = { ...SMALL, name: 'other', targets: { dotnet: { namespace: 'Other' } }, submodules: {}, types: { 'other.Till': { ...SMALL.types['small.Till'], fqn: 'other.Till' } } };
    const files = [{ name: 'Program.cs', text: 'using Acme.Small;\nusing Other;\nvar a = new Till();' }];
    const problems = await checkProgram({ files, implicitUsings: false }, typesOfAssemblies([SMALL, clash]));
    expect(problems).toEqual([{ file: 'Program.cs', line: 3, column: 13, message: 'Till is ambiguous: it is a type of Acme.Small and of Other' }]);
  });
});

test('the files of a program see each other', async () => {
  const files = [
    { name: 'Given.cs', text: 'using Acme.Small;\nnamespace A;\nstatic class Given { public static Shop Get() => new("a"); }' },
    { name: 'Program.cs', text: 'using A;\nvar a = Given.Get().ShopIds;' },
  ];
  expect(await checkProgram({ files, implicitUsings: false }, LIBRARY)).toEqual([
    { file: 'Program.cs', line: 2, column: 21, message: 'Shop has no member ShopIds; did you mean ShopId?' },
  ]);
});

test('of a file that is not C#, nothing but that is said', async () => {
  expect(await find('new Shop("a"\nnew Shopp("b");')).toEqual(['2: cannot read "new Shopp"', '2: ) is missing']);
  expect(await find('new Shop("a")')).toEqual(['1: ; is missing']);
});

test('what is not known is left alone', async () => {
  const text = [
    'object a = new Shop("a");',
    'dynamic b = a;',
    'b.Anything(1, 2);',
    'var (c, d) = (1, "e");',
    'int F(int g) => g + c;',
    'Func<int, string> h = i => i.ToString();',
    'Action j = () => { };',
    'j();',
    'var k = from l in new[] { 1, 2 } let m = l + 1 select m;',
    'var n = a switch { Shop o => o.ShopId, Till { Drawer: var p } => p, _ => nameof(Shop) + F(1) };',
    'try { Console.WriteLine(n); } catch (Exception q) when (q.Message != "") { throw; }',
    'for (var r = 0; r < 3; r++) { Console.WriteLine(r); }',
    'Shop.FromId("a").Print();',
    'static class Extensions { public static void Print(this IShop shop) { } }',
    'class Box<T> where T : class { public T Value { get; set; } public T Get() => Value; }',
    'record Pair(string Left, int Right) { public override string ToString() => Left; }',
    'class Kinds { enum Kind { A, B } Kind kind = Kind.A; }',
  ].join('\n');
  expect(await find(text, USING, true)).toEqual([]);
});

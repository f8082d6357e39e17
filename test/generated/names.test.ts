import { AssemblyMember, AssemblyType, libraryOf, TypeReference } from '../../scripts/assembly/assembly';
import { CDKTF } from '../../scripts/flavour/flavours';

const all = libraryOf(CDKTF).types;
const own = Object.values(all).filter(({ namespace }) => namespace === undefined);

const membersOf = ({ properties = [], methods = [], members = [] }: AssemblyType): readonly AssemblyMember[] => (
  [...properties, ...methods, ...members]
);
const isConstant = (name: string) => /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(name);
/** Also of the structs that it extends. */
const propsOf = (struct: AssemblyType): readonly string[] => [
  ...(struct.properties ?? []).map(({ name }) => name),
  ...(struct.interfaces ?? []).flatMap((base) => (all[base] ? propsOf(all[base]) : [])),
];
const isConstruct = ({ base = '' }: AssemblyType): boolean => ['constructs.Construct', 'cdktf.TerraformProvider'].includes(base)
  || (all[base] !== undefined && isConstruct(all[base]));
const isStruct = ({ fqn }: TypeReference) => fqn !== undefined && all[fqn]?.datatype === true;

/** Names of members that break a rule, as `Type.member`. */
function breaking(rule: (name: string, type: AssemblyType, member: AssemblyMember) => boolean, types = own): string[] {
  return types.flatMap((type) => membersOf(type).filter((member) => rule(member.name, type, member)).map(({ name }) => `${type.name}.${name}`));
}

/** Reserved words are jsii's to find: the compile stage has no warning. These are the clashes that it does not know. */
describe('names read well in every language', () => {
  test('there is something to look at', () => {
    expect(own.length).toBeGreaterThan(100);
    expect(own.flatMap(membersOf).length).toBeGreaterThan(500);
  });

  test('no two members of a type become one in snake case or in Pascal case', () => {
    const folded = (name: string) => name.replaceAll('_', '').toLowerCase();
    expect(breaking((name, type) => membersOf(type).filter((other) => folded(other.name) === folded(name)).length > 1)).toEqual([]);
  });

  test('no two types differ in case alone', () => {
    const names = own.map(({ name }) => name.toLowerCase());
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('no member is named like its type, which C# refuses', () => {
    expect(breaking((name, type) => name.toLowerCase() === type.name.toLowerCase(), Object.values(all))).toEqual([]);
  });

  test('no method is one that every object has in Java or C#', () => {
    const taken = /^(clone|equals|finalize|getClass|getHashCode|getType|hashCode|memberwiseClone|notify|notifyAll|referenceEquals|wait)$/;
    const getter = ({ name }: AssemblyMember) => taken.test(`get${name[0].toUpperCase()}${name.slice(1)}`);
    expect(own.flatMap(({ name, methods = [] }) => methods.filter((method) => taken.test(method.name)).map((method) => `${name}.${method.name}`))).toEqual([]);
    expect(own.flatMap(({ name, properties = [] }) => properties.filter(getter).map((property) => `${name}.${property.name}`))).toEqual([]);
  });

  test('only behavioural interfaces begin with I and a capital', () => {
    const hasPrefix = ({ name }: AssemblyType) => /^I[A-Z]/.test(name);
    expect(own.filter((type) => hasPrefix(type) !== (type.kind === 'interface' && !type.datatype)).map(({ name }) => name)).toEqual([]);
    expect(own.filter(({ name }) => /^I[A-Z].*(Props|Options)$/.test(name))).toEqual([]);
  });

  test('abbreviations are written as words, so that snake case splits them well', () => {
    const shouts = (name: string) => !isConstant(name) && /[A-Z]{2}/.test(name.replace(/^I(?=[A-Z][a-z])/, ''));
    expect(own.filter(({ name }) => shouts(name)).map(({ name }) => name)).toEqual([]);
    expect(breaking(shouts)).toEqual([]);
  });

  test('constants are those of classes and enums, and nothing else is in capitals', () => {
    expect(own.filter(({ kind }) => kind === 'enum').flatMap(membersOf).filter(({ name }) => !isConstant(name))).toEqual([]);
    expect(breaking((name, type, member) => isConstant(name) && type.kind !== 'enum' && member.static !== true)).toEqual([]);
  });

  test('a construct takes scope, id, and at most one struct, which is named after it: keyword arguments in Python, a builder in Java', () => {
    const constructs = own.filter((type) => type.kind === 'class' && !type.abstract && isConstruct(type) && type.initializer?.parameters !== undefined);
    expect(constructs.length).toBeGreaterThan(20);
    expect(constructs.filter(({ name, initializer }) => {
      const [scope, id, props, ...rest] = initializer!.parameters!;
      return scope.name !== 'scope' || id.name !== 'id' || props.type.fqn !== `cdktf-logfire.${name}Props` || rest.length > 0;
    }).map(({ name }) => name)).toEqual([]);
  });

  test('a struct is the last parameter, so that it is keyword arguments in Python, and no prop is named like another parameter', () => {
    const wrong = own.flatMap((type) => [...type.methods ?? [], { name: 'constructor', ...type.initializer }].filter(({ parameters = [] }) => {
      const last = parameters.at(-1);
      const others = parameters.slice(0, -1);
      return others.some((parameter) => isStruct(parameter.type))
        || (last !== undefined && isStruct(last.type) && others.some((parameter) => propsOf(all[last.type.fqn!]).includes(parameter.name)));
    }).map(({ name }) => `${type.name}.${name}`));
    expect(wrong).toEqual([]);
  });
});

import { TerraformDataSource, TerraformElement, TerraformLocal, TerraformOutput, TerraformResource, TerraformStack, TerraformVariable } from 'cdktf';
import { IConstruct } from 'constructs';
import { appState, constructState } from './app-state';
import { declareRule, RuleFinding } from './findings';
import { Hcl, parseTemplate } from './hcl';
import { resolved } from './resolving';
import { isUnresolved } from './unresolved';

/** Something that a value consists of, after all locals, defaults and functions between. */
export interface Source {
  /**
   * `secret` is what Terraform does not show, and `shown` a secret that it does, after `nonsensitive`. `outside` comes from anywhere but the
   * program.
   */
  readonly kind: 'literal' | 'outside' | 'secret' | 'shown';
  /** The literal, or the address of a variable or resource. */
  readonly text: string;
}

/** A value of a stack, as far as it can be told without a plan. */
export interface Value {
  /** Everything that it consists of. */
  sources(): readonly Source[];
  /** An attribute or element of it; any of them without a key. */
  part(key?: string): Value;
}

/** Attributes that are secret although the configuration does not tell, such as `logfire_write_token.token`. */
const secretAttributes = new Set<string>();

/** Declares an attribute that Terraform treats as a secret. */
export function declareSecretAttribute(resourceType: string, attribute: string): void {
  secretAttributes.add(`${resourceType}.${attribute}`);
}

const NOTHING: Value = { sources: () => [], part: () => NOTHING };
const OUTSIDE = (text: string): Value => plain([{ kind: 'outside', text }]);

function plain(sources: readonly Source[]): Value {
  const value: Value = { sources: () => sources, part: () => value };
  return value;
}

function anyOf(values: readonly Value[]): Value {
  return values.length === 1 ? values[0] : {
    sources: () => values.flatMap((value) => value.sources()),
    part: (key) => anyOf(values.map((value) => value.part(key))),
  };
}

/** The same value where Terraform shows it, secret or not. */
function unveiled(value: Value): Value {
  return {
    sources: () => value.sources().map((source) => source.kind === 'secret' ? { ...source, kind: 'shown' } : source),
    part: (key) => unveiled(value.part(key)),
  };
}

function membersOf(members: ReadonlyMap<string, () => Value>, others: readonly Value[] = []): Value {
  const all = () => anyOf([...[...members.values()].map((member) => member()), ...others]);
  return { sources: () => all().sources(), part: (key) => key === undefined ? all() : members.get(key)?.() ?? anyOf(others) };
}

/** Their results say nothing about what they are given. */
const TELL_NOTHING = /^(?:length|keys|can|issensitive|contains|startswith|endswith|strcontains|alltrue|anytrue|timecmp|uuidv5|(?:base64|file|filebase64)?(?:sha1|sha256|sha512|md5)|bcrypt)$/;
/** Their results have the parts that they are given. */
const KEEP_PARTS = /^(?:merge|try|coalesce|coalescelist|tolist|tomap|toset|concat|flatten|one|values|element|reverse|sort|distinct|slice|ephemeralasnull)$/;
/** They read something else than what they are given. */
const READ = /^(?:file|filebase64|templatefile|timestamp|plantimestamp|uuid|fileexists|fileset)$/;
const OUTER = new Set(['module', 'path', 'terraform', 'each', 'count', 'self', 'ephemeral']);

/** What the expressions of a stack refer to. */
export class StackValues {
  private readonly elements: ReadonlyMap<string, TerraformElement>;
  private readonly known = new Map<string, Value>();

  constructor(private readonly stack: TerraformStack) {
    const elements = new Map<string, TerraformElement>();
    const visit = (construct: IConstruct) => {
      const address = addressOf(construct);
      if (address !== undefined) {
        elements.set(address, construct as TerraformElement);
      }
      construct.node.children.filter((child) => !TerraformStack.isStack(child)).forEach(visit);
    };
    visit(stack);
    this.elements = elements;
  }

  /** A value as it is written: a string with expressions, or a list or object of them. Undefined where Terraform would not accept it. */
  public of(value: unknown): Value {
    if (typeof value === 'string') {
      const parsed = parseTemplate(value);
      return parsed === undefined ? OUTSIDE('an expression that cannot be read') : this.evaluate(parsed, new Map());
    }
    if (Array.isArray(value)) {
      return membersOf(new Map(value.map((item, index) => [String(index), () => this.of(item)])));
    }
    if (value !== null && typeof value === 'object') {
      return membersOf(new Map(Object.entries(value).map(([name, item]) => [name, () => this.of(item)])));
    }
    return value === undefined || value === null ? NOTHING : plain([{ kind: 'literal', text: String(value) }]);
  }

  /** Whether a string hides in the plan what anybody can read in the file: a literal in `sensitive(…)`. */
  public hidesLiteral(text: string): boolean {
    return text.includes('sensitive(') && callsIn(parseTemplate(text)).some(({ name, args }) => {
      const sources = args.flatMap((arg) => this.evaluate(arg, new Map()).sources());
      return name === 'sensitive' && sources.length > 0 && sources.every(({ kind }) => kind === 'literal');
    });
  }

  /** The attributes of an element, with all overrides. */
  public attributesOf(address: string): { readonly [name: string]: any } | undefined {
    const element = this.elements.get(address);
    const [kind, ...path] = address.startsWith('data.') ? ['data', ...address.slice(5).split('.')] : blockOf(address);
    const from = (block: any) => [kind, ...path].reduce<any>((inner, name) => inner?.[name], block);
    const { rawOverrides } = this.stack as unknown as { readonly rawOverrides?: object };
    const overridden = from(resolved(this.stack, rawOverrides ?? {}));
    const attributes = element && from(resolved(this.stack, element.toTerraform()));
    return attributes === undefined || kind === 'locals' ? overridden ?? attributes : { ...attributes, ...overridden };
  }

  private evaluate(node: Hcl, bound: ReadonlyMap<string, Value>): Value {
    const inner = (child: Hcl) => this.evaluate(child, bound);
    const all = (children: readonly Hcl[]) => plain(children.flatMap((child) => inner(child).sources()));
    switch (node.is) {
      case 'literal': return node.text === '' ? NOTHING : plain([{ kind: 'literal', text: node.text }]);
      case 'template': return all(node.parts);
      case 'sum': return all(node.operands);
      case 'test': return NOTHING;
      case 'choice': return anyOf(node.options.map(inner));
      case 'list': return membersOf(new Map(node.items.map((item, index) => [String(index), () => inner(item)])));
      case 'object': {
        const entries = node.entries.map(([key, value]) => [key.is === 'literal' ? key.text : undefined, () => inner(value)] as const);
        const computed = entries.filter(([key]) => key === undefined).map(([, value]) => value());
        return membersOf(new Map(entries.filter((entry): entry is readonly [string, () => Value] => entry[0] !== undefined)), computed);
      }
      case 'for': {
        const element = inner(node.of).part();
        const names = new Map(node.names.map((name, index) => [name, index === node.names.length - 1 ? element : NOTHING]));
        const results = node.results.map((result) => this.evaluate(result, new Map([...bound, ...names])));
        return { sources: () => anyOf(results).sources(), part: () => results[results.length - 1] ?? NOTHING };
      }
      case 'call': return this.call(node.name, node.args, inner, all);
      case 'name': return bound.get(node.name) ?? this.root(node.name);
      case 'part': return inner(node.of).part(node.key);
    }
  }

  private call(name: string, args: readonly Hcl[], inner: (node: Hcl) => Value, all: (nodes: readonly Hcl[]) => Value): Value {
    if (TELL_NOTHING.test(name)) {
      return NOTHING;
    }
    if (name === 'lookup') {
      const [of, key, ...otherwise] = args;
      return anyOf([inner(of).part(key?.is === 'literal' ? key.text : undefined), ...otherwise.map(inner)]);
    }
    if (name === 'sensitive') {
      return anyOf([...args.map(inner), plain([{ kind: 'secret', text: 'sensitive' }])]);
    }
    if (name === 'nonsensitive') {
      return unveiled(anyOf(args.map(inner)));
    }
    const given = KEEP_PARTS.test(name) ? anyOf(args.map(inner)) : all(args);
    return READ.test(name) ? anyOf([given, OUTSIDE(name)]) : given;
  }

  /** What a reference begins with. */
  private root(name: string): Value {
    if (OUTER.has(name)) {
      return OUTSIDE(name);
    }
    const byName = (prefix: string, of: (address: string) => Value): Value => ({
      sources: () => [],
      part: (key) => key === undefined ? NOTHING : this.once(`${prefix}.${key}`, of),
    });
    switch (name) {
      case 'var': return byName('var', (address) => this.variable(address));
      case 'local': return byName('local', (address) => this.of(this.attributesOf(address)));
      case 'data': return { sources: () => [], part: (type = '') => byName(`data.${type}`, (address) => this.data(address)) };
      default: return byName(name, (address) => this.resource(name, address));
    }
  }

  /** Each name once. Terraform rejects a cycle, but without this the recursion would not end. */
  private once(address: string, of: (address: string) => Value): Value {
    const known = this.known.get(address);
    if (known !== undefined) {
      return known;
    }
    this.known.set(address, NOTHING);
    const value = of(address);
    this.known.set(address, value);
    return value;
  }

  private variable(address: string): Value {
    const { default: written, sensitive } = this.attributesOf(address) ?? {};
    const values = [
      ...hasDefault(written) ? [this.of(written)] : [OUTSIDE(address)],
      ...sensitive === true ? [plain([{ kind: 'secret', text: address }])] : [],
    ];
    return anyOf(values);
  }

  private resource(type: string, address: string): Value {
    const attributes = this.attributesOf(address) ?? {};
    const outside = OUTSIDE(address);
    const attribute = (name: string): Value => {
      if (secretAttributes.has(`${type}.${name}`)) {
        return plain([{ kind: 'secret', text: address }]);
      }
      // `terraform_data` gives its input back, and Terraform no longer hides it.
      const isOutput = type === 'terraform_data' && name === 'output';
      const given: unknown = attributes[isOutput ? 'input' : name];
      return anyOf([outside, ...given === undefined ? [] : [isOutput ? unveiled(this.of(given)) : this.of(given)]]);
    };
    const names = [...Object.keys(attributes), 'token'].filter((name) => !['count', 'for_each', 'lifecycle', 'provider', 'depends_on'].includes(name));
    const isMany = attributes.count !== undefined || attributes.for_each !== undefined;
    const one: Value = {
      sources: () => names.flatMap((name) => attribute(name).sources()),
      part: (key) => key === undefined || /^\d+$/.test(key) ? one : attribute(key),
    };
    return isMany ? { sources: one.sources, part: () => one } : one;
  }

  private data(address: string): Value {
    if (!address.startsWith('data.terraform_remote_state.')) {
      return OUTSIDE(address);
    }
    const outputs: Value = { sources: () => [], part: (key) => anyOf([OUTSIDE(address), ...key === undefined ? [] : this.ofOtherStacks(key)]) };
    return { sources: () => [], part: () => outputs };
  }

  /** CDKTF hands a value to another stack through an output, whose name is made of the reference. */
  private ofOtherStacks(output: string): Value[] {
    return stacksIn(this.stack).filter((stack) => stack !== this.stack).map(valuesIn).flatMap((values) => {
      const value = values.attributesOf(`output.${output}`)?.value;
      return value === undefined ? [] : [values.of(value)];
    });
  }
}

type Call = Extract<Hcl, { is: 'call' }>;

/** All calls of functions in an expression. */
function callsIn(node: unknown): Call[] {
  if (node === null || typeof node !== 'object') {
    return [];
  }
  const inner = Object.values(node).flatMap(callsIn);
  return (node as { readonly is?: string }).is === 'call' ? [node as Call, ...inner] : inner;
}

/** Whether a default is a value: an empty one only makes a variable optional. */
export function hasDefault(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

interface Known {
  readonly byStack: Map<TerraformStack, StackValues>;
  stacks?: readonly TerraformStack[] | undefined;
}

const knownIn = (scope: IConstruct) => appState<Known>(scope, 'stack-values', () => ({ byStack: new Map() }));

/** The values of a stack. They are looked up once in a report, for all rules. */
export function valuesIn(stack: TerraformStack): StackValues {
  const { byStack } = knownIn(stack);
  const values = byStack.get(stack) ?? new StackValues(stack);
  byStack.set(stack, values);
  return values;
}

function stacksIn(scope: IConstruct): readonly TerraformStack[] {
  const known = knownIn(scope);
  return known.stacks ??= scope.node.root.node.findAll().filter(TerraformStack.isStack);
}

/** Forgets the values of stacks: the program may have changed them since the last report. */
export function forgetValues(stacks: readonly TerraformStack[]): void {
  for (const stack of stacks) {
    const known = knownIn(stack);
    known.byStack.delete(stack);
    known.stacks = undefined;
  }
}

function addressOf(construct: IConstruct): string | undefined {
  if (TerraformResource.isTerraformResource(construct)) {
    return `${construct.terraformResourceType}.${construct.friendlyUniqueId}`;
  }
  if (TerraformDataSource.isTerraformDataSource(construct)) {
    return `data.${construct.terraformResourceType}.${construct.friendlyUniqueId}`;
  }
  const kind = construct instanceof TerraformVariable ? 'var' : construct instanceof TerraformLocal ? 'local'
    : TerraformOutput.isTerraformOutput(construct) ? 'output' : undefined;
  return kind && `${kind}.${(construct as TerraformElement).friendlyUniqueId}`;
}

/** Where the block of an address is in the file. */
function blockOf(address: string): string[] {
  const [first, name] = address.split('.');
  return first === 'var' ? ['variable', name] : first === 'local' ? ['locals', name] : first === 'output' ? ['output', name] : ['resource', first, name];
}

/** A value that must not be a secret, to be looked at when everything is known. */
interface PlainPlace {
  readonly scope: IConstruct;
  readonly prop: string;
  readonly value: string;
  readonly advice: string;
}

const plainPlaces = (stack: TerraformStack) => constructState<PlainPlace[]>(stack, 'plain-places');

/** Rejects a secret at synth, where a value is written so that anybody can read it. */
export function checkNoSecret(scope: IConstruct, prop: string, value: string, advice: string): void {
  if (isUnresolved(value)) {
    const stack = TerraformStack.of(scope);
    plainPlaces(stack).set(stack, [...plainPlaces(stack).get(stack) ?? [], { scope, prop, value, advice }]);
  }
}

declareRule(({ stack }) => (plainPlaces(stack).get(stack) ?? []).flatMap(({ scope, prop, value, advice }): RuleFinding[] => (
  isSecret(valuesIn(stack).of(resolved(scope, value))) ? [{ scope, id: 'exposed-secret', message: `${prop} must not be a secret, got one; ${advice}` }] : []
)));

/** Whether Terraform hides a value, or would have to. */
export function isSecret(value: Value): boolean {
  return value.sources().some(({ kind }) => kind === 'secret' || kind === 'shown');
}

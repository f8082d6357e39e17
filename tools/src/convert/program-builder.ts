import { addProvider, addRequirements } from './add-provider';
import { bindingCall } from './bindings';
import { plainBody } from './comparison';
import { addressOf, Configuration, isObject, JsonObject, Resource } from './configuration';
import { CONSTRUCTS } from './constructs';
import { addressesIn, inOrder } from './references';
import { expressionOf, literalOf } from './template';
import { ExistingKind, LIBRARY, Scope, Target, unsayable, Values } from './values';
import { Types } from '../program/assembly';
import { call, callStatic, Expression, get, Json, json, list, literal, make, Program, STACK, Statement, struct, variable } from '../program/model';
import { ConstructIds, pascalCase, VariableNames } from '../program/names';

/** How a resource is said: by a construct of the library, by a binding, or by its JSON. */
export type Stage = 'construct' | 'binding' | 'json';

/** How far a resource has been taken back, and why. */
export interface Fallback {
  readonly stage: Stage;
  readonly reason: string;
}

/** A program, and the resource that each of its statements is for. */
export interface Built {
  readonly program: Program;
  readonly owners: readonly (string | undefined)[];
}

const EXISTING: { readonly [kind in ExistingKind]: readonly [type: string, method: string] } = {
  project: ['LogfireProject', 'fromProjectId'],
  channel: ['LogfireChannel', 'fromChannelId'],
  schedule: ['LogfireSchedule', 'fromScheduleId'],
};

/** Writes a program for a configuration. */
export class ProgramBuilder implements Scope {
  private readonly statements: Statement[] = [];
  private readonly owners: (string | undefined)[] = [];
  private readonly names = new VariableNames();
  private readonly ids = new ConstructIds();
  private readonly types = Types.load();
  private readonly values = new Values(this);
  private readonly targets = new Map<string, Target>();
  private readonly held = new Map<string, string>();
  private readonly found = new Map<string, Expression>();
  private readonly providers = new Map<string, string>();
  /** Addresses of resources with a provider of their own. */
  private readonly aliased: ReadonlySet<string>;
  private owner: string | undefined;

  /** @param fallbacks what no construct, or no binding, says exactly */
  constructor(
    private readonly configuration: Configuration,
    private readonly stackName: string,
    private readonly fallbacks: ReadonlyMap<string, Fallback>,
  ) {
    this.aliased = new Set(configuration.resources.filter(({ body }) => (body.provider ?? null) !== null).map(addressOf));
  }

  public build(header: readonly string[]): Built {
    this.configuration.variables.forEach(({ name, body }) => this.addVariable(name, body));
    this.configuration.locals.forEach(({ name, body }) => this.addLocal(name, body));
    this.addProviders();
    inOrder(this.configuration.resources).forEach((resource) => this.addResource(resource));
    this.configuration.outputs.forEach(({ name, body }) => this.addOutput(name, body));
    for (const { name, body } of this.configuration.others) {
      this.add({ value: call(STACK, 'addOverride', literal(name), json(body)) });
    }
    return { program: { header, stack: this.stackName, statements: this.statements }, owners: this.owners };
  }

  /** The resource that is being added, when an error stops the build. */
  public get current(): string | undefined {
    return this.owner;
  }

  public target(address: string): Target | undefined {
    return this.targets.get(address);
  }

  public stringVariable(name: string): string | undefined {
    const { body } = this.configuration.variables.find((candidate) => candidate.name === name) ?? {};
    return body !== undefined && ['string', undefined].includes(typeOf(body)) && (typeOf(body) === 'string' || typeof body.default !== 'object')
      ? this.held.get(name) : undefined;
  }

  public secretVariable(name: string): string | undefined {
    const { body } = this.configuration.variables.find((candidate) => candidate.name === name) ?? {};
    return body?.sensitive === true && (body.default ?? '') === '' ? this.held.get(name) : undefined;
  }

  public isSensitive(expression: string): boolean {
    const variables = [...expression.matchAll(/\bvar\.([\w-]+)/g)].map(([, name]) => name);
    return /\bsensitive\(/.test(expression) || /\blogfire_\w+\.[\w-]+\.token\b/.test(expression)
      || variables.some((name) => this.configuration.variables.some((candidate) => candidate.name === name && candidate.body.sensitive === true));
  }

  public existing(kind: ExistingKind, id: Json): Expression {
    const key = `${kind} ${JSON.stringify(id)}`;
    const known = this.found.get(key);
    if (known !== undefined) {
      return known;
    }
    const [type, method] = EXISTING[kind];
    const [, referred] = /^\$\{logfire_\w+\.([\w-]+)/.exec(String(id)) ?? [];
    const name = referred ?? 'existing';
    const declare = this.names.next(name, kind);
    const text = this.values.text(id) ?? unsayable(`the ${kind} is not known`);
    this.add({ declare, value: callStatic(`${LIBRARY}.${type}`, method, STACK, literal(this.ids.next(pascalCase(`${name}_${kind}`), 'Existing')), text) });
    this.found.set(key, variable(declare));
    return variable(declare);
  }

  /** Statements for one resource stand together. */
  private add(statement: Statement): void {
    const isNew = this.owner === undefined ? this.owners[this.owners.length - 1] !== undefined : !this.owners.includes(this.owner);
    this.statements.push({ ...statement, isFirst: isNew && this.statements.length > 0 });
    this.owners.push(this.owner);
  }

  private addVariable(name: string, body: JsonObject): void {
    const declare = this.names.next(name, 'variable');
    const { type, default: byDefault, description, sensitive, nullable, validation, ...rest } = body;
    const id = this.ids.next(name, 'Variable');
    const blocks = (Array.isArray(validation) ? validation : validation === undefined ? [] : [validation]) as readonly JsonObject[];
    this.add({
      declare,
      value: make('cdktf.TerraformVariable', STACK, literal(id), struct('cdktf.TerraformVariableConfig', {
        type: type === undefined ? undefined : literal(typeOf(body)!),
        default: byDefault === undefined || byDefault === null ? undefined : json(byDefault),
        description: typeof description === 'string' ? literal(description) : undefined,
        sensitive: sensitive === undefined ? undefined : literal(sensitive === true),
        nullable: nullable === undefined ? undefined : literal(nullable === true),
        validation: blocks.length === 0 ? undefined : list(blocks.map((block) => struct('cdktf.TerraformVariableValidationConfig', {
          condition: json(block.condition), errorMessage: literal(String(block.error_message)),
        }))),
      })),
    });
    this.held.set(name, declare);
    this.rename(variable(declare), id, name);
    if (byDefault === null) {
      this.override(variable(declare), 'default', null);
    }
    Object.entries(rest).forEach(([key, value]) => this.override(variable(declare), key, value));
  }

  private addLocal(name: string, body: Json): void {
    const id = this.ids.next(name, 'Local');
    const declare = this.names.next(name, 'local');
    this.add({ declare, value: make('cdktf.TerraformLocal', STACK, literal(id), json(body)) });
    this.rename(variable(declare), id, name);
  }

  private addProviders(): void {
    const own = this.configuration.providers.filter(({ name }) => name === 'logfire').map(({ body }) => body);
    const uses = this.configuration.resources.some(({ type, body }) => type.startsWith('logfire_') && body.provider === undefined);
    const isImplicit = own.every(({ alias }) => alias !== undefined) && (uses || own.length === 0);
    for (const body of isImplicit ? [{}, ...own] as JsonObject[] : own) {
      const name = typeof body.alias === 'string' ? `logfire.${body.alias}` : 'logfire';
      this.owner = `provider ${name}`;
      const id = this.ids.next(pascalCase(name), 'Provider');
      const declare = this.names.next(name, 'provider');
      const said = addProvider(this.values, body, this.fallbacks.has(this.owner));
      this.add({ comment: this.reasonOf(this.owner), declare, value: make(`${LIBRARY}.LogfireProvider`, STACK, literal(id), ...said.props === undefined ? [] : [said.props]) });
      said.overrides.forEach(([key, value]) => this.override(variable(declare), key, value));
      this.providers.set(name, declare);
    }
    this.owner = undefined;
    const foreign = this.configuration.providers.filter(({ name }) => name !== 'logfire');
    for (const name of new Set(foreign.map((provider) => provider.name))) {
      const bodies = foreign.filter((provider) => provider.name === name).map(({ body }) => body);
      this.add({ value: call(STACK, 'addOverride', literal(`provider.${name}`), json(bodies)) });
    }
    addRequirements(this.types, this.values, this.configuration.terraform).forEach((value) => this.add({ value }));
  }

  private addResource(resource: Resource): void {
    const address = addressOf(resource);
    this.owner = address;
    const stage = this.fallbacks.get(address)?.stage ?? (resource.type.startsWith('logfire_') ? 'construct' : 'json');
    if (stage === 'json') {
      this.add({ comment: this.reasonOf(address), value: call(STACK, 'addOverride', literal(`${resource.mode}.${resource.type}.${resource.name}`), json(resource.body)) });
    } else if (stage === 'construct') {
      this.addConstruct(resource, address);
    } else {
      this.addBinding(resource, address);
    }
    this.owner = undefined;
  }

  private addConstruct(resource: Resource, address: string): void {
    const body = plainBody(resource);
    if (body.count !== undefined || body.for_each !== undefined) {
      unsayable(`${body.count === undefined ? 'for_each' : 'count'} creates several resources, whose addresses only the binding keeps`);
    }
    const rule = CONSTRUCTS[`${resource.mode === 'data' ? 'data.' : ''}${resource.type}`] ?? unsayable('the library has no construct for it');
    const lifecycle = isObject(body.lifecycle) ? body.lifecycle : {};
    const definition = typeof body.definition === 'string' ? literalOf(body.definition) : undefined;
    const { type, props, lifecycle: said = [] } = rule(this.values, { body, lifecycle, definition });
    const fqn = `${LIBRARY}.${type}`;
    const parameters = this.types.parameters(fqn);
    const propsType = parameters[parameters.length - 1].type as { readonly fqn: string };
    const { dependsOn, overrides } = this.dependencies(body);
    const declare = this.declare(resource, true, make(fqn, STACK, literal(this.idOf(resource)), struct(propsType.fqn, {
      ...props, provider: this.providerOf(body, true), dependsOn,
    })));
    const created = get(variable(declare), 'resource');
    this.add({ value: call(created, 'overrideLogicalId', literal(resource.name)) });
    Object.entries(lifecycle).filter(([key, value]) => !(said.includes(key) && value !== false)).filter(([, value]) => value !== false)
      .forEach(([key, value]) => this.override(created, `lifecycle.${key}`, value));
    overrides.forEach(([key, value]) => this.override(created, key, value));
    this.targets.set(address, { variable: declare, isConstruct: true });
  }

  private addBinding(resource: Resource, address: string): void {
    const body = plainBody(resource);
    const { type, config, overrides } = bindingCall(this.values, this.types, resource.mode, resource.type, body);
    const { dependsOn, overrides: dependencies } = this.dependencies(body);
    const meta = struct('', { provider: this.providerOf(body, false), dependsOn }) as Extract<Expression, { is: 'struct' }>;
    const given = config as Extract<Expression, { is: 'struct' }>;
    const props: Expression = { ...given, props: [...given.props, ...meta.props] };
    const declare = this.declare(resource, false, make(type, STACK, literal(this.idOf(resource)), props));
    this.add({ value: call(variable(declare), 'overrideLogicalId', literal(resource.name)) });
    const lifecycle: [string, Json][] = body.lifecycle === undefined ? [] : [['lifecycle', body.lifecycle]];
    [...overrides, ...lifecycle, ...dependencies].forEach(([key, value]) => this.override(variable(declare), key, value));
    if (body.count === undefined && body.for_each === undefined) {
      this.targets.set(address, { variable: declare, isConstruct: false });
    }
  }

  private declare(resource: Resource, isConstruct: boolean, value: Expression): string {
    const declare = this.names.next(resource.name, resource.type.replace('logfire_', ''));
    this.add({ comment: isConstruct ? undefined : this.reasonOf(addressOf(resource)), declare, value });
    return declare;
  }

  private idOf({ type, name }: Resource): string {
    return this.ids.next(pascalCase(name), pascalCase(type.replace('logfire_', '')));
  }

  /** A construct inherits the provider of its project, which Terraform does not know of. */
  private providerOf(body: JsonObject, inherits: boolean): Expression | undefined {
    const isInherited = inherits && addressesIn(body).some((address) => this.aliased.has(address));
    const name = typeof body.provider === 'string' ? body.provider : isInherited ? 'logfire' : undefined;
    const declared = name === undefined ? undefined : this.providers.get(name) ?? unsayable(`the provider ${name} is not configured here`);
    return declared === undefined ? undefined : variable(declared);
  }

  private dependencies(body: JsonObject): { readonly dependsOn?: Expression; readonly overrides: readonly [string, Json][] } {
    const addresses = Array.isArray(body.depends_on) ? body.depends_on as readonly string[] : [];
    const targets = addresses.map((address) => this.targets.get(address));
    if (addresses.length === 0) {
      return { overrides: [] };
    }
    return targets.every((target) => target !== undefined)
      ? { dependsOn: list(targets.map((target) => variable(target!.variable))), overrides: [] }
      : { overrides: [['depends_on', addresses]] };
  }

  private addOutput(name: string, body: JsonObject): void {
    const { value, sensitive, description, ...rest } = body;
    const id = this.ids.next(name, 'Output');
    const declare = this.names.next(name, 'output');
    this.add({
      declare,
      value: make('cdktf.TerraformOutput', STACK, literal(id), struct('cdktf.TerraformOutputConfig', {
        value: typeof value === 'string' ? this.values.template(value) : json(value),
        description: typeof description === 'string' ? literal(description) : undefined,
        sensitive: sensitive === undefined ? undefined : literal(sensitive === true),
      })),
    });
    this.rename(variable(declare), id, name);
    Object.entries(plainBody({ body: rest })).forEach(([key, item]) => this.override(variable(declare), key, item));
  }

  /** CDKTF names an element of the stack by its id if that is a plain word. */
  private rename(element: Expression, id: string, name: string): void {
    if (id !== name || !/^[A-Za-z0-9_-]+$/.test(name)) {
      this.add({ value: call(element, 'overrideLogicalId', literal(name)) });
    }
  }

  private override(element: Expression, key: string, value: Json): void {
    this.add({ value: call(element, 'addOverride', literal(key), typeof value === 'object' ? json(value) : literal(value)) });
  }

  private reasonOf(address: string): string[] | undefined {
    const reason = this.fallbacks.get(address)?.reason;
    return reason === undefined ? undefined : reason.split('\n').map((line, index) => (index === 0 ? `${address}: ${line}` : line));
  }
}

/** The type of a variable, which the parser of HCL gives as `${string}`. */
function typeOf({ type }: JsonObject): string | undefined {
  return typeof type === 'string' ? expressionOf(type) ?? type : undefined;
}


import { behaviourOf, type Behaviour } from './behaviour';
import { ApiError } from './diagnostics';
import { KINDS, type World } from './kinds';
import { printInstant } from './meaning';
import { putAt, valueAt } from './paths';
import { isHostedByLogfire } from './provider-config';
import { resourceShape } from './schema';
import { toServerForm } from './server-form';
import { copy, isObject, isSet, Unknown, UNKNOWN, type ObjectValue } from './values';

/** Who calls: what the key and the configuration of a provider stand for. */
export interface Caller {
  readonly organization: string;
  readonly baseUrl: string;
  /** Scopes of the key; all of them when left out. */
  readonly scopes?: readonly string[];
}

/** A change that Logfire made, in order. `cascade`: an object went with its project, application or SLO. */
export interface Operation {
  readonly op: 'create' | 'update' | 'delete' | 'cascade';
  readonly type: string;
  readonly id: string;
}

/** An object of Logfire, with the names of the Terraform attributes. */
export type LogfireObject = ObjectValue & { readonly id: string };

/** A PagerDuty service that was approved in Logfire. */
export interface PagerdutyService {
  readonly account_subdomain: string;
  readonly pagerduty_service_id: string;
  readonly region?: string;
  readonly service_name?: string;
}

/** All that a server knows, as JSON can hold it. */
export interface LogfireSnapshot {
  readonly objects: readonly Readonly<Stored>[];
  readonly issued: readonly string[];
  readonly received: readonly string[];
  readonly services: readonly ObjectValue[];
  readonly reporting: readonly string[];
  /** How many ids and times were given out. */
  readonly ids: number;
  readonly ticks: number;
}

interface Stored { readonly type: string; readonly organization: string; values: LogfireObject }

/** Options of the fake server. */
export interface LogfireOptions {
  readonly organization: string;
  readonly region: string;
  /** Release that the instance runs, such as `v2026-06-09.01`; the newest when left out. */
  readonly release?: string;
  /** What it knows at the start; nothing when left out. */
  readonly snapshot?: LogfireSnapshot;
}

/** The server behind the provider, in memory. Ids, secrets and times come from counters. */
export class Logfire {
  /** Every change the provider made, in order. */
  public readonly operations: Operation[] = [];
  private readonly stored: Stored[] = [];
  private readonly issued: string[] = [];
  private readonly received: string[] = [];
  private readonly services: ObjectValue[] = [];
  private readonly reporting = new Set<string>();
  private readonly world: World;
  private ids = 0;
  private ticks = 0;

  constructor(private readonly options: LogfireOptions) {
    this.world = {
      uuid: () => this.uuid(),
      issue: (version) => this.issue(version),
      now: () => this.now(),
      objects: (type) => this.stored.filter((object) => object.type === type).map((object) => object.values),
      insert: (type, organization, values) => this.insert(type, organization, values),
      dropWhere: (type, matches) => this.dropWhere(type, matches),
      reportsTelemetry: (projectId, service) => this.reporting.has(`${projectId} ${service}`),
      release: options.release,
    };
    if (options.snapshot) this.restore(options.snapshot);
  }

  /** All that the server knows, secrets too, for `LogfireOptions.snapshot` of a later one. */
  public snapshot(): LogfireSnapshot {
    return {
      objects: this.stored.map(({ type, organization, values }) => ({ type, organization, values: copy(values) })),
      issued: [...this.issued],
      received: this.receivedSecrets(),
      services: this.services.map(copy),
      reporting: [...this.reporting],
      ids: this.ids,
      ticks: this.ticks,
    };
  }

  /** Everything of a type, in order of creation; the alerts of SLOs are among the alerts. Copies: use `change` to change something. */
  public objects(type: string): LogfireObject[] {
    return this.stored.filter((object) => object.type === type).map((object) => copy(object.values));
  }

  /** Every secret that was ever issued, of objects that are gone too. */
  public secrets(): string[] {
    return [...this.issued];
  }

  /** Every secret that the provider ever sent: webhook addresses, routing keys, keys of model vendors. */
  public receivedSecrets(): string[] {
    return [...new Set(this.received)];
  }

  /** Makes an object past Terraform, as if it came from the UI. Attributes that are left out get what Logfire gives them. */
  public add(type: string, values: ObjectValue, organization = this.options.organization): LogfireObject {
    const behaviour = behaviourOf(type);
    const sent: ObjectValue = {};
    for (const [name, field] of Object.entries(resourceShape(type).fields!)) {
      sent[name] = copy(values[name] ?? behaviour.defaults[name] ?? (field.computed ? UNKNOWN : null));
    }
    if (type === 'logfire_channel' && isObject(sent.config)) sent.config = { ...emptyConfig(), ...sent.config };
    return copy(this.make(type, sent, organization));
  }

  /** Changes an object past Terraform: drift. Nested objects are merged. */
  public change(type: string, id: string, values: ObjectValue): void {
    const object = this.stored.find((candidate) => candidate.type === type && candidate.values.id === id);
    if (!object) throw new Error(`there is no ${type} with id ${id}`);
    object.values = merge(object.values, copy(values)) as LogfireObject;
  }

  /** Deletes an object, and what goes with it, past Terraform. */
  public remove(type: string, id: string): void {
    const noted = this.operations.length;
    this.drop(type, id, false);
    this.operations.length = noted;
  }

  /** Approves a PagerDuty service, as a user does in the UI. */
  public addPagerdutyService(service: PagerdutyService): ObjectValue {
    const added: ObjectValue = {
      region: 'us',
      service_name: service.pagerduty_service_id,
      ...service,
      install_id: this.uuid(),
      service_id: this.uuid(),
    };
    this.services.push(added);
    return copy(added);
  }

  /** Lets telemetry arrive under a service name, as a program does. */
  public reportTelemetry(projectId: string, serviceName: string): void {
    this.reporting.add(`${projectId} ${serviceName}`);
  }

  /** For the provider: an object, or nothing when it is not there for this caller. */
  public find(caller: Caller, type: string, id: string): LogfireObject | undefined {
    this.authorize(caller, type, 'read');
    return this.lookUp(caller, type).find((object) => object.id === id);
  }

  /** For the provider: all objects of a type that this caller sees. */
  public list(caller: Caller, type: string): LogfireObject[] {
    this.authorize(caller, type, 'read');
    return this.lookUp(caller, type);
  }

  /** For the provider: creates an object from what was planned. */
  public create(caller: Caller, type: string, sent: ObjectValue): LogfireObject {
    this.authorize(caller, type, 'create');
    this.checkDelegation(caller, sent);
    this.checkProject(caller, sent);
    const before = this.stored.length;
    const made = this.make(type, copy(sent), caller.organization);
    if (this.stored.length > before) this.operations.push({ op: 'create', type, id: made.id });
    return made;
  }

  /** For the provider: changes an object to what was planned; unknown values stay as they are. */
  public update(caller: Caller, type: string, id: string, sent: ObjectValue): LogfireObject {
    this.authorize(caller, type, 'write');
    const current = this.lookUp(caller, type).find((candidate) => candidate.id === id);
    const object = this.stored.find((candidate) => candidate.values === current);
    if (!current || !object) throw new ApiError(404, `there is no ${type} ${id}`);
    const behaviour = behaviourOf(type);
    const world = { ...this.world, organization: object.organization };
    const values = settable(type, copy(sent));
    this.receive(type, behaviour, values);
    for (const [name, value] of Object.entries(values)) {
      if (value instanceof Unknown) values[name] = copy(current[name]);
    }
    KINDS[type]?.receive?.(values, world, current);
    this.check(type, behaviour, values, current, object.organization);
    KINDS[type]?.change?.(values, world, current);
    object.values = { ...current, ...values, id };
    this.operations.push({ op: 'update', type, id });
    return object.values;
  }

  /** For the provider: deletes an object; false when it was not there. */
  public delete(caller: Caller, type: string, id: string): boolean {
    this.authorize(caller, type, 'write');
    const object = this.lookUp(caller, type).find((candidate) => candidate.id === id);
    if (!object) return false;
    KINDS[type]?.refuseDeletion?.(object, this.world);
    this.drop(type, id, true);
    return true;
  }

  /** For the provider: the data source. */
  public findPagerdutyService(caller: Caller, subdomain: string, id: string, region: string): ObjectValue {
    this.requireScopes(caller, behaviourOf('data.logfire_pagerduty_service'), 'read');
    const service = this.services.find((candidate) =>
      candidate.account_subdomain === subdomain && candidate.pagerduty_service_id === id && candidate.region === region);
    if (!service) throw new ApiError(404, `no approved PagerDuty service ${id} in ${subdomain} (${region})`);
    return copy(service);
  }

  private restore(snapshot: LogfireSnapshot): void {
    this.stored.push(...snapshot.objects.map((object) => ({ ...object, values: copy(object.values) })));
    this.issued.push(...snapshot.issued);
    this.received.push(...snapshot.received);
    this.services.push(...snapshot.services.map(copy));
    snapshot.reporting.forEach((name) => this.reporting.add(name));
    this.ids = snapshot.ids;
    this.ticks = snapshot.ticks;
  }

  private lookUp(caller: Caller, type: string): LogfireObject[] {
    const everywhere = behaviourOf(type).self_hosted_only;
    return this.stored
      .filter((object) => object.type === type && (everywhere || object.organization === caller.organization))
      .map((object) => object.values);
  }

  private make(type: string, values: ObjectValue, organization: string): LogfireObject {
    const behaviour = behaviourOf(type);
    this.receive(type, behaviour, values);
    const world = { ...this.world, organization };
    const existing = KINDS[type]?.adopt?.(values, world);
    if (existing) return existing;
    KINDS[type]?.receive?.(values, world);
    this.check(type, behaviour, values, undefined, organization);
    values.id = this.uuid();
    KINDS[type]?.bear?.(values as LogfireObject, world);
    for (const [path, value] of Object.entries(behaviour.server_defaults)) {
      if (valueAt(values, path) instanceof Unknown) putAt(values, path, value);
    }
    for (const [name, value] of Object.entries(values)) {
      if (value instanceof Unknown) values[name] = null;
    }
    return this.insert(type, organization, values as LogfireObject);
  }

  /** Notes the secrets, and brings the values into the spelling of the server. */
  private receive(type: string, behaviour: Behaviour, values: ObjectValue): void {
    const notIssued = [...behaviour.secret_only_at_create, ...behaviour.secret_read_back];
    for (const path of [...behaviour.sensitive, ...behaviour.secret_though_not_marked]) {
      const secret = valueAt(values, path);
      if (typeof secret === 'string' && !notIssued.includes(path)) this.received.push(secret);
    }
    toServerForm(type, behaviour, values);
  }

  /** Limits and uniqueness. */
  private check(type: string, behaviour: Behaviour, values: ObjectValue, current: LogfireObject | undefined, organization: string): void {
    for (const [path, limit] of Object.entries(behaviour.server_limits)) {
      const value = valueAt(values, path);
      if (typeof limit === 'object' && typeof value === 'string' && [...value].length > limit.max_length) {
        throw new ApiError(422, `${path}: should have at most ${limit.max_length} characters`);
      }
    }
    for (const [path, scope] of Object.entries(behaviour.unique)) {
      const twin = this.stored.find((object) => object.type === type && object.values !== current && object.values[path] === values[path]
        && (!scope.startsWith('project') || object.values.project_id === values.project_id)
        && (scope !== 'organization' || object.organization === organization));
      if (twin) throw new ApiError(409, `${type} with ${path} "${String(values[path])}" already exists in the ${scope.split(' ')[0]}`);
    }
  }

  private checkProject(caller: Caller, sent: ObjectValue): void {
    if (!('project_id' in sent) || !isSet(sent.project_id)) return;
    const reachable = this.lookUp(caller, 'logfire_project').some((project) => project.id === sent.project_id);
    if (!reachable) throw new ApiError(403, 'You do not have permission to access this project');
  }

  private checkDelegation(caller: Caller, sent: ObjectValue): void {
    const missing = (Array.isArray(sent.scopes) ? sent.scopes as string[] : []).find((scope) => caller.scopes && !caller.scopes.includes(scope));
    if (missing) throw new ApiError(403, `The ${missing} scope is not granted to the calling credential and cannot be delegated`);
  }

  private authorize(caller: Caller, type: string, access: 'read' | 'create' | 'write'): void {
    const behaviour = behaviourOf(type);
    if (behaviour.self_hosted_only && isHostedByLogfire(caller.baseUrl)) {
      throw new ApiError(404, `${type} is there on a self-hosted Logfire only; ${caller.baseUrl} is none`);
    }
    const minimum = /^v\S+$/.exec(behaviour.minimum_logfire_release ?? '')?.[0];
    if (minimum && this.options.release && this.options.release < minimum) {
      throw new ApiError(404, `this instance does not know ${type}; it needs Logfire ${minimum}`);
    }
    this.requireScopes(caller, behaviour, access);
  }

  private requireScopes(caller: Caller, behaviour: Behaviour, access: 'read' | 'create' | 'write'): void {
    if (!caller.scopes) return;
    const { all = [], read = [], write = [], create = write } = behaviour.provider_key_scopes;
    const needed = [...all, ...{ read, write, create }[access]].filter((scope) => /^[a-z]+:[a-z_]+$/.test(scope));
    const missing = needed.find((scope) => !caller.scopes!.includes(scope));
    if (missing) throw new ApiError(403, `This token is missing the required scope: ${missing}.`);
  }

  private insert(type: string, organization: string, values: LogfireObject): LogfireObject {
    this.stored.push({ type, organization, values });
    return values;
  }

  private drop(type: string, id: string, noted: boolean): void {
    const index = this.stored.findIndex((object) => object.type === type && object.values.id === id);
    if (index < 0) throw new Error(`there is no ${type} with id ${id}`);
    const [gone] = this.stored.splice(index, 1);
    if (noted) this.operations.push({ op: 'delete', type, id });
    KINDS[type]?.bury?.(gone.values, this.world);
    if (type === 'logfire_project') this.dropWhere(undefined, (values) => values.project_id === id);
  }

  private dropWhere(type: string | undefined, matches: (values: LogfireObject) => boolean): void {
    for (const object of this.stored.filter((candidate) => (type ?? candidate.type) === candidate.type && matches(candidate.values))) {
      this.stored.splice(this.stored.indexOf(object), 1);
      this.operations.push({ op: 'cascade', type: object.type, id: object.values.id });
    }
  }

  private uuid(): string {
    this.ids += 1;
    return `00000000-0000-4000-8000-${String(this.ids).padStart(12, '0')}`;
  }

  private issue(version: 'v1' | 'v2'): string {
    const number = String(this.issued.length + 1).padStart(8, '0');
    const secret = version === 'v1'
      ? `pylf_v1_${this.options.region}_standin${number}`
      : `pylf_v2_${this.options.region}_${this.uuid()}_standin${number}`;
    this.issued.push(secret);
    return secret;
  }

  private now(): string {
    this.ticks += 1;
    return printInstant(Date.UTC(2026, 0, 1) + this.ticks * 1000);
  }
}

/** Only what can be set is sent. */
function settable(type: string, values: ObjectValue): ObjectValue {
  const fields = resourceShape(type).fields!;
  return Object.fromEntries(Object.entries(values).filter(([name]) => fields[name].required || fields[name].optional));
}

function merge(old: ObjectValue, changes: ObjectValue): ObjectValue {
  const merged = { ...old };
  for (const [name, value] of Object.entries(changes)) {
    const before = merged[name];
    merged[name] = isObject(before) && isObject(value) ? merge(before, value) : value;
  }
  return merged;
}

function emptyConfig(): ObjectValue {
  const names = Object.entries(resourceShape('logfire_channel').fields!.config.shape.fields!);
  return Object.fromEntries(names.map(([name, field]) => [name, field.computed ? UNKNOWN : null]));
}

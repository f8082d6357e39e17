import { behaviourOf, type Behaviour } from './behaviour';
import { ApiError, failed, Refusal, warning, type Diagnostic } from './diagnostics';
import type { FaultOperation, Faults } from './faults';
import { findImport } from './imports';
import { activeTokens } from './kinds';
import type { Caller, Logfire, LogfireObject } from './logfire';
import { lostAlerts } from './planning';
import { checkRules } from './rules';
import { COMMITTED_SCHEMA, resourceShape, shapeOf, type Shape } from './schema';
import { toServerForm } from './server-form';
import { stateOf, type Reading } from './state';
import { checkDurationsAtApply } from './validation';
import { copy, isObject, isSet, sameValue, Unknown, type ObjectValue, type Value } from './values';

/** A new state and what there is to say about it. */
export interface Outcome { readonly state: Value; readonly diagnostics: readonly Diagnostic[] }

/** What the provider does on Logfire for Terraform: apply, read, import. */
export class Operations {
  constructor(private readonly logfire: Logfire, private readonly faults: Faults) {}

  /** Creates, updates or destroys. After an error the state is what is known to be there. */
  public async apply(caller: Caller, type: string, prior: Value, planned: Value, config: Value): Promise<Outcome> {
    if (!isObject(planned)) return this.guard('delete', type, prior, async () => this.destroy(caller, type, prior as ObjectValue));
    const [shape, behaviour] = [resourceShape(type), behaviourOf(type)];
    const findings = [...checkDurationsAtApply(shape, behaviour, config), ...checkRules(behaviour.rules, 'apply', config)];
    if (failed(findings)) return { state: prior, diagnostics: findings };
    if (isObject(prior)) return this.guard('update', type, prior, async () => this.update(caller, type, shape, behaviour, prior, planned));
    return this.guard('create', type, null, async () => {
      const made = this.logfire.create(caller, type, planned);
      return this.outcome(type, shape, behaviour, made, planned, 'create');
    });
  }

  /** Refreshes: null when the object is gone. */
  public async read(caller: Caller, type: string, state: ObjectValue): Promise<Outcome> {
    const [shape, behaviour] = [resourceShape(type), behaviourOf(type)];
    return this.guard('read', type, state, async () => {
      if (!isSet(state.id) && type === 'logfire_organization') throw new Refusal('Missing Organization Id', 'the state has no id');
      const object = isSet(state.id) ? this.logfire.find(caller, type, state.id as string) : undefined;
      if (!object || (object.status !== undefined && object.status !== 'active')) return { state: null, diagnostics: [] };
      return this.outcome(type, shape, behaviour, object, state, 'read');
    });
  }

  /** Finds what an import id means. */
  public async import(caller: Caller, type: string, id: string): Promise<Outcome> {
    const [shape, behaviour] = [resourceShape(type), behaviourOf(type)];
    return this.guard('import', type, null, async () => {
      const { object, given } = findImport(this.logfire, caller, type, behaviour, id);
      const { state, diagnostics } = this.outcome(type, shape, behaviour, object, null, 'import');
      if (isObject(state) && given !== undefined) state.slug = given;
      return { state, diagnostics };
    });
  }

  /** Reads the data source. */
  public async readData(caller: Caller, type: string, config: ObjectValue): Promise<Outcome> {
    const behaviour = behaviourOf(`data.${type}`);
    return this.guard('read', type, null, async () => {
      const region = (config.region ?? behaviour.defaults.region) as string;
      const service = this.logfire.findPagerdutyService(caller, config.account_subdomain as string, config.pagerduty_service_id as string, region);
      const names = Object.keys(shapeOf(COMMITTED_SCHEMA.data_source_schemas[type]).fields!);
      return { state: Object.fromEntries(names.map((name) => [name, service[name] ?? null])), diagnostics: [] };
    });
  }

  private destroy(caller: Caller, type: string, state: ObjectValue): Outcome {
    const findings = checkRules(behaviourOf(type).rules, 'destroy', state);
    if (failed(findings)) return { state, diagnostics: findings };
    if (state.revoke_on_destroy === false) return { state: null, diagnostics: [] };
    const found = this.logfire.delete(caller, type, state.id as string);
    if (!found && type === 'logfire_gateway_provider') throw new ApiError(404, `there is no gateway provider ${String(state.id)}`);
    return { state: null, diagnostics: [] };
  }

  private update(caller: Caller, type: string, shape: Shape, behaviour: Behaviour, prior: ObjectValue, planned: ObjectValue): Outcome {
    if (!behaviour.updates) throw new Refusal('Update Not Supported', `${type} cannot be changed in place.`);
    const id = prior.id as string;
    const object = sendsSomething(type, shape, behaviour, prior, planned)
      ? this.logfire.update(caller, type, id, planned)
      : this.logfire.find(caller, type, id);
    if (!object) throw new ApiError(404, `there is no ${type} ${id}`);
    return this.outcome(type, shape, behaviour, object, planned, 'update');
  }

  private outcome(type: string, shape: Shape, behaviour: Behaviour, object: LogfireObject, kept: ObjectValue | null, how: Reading): Outcome {
    const diagnostics: Diagnostic[] = [];
    let server: ObjectValue = object;
    if (type === 'logfire_frontend_application') {
      const active = activeTokens(this.logfire.objects('logfire_frontend_application_token'), object.id);
      const token = active.find(({ id }) => id === kept?.token_id) ?? active[0];
      server = { ...object, token_id: token?.id ?? null, token: token?.token ?? null };
      if (!token) diagnostics.push(warning('No Active Token', `The frontend application ${String(object.name)} has no active token.`));
    }
    const state = stateOf(type, shape, behaviour, server, kept, how);
    if (type === 'logfire_slo' && kept && how !== 'read' && !showsAssignments(shape, kept, state)) {
      diagnostics.push(new Refusal('Logfire release too old for SLO channel assignments', 'The answer does not show the channels that were sent.').diagnostic);
    }
    return { state, diagnostics };
  }

  /** Lets faults strike, and turns what is thrown into diagnostics. `before` is the state when the operation fails. */
  private async guard(operation: FaultOperation, type: string, before: Value, run: () => Promise<Outcome>): Promise<Outcome> {
    try {
      const fault = await this.faults.before(operation, type);
      if (fault instanceof Refusal) throw fault;
      const outcome = await run();
      if (!fault || failed(outcome.diagnostics)) return outcome;
      return { state: fault.stage === 'tainted' ? outcome.state : before, diagnostics: [...outcome.diagnostics, fault.refusal.diagnostic] };
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      return { state: before, diagnostics: [thrown.diagnostic] };
    }
  }
}

/** Whether an update has anything for Logfire: not when only local attributes or spellings change. */
function sendsSomething(type: string, shape: Shape, behaviour: Behaviour, prior: ObjectValue, planned: ObjectValue): boolean {
  if (lostAlerts(type, prior).length > 0) return true;
  const [before, after] = [copy(prior), withoutUnknown(planned, prior) as ObjectValue];
  toServerForm(type, behaviour, before);
  toServerForm(type, behaviour, after);
  return Object.entries(shape.fields!)
    .filter(([name, field]) => (field.required || field.optional) && !behaviour.local_only.includes(name))
    .some(([name, field]) => !sameValue(field.shape, before[name], after[name]));
}

/** What Logfire is left to choose is nothing to send. */
function withoutUnknown(planned: Value, prior: Value): Value {
  if (planned instanceof Unknown) return copy(prior);
  if (!isObject(planned)) return copy(planned);
  return Object.fromEntries(Object.entries(planned)
    .map(([name, value]) => [name, withoutUnknown(value, isObject(prior) ? prior[name] ?? null : null)]));
}

/** Whether the channels that were sent came back. */
function showsAssignments(shape: Shape, sent: ObjectValue, state: ObjectValue): boolean {
  if (!isObject(sent.alerts)) return true;
  const tiers = shape.fields!.alerts.shape.fields!;
  return Object.entries(sent.alerts).filter(([, tier]) => isObject(tier)).every(([name, tier]) => {
    const wanted = (tier as ObjectValue).channel_assignments;
    if (wanted instanceof Unknown || wanted === null) return true;
    const got = ((state.alerts as ObjectValue)[name] as ObjectValue).channel_assignments;
    return sameValue(tiers[name].shape.fields!.channel_assignments.shape, wanted, got);
  });
}

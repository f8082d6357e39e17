import { behaviourOf } from './behaviour';
import { error, failed, type Diagnostic } from './diagnostics';
import type { Faults } from './faults';
import type { Caller, Logfire } from './logfire';
import { Operations, type Outcome } from './operations';
import { plan } from './planning';
import { resolveConfig, type ProviderConfig, type ProviderEnvironment } from './provider-config';
import { COMMITTED_SCHEMA, resourceShape, shapeOf, wireSchema } from './schema';
import { validateConfig } from './validation';
import { conform, fromWire, toWire, type ObjectValue, type Value } from './values';

/** A value on the wire. */
export interface WireValue { msgpack?: Uint8Array }

/** The fields of all requests; each request has some of them. */
export interface Request {
  readonly type_name: string;
  readonly id: string;
  readonly config?: WireValue;
  readonly prior_state?: WireValue;
  readonly planned_state?: WireValue;
  readonly proposed_new_state?: WireValue;
  readonly current_state?: WireValue;
  readonly raw_state?: { readonly json: Uint8Array };
}

/** Answers one procedure. `peer` tells the instances of the provider apart: each alias has a connection of its own. */
export type Handler = (request: Request, peer: string) => Promise<object>;

/** How a key is resolved to an organization and its scopes. */
export type Identify = (config: ProviderConfig) => { readonly organization: string; readonly scopes?: readonly string[] };

/** The provider's side of the plugin protocol. */
export class Provider {
  /** Every configuration that was put in force, in order. */
  public readonly configurations: ProviderConfig[] = [];
  private readonly callers = new Map<string, Caller>();
  private readonly operations: Operations;

  constructor(
    logfire: Logfire,
    private readonly faults: Faults,
    private readonly environment: ProviderEnvironment,
    private readonly identify: Identify,
  ) {
    this.operations = new Operations(logfire, faults);
  }

  /** The procedures of the protocol, by name. */
  public handlers(): Record<string, Handler> {
    return {
      GetProviderSchema: async () => wireSchema(COMMITTED_SCHEMA),
      ValidateProviderConfig: async () => ({ diagnostics: [] }),
      ValidateResourceConfig: async ({ type_name: type, config }) =>
        ({ diagnostics: validateConfig(resourceShape(type), behaviourOf(type), fromWire(resourceShape(type), config)) }),
      ValidateDataResourceConfig: async ({ type_name: type, config }) => {
        const shape = shapeOf(COMMITTED_SCHEMA.data_source_schemas[type]);
        return { diagnostics: validateConfig(shape, behaviourOf(`data.${type}`), fromWire(shape, config)) };
      },
      ConfigureProvider: async ({ config }, peer) => this.configure(config, peer),
      UpgradeResourceState: async ({ type_name: type, raw_state: raw }) => {
        const state = conform(resourceShape(type), JSON.parse(Buffer.from(raw!.json).toString('utf8')));
        return { upgraded_state: toWire(state), diagnostics: [] };
      },
      PlanResourceChange: async (request) => this.plan(request),
      ApplyResourceChange: async (request, peer) => {
        const { type_name: type } = request;
        const [prior, planned, config] = this.decode(type, request.prior_state, request.planned_state, request.config);
        return answer('new_state', await this.operations.apply(this.caller(peer), type, prior, planned, config));
      },
      ReadResource: async ({ type_name: type, current_state: current }, peer) => {
        const [state] = this.decode(type, current);
        return answer('new_state', await this.operations.read(this.caller(peer), type, state as ObjectValue));
      },
      ImportResourceState: async ({ type_name: type, id }, peer) => {
        const { state, diagnostics } = await this.operations.import(this.caller(peer), type, id);
        return { imported_resources: state === null ? [] : [{ type_name: type, state: toWire(state), private: Buffer.alloc(0) }], diagnostics };
      },
      ReadDataSource: async ({ type_name: type, config }, peer) => {
        const wanted = fromWire(shapeOf(COMMITTED_SCHEMA.data_source_schemas[type]), config) as ObjectValue;
        return answer('state', await this.operations.readData(this.caller(peer), type, wanted));
      },
      StopProvider: async () => {
        this.faults.interrupt();
        return { Error: '' };
      },
    };
  }

  private configure(wire: WireValue | undefined, peer: string): object {
    const { config, diagnostics } = resolveConfig(fromWire(shapeOf(COMMITTED_SCHEMA.provider), wire) as ObjectValue, this.environment);
    if (config) {
      this.configurations.push(config);
      this.callers.set(peer, { ...this.identify(config), baseUrl: config.baseUrl });
    }
    return { diagnostics };
  }

  private plan(request: Request): object {
    const { type_name: type } = request;
    const [prior, config] = this.decode(type, request.prior_state, request.config);
    const { planned, requiresReplace, diagnostics } = plan(type, resourceShape(type), behaviourOf(type), prior, config);
    if (failed(diagnostics)) return { planned_state: toWire(prior), diagnostics };
    return { planned_state: toWire(planned), requires_replace: requiresReplace.map((steps) => ({ steps })), diagnostics };
  }

  private decode(type: string, ...wires: Array<WireValue | undefined>): Value[] {
    return wires.map((wire) => fromWire(resourceShape(type), wire));
  }

  private caller(peer: string): Caller {
    const caller = this.callers.get(peer);
    if (!caller) throw new Error(`the provider of ${peer} was not configured`);
    return caller;
  }
}

/** The answer when something in the stand-in itself is wrong: better a diagnostic than a lost connection. */
export function internalError(procedure: string, thrown: unknown): { diagnostics: Diagnostic[] } {
  const detail = thrown instanceof Error ? thrown.stack ?? thrown.message : String(thrown);
  return { diagnostics: [error(`The stand-in failed in ${procedure}`, detail)] };
}

function answer(name: string, { state, diagnostics }: Outcome): object {
  return { [name]: toWire(state), diagnostics };
}

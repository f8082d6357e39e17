import type { WriteLog } from './write-log';
import type { Handler } from '../../../tools/src/stand-in/provider';
import { shapeOf, wireSchema, type Field, type ProviderDocument, type Shape } from '../../../tools/src/stand-in/schema';
import { conform, fromWire, isObject, isSet, sameValue, toWire, UNKNOWN, Unknown, type ObjectValue, type Value } from '../../../tools/src/stand-in/values';

/** The attributes that hold a secret, each with the number that has to change for a write-only one to be sent. */
const SECRETS: Readonly<Record<string, string | undefined>> = {
  secret_string: undefined,
  secret_string_wo: 'secret_string_wo_version',
  value: undefined,
  value_wo: 'value_wo_version',
  data_json: undefined,
  data_json_wo: 'data_json_wo_version',
  data: undefined,
  data_wo: 'data_wo_revision',
  plaintext_value: undefined,
};

/** Any resource of any provider, by its schema alone: what is computed is filled in, and what is write-only is sent and forgotten. */
export class StoreHandlers {
  private made = 0;

  constructor(private readonly schema: ProviderDocument, private readonly log: WriteLog) {}

  /** The procedures of the protocol, by name. */
  public handlers(): Record<string, Handler> {
    const nothing: Handler = async () => ({ diagnostics: [] });
    return {
      GetProviderSchema: async () => wireSchema(this.schema),
      ValidateProviderConfig: nothing,
      ValidateResourceConfig: nothing,
      ConfigureProvider: nothing,
      StopProvider: async () => ({ Error: '' }),
      UpgradeResourceState: async ({ type_name: type, raw_state: raw }) => (
        { upgraded_state: toWire(conform(this.shape(type), JSON.parse(Buffer.from(raw!.json).toString('utf8')))), diagnostics: [] }
      ),
      ReadResource: async ({ type_name: type, current_state: state }) => ({ new_state: toWire(fromWire(this.shape(type), state)), diagnostics: [] }),
      PlanResourceChange: async ({ type_name: type, prior_state, proposed_new_state, config }) => {
        const [prior, proposed, wanted] = [prior_state, proposed_new_state, config].map((wire) => fromWire(this.shape(type), wire));
        return { planned_state: toWire(isObject(proposed) ? this.plan(type, prior, proposed, wanted as ObjectValue) : null), diagnostics: [] };
      },
      ApplyResourceChange: async ({ type_name: type, prior_state, planned_state, config }) => {
        const [prior, planned, wanted] = [prior_state, planned_state, config].map((wire) => fromWire(this.shape(type), wire));
        return { new_state: toWire(isObject(planned) ? this.apply(type, prior, planned, wanted as ObjectValue) : null), diagnostics: [] };
      },
    };
  }

  private shape(type: string): Shape {
    return shapeOf(this.schema.resource_schemas[type]);
  }

  private plan(type: string, prior: Value, proposed: ObjectValue, config: ObjectValue): ObjectValue {
    return this.each(type, (name, { computed, writeOnly }) => {
      if (writeOnly) return null;
      return computed && config[name] === null ? (isObject(prior) ? prior[name] : UNKNOWN) : proposed[name];
    });
  }

  private apply(type: string, prior: Value, planned: ObjectValue, config: ObjectValue): ObjectValue {
    const shape = this.shape(type);
    for (const [name, version] of Object.entries(SECRETS).filter(([attribute]) => isSet(config[attribute]))) {
      const changed = version ?? name;
      if (!isObject(prior) || !sameValue(shape.fields![changed].shape, prior[changed], planned[changed])) {
        const value = config[name];
        this.log.add({ type, secret: isObject(value) ? Object.values(value).join() : value as string });
      }
    }
    this.made += 1;
    return this.each(type, (name, field) => planned[name] instanceof Unknown ? filledIn(field, `${type}-${this.made}`) : planned[name]);
  }

  private each(type: string, valueOf: (name: string, field: Field) => Value): ObjectValue {
    return Object.fromEntries(Object.entries(this.shape(type).fields!).map(([name, field]) => [name, valueOf(name, field)]));
  }
}

function filledIn({ shape, sensitive }: Field, text: string): Value {
  switch (shape.kind) {
    case 'string': return sensitive ? '' : text;
    case 'number': return 1;
    case 'bool': return true;
    case 'map': return {};
    default: return [];
  }
}

import { isObject, JsonObject } from './configuration';
import { LIBRARY, Values } from './values';
import { elementOf, TypeReference, Types } from '../program/assembly';
import { Entry, Expression, Json, json, list, literal } from '../program/model';
import { camelCase, pascalCase } from '../program/names';

/** A binding of the provider's schema with its arguments, and what they cannot say. */
export interface BindingCall {
  /** jsii name of the class. */
  readonly type: string;
  readonly config: Expression;
  /** What has to be added to the resource as it is. */
  readonly overrides: ReadonlyArray<readonly [attribute: string, value: Json]>;
}

/** The jsii name of the binding of a resource or data source. */
export function bindingOf(mode: 'resource' | 'data', type: string): string {
  return `${LIBRARY}.l1.${mode === 'data' ? `DataLogfire${pascalCase(type.replace('logfire_', ''))}` : pascalCase(type.replace('logfire_', ''))}`;
}

/** Arguments that Terraform itself has for every resource, besides those that are props of every construct. */
export const META_ARGUMENTS: ReadonlySet<string> = new Set(['provider', 'depends_on', 'lifecycle']);

/** @param body a resource without nulls, its blocks as objects */
export function bindingCall(values: Values, types: Types, mode: 'resource' | 'data', type: string, body: JsonObject): BindingCall {
  const fqn = bindingOf(mode, type);
  const parameters = types.parameters(fqn);
  const configType = parameters[parameters.length - 1].type as { readonly fqn: string };
  const overrides: [string, Json][] = [];
  const props: Entry[] = [];
  for (const [attribute, value] of Object.entries(body).filter(([name]) => !META_ARGUMENTS.has(name))) {
    const prop = camelCase(attribute);
    const known = ['count', 'for_each', 'provisioner', 'connection', 'dynamic'].includes(attribute) ? undefined : types.property(configType.fqn, prop);
    const said = known && new Bindings(values, types).value(value, known.type);
    if (said !== undefined) {
      props.push([prop, said]);
    } else {
      overrides.push([attribute, value]);
      if (known !== undefined && known.optional !== true) {
        props.push([prop, placeholder(known.type)]);
      }
    }
  }
  return { type: fqn, config: { is: 'struct', type: configType.fqn, props }, overrides };
}

/** Translates values of Terraform into those of the bindings' arguments: strings keep their `${…}`. */
export class Bindings {
  constructor(private readonly values: Values, private readonly types: Types) {}

  /** Undefined for what the type has no place for, such as an expression instead of a number. */
  public value(value: Json, type: TypeReference): Expression | undefined {
    if ('union' in type) {
      return type.union.types.map((part) => this.value(value, part)).find((part) => part !== undefined);
    }
    if ('primitive' in type) {
      return this.primitive(value, type.primitive);
    }
    const element = elementOf(type, 'array');
    if (element !== undefined) {
      return this.list(value, element);
    }
    return this.types.isStruct(type) && isObject(value) ? this.struct(value, type.fqn) : undefined;
  }

  private primitive(value: Json, primitive: string): Expression | undefined {
    switch (primitive) {
      case 'string': return typeof value === 'string' ? this.values.template(value) : typeof value === 'object' ? undefined : literal(String(value));
      case 'number': return typeof value === 'number' ? literal(value) : undefined;
      case 'boolean': return typeof value === 'boolean' ? literal(value) : undefined;
      default: return json(value);
    }
  }

  private list(value: Json, element: TypeReference): Expression | undefined {
    const said = Array.isArray(value) ? (value as readonly Json[]).map((item) => this.value(item, element)) : [undefined];
    return said.every((item) => item !== undefined) ? list(said as Expression[]) : undefined;
  }

  private struct(value: JsonObject, fqn: string): Expression | undefined {
    const props = Object.entries(value).map(([attribute, item]) => {
      const property = this.types.property(fqn, camelCase(attribute));
      return [camelCase(attribute), property && this.value(item, property.type)] as const;
    });
    return props.every(([, prop]) => prop !== undefined) ? { is: 'struct', type: fqn, props: props as unknown as Entry[] } : undefined;
  }
}

/** What stands for a required argument until an override replaces it. */
function placeholder(type: TypeReference): Expression {
  if (elementOf(type, 'array') !== undefined) {
    return list([]);
  }
  return 'primitive' in type && type.primitive === 'number' ? literal(0) : literal('');
}

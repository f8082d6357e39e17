import { addBackend, backendClass } from './add-backend';
import { blocksOf, isObject, JsonObject } from './configuration';
import { LIBRARY, Values } from './values';
import { Types } from '../program/assembly';
import { call, Entry, Expression, json, Json, literal, STACK, struct } from '../program/model';

/** A provider's props, and what they cannot say. */
export interface ProviderCall {
  readonly props?: Expression;
  readonly overrides: ReadonlyArray<readonly [key: string, value: Json]>;
}

/** @param asJson passes everything but the alias as it is, because the props do not take it */
export function addProvider(values: Values, body: JsonObject, asJson: boolean): ProviderCall {
  const { alias, api_key: apiKey, base_url: baseUrl, custom_headers: headers, ...rest } = body;
  const given = Object.entries({ api_key: apiKey, base_url: baseUrl, custom_headers: headers })
    .filter((entry): entry is [string, Json] => entry[1] !== undefined && entry[1] !== null);
  const areSaid = !asJson && (headers === undefined || isObject(headers));
  const props = struct(`${LIBRARY}.LogfireProviderProps`, {
    ...areSaid && {
      apiKey: values.secret(apiKey ?? undefined),
      baseUrl: values.text(baseUrl),
      customHeaders: isObject(headers) ? { is: 'map', entries: Object.entries(headers).map(([name, value]): Entry => [name, values.secret(value)!]) } : undefined,
    },
    alias: typeof alias === 'string' ? literal(alias) : undefined,
  }) as Extract<Expression, { is: 'struct' }>;
  return { ...props.props.length > 0 && { props }, overrides: [...Object.entries(rest), ...areSaid ? [] : given] };
}

/** What the library requires of the provider itself. */
const CONSTRAINT = '~> 0.2';

/** The `terraform` block: versions, other providers, and where the state is. */
export function addRequirements(types: Types, values: Values, terraform: JsonObject): Expression[] {
  const { required_providers: providers, backend, cloud, ...rest } = terraform;
  const override = (path: string, value: Json) => call(STACK, 'addOverride', literal(`terraform.${path}`), typeof value === 'object' ? json(value) : literal(value));
  const required = blocksOf(providers).flatMap((block) => Object.entries(block)).flatMap(([name, value]) => {
    if (name !== 'logfire') {
      return [override(`required_providers.${name}`, value)];
    }
    const version = isObject(value) ? value.version : value;
    return version === undefined || version === CONSTRAINT ? [] : [override('required_providers.logfire.version', version)];
  });
  return [
    ...Object.entries(rest).map(([key, value]) => override(key, value)),
    ...required,
    ...backendsOf({ backend, cloud }).filter(([name]) => backendClass(types, name)).map(([name, body]) => addBackend(types, values, name, body)),
  ];
}

/** The backends of a `terraform` block, and its `cloud` block, by name. */
export function backendsOf({ backend, cloud }: JsonObject): (readonly [name: string, body: JsonObject])[] {
  const named = blocksOf(backend).flatMap((block) => Object.entries(block)).map(([name, body]) => [name, blocksOf(body)[0] ?? {}] as const);
  return [...named, ...blocksOf(cloud).map((body) => ['cloud', body] as const)];
}

import { PROVIDER_BEHAVIOUR } from './behaviour';
import { error, type Diagnostic } from './diagnostics';
import { isObject, isSet, Unknown, type ObjectValue, type Value } from './values';

/** Variables that the provider reads. */
export interface ProviderEnvironment {
  readonly LOGFIRE_API_KEY?: string;
  readonly LOGFIRE_BASE_URL?: string;
}

/** The configuration that is in force: environment and configuration put together. */
export interface ProviderConfig {
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
}

const NAMES: Readonly<Record<string, string>> = { api_key: 'API token', base_url: 'API Host', custom_headers: 'custom headers' };

/** Puts environment and configuration together, as ConfigureProvider does. */
export function resolveConfig(config: ObjectValue, environment: ProviderEnvironment): { config?: ProviderConfig; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  for (const name of PROVIDER_BEHAVIOUR.must_be_known_while_planning) {
    const value = config[name];
    const unknown = value instanceof Unknown || (isObject(value) && Object.values(value).some((inner) => inner instanceof Unknown));
    if (unknown) {
      diagnostics.push(error(
        `Unknown Logfire ${NAMES[name]}`.replace('Logfire custom', 'custom'),
        `${name} must be known while planning: set it to a value that no resource of the same apply makes.`,
        [{ attribute_name: name }],
      ));
    }
  }
  if (diagnostics.length > 0) return { diagnostics };

  const effective = (name: string): string => {
    const variable = PROVIDER_BEHAVIOUR.environment[name] as keyof ProviderEnvironment;
    return (config[name] as string | null) ?? environment[variable] ?? '';
  };
  const apiKey = effective('api_key');
  for (const name of PROVIDER_BEHAVIOUR.required_after_environment) {
    if (effective(name) === '') {
      diagnostics.push(error('Missing Logfire API Api Key', `Set ${name} of the provider or the variable ${PROVIDER_BEHAVIOUR.environment[name]}.`, [{ attribute_name: name }]));
    }
  }
  const headers = (config.custom_headers ?? {}) as Record<string, Value>;
  diagnostics.push(...Object.entries(headers).flatMap(([name, value]) => checkHeader(name, value)));

  let baseUrl = effective('base_url');
  if (baseUrl === '' && apiKey !== '') {
    const inferred = baseUrlOf(apiKey);
    if ('problem' in inferred) {
      diagnostics.push(error('Unable to infer Logfire API Base URL', `${inferred.problem}; set base_url.`, [{ attribute_name: 'base_url' }]));
    } else {
      baseUrl = inferred.baseUrl;
    }
  }
  if (diagnostics.length > 0) return { diagnostics };
  return { config: { apiKey, baseUrl, headers: headers as Record<string, string> }, diagnostics };
}

/** The address that the region of a key stands for. */
function baseUrlOf(apiKey: string): { baseUrl: string } | { problem: string } {
  const { patterns, regions } = PROVIDER_BEHAVIOUR.base_url_from_key;
  for (const pattern of patterns) {
    const region = new RegExp(pattern).exec(apiKey)?.groups?.region;
    if (region === undefined) continue;
    return regions[region] ? { baseUrl: regions[region] } : { problem: `unsupported api_key region "${region}"` };
  }
  const [prefix, version, ...rest] = apiKey.split('_');
  const otherVersion = prefix === 'pylf' && rest.length >= 2 && !['v1', 'v2'].includes(version);
  return { problem: otherVersion ? `unsupported api_key format "${version}"` : 'invalid api_key format' };
}

function checkHeader(name: string, value: Value): Diagnostic[] {
  const refuse = (what: string) => [
    error('Invalid Custom Header', `custom_headers[${JSON.stringify(name)}]: ${what}`, [{ attribute_name: 'custom_headers' }, { element_key_string: name }]),
  ];
  const { patterns, reserved_header_names: reserved } = PROVIDER_BEHAVIOUR;
  if (!new RegExp(patterns['custom_headers.key']).test(name)) return refuse('the name is not a valid HTTP field name');
  if (reserved.includes(name.toLowerCase())) return refuse('the name is reserved for the provider itself');
  if (!isSet(value) || value === '') return refuse('the value must not be empty');
  return new RegExp(patterns['custom_headers.value']).test(value as string) ? [] : refuse('the value is not a valid HTTP field value');
}

/** Whether an address is one of the hosted Logfire, not that of a self-hosted instance. */
export function isHostedByLogfire(baseUrl: string): boolean {
  return Object.values(PROVIDER_BEHAVIOUR.base_url_from_key.regions).includes(new URL(baseUrl).origin);
}

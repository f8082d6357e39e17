import { IConstruct } from 'constructs';
import { fail, warn } from '../core/errors';
import { shown } from '../core/redaction';
import { isUnresolved } from '../core/unresolved';

/** A region of the Logfire service. */
export enum LogfireRegion {
  /** United States: `https://logfire-us.pydantic.dev`. */
  US = 'us',
  /** European Union: `https://logfire-eu.pydantic.dev`. */
  EU = 'eu',
}

/** The URL of the service in a region, which may be a Terraform expression. */
export function regionUrl(region: string): string {
  return `https://logfire-${region}.pydantic.dev`;
}

/** The region that a key contains: `pylf_v1_eu_…` or `pylf_v2_eu_<uuid>_…` (provider: inference of base_url). */
export function regionOfKey(key: string): string | undefined {
  return (/^pylf_v1_([^_]+)_/.exec(key) ?? /^pylf_v2_([^_]+)_[^_]+_/.exec(key))?.[1];
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * The origin of a Logfire instance, without a trailing slash.
 *
 * Rejects anything after the host, because every request path starts at the root (provider: base_url).
 */
export function checkedBaseUrl(scope: IConstruct, prop: string, text: string): string {
  if (isUnresolved(text)) {
    return text;
  }
  const allowed = `${prop} must be the scheme and host of a Logfire instance, such as https://logfire.example.com`;
  // Also where it is no address: the part before the @ is a password more often than not.
  if (text.includes('@')) {
    fail(scope, 'base-url', `${allowed}, got one with a user or password; remove them, and pass the key as apiKey`);
  }
  const url = parse(text);
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    fail(scope, 'base-url', `${allowed}, got ${shown(text)}; leave it out to use Logfire's own service`);
  }
  if (url.pathname !== '/' || /[?#]/.test(text)) {
    fail(scope, 'base-url', `${allowed}, got ${shown(text)}; remove everything after the host: the provider drops it, and requests go to ${url.origin}`);
  }
  if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname)) {
    warn(scope, 'base-url-encryption', `${prop} must use https, got ${shown(url.origin)}: credentials are sent unencrypted; change the scheme to https`);
  }
  return url.origin;
}

function parse(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** An address for an error, without its user and password. */
export function shownAddress(text: string): string {
  return text.includes('@') ? 'an address with a user or password' : shown(text);
}

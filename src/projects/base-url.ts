import { Annotations } from 'cdktf';
import { IConstruct } from 'constructs';
import { fail } from '../core/errors';
import { isUnresolved } from '../core/unresolved';

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * The origin of a Logfire instance, without a trailing slash.
 *
 * Anything after the host would be lost: every request path starts at the root (provider: base_url).
 */
export function checkedBaseUrl(scope: IConstruct, prop: string, text: string): string {
  if (isUnresolved(text)) {
    return text;
  }
  const allowed = `${prop} must be the scheme and host of a Logfire instance, such as https://logfire.example.com`;
  const url = parse(text);
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    fail(scope, `${allowed}, got ${JSON.stringify(withoutCredentials(text))}; leave it out for Logfire's own service`);
  }
  if (url.username !== '' || url.password !== '') {
    fail(scope, `${allowed}, got one with a user or password; remove them, and pass the key as apiKey`);
  }
  if (url.pathname !== '/' || /[?#]/.test(text)) {
    fail(scope, `${allowed}, got ${JSON.stringify(text)}; remove what follows the host: the provider drops it, and requests go to ${url.origin}`);
  }
  if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname)) {
    Annotations.of(scope).addWarning(`${prop} ${url.origin} is not encrypted: the key can be read on its way; use https`);
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

/** The text without what may be a password in it. */
export function withoutCredentials(text: string): string {
  return text.replace(/[^/@]*@/, '');
}

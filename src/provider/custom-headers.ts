import { IConstruct } from 'constructs';
import { fail } from '../core/errors';
import { SecretValue } from '../core/secret-value';

/** Headers that the provider sets itself (provider: custom_headers). */
const RESERVED = ['accept', 'authorization', 'content-type', 'user-agent', 'x-terraform-provider-version'];
const NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const VALUE = /^[^\u0000-\u0008\u000a-\u001f\u007f]+$/;

/** The headers as the provider takes them. Names are not secret, values are. */
export function renderCustomHeaders(scope: IConstruct, headers: { [name: string]: SecretValue }): { [name: string]: string } {
  const rendered: { [name: string]: string } = {};
  const seen = new Map<string, string>();
  for (const [name, value] of Object.entries(headers)) {
    const prop = `customHeaders[${JSON.stringify(name)}]`;
    if (!NAME.test(name)) {
      fail(scope, 'custom-header', `${prop} must be the name of an HTTP header; use letters, digits and any of !#$%&'*+.^_\`|~-`);
    }
    const lower = name.toLowerCase();
    if (RESERVED.includes(lower)) {
      fail(scope, 'custom-header', `${prop} must not be a header that the provider sets itself (${RESERVED.join(', ')}); remove it${lower === 'authorization' ? ', and pass the key as apiKey' : ''}`);
    }
    const other = seen.get(lower);
    if (other !== undefined) {
      fail(scope, 'custom-header', `${prop} must not repeat the header customHeaders[${JSON.stringify(other)}]; keep one of them`);
    }
    seen.set(lower, name);
    rendered[name] = value._render(scope, prop);
    const literal = value._literal();
    if (literal !== undefined && !VALUE.test(literal)) {
      fail(scope, 'custom-header', `${prop} must not contain control characters, such as a line break; remove them`);
    }
  }
  return rendered;
}

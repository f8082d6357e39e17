import { Annotations } from 'cdktf';
import { IConstruct } from 'constructs';
import { fail } from '../core/errors';
import { SecretValue } from '../core/secret-value';

/** What can be known before the apply of an address that is a secret and so is never shown (provider: pattern of `config.url`). */
export function checkWebhookUrl(scope: IConstruct, prop: string, url: SecretValue, encryptedOnly: boolean): void {
  const literal = url._literal?.trim();
  if (literal === undefined || literal === '') {
    return;
  }
  const schemes = encryptedOnly ? 'https://' : 'https:// or http://';
  if (!/^https?:\/\/[^\s/]/.test(literal) || (encryptedOnly && !literal.startsWith('https:'))) {
    fail(scope, `${prop} must be an address that begins with ${schemes}, got another text, not shown as it is a secret; copy the address of the webhook again`);
  }
  if (literal.startsWith('http:')) {
    Annotations.of(scope).addWarning(`${prop} is not encrypted: what is sent, and the address itself, can be read on their way; use https`);
  }
}

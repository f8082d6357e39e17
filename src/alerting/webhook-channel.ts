import { Construct, IConstruct } from 'constructs';
import { ChannelOptions, LogfireChannel } from './channel';
import { checkCall } from '../core/calls';
import { fail, warn } from '../core/errors';
import { SecretValue } from '../core/secret-value';
import * as l1 from '../l1';

/** Format in which a webhook receives a notification. */
export enum WebhookFormat {
  /** Logfire chooses by address: Slack's format for Slack, raw data for all other addresses. */
  AUTO = 'auto',
  /** A Slack message with blocks. */
  SLACK_BLOCK_KIT = 'slack-blockkit',
  /** A Slack message with attachments, for services that accept Slack's older format. */
  SLACK_LEGACY = 'slack-legacy',
  /** Raw data of Logfire, as JSON. */
  RAW_DATA = 'raw-data',
}

/** Properties of a webhook channel. */
export interface LogfireWebhookChannelProps extends ChannelOptions {
  /**
   * Address that receives the notifications. It must begin with `https://`, or with `http://`, which causes a warning.
   *
   * It often contains a key, so it is a secret: it never appears in an error, and is marked as sensitive, which the provider does
   * not do. A change updates the channel in place.
   */
  readonly url: SecretValue;

  /**
   * Format of the notifications. A change updates the channel in place.
   *
   * @default WebhookFormat.AUTO
   */
  readonly format?: WebhookFormat;
}

/**
 * A channel that posts each notification to a webhook.
 *
 * @example
 * const url = new TerraformVariable(this, 'webhook_url', { sensitive: true });
 * new LogfireWebhookChannel(this, 'Hook', {
 *   url: SecretValue.fromVariable(url),
 *   format: WebhookFormat.RAW_DATA,
 * });
 */
export class LogfireWebhookChannel extends LogfireChannel {
  /** The generated binding, for settings that this construct does not model. */
  public readonly resource: l1.Channel;

  constructor(scope: Construct, id: string, props: LogfireWebhookChannelProps) {
    super(scope, id);
    checkCall('new LogfireWebhookChannel', arguments, this);
    checkWebhookUrl(this, 'url', props.url, false);
    this.resource = this._makeChannel(props, {
      type: 'webhook',
      url: this._renderSecret('url', props.url),
      format: props.format ?? WebhookFormat.AUTO,
    });
    this._import(props.importFrom);
  }
}

/** Checks an address before the apply. It is a secret, so errors never show it (provider: pattern of `config.url`). */
export function checkWebhookUrl(scope: IConstruct, prop: string, url: SecretValue, encryptedOnly: boolean): void {
  const literal = url._literal()?.trim();
  if (literal === undefined || literal === '') {
    return;
  }
  const schemes = encryptedOnly ? 'https://' : 'https:// or http://';
  if (!/^https?:\/\/[^\s/]/.test(literal) || (encryptedOnly && !literal.startsWith('https:'))) {
    fail(scope, 'webhook-address', `${prop} must be an address that begins with ${schemes}, got a different string, not shown because it is a secret; copy the address of the webhook again`);
  }
  if (literal.startsWith('http:')) {
    warn(scope, 'webhook-encryption', `${prop} is not encrypted: others on the network can read the notifications and the address; use https`);
  }
}

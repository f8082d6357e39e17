import { Construct } from 'constructs';
import { ChannelOptions, LogfireChannel } from './channel';
import { checkWebhookUrl } from './webhook-url';
import { checkEnum } from '../core/checks';
import { SecretValue } from '../core/secret-value';
import * as l1 from '../l1';

/** In which form a webhook gets a notification. */
export enum WebhookFormat {
  /** Logfire chooses by the address: Slack's form for Slack, its own data for all else. */
  AUTO = 'auto',
  /** A message for Slack, made of blocks. */
  SLACK_BLOCK_KIT = 'slack-blockkit',
  /** A message for Slack, made of attachments; for programs that imitate Slack's older form. */
  SLACK_LEGACY = 'slack-legacy',
  /** Logfire's own data as JSON. */
  RAW_DATA = 'raw-data',
}

/** What a webhook channel is made from. */
export interface LogfireWebhookChannelProps extends ChannelOptions {
  /**
   * Where notifications are posted to: an `https://` address, or an `http://` one with a warning. It often holds a key, so it is
   * a secret: never in an error, and marked as sensitive, which the provider does not do. A change is made in place.
   */
  readonly url: SecretValue;

  /**
   * In which form they are posted. A change is made in place.
   *
   * @default WebhookFormat.AUTO
   */
  readonly format?: WebhookFormat;
}

/** A channel that posts each notification to an address. */
export class LogfireWebhookChannel extends LogfireChannel {
  /** The generated binding, for what this construct does not model. */
  public readonly resource: l1.Channel;

  constructor(scope: Construct, id: string, props: LogfireWebhookChannelProps) {
    super(scope, id);
    checkEnum(this, 'format', props.format, WebhookFormat);
    checkWebhookUrl(this, 'url', props.url, false);
    this.resource = this._makeChannel(props, {
      type: 'webhook',
      url: this._renderSecret('url', props.url),
      format: props.format ?? WebhookFormat.AUTO,
    });
  }
}

import { Construct } from 'constructs';
import { ChannelOptions, LogfireChannel } from './channel';
import { checkWebhookUrl } from './webhook-url';
import { checkEnum } from '../core/checks';
import { SecretValue } from '../core/secret-value';
import * as l1 from '../l1';

/** In which of Slack's forms a message is written. */
export enum SlackMessageFormat {
  /** Made of blocks, Slack's current form. */
  BLOCK_KIT = 'slack-blockkit',
  /** Made of attachments; for programs that imitate Slack's older form. */
  LEGACY = 'slack-legacy',
}

/** What a Slack webhook channel is made from. */
export interface LogfireSlackWebhookChannelProps extends ChannelOptions {
  /**
   * Address of the incoming webhook as Slack shows it: an `https://` one. It is all that one needs to post there, so it is a
   * secret. A change is made in place.
   */
  readonly url: SecretValue;

  /**
   * How messages are written. A change is made in place.
   *
   * @default SlackMessageFormat.BLOCK_KIT
   */
  readonly format?: SlackMessageFormat;
}

/** A channel that posts to an incoming webhook of Slack; needs no app that is connected with Logfire. */
export class LogfireSlackWebhookChannel extends LogfireChannel {
  /** The generated binding, for what this construct does not model. */
  public readonly resource: l1.Channel;

  constructor(scope: Construct, id: string, props: LogfireSlackWebhookChannelProps) {
    super(scope, id);
    checkEnum(this, 'format', props.format, SlackMessageFormat);
    checkWebhookUrl(this, 'url', props.url, true);
    this.resource = this._makeChannel(props, {
      type: 'webhook',
      url: this._renderSecret('url', props.url),
      format: props.format ?? SlackMessageFormat.BLOCK_KIT,
    });
  }
}

import { Construct } from 'constructs';
import { ChannelOptions, LogfireChannel } from './channel';
import { checkWebhookUrl } from './webhook-channel';
import { checkCall } from '../core/calls';
import { SecretValue } from '../core/secret-value';
import * as l1 from '../l1';

/** Format of a Slack message. */
export enum SlackMessageFormat {
  /** Blocks, Slack's current format. */
  BLOCK_KIT = 'slack-blockkit',
  /** Attachments, for services that accept Slack's older format. */
  LEGACY = 'slack-legacy',
}

/** Properties of a Slack webhook channel. */
export interface LogfireSlackWebhookChannelProps extends ChannelOptions {
  /**
   * Address of the incoming webhook, as Slack shows it. It must begin with `https://`.
   *
   * It is a secret, because anyone who has it can post to Slack. A change updates the channel in place.
   */
  readonly url: SecretValue;

  /**
   * Format of the messages. A change updates the channel in place.
   *
   * @default SlackMessageFormat.BLOCK_KIT
   */
  readonly format?: SlackMessageFormat;
}

/**
 * A channel that posts to an incoming webhook of Slack.
 *
 * Unlike `LogfireSlackChannel`, it does not require a Slack connection in Logfire.
 *
 * @example
 * const url = new TerraformVariable(this, 'slack_url', { sensitive: true });
 * new LogfireSlackWebhookChannel(this, 'Slack', {
 *   url: SecretValue.fromVariable(url),
 * });
 */
export class LogfireSlackWebhookChannel extends LogfireChannel {
  /** The generated binding, for settings that this construct does not model. */
  public readonly resource: l1.Channel;

  constructor(scope: Construct, id: string, props: LogfireSlackWebhookChannelProps) {
    super(scope, id);
    checkCall('new LogfireSlackWebhookChannel', arguments, this);
    checkWebhookUrl(this, 'url', props.url, true);
    this.resource = this._makeChannel(props, {
      type: 'webhook',
      url: this._renderSecret('url', props.url),
      format: props.format ?? SlackMessageFormat.BLOCK_KIT,
    });
    this._import(props.importFrom);
  }
}

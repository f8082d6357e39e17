import { Construct } from 'constructs';
import { ChannelOptions, LogfireChannel } from './channel';
import { fail } from '../core/errors';
import { mayBeUuid } from '../core/existing-id';
import { isUnresolved } from '../core/unresolved';
import * as l1 from '../l1';

/** What a channel of the Slack app is made from. */
export interface LogfireSlackChannelProps extends ChannelOptions {
  /**
   * UUID of the connection with Slack that was made in Logfire, in the organization's settings under Connections. Another text is
   * refused. A change is made in place.
   */
  readonly installId: string;

  /**
   * Id of the Slack channel, such as `C0123456789`, not its name. Logfire's bot has to be a member of it already. A change is
   * made in place.
   */
  readonly slackChannelId: string;

  /**
   * Whether a message about an issue offers a prompt for a coding agent. A change is made in place.
   *
   * @default true
   */
  readonly includeAgentPrompt?: boolean;
}

const SLACK_CHANNEL_ID = /^[A-Z][A-Z0-9]+$/;

/** A channel that posts with Logfire's Slack app, which an administrator has connected before. */
export class LogfireSlackChannel extends LogfireChannel {
  /** The generated binding, for what this construct does not model. */
  public readonly resource: l1.Channel;

  constructor(scope: Construct, id: string, props: LogfireSlackChannelProps) {
    super(scope, id);
    const installId = props.installId.trim();
    const slackChannelId = props.slackChannelId.trim();
    if (!mayBeUuid(installId)) {
      fail(this, `installId must be the UUID of a connection with Slack, got ${JSON.stringify(props.installId)}; `
        + "copy it from the organization's settings in Logfire, under Connections");
    }
    if (!isUnresolved(slackChannelId) && !SLACK_CHANNEL_ID.test(slackChannelId)) {
      fail(this, `slackChannelId must be the id of a Slack channel, such as C0123456789, got ${JSON.stringify(props.slackChannelId)}; `
        + "copy it from the channel's details in Slack");
    }
    this.resource = this._makeChannel(props, {
      type: 'slack-integration',
      installId,
      channelId: slackChannelId,
      // Always there: where it was left out, Logfire's answer was not what was planned (provider up to 0.2.1).
      includeAgentPrompt: props.includeAgentPrompt ?? true,
    });
  }
}

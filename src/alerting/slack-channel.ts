import { Construct } from 'constructs';
import { ChannelOptions, LogfireChannel } from './channel';
import { checkCall } from '../core/calls';
import { mayBeUuid } from '../core/checks';
import { fail } from '../core/errors';
import { isUnresolved } from '../core/unresolved';
import * as l1 from '../l1';

/** Properties of a channel that uses the Slack app. */
export interface LogfireSlackChannelProps extends ChannelOptions {
  /**
   * UUID of the Slack connection in Logfire, from the organization's settings under Connections.
   *
   * Any other string fails at synth. A change updates the channel in place.
   */
  readonly installId: string;

  /**
   * Id of the Slack channel, such as `C0123456789`. A name fails at synth.
   *
   * Add Logfire's bot to the Slack channel first. A change updates the channel in place.
   */
  readonly slackChannelId: string;

  /**
   * Whether messages about issues include a prompt for a coding agent. A change updates the channel in place.
   *
   * @default true
   */
  readonly includeAgentPrompt?: boolean;
}

const SLACK_CHANNEL_ID = /^[A-Z][A-Z0-9]+$/;

/**
 * A channel that posts to Slack through Logfire's Slack app.
 *
 * An administrator must have connected Slack in Logfire before.
 *
 * @example
 * new LogfireSlackChannel(this, 'Slack', {
 *   installId: '7d9f4e7a-3c1b-4f6e-9a55-2f1c8f0b6d21',
 *   slackChannelId: 'C0123456789',
 * });
 */
export class LogfireSlackChannel extends LogfireChannel {
  /** The generated binding, for settings that this construct does not model. */
  public readonly resource: l1.Channel;

  constructor(scope: Construct, id: string, props: LogfireSlackChannelProps) {
    super(scope, id);
    checkCall('new LogfireSlackChannel', arguments, this);
    const installId = props.installId.trim();
    const slackChannelId = props.slackChannelId.trim();
    if (!mayBeUuid(installId)) {
      fail(this, 'uuid', `installId must be the UUID of a Slack connection, got ${JSON.stringify(props.installId)}; `
        + "copy it from the organization's settings in Logfire, under Connections");
    }
    if (!isUnresolved(slackChannelId) && !SLACK_CHANNEL_ID.test(slackChannelId)) {
      fail(this, 'slack-channel', `slackChannelId must be the id of a Slack channel, such as C0123456789, got ${JSON.stringify(props.slackChannelId)}; `
        + "copy it from the channel's details in Slack");
    }
    this.resource = this._makeChannel(props, {
      type: 'slack-integration',
      installId,
      channelId: slackChannelId,
      // Always set: without it, Logfire's answer differs from the plan (provider up to 0.2.1).
      includeAgentPrompt: props.includeAgentPrompt ?? true,
    });
    this._import(props.importFrom);
  }
}

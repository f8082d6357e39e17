import { Construct } from 'constructs';
import { ChannelOptions, LogfireChannel } from './channel';
import { checkCall } from '../core/calls';
import { SecretValue } from '../core/secret-value';
import * as l1 from '../l1';

/** Properties of an Opsgenie channel. */
export interface LogfireOpsgenieChannelProps extends ChannelOptions {
  /** Key of an Opsgenie API integration. A change updates the channel in place. */
  readonly authKey: SecretValue;
}

/**
 * A channel that creates alerts in Opsgenie.
 *
 * It uses the Opsgenie service in the United States; the provider does not support another region.
 *
 * @example
 * const key = new TerraformVariable(this, 'opsgenie_key', { sensitive: true });
 * new LogfireOpsgenieChannel(this, 'Opsgenie', {
 *   authKey: SecretValue.fromVariable(key),
 * });
 */
export class LogfireOpsgenieChannel extends LogfireChannel {
  /** The generated binding, for settings that this construct does not model. */
  public readonly resource: l1.Channel;

  constructor(scope: Construct, id: string, props: LogfireOpsgenieChannelProps) {
    super(scope, id);
    checkCall('new LogfireOpsgenieChannel', arguments, this);
    this.resource = this._makeChannel(props, { type: 'opsgenie', authKey: this._renderSecret('authKey', props.authKey) });
    this._import(props.importFrom);
  }
}

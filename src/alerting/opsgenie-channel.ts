import { Construct } from 'constructs';
import { ChannelOptions, LogfireChannel } from './channel';
import { SecretValue } from '../core/secret-value';
import * as l1 from '../l1';

/** What an Opsgenie channel is made from. */
export interface LogfireOpsgenieChannelProps extends ChannelOptions {
  /** Key of an API integration of Opsgenie. A change is made in place. */
  readonly authKey: SecretValue;
}

/** A channel that opens alerts in Opsgenie, at its service in the United States: the provider has no other address. */
export class LogfireOpsgenieChannel extends LogfireChannel {
  /** The generated binding, for what this construct does not model. */
  public readonly resource: l1.Channel;

  constructor(scope: Construct, id: string, props: LogfireOpsgenieChannelProps) {
    super(scope, id);
    this.resource = this._makeChannel(props, { type: 'opsgenie', authKey: this._renderSecret('authKey', props.authKey) });
  }
}

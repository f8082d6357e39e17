import { Construct } from 'constructs';
import { ChannelOptions, LogfireChannel } from './channel';
import { PagerDutyRegion } from './pager-duty-service';
import { checkCall } from '../core/calls';
import { SecretValue } from '../core/secret-value';
import * as l1 from '../l1';

/** Properties of a PagerDuty channel with a routing key. */
export interface LogfirePagerDutyChannelProps extends ChannelOptions {
  /** Routing key of a PagerDuty Events API v2 integration. A change updates the channel in place. */
  readonly routingKey: SecretValue;

  /**
   * Service region of the PagerDuty account. A change updates the channel in place.
   *
   * @default PagerDutyRegion.US
   */
  readonly region?: PagerDutyRegion;
}

/**
 * A channel that opens PagerDuty incidents with a routing key.
 *
 * Unlike `LogfirePagerDutyServiceChannel`, it does not require a PagerDuty connection in Logfire.
 *
 * @example
 * const key = new TerraformVariable(this, 'routing_key', { sensitive: true });
 * new LogfirePagerDutyChannel(this, 'OnCall', {
 *   routingKey: SecretValue.fromVariable(key),
 *   region: PagerDutyRegion.EU,
 * });
 */
export class LogfirePagerDutyChannel extends LogfireChannel {
  /** The generated binding, for settings that this construct does not model. */
  public readonly resource: l1.Channel;

  constructor(scope: Construct, id: string, props: LogfirePagerDutyChannelProps) {
    super(scope, id);
    checkCall('new LogfirePagerDutyChannel', arguments, this);
    this.resource = this._makeChannel(props, {
      type: 'pagerduty',
      routingKey: this._renderSecret('routingKey', props.routingKey),
      // Always set: Logfire returns a region, which would differ from a plan without one.
      region: props.region ?? PagerDutyRegion.US,
    });
    this._import(props.importFrom);
  }
}

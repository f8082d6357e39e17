import { Construct } from 'constructs';
import { ChannelOptions, LogfireChannel } from './channel';
import { PagerDutyRegion } from './pager-duty-region';
import { checkEnum } from '../core/checks';
import { SecretValue } from '../core/secret-value';
import * as l1 from '../l1';

/** What a PagerDuty channel with a routing key is made from. */
export interface LogfirePagerDutyChannelProps extends ChannelOptions {
  /** Routing key of an Events API v2 integration of PagerDuty. A change is made in place. */
  readonly routingKey: SecretValue;

  /**
   * Service region of the PagerDuty account. A change is made in place.
   *
   * @default PagerDutyRegion.US
   */
  readonly region?: PagerDutyRegion;
}

/** A channel that opens incidents in PagerDuty with a routing key; needs no app that is connected with Logfire. */
export class LogfirePagerDutyChannel extends LogfireChannel {
  /** The generated binding, for what this construct does not model. */
  public readonly resource: l1.Channel;

  constructor(scope: Construct, id: string, props: LogfirePagerDutyChannelProps) {
    super(scope, id);
    checkEnum(this, 'region', props.region, PagerDutyRegion);
    this.resource = this._makeChannel(props, {
      type: 'pagerduty',
      routingKey: this._renderSecret('routingKey', props.routingKey),
      // Always there: Logfire answers with one, and that would not be what was planned.
      region: props.region ?? PagerDutyRegion.US,
    });
  }
}

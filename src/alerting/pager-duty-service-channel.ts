import { Construct } from 'constructs';
import { ChannelOptions, LogfireChannel } from './channel';
import { ILogfirePagerDutyService } from './pager-duty-service';
import { checkCall, propsOf } from '../core/calls';
import * as l1 from '../l1';

/** Properties of a channel for a connected PagerDuty service. */
export interface LogfirePagerDutyServiceChannelProps extends ChannelOptions {
  /**
   * The service in which the channel opens incidents. A change updates the channel in place.
   *
   * If you omit `provider`, the channel uses the provider of the service, provided that both are in one stack.
   */
  readonly service: ILogfirePagerDutyService;
}

/**
 * A channel that opens incidents in a PagerDuty service through Logfire's PagerDuty app.
 *
 * An administrator must have connected PagerDuty in Logfire before.
 *
 * @example
 * const service = new LogfirePagerDutyService(this, 'Service', {
 *   accountSubdomain: 'acme',
 *   pagerDutyServiceId: 'PABC123',
 * });
 * new LogfirePagerDutyServiceChannel(this, 'OnCall', { service });
 */
export class LogfirePagerDutyServiceChannel extends LogfireChannel {
  /** The generated binding, for settings that this construct does not model. */
  public readonly resource: l1.Channel;

  constructor(scope: Construct, id: string, props: LogfirePagerDutyServiceChannelProps) {
    super(scope, id);
    checkCall('new LogfirePagerDutyServiceChannel', arguments, this);
    this.resource = this._makeChannel(propsOf('ChannelOptions', props), {
      type: 'pagerduty-integration',
      installId: props.service.installId,
      serviceId: props.service.logfireServiceId,
    }, props.service);
    this._import(props.importFrom);
  }
}
